/** Text of a value and comparing in its bytes: within the value, and in the buffer that is asked for. */
import { describe, expect, it } from 'vitest';
import { afterLast, latin1, startsWith, utf8 } from '../../src/validators/ascii.js';

describe('text', () => {
  it('is that of the bytes given, whichever buffer they lie in', () => {
    const [one, two] = [Buffer.from('añb'), Buffer.from('xyzuv')];
    const inside = new Uint8Array(two.buffer, two.byteOffset + 1, 3);
    for (let i = 0; i < 3; i++) {
      expect(utf8(one, 1, 3)).toBe('ñ');
      expect(latin1(one, 1, 3)).toBe('\u00c3\u00b1');
      expect(latin1(two, 1, 3)).toBe('yz');
      expect(utf8(inside, 0, 3)).toBe('yzu');
    }
  });

  it('is empty where it ends before it begins', () => {
    for (const text of [latin1, utf8]) {
      for (const [start, end] of [
        [2, 2],
        [2, 1],
        [0, 0],
        [1, -1],
        [9, 9],
      ] as const)
        expect(text(Buffer.from('abc'), start, end)).toBe('');
    }
  });
});

describe('bytes', () => {
  it('are found from the end, within the value', () => {
    const bytes = Buffer.from('.a.b.');
    expect(afterLast(bytes, 1, 4, 0x2e)).toBe(3);
    expect(afterLast(bytes, 0, 5, 0x2e)).toBe(5);
    expect(afterLast(bytes, 0, 2, 0x2e)).toBe(1);
    expect(afterLast(bytes, 1, 2, 0x2e)).toBe(1);
    expect(afterLast(bytes, 3, 3, 0x2e)).toBe(3);
  });

  it('begin with a text, case and all, if there is room for it', () => {
    const bytes = Buffer.from('xabcabc');
    const begins = (start: number, end: number, text: string) => startsWith(bytes, start, end, Buffer.from(text));
    expect(begins(1, 7, 'abc')).toBe(true);
    expect(begins(1, 4, 'abc')).toBe(true);
    expect(begins(1, 3, 'abc')).toBe(false);
    expect(begins(4, 7, 'abc')).toBe(true);
    expect(begins(4, 6, 'abc')).toBe(false);
    expect(begins(0, 7, 'abc')).toBe(false);
    expect(begins(1, 7, 'abd')).toBe(false);
    expect(begins(1, 7, 'Abc')).toBe(false);
    expect(begins(1, 1, '')).toBe(true);
  });
});
