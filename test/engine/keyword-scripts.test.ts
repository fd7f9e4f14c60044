/** Keywords of the catalogue in other scripts and spellings, and short ones inside words: in text, in columns and on JSON paths. */
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/detectors/index.js';
import { createEngine } from '../../src/engine/index.js';
import { EDGE_RUN } from '../../src/engine/letters.js';
import { loadRegex } from '../../src/engine/re2.js';
import { createReference } from '../../src/engine/reference.js';
import { escapeValue, forReference, scanText, scanValues } from './segments.js';
import { fullWidth } from './variants.js';

const engine = createEngine({ detectors: CATALOGUE });
const reference = createReference(CATALOGUE, loadRegex('auto'));
const encoder = new TextEncoder();

/** Keyword of the hits of a detector. The engine and the reference must agree. */
function inText(text: string, id: string): (string | undefined)[] {
  const bytes = encoder.encode(text);
  const found = scanText(engine, bytes)
    .filter(({ detector }) => CATALOGUE[detector]!.id === id)
    .map(({ keyword }) => keyword);
  const expected = reference.scan({ text: bytes }).filter((hit) => hit.id === id);
  expect(found, text).toEqual(expected.map(({ keyword }) => keyword));
  return found;
}

function inField(names: readonly string[], value: string, id: string, shape: 'column' | 'record'): (string | undefined)[] {
  const values = [escapeValue(value, names, false, () => false)];
  const found = scanValues(engine, values, shape)
    .filter(({ detector }) => CATALOGUE[detector]!.id === id)
    .map(({ keyword }) => keyword);
  const expected = reference.scan({ values: forReference(values, shape) }).filter((hit) => hit.id === id);
  expect(found, names.join()).toEqual(expected.map(({ keyword }) => keyword));
  return found;
}

const TAX_GREECE = ['GREECE_TAX_IDENTIFICATION_NUMBER', '160116937'] as const;
const LICENCE_GREECE = ['GREECE_DRIVERS_LICENSE', '827461930'] as const;
const INSURANCE_RUSSIA = ['RUSSIA_INSURANCE_ACCOUNT_NUMBER', '165-276-558 95'] as const;
const EGN = ['BULGARIA_UNIFIED_CIVIL_NUMBER', '6306180447'] as const;
const TURKIYE = ['TURKIYE_IDENTIFICATION_NUMBER', '26422160238'] as const;
const LICENCE_GERMANY = ['GERMANY_DRIVERS_LICENSE', 'C21M4K7TR74'] as const;
const TAX_GERMANY = ['GERMANY_TAX_IDENTIFICATION_NUMBER', '86095742719'] as const;
const TAX_FRANCE = ['FRANCE_TAX_IDENTIFICATION_NUMBER', '3023217600053'] as const;

/** Keywords as they are written, with a value of the detector that needs them. */
const SPELLINGS: readonly (readonly [written: string, id: string, value: string])[] = [
  ['ΑΦΜ', ...TAX_GREECE],
  ['αφμ', ...TAX_GREECE],
  ['Α.Φ.Μ.', ...TAX_GREECE],
  ['Αριθμός Φορολογικού Μητρώου', ...TAX_GREECE],
  ['ΑΡΙΘΜΌΣ ΦΟΡΟΛΟΓΙΚΟΎ ΜΗΤΡΏΟΥ', ...TAX_GREECE],
  ['αριθμόσ φορολογικού μητρώου'.normalize('NFD'), ...TAX_GREECE],
  ['ΆΔΕΙΑ ΟΔΉΓΗΣΗΣ', ...LICENCE_GREECE],
  ['ΑΔΕΙΑ ΟΔΗΓΗΣΗΣ', ...LICENCE_GREECE],
  ['Άδεια\u00a0οδήγησης', ...LICENCE_GREECE],
  ['СНИЛС', ...INSURANCE_RUSSIA],
  ['Страховой\u00a0номер индивидуального\u202fлицевого счёта', ...INSURANCE_RUSSIA],
  ['СТРАХОВОЙ НОМЕР ИНДИВИДУАЛЬНОГО ЛИЦЕВОГО СЧЁТА'.normalize('NFD'), ...INSURANCE_RUSSIA],
  ['ЕГН', ...EGN],
  ['ЕГН на лицето', ...EGN],
  ['T.C. Kimlik', ...TURKIYE],
  ['T.C. KİMLİK NO', ...TURKIYE],
  ['TC KIMLIK', ...TURKIYE],
  ['kimlik numarası', ...TURKIYE],
  ['KİMLİK NUMARASI', ...TURKIYE],
  ['KIMLIK NUMARASI', ...TURKIYE],
  ['vatandaşlık numarası', ...TURKIYE],
  ['VATANDAŞLIK NUMARASI', ...TURKIYE],
  ['Führerschein'.normalize('NFD'), ...LICENCE_GERMANY],
  ['FÜHRERSCHEINNUMMER', ...LICENCE_GERMANY],
  [fullWidth('Fuehrerschein'), ...LICENCE_GERMANY],
  ['Steuer\u2011ID', ...TAX_GERMANY],
  ['Steuer–ID', ...TAX_GERMANY],
  ['Steuer\u00a0ID', ...TAX_GERMANY],
  ['Id\u2010Nr', ...TAX_GERMANY],
  [`${fullWidth('Tax')}\u3000${fullWidth('ID')}`, ...TAX_GERMANY],
  ['Numéro fiscal'.normalize('NFD'), ...TAX_FRANCE],
  ['Numéro\u00a0fiscal', ...TAX_FRANCE],
  ['NUMÉRO\u202fFISCAL'.normalize('NFD'), ...TAX_FRANCE],
];

