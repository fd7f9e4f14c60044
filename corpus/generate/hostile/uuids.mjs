/** UUIDs in both cases, in JSON: digits and hyphens in groups. */
import { uuid } from './words.mjs';

/** @type {import('./index.mjs').Hostile} */
export const uuids = {
  name: 'uuids',
  fileName: 'links.jsonl',
  piece: (random) =>
    `{"id":"${uuid(random)}","parent":"${uuid(random).toUpperCase()}","trace":"${uuid(random).replaceAll('-', '')}"}\n`,
};
