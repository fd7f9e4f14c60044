/** Which sheets run: names that users give (ids, categories, countries, regulations, sets) turned into sheets. */
import { UsageError } from '../core/errors.js';
import { suggestion } from '../core/nearest.js';
import type { DetectorSheet } from './define.js';
import { CATALOGUE } from './index.js';
import { namesOf } from './sets.js';

/**
 * Sheets that one of `names` means, without those that one of `excluded` means, in catalogue order. A name is an id
 * (`EMAIL_ADDRESS`), a category (`phi`), a country as ISO 3166-1 alpha-2 (`US`), a regulation (`pci-dss`) or a set
 * (`macie-recommended`); case does not matter.
 * @param names empty for all
 * @throws UsageError for a name that means no sheet, or where no sheet is left
 */
export function selectDetectors(
  names: readonly string[],
  excluded: readonly string[] = [],
  catalogue: readonly DetectorSheet[] = CATALOGUE,
): DetectorSheet[] {
  const wanted = names.map((name) => meaning(name, catalogue));
  const unwanted = excluded.map((name) => meaning(name, catalogue));
  const left = catalogue.filter(
    (sheet) =>
      (wanted.length === 0 || wanted.some((sheets) => sheets.has(sheet))) && !unwanted.some((sheets) => sheets.has(sheet)),
  );
  if (left.length === 0) throw new UsageError('no detector is left to run; name more detectors or exclude fewer');
  return left;
}

function meaning(name: string, catalogue: readonly DetectorSheet[]): ReadonlySet<DetectorSheet> {
  const wanted = name.toLowerCase();
  const sheets = catalogue.filter((sheet) => namesOf(sheet).some((known) => known.toLowerCase() === wanted));
  if (sheets.length > 0) return new Set(sheets);
  const known = catalogue.flatMap(namesOf);
  const hint = suggestion(name, [...new Set(known)]) || '; clearset detectors lists them all';
  throw new UsageError(`no detector, category, country, regulation or set is called ${JSON.stringify(name)}${hint}`);
}
