import fc from 'fast-check';
import * as ibantools from 'ibantools';
import { describe, expect, it } from 'vitest';
import type { Validator } from '../../src/core/verdict.js';
import { frenchRib, germanAccount, italianCin, spanishCcc, ukAccount } from '../../src/validators/bban.js';
import { digitChanges, digitText, expectTotal, textOf, validShare, verdictOf } from './verdicts.js';

const ALNUM = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const KEYS = Array.from({ length: 100 }, (_, key) => String(key).padStart(2, '0'));

/** `shape` with each key in the place of `??`, after a right number of the same validator, of which nothing may be left. */
function expectNone(validator: Validator, right: string, shape: string): void {
  for (const key of KEYS) {
    expect(verdictOf(validator, right), right).not.toBe('invalid');
    const text = shape.replace('??', key);
    expect(verdictOf(validator, text), text).toBe('invalid');
  }
}

describe('frenchRib', () => {
  it('has digits for bank, branch and key, and 23 characters', () => {
    const right = '20041010050500013M02606';
    for (const shape of [
      ...['2004A010050500013M026??', 'A0041010050500013M026??', '2004101A050500013M026??', '200410100A0500013M026??'],
      ...['20041010050500013M02??', '20041010050500013M0260??', '20041010050500013M0260A', '20041010050500013M026A6'],
    ])
      expectNone(frenchRib, right, shape);
  });

  it('has one key for a bank or branch of zeros, as ibantools says', () => {
    for (const account of ['0000001005', '2004100000', '0000000000']) {
      const texts = KEYS.map((key) => `${account}0500013M026${key}`);
      const valid = texts.filter((text) => verdictOf(frenchRib, text) === 'valid');
      expect(valid).toEqual(texts.filter((text) => ibantools.isValidBBAN(text, 'FR')));
      expect(valid).toHaveLength(1);
    }
  });

  it('accepts the example of the IBAN registry, solid and in groups', () => {
    for (const text of ['20041010050500013M02606', '20041 01005 0500013M026 06', '20041-01005-0500013m026-06']) {
      expect(verdictOf(frenchRib, text), text).toBe('valid');
    }
  });

  it('agrees with the whole number mod 97 on random accounts', () => {
    fc.assert(
      fc.property(digitText(10), textOf(ALNUM, 11), (codes, account) => {
        // The key makes bank, branch, account and key, with letters as digits, a multiple of 97.
        const plain = [...account]
          .map((c) => (c <= '9' ? c : String('12345678912345678923456789'[c.charCodeAt(0) - 65])))
          .join('');
        const key = 97n - (BigInt(`${codes}${plain}00`) % 97n);
        const rib = `${codes}${account}${String(key).padStart(2, '0')}`;
        expect(verdictOf(frenchRib, rib), rib).toBe('valid');
        expect(ibantools.isValidBBAN(rib, 'FR'), rib).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds every wrong digit', () => {
    for (const changed of digitChanges('20041010050500013M02606')) expect(verdictOf(frenchRib, changed), changed).toBe('invalid');
  });

  it('lets about 1 random value in 97 pass', () => {
    const samples = fc.sample(digitText(23), { numRuns: 20_000, seed: 97 });
    expect(validShare(frenchRib, samples)).toBeLessThan(0.014);
  });

  it('gives a verdict on any bytes', () => expectTotal(frenchRib));
});

describe('spanishCcc', () => {
  it('accepts published accounts', () => {
    for (const text of ['21000418450200051332', '2100 0418 45 0200051332', '1234-1234-16-1234567890']) {
      expect(verdictOf(spanishCcc, text), text).toBe('valid');
    }
  });

  it('agrees with ibantools on random accounts with every pair of control digits', () => {
    fc.assert(
      fc.property(digitText(8), digitText(10), (codes, account) => {
        for (let control = 0; control < 100; control++) {
          const ccc = `${codes}${String(control).padStart(2, '0')}${account}`;
          expect(verdictOf(spanishCcc, ccc) === 'valid', ccc).toBe(ibantools.isValidBBAN(ccc, 'ES'));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('has twenty digits', () => {
    const right = '21000418450200051332';
    for (const shape of ['2100041A??0200051332', 'A1000418??0200051332', '21000418??020005133A', '21000418??A200051332'])
      expectNone(spanishCcc, right, shape);
    for (const shape of ['21000418??020005133', '21000418??02000513321', '1000418450200051332'])
      expectNone(spanishCcc, right, shape);
  });

  it('refuses equal digits, of which all zeros satisfy the sums', () => {
    expect(verdictOf(spanishCcc, '0'.repeat(20))).toBe('invalid');
  });

  it('gives a verdict on any bytes', () => expectTotal(spanishCcc));
});

describe('italianCin', () => {
  it('accepts the examples of the IBAN registry for Italy and San Marino', () => {
    for (const text of ['X0542811101000000123456', 'U0322509800000000270100', 'x0542811101000000123456']) {
      expect(verdictOf(italianCin, text), text).toBe('valid');
    }
  });

  it('takes exactly one letter for any account', () => {
    fc.assert(
      fc.property(digitText(10), textOf(ALNUM, 12), (codes, account) => {
        const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter(
          (cin) => verdictOf(italianCin, cin + codes + account) === 'valid',
        );
        expect(letters.length).toBe(1);
      }),
      { numRuns: 500 },
    );
  });

  it('finds every wrong digit', () => {
    for (const changed of digitChanges('X0542811101000000123456'))
      expect(verdictOf(italianCin, changed), changed).toBe('invalid');
  });

  it('refuses letters in the bank and branch codes, and other lengths, whatever the control letter', () => {
    const right = 'X0542811101000000123456';
    for (let at = 1; at <= 10; at++) {
      for (const cin of ALNUM.slice(10)) {
        const text = `${cin}${right.slice(1, at)}A${right.slice(at + 1)}`;
        expect(verdictOf(italianCin, text), text).toBe('invalid');
      }
    }
    for (const cin of ALNUM) {
      for (const account of ['054281110100000012345', '05428111010000001234567']) {
        expect(verdictOf(italianCin, right)).toBe('valid');
        expect(verdictOf(italianCin, cin + account), cin + account).toBe('invalid');
      }
    }
    // Eleven letters and digits may follow: the account begins at once behind the branch.
    expect([...ALNUM].filter((cin) => verdictOf(italianCin, `${cin}0542811101A00000123456`) === 'valid')).toHaveLength(1);
  });

  it('gives a verdict on any bytes', () => expectTotal(italianCin));
});

describe('accounts without a common check digit', () => {
  it('never calls them valid', () => {
    expect(verdictOf(germanAccount, '370400440532013000')).toBe('unknown');
    expect(verdictOf(ukAccount, '60-16-13 31926819')).toBe('unknown');
    expect(verdictOf(ukAccount, 'NWBK60161331926819')).toBe('unknown');
  });

  it('knows the clearing districts 1 to 8, and lengths', () => {
    for (const district of '12345678') expect(verdictOf(germanAccount, `${district}70400440532013000`), district).toBe('unknown');
    for (const district of '09') expect(verdictOf(germanAccount, `${district}70400440532013000`), district).toBe('invalid');
    const right = '370400440532013000';
    for (const shape of [
      '37040044053201300',
      '3704004405320130001',
      '3704A0440532013000',
      '37040044053201300A',
      'A70400440532013000',
    ])
      expectNone(germanAccount, right, shape);
    for (const [sort, account] of [
      ['601613', '31926819'],
      ['000001', '00000001'],
    ]) {
      expect(verdictOf(ukAccount, `${sort}${account}`)).toBe('unknown');
      expect(verdictOf(ukAccount, `NWBK${sort}${account}`)).toBe('unknown');
    }
    for (const shape of [
      '6016133192681',
      '601613319268191',
      'NWB60161331926819',
      'NWBKX60161331926819',
      '60161A31926819',
      '6016133192681A',
    ])
      expectNone(ukAccount, 'NWBK60161331926819', shape);
    expect(verdictOf(ukAccount, 'NWBK11111111111111')).toBe('invalid');
    expect(verdictOf(ukAccount, '11111111111112')).toBe('unknown');
    expect(verdictOf(ukAccount, '21111111111111')).toBe('unknown');
  });

  it('refuses what no bank has', () => {
    expect(verdictOf(germanAccount, '970400440532013000')).toBe('invalid');
    expect(verdictOf(germanAccount, '370400440000000000')).toBe('invalid');
    expect(verdictOf(ukAccount, '00-00-00 31926819')).toBe('invalid');
    expect(verdictOf(ukAccount, '11-11-11 11111111')).toBe('invalid');
    expect(verdictOf(ukAccount, '60-16-13 00000000')).toBe('invalid');
  });

  it('gives a verdict on any bytes', () => {
    expectTotal(germanAccount);
    expectTotal(ukAccount);
  });
});
