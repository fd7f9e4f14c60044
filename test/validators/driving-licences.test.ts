/** German and Indian driving licence numbers, and the dates beside all of them: published values, the rule written another way, what each finds and what it does not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { germanyDrivingLicence, isGermanSpecimenLicence } from '../../src/validators/germany-driving-licence.js';
import { indiaDrivingLicence } from '../../src/validators/india-driving-licence.js';
import { notADate } from '../../src/validators/not-a-date.js';
import { digitChanges, expectTotal, isReserved, textOf, validShare, verdictOf } from './verdicts.js';

const SEED = 20261121;
const ALNUM = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The check character as the sum of all partial sums, which weighs the first of nine values nine times and the last once. */
function germanCheck(body: string): string {
  let partial = 0;
  let total = 0;
  for (const character of body) {
    partial += Number.parseInt(character, 36);
    total += partial;
  }
  return '0123456789X'[total % 11]!;
}

describe('German licence number', () => {
  it('accepts the specimen card, with separators and in lower case', () => {
    for (const text of ['B072RRE2I55', 'B072 RRE2I 5 5', 'b072rre2i55'])
      expect(verdictOf(germanyDrivingLicence, text)).toBe('valid');
    expect(isReserved(isGermanSpecimenLicence, 'B072RRE2I55')).toBe(true);
    expect(isReserved(isGermanSpecimenLicence, 'C21M4K7TR74')).toBe(false);
  });

  it('agrees with the rule written another way, for every check character', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(textOf(ALNUM, 9), textOf(ALNUM, 1), (body, issue) => {
        const right = germanCheck(body);
        met.add(right);
        for (const check of ALNUM) {
          const expected = check === right ? 'valid' : 'invalid';
          expect(verdictOf(germanyDrivingLicence, body + check + issue), body + check + issue).toBe(expected);
        }
      }),
      { seed: SEED, numRuns: 300 },
    );
    expect(met.size).toBe(11);
  });

  it('notices every single wrong digit but that of the issue, which is not checked', () => {
    fc.assert(
      fc.property(textOf(ALNUM, 9), (body) => {
        const number = body + germanCheck(body);
        for (const wrong of digitChanges(number)) expect(verdictOf(germanyDrivingLicence, `${wrong}7`), wrong).toBe('invalid');
      }),
      { seed: SEED, numRuns: 200 },
    );
    expect(verdictOf(germanyDrivingLicence, 'B072RRE2I5Z')).toBe('valid');
  });

  it('passes one random text in eleven', () => {
    const texts = fc.sample(
      fc.tuple(textOf(ALNUM, 9), textOf('0123456789', 1)).map(([body, check]) => `${body}${check}1`),
      { seed: SEED, numRuns: 4000 },
    );
    expect(validShare(germanyDrivingLicence, texts)).toBeCloseTo(1 / 11, 1);
    expect(validShare(germanyDrivingLicence, texts)).toBeLessThan(0.1);
  });

  it('refuses other lengths and characters, whatever the bytes', () => {
    for (const text of ['', 'B072RRE2I5', 'B072RRE2I555', 'B072RRE2Ä55', 'B072RRE2I_55'])
      expect(verdictOf(germanyDrivingLicence, text), text).toBe('invalid');
    expectTotal(germanyDrivingLicence);
  });
});

