/** Words that are names: the table of hashes says of every word what the lists of which it is made say. */
import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVERYDAY, FAMILY, GIVEN, givenNames, nameBits, THING } from '../../src/validators/name-words.js';

const LISTS = new URL('../../src/validators/gazetteer/', import.meta.url);
const wordsOf = (name: string) =>
  fs
    .readFileSync(new URL(`${name}.txt`, LISTS), 'utf8')
    .normalize('NFC')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => line.split(' '))
    .filter((word) => word !== '');
/** With the plain spelling of each, as the tables have it. */
const withPlain = (words: readonly string[]) => words.flatMap((word) => [word, ...plainOf(word)]);
const LETTERS: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', ð: 'd', þ: 'th' };
function plainOf(word: string): string[] {
  const plain = [...word.normalize('NFD').replaceAll(/\p{M}/gu, '')].map((letter) => {
    const other = LETTERS[letter.toLowerCase()];
    if (other === undefined) return letter;
    return letter === letter.toLowerCase() ? other : `${other.slice(0, 1).toUpperCase()}${other.slice(1)}`;
  });
  return plain.join('').length < 3 ? [] : [plain.join('')];
}
const folded = (word: string) => word.toLowerCase().replaceAll(/['\u2019]/g, '');
const lower = (words: readonly string[]) => new Set(words.map(folded));

const given = withPlain(wordsOf('given-names'));
const family = withPlain(wordsOf('surnames'));
const [givenSet, familySet, common, things] = [
  lower(given),
  lower(family),
  lower(withPlain(wordsOf('common-words'))),
  lower(withPlain(wordsOf('not-names'))),
];

/** What the lists say of the word as a whole. */
function listed(word: string): number {
  const isName = givenSet.has(word) || familySet.has(word);
  return (
    (givenSet.has(word) ? GIVEN : 0) |
    (familySet.has(word) ? FAMILY : 0) |
    (isName && common.has(word) ? EVERYDAY : 0) |
    (things.has(word) ? THING : 0)
  );
}

function twin(text: string): number {
  const word = folded(text.normalize('NFC'));
  return listed(word) || listed(word.slice(word.lastIndexOf('-') + 1));
}

/** The bits of a word between other letters, which must not be read. */
function bitsOf(text: string): number {
  const bytes = Buffer.from(`ä-an${text}na-é`);
  return nameBits(bytes, 5, bytes.length - 5);
}

describe('names', () => {
  it('that are given stand in the list, but for compounds', () => {
    const simple = [...new Set(given)].filter((name) => !name.includes('-'));
    expect([...givenNames()].sort()).toEqual([...simple, ...simple.map((name) => name.toUpperCase())].sort());
    expect(simple.length).toBeLessThan(new Set(given).size);
  });

  it('are known each by its lists', () => {
    for (const word of new Set([...given, ...family, ...wordsOf('not-names')]))
      expect(bitsOf(word), word).toBe(listed(folded(word)));
    expect(['Katharina', 'Schröder', 'Grace', 'Street', 'Will'].map(bitsOf)).toEqual([
      GIVEN,
      FAMILY,
      GIVEN | EVERYDAY,
      THING,
      bitsOf('will'),
    ]);
    expect(bitsOf('will') & THING).toBe(THING);
    // Without its accents, too; but for what would be too short to be told from a word.
    expect(['Łukasz', 'Lukasz', 'Bjørn', 'Bjorn', 'Þórður', 'Thordur', 'Weiß', 'Weiss'].map(bitsOf)).not.toContain(0);
    expect([bitsOf('Öz') & FAMILY, bitsOf('Oz')]).toEqual([FAMILY, 0]);
  });

  it('are known in any case, with apostrophes, decomposed, and as the last part of a compound', () => {
    const word = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...given, ...family, ...things) },
      fc.constantFrom('xqzt', 'éqzt', 'zß', "o'", '', 'd’'),
    );
    const cased = fc.tuple(word, fc.nat(4)).map(([text, how]) => {
      if (how === 0) return text.toUpperCase();
      if (how === 1) return text.toLowerCase();
      if (how === 2) return text.normalize('NFD');
      return how === 3 ? `${text.slice(0, 1)}'${text.slice(1)}` : text;
    });
    const seen = { known: 0, unknown: 0 };
    fc.assert(
      fc.property(fc.array(cased, { minLength: 1, maxLength: 3 }), (parts) => {
        const text = parts.join('-');
        const bits = twin(text);
        expect(bitsOf(text), text).toBe(bits);
        seen[bits === 0 ? 'unknown' : 'known']++;
      }),
      { seed: 20261122, numRuns: 5000 },
    );
    expect(Math.min(seen.known, seen.unknown)).toBeGreaterThan(300);
  });
});
