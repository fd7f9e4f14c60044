/** Ranges of tables and JSON lines: every record is read once, by the range that holds its first byte. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContentFormat } from '../../src/core/format.js';
import { splittable } from '../../src/readers/index.js';
import { type FoundValue, fileOf, read, streamOf } from './support.js';

const CSV: ContentFormat = { kind: 'csv', encoding: 'utf-8', delimiter: 44, header: ['name', 'card'] };
const LINES: ContentFormat = { kind: 'jsonl', encoding: 'utf-8' };

const cells = fc.array(fc.constantFrom('abc', 'é', '', '4111 1111', 'xyz'.repeat(50)), { minLength: 1, maxLength: 4 });
const table = fc.array(cells, { maxLength: 40 }).map((rows) => `name,card\n${rows.map((row) => row.join(',')).join('\n')}`);
const record = fc.record({
  a: fc.constantFrom('value', 'x'.repeat(500), 'é"\n'),
  b: fc.array(fc.integer({ min: 1000 }), { maxLength: 3 }),
});
const lines = fc.array(record, { maxLength: 40 }).map((records) => records.map((one) => JSON.stringify(one)).join('\n'));

describe('ranges', () => {
  it.each([
    ['tables', CSV, table],
    ['JSON lines', LINES, lines],
  ] as const)('of %s give the values, rows and lines of the whole', async (_, format, content) => {
    await fc.assert(
      fc.asyncProperty(content, fc.boolean(), fc.array(fc.nat(), { maxLength: 5 }), async (body, ends, cuts) => {
        const text = body + (ends ? '\n' : '');
        const source = fileOf(text);
        const whole = await read(source, { format, places: true });
        const length = Buffer.byteLength(text);
        const edges = [0, ...cuts.map((cut) => cut % (length + 1)).sort((a, b) => a - b), length];
        const values: FoundValue[] = [];
        const sum = { newlines: 0, records: 0, bytesExamined: 0 };
        for (let i = 0; i + 1 < edges.length; i++) {
          const part = await read(source, {
            format,
            places: true,
            blockBytes: 300,
            range: { start: edges[i]!, end: edges[i + 1]! },
          });
          for (const value of part.values) values.push(shifted(value, sum));
          sum.newlines += part.counts.newlines;
          sum.records += part.counts.records;
          sum.bytesExamined += part.counts.bytesExamined;
        }
        expect(values).toEqual(whole.values);
        const { newlines, records, bytesExamined } = whole.counts;
        expect(sum).toEqual({ newlines, records, bytesExamined });
      }),
      { numRuns: 150 },
    );
  });

  /** A range counts lines, rows and records from its own start. */
  function shifted(value: FoundValue, before: { newlines: number; records: number }): FoundValue {
    const { row, recordIndex, ...rest } = value.location!;
    const location = {
      ...rest,
      ...(row !== undefined && { row: row + before.records }),
      ...(recordIndex !== undefined && { recordIndex: recordIndex + before.records }),
    };
    return { ...value, line: value.line! + before.newlines, location };
  }

  it('are possible where records can be told without reading from the start', () => {
    const text: ContentFormat = { kind: 'text', encoding: 'utf-8' };
    const far = `${'a,b\n'.repeat(600_000)}"q",c\n`;
    expect(splittable(CSV, fileOf('a,b\nc,d\n'))).toBe(true);
    expect(splittable(CSV, fileOf(far))).toBe(false);
    expect(splittable(LINES, fileOf('{}'))).toBe(true);
    expect(splittable(text, fileOf('"'))).toBe(true);
    expect(splittable({ ...text, encoding: 'utf-16le' }, fileOf('x'))).toBe(false);
    expect(splittable({ kind: 'json', encoding: 'utf-8' }, fileOf('[]'))).toBe(false);
    expect(splittable(LINES, streamOf('{}'))).toBe(false);
  });
});
