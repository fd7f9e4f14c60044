// The tree of a pattern ends its matches where RE2 does, from every place of the examples of its sheet and before every limit tried.
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/detectors/index.js';
import { loadRegex } from '../../src/engine/re2.js';
import { TreeMatches } from '../../src/engine/tree-match.js';

const regex = loadRegex('auto');

/** What RE2 says of `bytes[start, limit)`, as `TreeMatches.end` does. */
function expectedEnd(pattern: string, bytes: Uint8Array, start: number, limit: number): number {
  const end = regex.compile(pattern).matchAt(bytes, start, limit);
  return end >= start ? end : -1;
}

function endBy(pattern: string, text: string, start = 0, limit = Buffer.byteLength(text)): number | undefined {
  return new TreeMatches().end(pattern, Buffer.from(text), start, limit);
}

it('ends as RE2 does in the texts of the sheets', () => {
  let [matches, misses, unknown] = [0, 0, 0];
  for (const { forms, examples } of CATALOGUE) {
    const texts = [...examples.match, ...examples.noMatch.map(([text]) => text)].map((one) =>
      Buffer.from((typeof one === 'string' ? one : `${one.column} = ${one.cell}`).replace(/[«»]/g, '')),
    );
    const patterns = forms.flatMap((form) =>
      typeof form === 'string' ? [form] : form.before === undefined ? [form.pattern] : [form.pattern, form.before],
    );
    for (const pattern of new Set(patterns)) {
      const sticky = regex.compile(pattern);
      let trees = new TreeMatches();
      for (const text of texts) {
        for (let start = 0; start < text.length; start++) {
          for (const limit of new Set([text.length, Math.max(start, text.length - (start % 7))])) {
            let end = trees.end(pattern, text, start, limit);
            if (end === undefined) {
              trees = new TreeMatches();
              end = trees.end(pattern, text, start, limit);
            }
            if (end === undefined) {
              unknown++;
              continue;
            }
            const asked = sticky.matchAt(text, start, limit);
            if (end !== (asked >= start ? asked : -1)) expect([pattern, String(text), start, limit, end]).toEqual(asked);
            if (end >= 0) matches++;
            else misses++;
          }
        }
      }
    }
  }
  expect(matches).toBeGreaterThan(5000);
  expect(misses).toBeGreaterThan(100_000);
  // Patterns without an end.
  expect(unknown).toBeLessThan(misses / 5);
});

describe('of the ways to match', () => {
  it.each([
    ['(?:a|ab)(?:c|bcd)', 'abcd', 4],
    ['a{1,3}ab?', 'aaab', 4],
    ['a{0,2}aab', 'aaab', 4],
    ['(?:ab?){2,3}b', 'ababab', 6],
    ['(?:[a-z]{2}-){1,3}[a-z]', 'ab-cd-ef', 7],
    ['[é漢]{2}x', 'é漢x', 6],
    ['(?i)ab{1,2}', 'ABBb', 3],
    ['x{2}', 'x', -1],
  ])('%s ends %j as RE2', (pattern, text, end) => {
    expect(expectedEnd(pattern, Buffer.from(text), 0, Buffer.byteLength(text))).toBe(end);
    expect(endBy(pattern, text)).toBe(end);
  });

  it.each(['a+', 'a*', '(?:a?){2}b', '(?:a|b{0,2}){1,2}', 'a{2,}', '\\bx'])('%s is left to RE2', (pattern) => {
    expect(endBy(pattern, 'aab')).toBeUndefined();
  });

  it('many are left to RE2', () => {
    expect(endBy('(?:a{1,9}){1,9}(?:a{1,9}){1,9}b', 'a'.repeat(60))).toBeUndefined();
  });

  it('after many matches RE2 is asked', () => {
    const trees = new TreeMatches();
    const ends = Array.from({ length: 400 }, () => trees.end('ab', Buffer.from('ab'), 0, 2));
    expect(ends.indexOf(undefined)).toBe(256);
  });
});
