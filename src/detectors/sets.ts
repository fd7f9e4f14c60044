/** Sets of detectors with a name of their own, and by which names a detector is known to users. */
import type { DetectorSheet } from './define.js';
import { macieIds, macieRecommendedIds } from './macie-ids.js';

/** `secrets` is what other tools call credentials. */
const SETS: Readonly<Record<string, (sheet: DetectorSheet) => boolean>> = {
  'macie-all': listed(macieIds),
  'macie-recommended': listed(macieRecommendedIds),
  secrets: ({ category }) => category === 'credentials',
};

/** The list is made when somebody asks for it. */
function listed(list: () => readonly string[]): (sheet: DetectorSheet) => boolean {
  let ids: ReadonlySet<string> | undefined;
  return ({ id }) => {
    ids ??= new Set(list());
    return ids.has(id);
  };
}

/** Id, category, countries, regulations, and the sets that it is in. */
export function namesOf(sheet: DetectorSheet): string[] {
  const { id, category, countries, regulations } = sheet;
  return [id, category, ...countries, ...regulations, ...Object.keys(SETS).filter((name) => SETS[name]!(sheet))];
}
