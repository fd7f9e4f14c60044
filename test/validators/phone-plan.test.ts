/** Reading written numbers and calling codes, each by itself; the first question is for a plan, which has to be unpacked for it. */
import { describe, expect, it } from 'vitest';
import {
  callingCodeAt,
  isNanpElsewhere,
  isNationalNumber,
  phoneDigits,
  readPhoneDigits,
} from '../../src/validators/phone-plan.js';

function read(text: string): number {
  const bytes = Buffer.from(`7${text}7`);
  return readPhoneDigits(bytes, 1, bytes.length - 1);
}

describe('plans', () => {
  it('know Jamaica, and not as the United States', () => {
    const count = read('8769551123');
    expect(isNanpElsewhere(0, count)).toBe(true);
    expect(isNationalNumber(1, 0, count)).toBe(false);
  });

  it('know New York, and not as another country', () => {
    const count = read('2127365000');
    expect(isNanpElsewhere(0, count)).toBe(false);
    expect(isNationalNumber(1, 0, count)).toBe(true);
    expect(isNationalNumber(0, 0, count)).toBe(false);
  });
});

describe('reading', () => {
  it('skips signs between digits, a plus in front and pairs of parentheses', () => {
    for (const [text, digits] of [
      ['+1 (212) 736-5000', '12127365000'],
      ['0.2/1-2 3', '02123'],
      ['(0)(1)', '01'],
      ['12345678901234567890', '12345678901234567890'],
      ['', ''],
      ['+', ''],
    ] as const) {
      expect(read(text), text).toBe(digits.length);
      expect([...phoneDigits.subarray(0, digits.length)].join('')).toBe(digits);
    }
  });

  it('gives -1 for anything else', () => {
    for (const text of [
      '1:2',
      'x12',
      '1;2',
      '1+2',
      ' +12',
      '1,2',
      '1x',
      '1_2',
      '(1',
      '1)',
      ')1(',
      '((1))',
      '(1)(',
      '123456789012345678901',
      'é',
    ])
      expect(read(text), text).toBe(-1);
  });
});

describe('calling codes', () => {
  it('have one to three digits, of those that were read', () => {
    expect(read('+353 1')).toBe(4);
    for (const [count, expected] of [
      [4, 353 * 4 + 3],
      [3, 353 * 4 + 3],
      [2, 0],
      [1, 0],
      [0, 0],
      [-1, 0],
    ] as const)
      expect(callingCodeAt(0, count), String(count)).toBe(expected);
    expect(read('00 49 30')).toBe(6);
    expect(callingCodeAt(2, 6)).toBe(49 * 4 + 2);
    expect(callingCodeAt(2, 4)).toBe(49 * 4 + 2);
    expect(callingCodeAt(2, 3)).toBe(0);
    expect(read('1')).toBe(1);
    expect(callingCodeAt(0, 1)).toBe(1 * 4 + 1);
    expect(read('999')).toBe(3);
    expect(callingCodeAt(0, 3)).toBe(0);
  });
});
