/** What the automaton finds is what a search for each word by itself finds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordFinder } from '../../src/validators/word-finder.js';

function finds(words: readonly string[], text: string): boolean {
  const bytes = new TextEncoder().encode(text);
  return wordFinder(words)(bytes, 0, bytes.length);
}

describe('a word finder', () => {
  it('finds what a search for each word finds, whatever the words share', () => {
    const few = fc.constantFrom('a', 'b', 'c');
    const word = fc.string({ unit: few, minLength: 1, maxLength: 6 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'C', '-'), maxLength: 30 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), text, (words, value) => {
        expect(finds(words, value)).toBe(words.some((one) => value.toLowerCase().includes(one)));
      }),
      { numRuns: 2000 },
    );
  });

  it('looks between its bounds only', () => {
    const bytes = new TextEncoder().encode('xsecretx');
    const find = wordFinder(['secret']);
    expect([find(bytes, 1, 7), find(bytes, 2, 8), find(bytes, 0, 6)]).toEqual([true, false, false]);
  });

  it('refuses words that its table has no room for', () => {
    const many = Array.from({ length: 26 }, (_, i) => String.fromCharCode(97 + i).repeat(12));
    expect(() => finds(many, 'a')).toThrow(RangeError);
    expect(() => finds(['abcdefghijklmnopqrstuvwxyz012345'], 'a')).toThrow(RangeError);
  });
});
