/** The helpers that read digits and letters, each by itself: what they answer where there is none, and never beyond what they were given. */
import { describe, expect, it } from 'vitest';
import {
  digitAt,
  digitOf,
  isRepeated,
  isSeparator,
  luhnSum,
  numberOf,
  numberOfCodes,
  readAlnum,
  readDigits,
  weightedSum,
} from '../../src/validators/digits.js';
import { hexTable } from '../../src/validators/hex-digits.js';

const ALL = Uint8Array.from({ length: 256 }, (_, byte) => byte);
const charactersOf = (bytes: Iterable<number>) => String.fromCharCode(...bytes);

describe('single bytes', () => {
  it('are digits or give -1', () => {
    for (const byte of ALL) {
      const expected = '0123456789'.indexOf(String.fromCharCode(byte));
      expect(digitAt(ALL, byte), String(byte)).toBe(expected);
      expect(digitOf(byte), String(byte)).toBe(expected);
    }
    expect(digitAt(ALL, 256)).toBe(-1);
    expect(digitAt(ALL, -1)).toBe(-1);
  });

  it('are separators, digits, letters or strange', () => {
    expect(charactersOf(ALL.filter(isSeparator))).toBe(' -./');
    const into = new Uint8Array(1);
    for (const byte of ALL) {
      const text = String.fromCharCode(byte);
      const isAlnum = /^[0-9A-Za-z]$/.test(text);
      const count = ' -./'.includes(text) ? 0 : isAlnum ? 1 : -1;
      expect(readAlnum(ALL, byte, byte + 1, into), text).toBe(count);
      if (isAlnum) expect(charactersOf(into)).toBe(text.toUpperCase());
      expect(readDigits(ALL, byte, byte + 1, into), text).toBe(/^[0-9]$/.test(text) || count === 0 ? count : -1);
    }
  });
});

describe('reading', () => {
  it.each([
    ['12 34', 4],
    ['-1.2/3-4-', 4],
    ['12345', -1],
    ['123x', -1],
    ['', 0],
    [' -', 0],
  ] as const)('digits of %j into four places: %i', (text, count) => {
    const into = new Uint8Array(4);
    const bytes = Buffer.from(`9${text}9`);
    expect(readDigits(bytes, 1, bytes.length - 1, into)).toBe(count);
    if (count > 0) expect([...into.subarray(0, count)].join('')).toBe(text.replaceAll(/\D/g, ''));
  });

  it('letters and digits into four places', () => {
    const into = new Uint8Array(4);
    for (const [text, count] of [
      ['a2-Z9', 4],
      ['a2Z9b', -1],
      ['a2_', -1],
      ['', 0],
    ] as const)
      expect(readAlnum(Buffer.from(text), 0, text.length, into), text).toBe(count);
  });
});

describe('hex digits', () => {
  it('have their value in either case, and all other bytes the one that is chosen', () => {
    for (const other of [16, 17, 255]) {
      const table = hexTable(other);
      for (const byte of ALL) {
        const value = '0123456789abcdef'.indexOf(String.fromCharCode(byte).toLowerCase());
        expect(table[byte], String(byte)).toBe(value < 0 ? other : value);
      }
    }
  });
});

describe('numbers', () => {
  const digits = Uint8Array.from([7, 1, 0, 2, 3, 9]);
  const codes = Buffer.from('71023A');

  it('are those of their digits', () => {
    expect(numberOf(digits, 1, 4)).toBe(1023);
    expect(numberOf(digits, 0, 0)).toBe(0);
    expect(numberOfCodes(codes, 1, 4)).toBe(1023);
    expect(numberOfCodes(codes, 2, 1)).toBe(0);
    expect(numberOfCodes(codes, 4, 2)).toBe(-1);
    expect(numberOfCodes(Buffer.from('1/'), 0, 2)).toBe(-1);
  });

  it('have weights, from a place on', () => {
    expect(weightedSum(digits, [3, 2, 1])).toBe(23);
    expect(weightedSum(digits, [3, 2, 1], 3)).toBe(21);
  });

  it('are of one digit, or not', () => {
    expect(isRepeated(Uint8Array.from([4, 4, 4, 5]), 3)).toBe(true);
    expect(isRepeated(Uint8Array.from([4, 4, 4, 5]), 4)).toBe(false);
    expect(isRepeated(Uint8Array.from([5, 4, 4]), 3)).toBe(false);
  });

  it('have the Luhn sum of their digits', () => {
    const bytes = Buffer.from('97992-7398 713x9');
    expect(luhnSum(bytes, 1, 14)).toBe(70);
    expect(luhnSum(bytes, 1, 1)).toBe(0);
  });
});
