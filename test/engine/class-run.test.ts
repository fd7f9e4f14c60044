// Repeated classes of characters end where RE2 ends them, from every start and before every limit.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classRunsOf, runsEnd } from '../../src/engine/class-run.js';
import { loadRegex } from '../../src/engine/re2.js';

const RUNS = { numRuns: 4000, seed: 20261121 };
const PATTERNS = [
  String.raw`[^\n\r\t]{2,8}`,
  '[!-~]{4,6}',
  '[!#$%*+./0-9:=?@A-Z^_a-z~-]{3,5}',
  String.raw`\d{3}`,
  '.+',
  String.raw`\d{2} \d`,
  String.raw`[a-z]\d{1,3}!?~`,
  String.raw`\d{0,2}[aZ]{1,2}`,
  String.raw`[^\d]{1,3}\d*`,
];
const text = fc
  .array(fc.constantFrom(...'012789aZ!~', ...'12345', '12 3', 'a12!~', ' ', '\n', '\t', 'é', '漢', '𝒳', 'K', 'ſ', '\u2028'), {
    maxLength: 10,
  })
  .map((characters) => characters.join(''));

describe('classes one after the other', () => {
  it.each(PATTERNS)('%s ends as RE2 says', (pattern) => {
    const runs = classRunsOf(pattern)!;
    const sticky = loadRegex('auto').compile(pattern);
    let matches = 0;
    fc.assert(
      fc.property(text, fc.nat(14), fc.nat(14), (value, a, b) => {
        const offset = (index: number) => Buffer.byteLength([...value].slice(0, index).join(''));
        const [start, limit] = [offset(Math.min(a, b)), offset(Math.max(a, b))];
        const expected = sticky.matchAt(Buffer.from(value), start, limit);
        if (expected > start) matches++;
        expect(runsEnd(runs, Buffer.from(value), start, limit)).toBe(expected > start ? expected : -1);
      }),
      RUNS,
    );
    expect(matches).toBeGreaterThan(10);
  });

  it.each([
    '(?:ab){2}',
    String.raw`\d{1,2}\d`,
    String.raw`\d+[a-z]?[12]`,
    'a|b1',
    'a(?:1|b2)',
    '[a-zé]{2,3}',
    '[é]{2}',
    '[^é]{2}',
    '(?i)[^k]{1,4}',
    String.raw`\bx+`,
  ])('%s is none', (pattern) => {
    expect(classRunsOf(pattern)).toBeUndefined();
  });
});
