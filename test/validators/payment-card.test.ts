import { describe, expect, it } from 'vitest';
import { luhn } from '../../src/validators/luhn.js';
import { isTestCard, isUnlikelyCard, luhnOfLongGroups } from '../../src/validators/payment-card.js';
import { seededRandom } from '../detectors/random-shape.js';
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

describe('isUnlikelyCard', () => {
  it('knows what numbers of programs and tables look like', () => {
    for (const text of [
      '2513212511214154',
      '4117101010101010',
      '6543210123456788',
      '2345678901234560',
      '6250000000000000005',
      '4000 0000 4273 1962',
      '4440 4445 4452 4457',
      '5232-5233-5246-5231',
      '2650 1514 1514 1514',
      '4109 7966 7970 7971',
      '2289 1147 1830 2289',
      '6479 1084 3158 6480',
      // Article numbers.
      '4069372976937',
      '4015386029817',
      '6408 7048 7688 8328',
      '4208 1937 3666 5395',
      '6227 1019 3079 6228 121',
      '4111111111111111',
      // Five equal digits, and six that count.
      '4798888821632430',
      '4712345682266809',
      '4776543282266809',
    ])
      expect(isReserved(isUnlikelyCard, text), text).toBe(true);
  });

  it('takes one random number of thirteen digits in ten for an article number', () => {
    const random = seededRandom(13);
    const numbers = Array.from({ length: 4000 }, () => `4${Array.from({ length: 12 }, () => random(10)).join('')}`);
    const isArticle = (text: string) =>
      [...text].reduce((sum, digit, i) => sum + Number(digit) * (i % 2 === 0 ? 1 : 3), 0) % 10 === 0;
    for (const text of numbers.filter(isArticle)) expect(isReserved(isUnlikelyCard, text), text).toBe(true);
    const share = numbers.filter((text) => isReserved(isUnlikelyCard, text)).length / numbers.length;
    expect(share).toBeGreaterThan(0.09);
    expect(share).toBeLessThan(0.13);
  });

  it('leaves numbers that look issued', () => {
    for (const text of [
      '4798643261622430',
      '4755298414017',
      '5265-0988-5777-6465',
      '3002 405802 1050',
      '6217 9514 0830 6899 970',
      // Five digits that count, four equal ones, two near groups of three.
      '4712345982266809',
      // An article number is written solid.
      '4069-3729-76937',
      '40693 729 76937',
      '4798888216622430',
      '4798 4750 3012 9640',
    ])
      expect(isReserved(isUnlikelyCard, text), text).toBe(false);
  });

  it('holds one random number in 100', () => {
    const random = seededRandom(16);
    const count = 20_000;
    let unlikely = 0;
    for (let i = 0; i < count; i++) {
      const text = Array.from({ length: 16 }, () => random(10)).join('');
      const grouped = i % 2 === 0 ? text : text.replace(/(\d{4})(?=\d)/g, '$1 ');
      if (isReserved(isUnlikelyCard, grouped)) unlikely++;
    }
    expect(unlikely / count).toBeGreaterThan(0.004);
    expect(unlikely / count).toBeLessThan(0.012);
  });
});
