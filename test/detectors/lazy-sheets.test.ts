// Sheets that are made when they are asked: nobody can tell them from others, but by what was made.
import { describe, expect, it } from 'vitest';
import { CATALOGUE, type DetectorSheet } from '../../src/detectors/index.js';
import { lazySheets, wholeSheet } from '../../src/detectors/lazy-sheets.js';
import { asMacieChecks } from '../../src/detectors/macie-strictness.js';
import { selectDetectors } from '../../src/detectors/select.js';

const byId = new Map(CATALOGUE.map((sheet) => [sheet.id, sheet]));

function lazyCatalogue(): { readonly sheets: readonly DetectorSheet[]; readonly made: string[] } {
  const made: string[] = [];
  const make = (id: string): DetectorSheet => {
    made.push(id);
    return byId.get(id)!;
  };
  return { sheets: lazySheets([...byId.keys()], make), made };
}

describe('a lazy sheet', () => {
  it('says all that the sheet says', () => {
    const { sheets } = lazyCatalogue();
    CATALOGUE.forEach((sheet, i) => {
      for (const field of Object.keys(sheet) as (keyof DetectorSheet)[]) expect(sheets[i]![field]).toEqual(sheet[field]);
      expect(wholeSheet(sheets[i]!)).toBe(sheet);
      expect(wholeSheet(sheet)).toBe(sheet);
    });
  });

  it('has each field that some sheet has, and none of what users alone declare', () => {
    const fields = new Set(CATALOGUE.flatMap((sheet) => Object.keys(sheet)));
    expect(fields).not.toContain('custom');
    const [lazy] = lazyCatalogue().sheets;
    for (const field of fields) expect(field in lazy!).toBe(true);
  });

  it('is made once, by who asks for more than its id', () => {
    const { sheets, made } = lazyCatalogue();
    expect(sheets.filter(({ custom }) => custom !== undefined)).toEqual([]);
    expect(selectDetectors([], [], sheets).map(({ id }) => id)).toEqual([...byId.keys()]);
    expect(made).toEqual([]);
    for (const _ of [1, 2]) expect(sheets[3]!.forms).toBe(CATALOGUE[3]!.forms);
    expect(made).toEqual([CATALOGUE[3]!.id]);
  });

  it('can be checked as Macie checks it', () => {
    const plain = (sheet: DetectorSheet): string =>
      JSON.stringify(sheet, (_key, value: unknown) => (typeof value === 'function' ? value.name : value));
    const { sheets } = lazyCatalogue();
    const strict = sheets.map((sheet) => plain(wholeSheet(asMacieChecks(sheet))));
    expect(strict).toEqual(CATALOGUE.map((sheet) => plain(asMacieChecks(sheet))));
    expect(strict.some((text, i) => text !== plain(CATALOGUE[i]!))).toBe(true);
  });
});
