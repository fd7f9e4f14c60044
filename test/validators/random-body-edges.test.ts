/** How random a text looks, at the edges of its bytes and of each limit: nothing beside the body counts, and nothing is left of the last one. */
import { describe, expect, it } from 'vitest';
import { entropy, hasEntropyBelow, looksRandom, mixedBody, randomBody } from '../../src/validators/random-body.js';
import { verdictOf } from './verdicts.js';

const BODY = 'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF';
const looks = (before: string, body: string, behind: string) => {
  const bytes = Buffer.from(before + body + behind);
  return looksRandom(bytes, before.length, before.length + body.length, 62);
};

describe('entropy by tables', () => {
  it.each([1, 2, 510, 511, 512, 513, 514, 700])('of %i bytes is that of the plain sum', (length) => {
    for (const kinds of [1, 2, 7, 64]) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * i + (i >> 3)) % kinds);
      const bits = entropy(bytes, 0, length);
      expect(hasEntropyBelow(bytes, 0, length, bits + 0.01)).toBe(true);
      expect(hasEntropyBelow(bytes, 0, length, bits - 0.01)).toBe(false);
    }
  });

  it('is that of the bytes of the body alone, however often it is asked', () => {
    const bytes = Buffer.from('abzz');
    for (let i = 0; i < 50; i++) {
      expect(hasEntropyBelow(bytes, 0, 2, 1.1)).toBe(true);
      expect(hasEntropyBelow(bytes, 0, 2, 0.9)).toBe(false);
      expect(entropy(bytes, 0, 2)).toBeCloseTo(1, 12);
      expect(entropy(bytes, 1, 4)).toBeCloseTo(0.9183, 4);
    }
    expect(hasEntropyBelow(bytes, 0, 4, 1.49)).toBe(false);
    expect(hasEntropyBelow(bytes, 0, 4, 1.51)).toBe(true);
  });
});

describe('runs and rows', () => {
  it('of eight equal characters, or seven that count, are in the body or do not count', () => {
    for (const [long, short] of [
      ['qqqqqqqq', 'qqqqqqq'],
      ['abcdefg', 'abcdef'],
      ['7654321', '765432'],
    ] as const) {
      for (const [before, behind] of [
        [BODY, ''],
        ['', BODY],
        [BODY, BODY],
      ] as const) {
        expect(looks('X', before + long + behind, 'X'), long).toBe(false);
        expect(looks('X', before + short + behind, 'X'), short).toBe(true);
      }
      // What goes on beyond the body.
      expect(looks(long, short.slice(-1) + BODY, '')).toBe(true);
      expect(looks(long.slice(0, 1), long.slice(1) + BODY, '')).toBe(true);
      expect(looks('', BODY + long.slice(0, -1), long.slice(-1))).toBe(true);
    }
    // Down and up again, and by two: no row.
    for (const row of ['abcdcbabc', 'acegikmo', '1231231']) expect(looks('', BODY + row, ''), row).toBe(true);
  });
});

describe('a prefix', () => {
  it('is no part of the body, nor is what stands before it', () => {
    expect(verdictOf(randomBody(7), `example${BODY}`)).toBe('unknown');
    expect(verdictOf(randomBody(6), `example${BODY}`)).toBe('unknown');
    expect(verdictOf(randomBody(0), `example${BODY}`)).toBe('invalid');
    const bytes = Buffer.from(`sample-key:${BODY}`);
    expect(randomBody(4)(bytes, 7, bytes.length)).toBe('unknown');
  });
});

describe('changes of class', () => {
  /** 101 random characters, 100 neighbours of which `changes` differ in class: runs of small letters, then one character of each other. */
  function bodyWith(changes: number): string {
    let text = '';
    for (let i = 0; i < 101; i++) {
      const kind = i > 100 - changes ? (i % 2 === 0 ? 'digit' : 'capital') : 'small';
      const from = { small: 'abcdefghijklmnopqrstuvwxyz', digit: '0123456789', capital: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' }[kind];
      text += from[Math.floor(i * 3.7 + 5) % from.length];
    }
    return text;
  }

  it('are 41 of 100 neighbours at least, within the body', () => {
    for (const [before, behind] of [
      ['', ''],
      ['A', 'a'],
      ['7', '7'],
      ['a', 'A'],
      ['-', '-'],
    ]) {
      const verdict = (changes: number, prefix: string) => {
        const bytes = Buffer.from(before + prefix + bodyWith(changes) + behind);
        return mixedBody(prefix.length)(bytes, before!.length, bytes.length - behind!.length);
      };
      for (const prefix of ['', 'X', 'x', '4_']) {
        expect(verdict(41, prefix), `${before}${prefix}`).toBe('unknown');
        expect(verdict(40, prefix), `${before}${prefix}`).toBe('invalid');
      }
    }
  });

  it('are of digits and letters of both cases, all three', () => {
    for (const text of [BODY.toLowerCase(), BODY.toUpperCase(), BODY.replaceAll(/\d/g, 'x')])
      expect(verdictOf(mixedBody(0), text), text).toBe('invalid');
  });
});
