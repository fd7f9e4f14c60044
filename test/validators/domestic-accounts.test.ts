/** Account numbers as banks write them at home: the Polish one has its check digits, the British one what stands before it. */
import fc from 'fast-check';
import * as ibantools from 'ibantools';
import { describe, expect, it } from 'vitest';
import { polishNrb, ukAccountAlone } from '../../src/validators/bban.js';
import { digitChanges, digitText, expectTotal, validShare, verdictOf } from './verdicts.js';

describe('polishNrb', () => {
  it('accepts the example of the IBAN registry, solid and in groups', () => {
    for (const text of ['61109010140000071219812874', '61 1090 1014 0000 0712 1981 2874', '61-1090-1014-0000-0712-1981-2874'])
      expect(verdictOf(polishNrb, text), text).toBe('valid');
  });

  it('is what an IBAN of Poland is without its letters', () => {
    fc.assert(
      fc.property(digitText(24), (account) => {
        for (const check of ['00', '01', '02', '61', '97', '98', '99']) {
          // Mod 97 alone: the check digit within the bank's number is not asked for.
          const whole = BigInt(`${account}2521${check}`);
          const isInRange = Number(check) >= 2 && Number(check) <= 98;
          expect(verdictOf(polishNrb, check + account) === 'valid', check + account).toBe(isInRange && whole % 97n === 1n);
        }
      }),
      { numRuns: 500 },
    );
    expect(ibantools.isValidIBAN('PL61109010140000071219812874')).toBe(true);
  });

  it('finds every wrong digit', () => {
    for (const changed of digitChanges('61109010140000071219812874'))
      expect(verdictOf(polishNrb, changed), changed).toBe('invalid');
  });

  it('lets about 1 random value in 97 pass', () => {
    expect(validShare(polishNrb, fc.sample(digitText(26), { numRuns: 20_000, seed: 97 }))).toBeLessThan(0.014);
  });

  it('gives a verdict on any bytes', () => expectTotal(polishNrb));
});

describe('ukAccountAlone', () => {
  it.each([
    ['31926819', 'unknown'],
    ['11111111', 'invalid'],
    ['00000000', 'invalid'],
    ['3192681', 'invalid'],
    ['3192681A', 'invalid'],
  ] as const)('%s: %s', (text, verdict) => expect(verdictOf(ukAccountAlone, text)).toBe(verdict));
  it('gives a verdict on any bytes', () => expectTotal(ukAccountAlone));
});
