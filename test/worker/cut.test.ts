import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ByteSource } from '../../src/core/source.js';
import { openCuts } from '../../src/readers/index.js';
import { cutRanges } from '../../src/worker/cut.js';
import { makeMemory } from '../readers/support.js';

const TEXT = { kind: 'text', encoding: 'utf-8' } as const;
const memory = makeMemory();
const cutsOf = (bytes: Uint8Array, size: number) => cutRanges(bytes.length, size, openCuts(TEXT, sourceOf(bytes), memory));

function sourceOf(bytes: Uint8Array): ByteSource {
  return {
    byteLength: bytes.length,
    readAt(target, position) {
      const part = bytes.subarray(position, position + target.length);
      target.set(part);
      return part.length;
    },
    stream: async function* () {
      yield bytes;
    },
    close: () => undefined,
  };
}

test('ranges cover all bytes, in order, and each but the first begins behind a newline', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'bc', '\n', 'long '.repeat(9)), { maxLength: 300 }),
      fc.integer({ min: 1, max: 60 }),
      (pieces, size) => {
        const bytes = Buffer.from(pieces.join(''));
        const ranges = cutsOf(bytes, size);
        expect(ranges[0]!.start).toBe(0);
        expect(ranges.at(-1)!.end).toBe(bytes.length);
        for (const [index, range] of ranges.slice(1).entries()) {
          expect(range.start).toBe(ranges[index]!.end);
          expect(bytes[range.start - 1]).toBe(0x0a);
          expect(range.end).toBeGreaterThan(range.start);
        }
      },
    ),
  );
});

test('a text without newlines is one range', () => {
  const bytes = Buffer.alloc(3_000_000, 'x');
  expect(cutsOf(bytes, 500_000)).toEqual([{ start: 0, end: bytes.length }]);
});
