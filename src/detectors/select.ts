/** Which sheets run: names that users give (ids, categories, countries, regulations) turned into sheets. */
import { UsageError } from '../core/errors.js';
import { suggestion } from '../core/nearest.js';
import type { DetectorSheet } from './define.js';
import { CATALOGUE } from './index.js';

/**
 * Sheets that one of `names` means, without those that one of `excluded` means, in catalogue order. A name is an id
 * (`IBAN`), a category (`phi`), a country as ISO 3166-1 alpha-2 (`US`) or a regulation (`pci-dss`); case does not matter.
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
  const isMeant = (word: string): boolean => word.toLowerCase() === wanted;
  const sheets = catalogue.filter(
    (sheet) => isMeant(sheet.id) || isMeant(sheet.category) || sheet.countries.some(isMeant) || sheet.regulations.some(isMeant),
  );
  if (sheets.length > 0) return new Set(sheets);
  const known = catalogue.flatMap(({ id, category, countries, regulations }) => [id, category, ...countries, ...regulations]);
  const hint = suggestion(name, [...new Set(known)]) || '; clearset detectors lists them all';
  throw new UsageError(`no detector, category, country or regulation is called ${JSON.stringify(name)}${hint}`);
}
