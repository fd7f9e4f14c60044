import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { luhn } from '../../src/validators/luhn.js';
import { digitChanges, digitText, expectTotal, verdictOf } from './verdicts.js';

/** The definition on a string, one digit after the other, to hold the validator against. */
function luhnByDefinition(digits: string): boolean {
  const sum = [...digits]
    .reverse()
    .map((c, i) => (i % 2 === 0 ? Number(c) : Number(c) * 2))
    .map((n) => (n > 9 ? n - 9 : n))
    .reduce((a, b) => a + b, 0);
  return sum % 10 === 0 && sum > 0;
}

describe('luhn', () => {
  it('accepts published numbers, also in groups', () => {
    for (const text of ['79927398713', '4111111111111111', '4111 1111 1111 1111', '3782-822463-10005', '6011000990139424']) {
      expect(verdictOf(luhn, text), text).toBe('valid');
    }
  });

  it('refuses all zeros, although their sum is a multiple of ten', () => {
    expect(verdictOf(luhn, '0000000000000000')).toBe('invalid');
  });

  it('agrees with the definition on random numbers of 8 to 19 digits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 8, max: 19 }).chain(digitText),
        (text) => verdictOf(luhn, text) === (luhnByDefinition(text) ? 'valid' : 'invalid'),
      ),
      { numRuns: 5000 },
    );
  });

  it('finds every wrong digit', () => {
    for (const text of ['4798643261622430', '375597018115677', '36041201046390']) {
      for (const changed of digitChanges(text)) expect(verdictOf(luhn, changed), changed).toBe('invalid');
    }
  });

  it('gives a verdict on any bytes', () => expectTotal(luhn));
});
