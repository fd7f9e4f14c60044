import { describe, expect, it } from 'vitest';
import { luhn } from '../../src/validators/luhn.js';
import { isTestCard, luhnOfLongGroups } from '../../src/validators/payment-card.js';
import { digitChanges, expectTotal, isReserved, verdictOf } from './verdicts.js';

describe('luhnOfLongGroups', () => {
  it('accepts a number of 19 digits whose first 16 are no card number', () => {
    expect(verdictOf(luhnOfLongGroups, '6217 9514 0830 6899 970')).toBe('valid');
    expect(verdictOf(luhnOfLongGroups, '6217-9514-0830-6899-970')).toBe('valid');
  });

  it('refuses a card of 16 digits with a code behind it, whatever the code', () => {
    const card = '6011 1491 2024 4727';
    expect(verdictOf(luhn, card)).toBe('valid');
    let passLuhn = 0;
    for (let code = 0; code < 1000; code++) {
      const text = `${card} ${String(code).padStart(3, '0')}`;
      if (verdictOf(luhn, text) === 'valid') passLuhn++;
      expect(verdictOf(luhnOfLongGroups, text), text).toBe('invalid');
    }
    expect(passLuhn).toBe(100);
  });

  it('finds every wrong digit', () => {
    for (const changed of digitChanges('6212 3917 1702 9756 78')) {
      expect(verdictOf(luhnOfLongGroups, changed), changed).toBe('invalid');
    }
  });

  it('is plain Luhn where there are no groups', () => {
    expect(verdictOf(luhnOfLongGroups, '6217951408306899970')).toBe('valid');
    expect(verdictOf(luhnOfLongGroups, '6217951408306899971')).toBe('invalid');
  });

  it('gives a verdict on any bytes', () => expectTotal(luhnOfLongGroups));
});

describe('isTestCard', () => {
  it('knows published numbers in every grouping', () => {
    for (const text of ['4111111111111111', '4111 1111 1111 1111', '4242-4242-4242-4242', '3782 822463 10005', '4222222222222']) {
      expect(isReserved(isTestCard, text), text).toBe(true);
    }
  });

  it('does not know their neighbours', () => {
    for (const text of ['4111111111111129', '4798643261622430', '411111111111111', '41111111111111111']) {
      expect(isReserved(isTestCard, text), text).toBe(false);
    }
  });
});