/** States and union territories as the Motor Vehicles Act's notification numbers their registration marks, by name. */
const INDIAN_STATES: Readonly<Record<string, readonly string[]>> = {
  'Andaman and Nicobar Islands': ['AN'],
  'Andhra Pradesh': ['AP'],
  'Arunachal Pradesh': ['AR'],
  Assam: ['AS'],
  Bihar: ['BR'],
  Chandigarh: ['CH'],
  Chhattisgarh: ['CG'],
  'Dadra and Nagar Haveli': ['DN'],
  'Daman and Diu': ['DD'],
  Delhi: ['DL'],
  Goa: ['GA'],
  Gujarat: ['GJ'],
  Haryana: ['HR'],
  'Himachal Pradesh': ['HP'],
  'Jammu and Kashmir': ['JK'],
  Jharkhand: ['JH'],
  Karnataka: ['KA'],
  Kerala: ['KL'],
  Ladakh: ['LA'],
  Lakshadweep: ['LD'],
  'Madhya Pradesh': ['MP'],
  Maharashtra: ['MH'],
  Manipur: ['MN'],
  Meghalaya: ['ML'],
  Mizoram: ['MZ'],
  Nagaland: ['NL'],
  Odisha: ['OD', 'OR'],
  Puducherry: ['PY'],
  Punjab: ['PB'],
  Rajasthan: ['RJ'],
  Sikkim: ['SK'],
  'Tamil Nadu': ['TN'],
  Telangana: ['TG', 'TS'],
  Tripura: ['TR'],
  'Uttar Pradesh': ['UP'],
  Uttarakhand: ['UA', 'UK'],
  'West Bengal': ['WB'],
};

describe('Indian licence number', () => {
  it('knows every state, and no other code', () => {
    const known = new Set(Object.values(INDIAN_STATES).flat());
    const letters = ALNUM.slice(10);
    for (const a of letters) {
      for (const b of letters) {
        const expected = known.has(a + b) ? 'valid' : 'invalid';
        expect(verdictOf(indiaDrivingLicence, `${a}${b}0320150048217`), a + b).toBe(expected);
      }
    }
  });

  it('wants an office, a year of this or the last century, and a serial', () => {
    for (const text of ['KA0320150048217', 'KA-03-2015-0048217', 'ka03 20150048217', 'DL9919500000001', 'DL0120359999999'])
      expect(verdictOf(indiaDrivingLicence, text), text).toBe('valid');
    for (const text of ['KA0020150048217', 'KA0319490048217', 'KA0320360048217', 'KA0320150000000'])
      expect(verdictOf(indiaDrivingLicence, text), text).toBe('invalid');
  });

  it('passes random text of its shape less than once in a thousand times', () => {
    const texts = fc.sample(
      fc.tuple(textOf(ALNUM.slice(10), 2), textOf('0123456789', 13)).map((parts) => parts.join('')),
      { seed: SEED, numRuns: 20_000 },
    );
    expect(validShare(indiaDrivingLicence, texts)).toBeLessThan(0.001);
  });

  it('refuses other lengths and characters, whatever the bytes', () => {
    for (const text of ['', 'KA032015004821', 'KA03201500482171', 'KAO320150048217', '030320150048217'])
      expect(verdictOf(indiaDrivingLicence, text), text).toBe('invalid');
    expectTotal(indiaDrivingLicence);
  });
});

describe('a number that is no date', () => {
  it('refuses every day of two centuries in three orders, with separators or without', () => {
    const missed: string[] = [];
    for (let time = Date.UTC(1900, 0, 1); time < Date.UTC(2100, 0, 1); time += 86_400_000) {
      const [year, month, day] = new Date(time).toISOString().slice(0, 10).split('-') as [string, string, string];
      for (const text of [year + month + day, `${day}-${month}-${year}`, month + day + year])
        if (verdictOf(notADate, text) !== 'invalid') missed.push(text);
    }
    expect(missed).toEqual([]);
  });

  it('says nothing of days that do not exist, other years, other lengths and letters', () => {
    for (const text of ['20150229', '31-04-2015', '18991231', '21000101', '2015031', '201503144', '2015031A', ''])
      expect(verdictOf(notADate, text), text).toBe('unknown');
    expectTotal(notADate);
  });

  it('takes at most one in five hundred numbers of eight digits for a date', () => {
    const texts = fc.sample(textOf('0123456789', 8), { seed: SEED, numRuns: 50_000 });
    const dates = texts.filter((text) => verdictOf(notADate, text) === 'invalid').length;
    expect(dates / texts.length).toBeLessThan(1 / 500);
    expect(dates).toBeGreaterThan(0);
  });
});
