/** Pairs of letters: how many are common, in what share of English they are, and which pairs count at all. */
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wordShare } from '../../src/validators/letter-pairs.js';
import { seededRandom } from '../detectors/random-shape.js';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const LICENCE = new URL('../../LICENSE', import.meta.url);

/** The share in a text between other letters, which must not be read. */
function share(text: string): number | undefined {
  const bytes = Buffer.from(`th${text}er`, 'latin1');
  return wordShare(bytes, 2, bytes.length - 2);
}

/** Whether a pair is common: three times it, each begun by a capital, is three pairs and no others. */
function isCommon(first: string, second: string): boolean {
  const result = share((first.toUpperCase() + second).repeat(3));
  expect([0, 1]).toContain(result);
  return result === 1;
}

describe('letter pairs', () => {
  it('are common in 221 of 676 cases, after each letter but j and q after two and more', () => {
    const counts = [...LETTERS].map((first) => [...LETTERS].filter((second) => isCommon(first, second)).length);
    expect(counts.reduce((sum, count) => sum + count)).toBe(221);
    expect([...LETTERS].filter((_letter, i) => counts[i]! < 2).join('')).toBe('jqyz');
  });

  it('are 88 of 100 in English, and as many as they are in random letters', () => {
    const words = fs
      .readFileSync(LICENCE, 'utf8')
      .toLowerCase()
      .match(/[a-z]+/g)!;
    const distinct = [...new Set(words)].filter((word) => word.length > 3);
    const shares = distinct.map((word) => [share(word)!, word.length - 1] as const);
    const pairs = shares.reduce((sum, [, count]) => sum + count, 0);
    expect(shares.reduce((sum, [value, count]) => sum + value * count, 0) / pairs).toBeGreaterThan(0.86);
    const random = seededRandom(7);
    const text = Array.from({ length: 20_000 }, () => LETTERS[random(26)]!).join('');
    expect(share(text)).toBeGreaterThan(0.31);
    expect(share(text)).toBeLessThan(0.345);
  });

  it('are those that every word has, and not those that none has', () => {
    for (const pair of ['th', 'he', 'in', 'er', 'an', 're', 'on', 'at', 'en', 'nd', 'qu', 'ze', 'xt', 'wa'])
      expect(isCommon(pair[0]!, pair[1]!), pair).toBe(true);
    for (const pair of ['qz', 'zx', 'jj', 'vq', 'bx', 'xk', 'wq', 'hx', 'kq'])
      expect(isCommon(pair[0]!, pair[1]!), pair).toBe(false);
  });

  it('count in either case, within a word, and from three on', () => {
    expect(share('there')).toBe(1);
    expect(share('THERE')).toBe(1);
    expect(share('tHere')).toBe(1);
    expect(share('the')).toBeUndefined();
    expect(share('')).toBeUndefined();
    expect(share('ther')).toBe(1);
    expect(share('the1re')).toBe(1);
    expect(share('th1re')).toBeUndefined();
    expect(share('a@b[c`d{e')).toBeUndefined();
    expect(share('zzzz')).toBe(0);
    // A capital begins a word.
    expect(share('tZZZ')).toBeUndefined();
    // Two of four pairs.
    expect(share('thqze')).toBe(0.5);
  });
});
