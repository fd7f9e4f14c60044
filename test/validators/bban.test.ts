import fc from 'fast-check';
import * as ibantools from 'ibantools';
import { describe, expect, it } from 'vitest';
import { frenchRib, germanAccount, italianCin, spanishCcc, ukAccount } from '../../src/validators/bban.js';
import { digitChanges, digitText, expectTotal, textOf, validShare, verdictOf } from './verdicts.js';

const ALNUM = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

describe('frenchRib', () => {
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

  it('refuses letters in the bank and branch codes', () => {
    expect(verdictOf(italianCin, 'X05428A1101000000123456')).toBe('invalid');
  });

  it('gives a verdict on any bytes', () => expectTotal(italianCin));
});

describe('accounts without a common check digit', () => {
  it('never calls them valid', () => {
    expect(verdictOf(germanAccount, '370400440532013000')).toBe('unknown');
    expect(verdictOf(ukAccount, '60-16-13 31926819')).toBe('unknown');
    expect(verdictOf(ukAccount, 'NWBK60161331926819')).toBe('unknown');
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
