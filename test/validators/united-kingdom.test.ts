/** NHS numbers, National Insurance numbers and driver numbers. */
import fc from 'fast-check';
import { stdnum } from 'stdnum';
import { describe, expect, it } from 'vitest';
import { isSpecimenDriverNumber, ukDriverNumber } from '../../src/validators/uk-driving-licence.js';
import { isTestNhsNumber, nhsNumber } from '../../src/validators/uk-nhs.js';
import { ninoPrefix } from '../../src/validators/uk-nino.js';
import { digitChanges, digitText, expectTotal, isReserved, textOf, verdictOf } from './verdicts.js';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

describe('nhsNumber', () => {
  it('accepts published numbers', () => {
    for (const text of ['943 476 5919', '401-023-2137', '9434765870', '429 141 9724'])
      expect(verdictOf(nhsNumber, text), text).toBe('valid');
  });

  it('takes one check digit, or none where the remainder asks for 10', () => {
    let none = 0;
    for (const digits of fc.sample(digitText(9), { numRuns: 3000, seed: 11 })) {
      const sum = [...digits].reduce((total, d, i) => total + Number(d) * (10 - i), 0);
      const check = (11 - (sum % 11)) % 11;
      const found = [...'0123456789'].filter((d) => verdictOf(nhsNumber, digits + d) === 'valid');
      expect(found, digits).toEqual(check === 10 ? [] : [String(check)]);
      if (check === 10) none++;
    }
    expect(none).toBeGreaterThan(100);
  });

  it('finds every wrong digit and every swap of neighbours', () => {
    const text = '4291419724';
    for (const changed of digitChanges(text)) expect(verdictOf(nhsNumber, changed), changed).toBe('invalid');
    for (let i = 0; i < 9; i++) {
      const swapped = text.slice(0, i) + text[i + 1] + text[i] + text.slice(i + 2);
      if (swapped !== text) expect(verdictOf(nhsNumber, swapped), swapped).toBe('invalid');
    }
  });

  it('refuses equal digits, of which 1111111111 satisfies the sum', () => {
    for (const digit of '0123456789') expect(verdictOf(nhsNumber, digit.repeat(10))).toBe('invalid');
  });

  it('knows the range and the example that the NHS keeps for tests', () => {
    for (const text of ['999 000 0018', '9990000018', '943-476-5919']) expect(isReserved(isTestNhsNumber, text), text).toBe(true);
    for (const text of ['989 000 0018', '4291419724']) expect(isReserved(isTestNhsNumber, text), text).toBe(false);
  });

  it('gives a verdict on any bytes', () => expectTotal(nhsNumber));
});

describe('ninoPrefix', () => {
  it('takes and refuses every pair of letters as HMRC lists them', () => {
    let pairs = 0;
    for (const first of LETTERS) {
      for (const second of LETTERS) {
        const pair = first + second;
        const unused = ['BG', 'GB', 'KN', 'NK', 'NT', 'TN', 'ZZ'].includes(pair);
        const expected = !'DFIQUV'.includes(first) && !'DFIOQUV'.includes(second) && !unused;
        expect(verdictOf(ninoPrefix, `${pair}103759A`), pair).toBe(expected ? 'unknown' : 'invalid');
        if (expected) pairs++;
      }
    }
    expect(pairs).toBe(20 * 19 - 7);
  });

  it('agrees with stdnum', () => {
    fc.assert(
      fc.property(textOf(LETTERS, 2), digitText(6), textOf('ABCD', 1), (pair, digits, suffix) => {
        const text = pair + digits + suffix;
        // The oracle looks at both letters with one set, so it takes O as the second letter; HMRC does not.
        if (pair[1] === 'O') return;
        expect(verdictOf(ninoPrefix, text) !== 'invalid', text).toBe(stdnum.GB!.nino!.validate(text).isValid);
      }),
      { numRuns: 3000 },
    );
  });

  it('reads through the printed groups', () => {
    expect(verdictOf(ninoPrefix, 'JG 10 37 59 A')).toBe('unknown');
    expect(verdictOf(ninoPrefix, 'GB-10-37-59-A')).toBe('invalid');
  });

  it('gives a verdict on any bytes', () => expectTotal(ninoPrefix));
});

describe('ukDriverNumber', () => {
  it('takes dates of men and women that exist', () => {
    for (const text of ['BRAMW602145KL9TX', 'BRAMW652145KL9TX', 'LEE99855319M99AB', 'BRAMW602295KL9TX42']) {
      expect(verdictOf(ukDriverNumber, text), text).toBe('unknown');
    }
    for (const text of [
      'BRAMW602305KL9TX',
      'BRAMW604315KL9TX',
      'BRAMW613145KL9TX',
      'BRAMW600145KL9TX',
      'BRAMW650145KL9TX',
      'BRAMW602005KL9TX',
    ]) {
      expect(verdictOf(ukDriverNumber, text), text).toBe('invalid');
    }
  });

  it("knows DVLA's specimen", () => {
    expect(isReserved(isSpecimenDriverNumber, 'MORGA657054SM9IJ')).toBe(true);
    expect(isReserved(isSpecimenDriverNumber, 'BRAMW602145KL9TX')).toBe(false);
  });

  it('gives a verdict on any bytes', () => expectTotal(ukDriverNumber));
});
