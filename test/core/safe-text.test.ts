import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeText } from '../../src/core/safe-text.js';

describe('safeText', () => {
  it.each([
    ['plain/päth [id] 日本.txt', 'plain/päth [id] 日本.txt'],
    ['a\nb\rc\td', 'a\\x0Ab\\x0Dc\\x09d'],
    ['\u001b[31mred\u001b[0m', '\\x1B[31mred\\x1B[0m'],
    ['\u009b31m', '\\x9B31m'],
    ['invoice\u202Efdp.exe', 'invoice\\u{202E}fdp.exe'],
    ['a\u2066b\u2069', 'a\\u{2066}b\\u{2069}'],
    ['a\u2028b\u2029', 'a\\u{2028}b\\u{2029}'],
    ['a\u200bb\ufeff', 'a\\u{200B}b\\u{FEFF}'],
    ['a\ud800b', 'a\\u{D800}b'],
    ['a\u{e0041}', 'a\\u{E0041}'],
    ['👩\u200d🔬 می\u200cخواهم', '👩\u200d🔬 می\u200cخواهم'],
  ])('%j', (text, expected) => expect(safeText(text)).toBe(expected));

  it('leaves nothing behind that a terminal obeys, and changes nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const safe = safeText(text);
        expect(safe).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
        expect(safeText(safe)).toBe(safe);
      }),
      { examples: [['\u001b]0;title\u0007\u202e']] },
    );
  });
});
