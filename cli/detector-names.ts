/** Names of detectors as the command line takes them. */
import { CATALOGUE, suggestion, UsageError } from '../src/index.js';

/** Names of detectors or of what they have in common. @throws UsageError for one that means nothing */
export function detectorNames(lists: readonly string[]): string[] {
  const given = lists
    .flatMap((list) => list.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (given.length === 0) return given;
  const known = new Set(
    CATALOGUE.flatMap(({ id, category, countries, regulations }) => [id, category, ...countries, ...regulations]),
  );
  const lowerCase = new Set([...known].map((name) => name.toLowerCase()));
  const unknown = given.find((name) => !lowerCase.has(name.toLowerCase()));
  if (unknown === undefined) return given;
  const hint = suggestion(unknown, [...known]) || '; clearset detectors lists them all';
  throw new UsageError(`no detector, category, country or regulation is called ${JSON.stringify(unknown)}${hint}`);
}