/** Short keywords inside words, where they are none. */
const INSIDE: readonly (readonly [written: string, id: string, value: string])[] = [
  ...['mcdonald', 'xmc', 'omc', 'mcé'].map((word) => [word, 'CREDIT_CARD_NUMBER', '4755298414017'] as const),
  ...['argot', 'orgs', 'xrg', 'rgb', 'ｒｇｂ'].map((word) => [word, 'BRAZIL_RG_NUMBER', '24.678.131-4'] as const),
  ...['hotel', 'xtel', 'telx', 'e\u0301tel', 'tele'].map((word) => [word, 'FRANCE_PHONE_NUMBER', '0612345678'] as const),
  ...['ααφμ', 'αφμα', 'ΑΦΜΗ'].map((word) => [word, ...TAX_GREECE] as const),
  ...['снилса', 'осниЛС'].map((word) => [word, INSURANCE_RUSSIA[0], '93806492743'] as const),
];

describe('keywords in other scripts and spellings', () => {
  it.each(SPELLINGS)('%s is found in text', (written, id, value) => {
    expect(inText(`${written}: ${value}`, id)).toHaveLength(1);
    expect(inText(`— (${written}) ${value}.`, id)).toHaveLength(1);
    expect(inText(value, id)).toEqual([]);
  });

  it.each(SPELLINGS)('%s is found as the name of a column and on a path', (written, id, value) => {
    expect(inField([written], value, id, 'column')).toHaveLength(1);
    expect(inField(['customer', written, 'value'], value, id, 'record')).toHaveLength(1);
    expect(inField(['customer'], value, id, 'record')).toEqual([]);
  });
});

/** Where letters and digits alternate, and what is a keyword there. */
const BESIDE_DIGITS: readonly (readonly [text: string, keywords: readonly string[]])[] = [
  ['cvv2: 605', ['cvv2']],
  ['cvv1 605', ['cvv']],
  ['1cvv 605', ['cvv']],
  ['12345cvv 605', ['cvv']],
  ['2cvv2 605', ['cvv2']],
  ['r0r9cvV4 605', []],
  ['r0r9cvV 605', []],
  ['9cvV4x 605', []],
  ['a9cvv: 605', []],
  ['cvv1a 605', []],
  ['cvv2a2 605', []],
  ['4tQ7cvv2 605', []],
  ['_r9-9cvv_ 605', ['cvv']],
  ['é9cvv 605', ['cvv']],
  ['９cvv 605', ['cvv']],
  ['ｒ９cvv 605', []],
];

describe('keywords beside digits', () => {
  it.each(BESIDE_DIGITS)('%s', (text, keywords) => {
    expect(inText(text, 'CREDIT_CARD_SECURITY_CODE').slice(-1)).toEqual(keywords);
    expect(inField(['a'], text, 'CREDIT_CARD_SECURITY_CODE', 'column').slice(-1)).toEqual(keywords);
  });

  it('count in names of columns as before', () => {
    for (const name of ['cvv2', 'card1_cvv', '2cvv2', 'user9cvv'])
      expect(inField([name], '605', 'CREDIT_CARD_SECURITY_CODE', 'column'), name).toHaveLength(1);
  });

  it('are looked at so far and no farther, so that a block may be cut there', () => {
    const ssn = (text: string) => inText(`${text} 536 90 4399`, 'USA_SOCIAL_SECURITY_NUMBER');
    expect(ssn(`ssn${'1'.repeat(EDGE_RUN)}a`)).toEqual([]);
    expect(ssn(`ssn${'1'.repeat(EDGE_RUN + 1)}a`)).toEqual(['ssn']);
    expect(ssn(`x${'1'.repeat(EDGE_RUN)}ssn`)).toEqual([]);
    expect(ssn(`x${'1'.repeat(EDGE_RUN + 1)}ssn`)).toEqual(['ssn']);
  });
});

describe('short keywords inside words', () => {
  it.each(INSIDE)('%s is none in text', (written, id, value) => {
    expect(inText(`${written}: ${value}`, id)).toEqual([]);
  });

  it.each(INSIDE)('%s is none in names', (written, id, value) => {
    expect(inField([written], value, id, 'column')).toEqual([]);
    expect(inField(['a', written], value, id, 'record')).toEqual([]);
  });

  it.each([
    ['mc', 'CREDIT_CARD_NUMBER', '4755298414017'],
    ['rg', 'BRAZIL_RG_NUMBER', '24.678.131-4'],
    ['tel', 'FRANCE_PHONE_NUMBER', '0612345678'],
  ])('%s alone is one', (written, id, value) => {
    expect(inText(`${written}: ${value}`, id)).toEqual([written]);
    expect(inField([`my_${written}`], value, id, 'column')).toEqual([written]);
    expect(inField([`user${written[0]!.toUpperCase()}${written.slice(1)}`], value, id, 'record')).toEqual([written]);
  });
});
