// A repeated class of characters ends where RE2 ends it, from every start and before every limit.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classRunOf, runEnd } from '../../src/engine/class-run.js';
import { loadRegex } from '../../src/engine/re2.js';

const RUNS = { numRuns: 4000, seed: 20261121 };
const PATTERNS = [String.raw`[^\n\r\t]{2,8}`, '[!-~]{4,6}', '[!#$%*+./0-9:=?@A-Z^_a-z~-]{3,5}', String.raw`\d{3}`, '.+'];
const text = fc
  .array(fc.constantFrom(...'012789aZ!~', ...'12345', ' ', '\n', '\t', 'é', '漢', '𝒳', 'K', 'ſ', '\u2028'), { maxLength: 14 })
  .map((characters) => characters.join(''));

describe('a repeated class', () => {
  it.each(PATTERNS)('%s ends as RE2 says', (pattern) => {
    const run = classRunOf(pattern)!;
    const sticky = loadRegex('auto').compile(pattern);
    let matches = 0;
    fc.assert(
      fc.property(text, fc.nat(14), fc.nat(14), (value, a, b) => {
        const offset = (index: number) => Buffer.byteLength([...value].slice(0, index).join(''));
        const [start, limit] = [offset(Math.min(a, b)), offset(Math.max(a, b))];
        const expected = sticky.matchAt(Buffer.from(value), start, limit);
        if (expected > start) matches++;
        expect(runEnd(run, Buffer.from(value), start, limit)).toBe(expected > start ? expected : -1);
      }),
      RUNS,
    );
    expect(matches).toBeGreaterThan(10);
  });

  it.each(['ab', '[a-z]{2}[0-9]', '(?:ab){2}', '[a-zé]{2,3}', '[é]{2}', '[^é]{2}', '(?i)[^k]{1,4}', String.raw`\bx+`])(
    '%s is none',
    (pattern) => {
      expect(classRunOf(pattern)).toBeUndefined();
    },
  );
});
