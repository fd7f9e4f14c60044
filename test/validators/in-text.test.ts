/** Where a number that no keyword stands beside counts: in sentences, not as a field, not as part of something longer. */
import { describe, expect, it } from 'vitest';
import { countsInPairs, inText } from '../../src/validators/in-text.js';

const NUMBER = '219-46-8193';
const check = inText(() => 'valid');

function verdict(text: string): string {
  const bytes = Buffer.from(text);
  const start = bytes.indexOf(NUMBER);
  return check(bytes, start, start + NUMBER.length, { start: 0, end: bytes.length });
}

describe('inText', () => {
  it.each([
    `mine is ${NUMBER}, thanks`,
    `(${NUMBER})`,
    `Ann ${NUMBER}.`,
    `a\n${NUMBER}\nb`,
    `"${NUMBER}" said Ann`,
    `é${NUMBER} é`,
  ])('%j: counts', (text) => {
    expect(verdict(text)).toBe('valid');
  });

  it.each([
    [NUMBER, 'a field of its own'],
    [`part ${NUMBER} is late`, 'a part'],
    [`order no. ${NUMBER} is late`, 'an order'],
    [`see #${NUMBER} there`, 'an issue'],
    [`at ${NUMBER}-41187 there`, 'it goes on'],
    [`at 12 ${NUMBER} there`, 'groups before it'],
    [`at ${NUMBER} 12 there`, 'groups behind it'],
    [`x${NUMBER} there`, 'within a word'],
    [`is ${NUMBER}.txt there`, 'a file'],
    [`a=${NUMBER} there`, 'assigned'],
    [`fb ${NUMBER} there`, 'bytes before it'],
    [`is ${NUMBER} c7 there`, 'bytes behind it'],
  ])('%j does not: %s', (text) => {
    expect(verdict(text)).toBe('invalid');
  });
});

describe('countsInPairs', () => {
  it('tells counts and repetitions from numbers', () => {
    const counts = (text: string): boolean => countsInPairs(Buffer.from(text), 0, text.length);
    expect([counts('01 02 03 04 05'), counts('09 07 05 03 01'), counts('06 06 06 06 06'), counts('07 84 46 51 48')]).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});
