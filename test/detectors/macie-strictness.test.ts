/** Macie's own strictness: what Macie would report is reported, and what Macie itself checks or leaves out stays refused. */
import { describe, expect, it } from 'vitest';
import { CATALOGUE, type DetectorSheet } from '../../src/detectors/index.js';
import { macieIds } from '../../src/detectors/macie-ids.js';
import { asMacieChecks } from '../../src/detectors/macie-strictness.js';
import { loadRegex } from '../../src/engine/re2.js';
import { referenceScan } from '../../src/engine/reference.js';
import { createScanner } from '../../src/index.js';
import { readExample } from '../engine/examples.js';

const regex = loadRegex('auto');
const changed = CATALOGUE.filter((sheet) => asMacieChecks(sheet) !== sheet);
const bySheet = (id: string): DetectorSheet => CATALOGUE.find((sheet) => sheet.id === id)!;
const text = (value: string) => ({ text: new TextEncoder().encode(value) });
const found = (sheet: DetectorSheet, value: string) => referenceScan(text(value), [sheet], regex);

describe('with the strictness of Macie', () => {
  it('only identifiers of Macie change', () => {
    const macie = new Set(macieIds());
    expect(changed.length).toBeGreaterThan(35);
    expect(changed.filter(({ id }) => !macie.has(id))).toEqual([]);
  });

  it.each(changed.map((sheet) => [sheet.id, sheet] as const))('%s reports what it reported, as sure', (_id, sheet) => {
    for (const example of sheet.examples.match) {
      const { input } = readExample(example);
      const strict = referenceScan(input, [sheet], regex);
      const lenient = referenceScan(input, [asMacieChecks(sheet)], regex);
      expect(strict.length).toBeGreaterThan(0);
      for (const hit of strict)
        expect(lenient).toContainEqual(
          expect.objectContaining({ start: hit.start, end: hit.end, confidence: hit.confidence, validated: hit.validated }),
        );
    }
  });

  it.each([
    ['BRAZIL_CPF_NUMBER', 'cpf 123.456.789-00'],
    ['CANADA_SOCIAL_INSURANCE_NUMBER', 'SIN 130-692-545'],
    ['FRANCE_BANK_ACCOUNT_NUMBER', 'RIB 20041010050500013M02607'],
    ['INDIA_AADHAAR_NUMBER', 'aadhaar 2345 6789 0123'],
    ['SPAIN_DNI_NUMBER', 'DNI 52345678A'],
    ['UK_NHS_NUMBER', 'NHS number 943 476 5918'],
    ['USA_NATIONAL_PROVIDER_IDENTIFIER', 'NPI 1234567890'],
  ])('%s takes %j, which its public standard refuses, as not validated', (id, value) => {
    expect(found(bySheet(id), value)).toEqual([]);
    const hits = found(asMacieChecks(bySheet(id)), value);
    expect(hits.map(({ confidence, validated }) => [confidence, validated])).toEqual([['medium', false]]);
  });

  it.each([
    ['CREDIT_CARD_NUMBER', 'card 4798 6432 6162 2431'],
    ['ARGENTINA_TARJETA_SUBE', 'tarjeta SUBE 6061 2673 8888 8880'],
    ['FRANCE_BANK_ACCOUNT_NUMBER', 'IBAN FR1520041010050500013M02606'],
    ['BRAZIL_CPF_NUMBER', 'cpf 000.000.000-00'],
    ['UK_TAX_IDENTIFICATION_NUMBER', 'UTR 0000000000'],
  ])('%s refuses %j as Macie does', (id, value) => {
    expect(found(asMacieChecks(bySheet(id)), value)).toEqual([]);
  });

  it('is part of the rules of a scan', async () => {
    const value = 'cpf 123.456.789-00\n';
    const strict = await createScanner({ detectors: ['BR'] }).scan(value, 'a.txt');
    const lenient = await createScanner({ detectors: ['BR'], macieStrictness: true }).scan(value, 'a.txt');
    expect(strict.findings).toEqual([]);
    expect(lenient.findings.map(({ detector }) => detector)).toEqual(['BRAZIL_CPF_NUMBER']);
  });
});
