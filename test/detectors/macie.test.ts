/** Macie's identifiers: each has its sheet, which asks for a keyword where Macie does. The examples of all sheets run elsewhere. */
import { describe, expect, it } from 'vitest';
import type { DetectorSheet, FormSpec } from '../../src/detectors/define.js';
import { CATALOGUE } from '../../src/detectors/index.js';
import { MACIE_MODES, type MacieKeywordMode, macieIds, macieRecommendedIds } from '../../src/detectors/macie-ids.js';

/** Where ours have a form that Macie has not. */
const MORE: ReadonlyMap<string, MacieKeywordMode> = new Map([
  // `expM=02`: the keyword is part of the form.
  ['CREDIT_CARD_EXPIRATION', 'conditional'],
  // Directly behind the id of its pair.
  ['AWS_CREDENTIALS', 'conditional'],
  // `Basic …` without the header's name, in a column or field that is called so.
  ['HTTP_BASIC_AUTH_HEADER', 'conditional'],
  // A code and a town that no list has, beside a word for an address.
  ['ADDRESS', 'conditional'],
  // The number as Poles write it, without the letters of the country, beside a word for an account.
  ['POLAND_BANK_ACCOUNT_NUMBER', 'conditional'],
  // Written as hardly anything else is: hyphens, parentheses, pairs, points and two check digits, a name's letters and a date.
  ['PHONE_NUMBER', 'conditional'],
  ['FRANCE_PHONE_NUMBER', 'conditional'],
  ['UK_PHONE_NUMBER', 'conditional'],
  ['USA_SOCIAL_SECURITY_NUMBER', 'conditional'],
  ['BRAZIL_CPF_NUMBER', 'conditional'],
  ['BRAZIL_CNPJ_NUMBER', 'conditional'],
  ['ITALY_NATIONAL_IDENTIFICATION_NUMBER', 'conditional'],
  ['MEXICO_CURP_NUMBER', 'none'],
  ['FRANCE_NATIONAL_IDENTIFICATION_NUMBER', 'conditional'],
  ['INDIA_PERMANENT_ACCOUNT_NUMBER', 'conditional'],
  ['SPAIN_DNI_NUMBER', 'conditional'],
  ['SPAIN_NIE_NUMBER', 'conditional'],
  ['UK_NATIONAL_INSURANCE_NUMBER', 'conditional'],
  ['USA_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER', 'conditional'],
  ['USA_MEDICARE_BENEFICIARY_IDENTIFIER', 'conditional'],
  ['ARGENTINA_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER', 'conditional'],
  // A first or last name alone, in a column that is called so.
  ['NAME', 'conditional'],
  // In fields that may be of any kind, beside the one that goes with them.
  ['BANK_ACCOUNT_NUMBER', 'conditional'],
  ['LATITUDE_LONGITUDE', 'conditional'],
]);

const sheets = new Map(CATALOGUE.map((sheet) => [sheet.id, sheet]));

/** What the sheet's forms ask for. `absent` is the twin of `required`: it needs no keyword. */
function modeOf(sheet: DetectorSheet): MacieKeywordMode {
  const needs = new Set(sheet.forms.map((form) => ((form as FormSpec).keywordMode ?? sheet.keywords.mode) === 'required'));
  if (needs.size > 1) return 'conditional';
  return needs.has(true) ? 'required' : 'none';
}

describe("Macie's identifiers", () => {
  it('are 166, each once, and 35 are recommended', () => {
    expect([macieIds().length, new Set(macieIds()).size]).toEqual([166, 166]);
    expect([macieRecommendedIds().length, new Set(macieRecommendedIds()).size]).toEqual([35, 35]);
    expect(macieRecommendedIds().filter((id) => !macieIds().includes(id))).toEqual([]);
  });

  it('all have a sheet', () => {
    expect(macieIds().filter((id) => !sheets.has(id))).toEqual([]);
  });

  it.each(MACIE_MODES)('%s: the sheets ask for keywords as Macie does', (mode) => {
    const ours = macieIds(mode).filter((id) => sheets.has(id));
    const wanted = ours.map((id) => [id, MORE.get(id) ?? mode]);
    expect(ours.map((id) => [id, modeOf(sheets.get(id)!)])).toEqual(wanted);
  });

  it('have examples of what is found and of what is not', () => {
    const bare = macieIds().filter((id) => {
      const examples = sheets.get(id)?.examples;
      return examples !== undefined && (examples.match.length === 0 || examples.noMatch.length === 0);
    });
    expect(bare).toEqual([]);
  });
});
