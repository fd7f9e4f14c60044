import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memorySource } from '../../src/core/memory-source.js';
import { openCuts } from '../../src/readers/index.js';
import { cutRanges } from '../../src/worker/cut.js';
import { makeMemory } from '../readers/support.js';

const TEXT = { kind: 'text', encoding: 'utf-8' } as const;
const memory = makeMemory();
const cutsOf = (bytes: Uint8Array, rangeBytes: number) =>
  cutRanges(bytes.length, { rangeBytes, from: 0, probeBytes: Infinity }, openCuts(TEXT, memorySource(bytes), memory)).ranges;

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

test('an item that is looked through in steps has cuts in each of them, and no gap between', () => {
  const table = { kind: 'csv', encoding: 'utf-8', delimiter: 0x2c, header: ['a', 'b'] } as const;
  const row = fc.constantFrom('1,2\n', '"x\ny","z"\n', '"a""b\n,",c\n', 'long,'.padEnd(90, 'y') + '\n', 'q"r,s\n');
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 80 }),
      fc.integer({ min: 1, max: 80 }),
      fc.nat(300),
      (rows, rangeBytes, probeBytes) => {
        const bytes = Buffer.from(rows.join(''));
        const starts = new Set<number>();
        rows.reduce((at, text) => {
          starts.add(at);
          return at + Buffer.byteLength(text);
        }, 0);
        let end = 0;
        for (let from: number | undefined = 0; from !== undefined; ) {
          const { ranges, next } = cutRanges(
            bytes.length,
            { rangeBytes, from, probeBytes },
            openCuts(table, memorySource(bytes), memory, from),
          );
          for (const range of ranges) {
            expect(range.start).toBe(end);
            expect(starts.has(range.start)).toBe(true);
            end = range.end;
          }
          if (next !== undefined) expect(next).toBe(end);
          from = next;
        }
        expect(end).toBe(bytes.length);
      },
    ),
    { numRuns: 500 },
  );
});
