/** Ranges of tables and JSON lines: every record is read once, by the range that holds its first byte. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContentFormat } from '../../src/core/format.js';
import { openCuts, splittable } from '../../src/readers/index.js';
import { type FoundValue, fileOf, makeMemory, read, streamOf } from './support.js';

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
        expect(await readParts(source, format, edges)).toEqual(summary(whole));
      }),
      { numRuns: 150 },
    );
  });

  it('of tables with quotes begin where records begin, whatever the quotes are like', async () => {
    const quoted = fc.constantFrom('"a, b"', '"4111\n1111"', '"x ""y"" z"', '"a" b', 'a"b', '"', '""', '"\n\n"', 'plain', '');
    const rows = fc.array(fc.array(fc.oneof(cells, fc.array(quoted, { minLength: 1, maxLength: 4 }))), { maxLength: 30 });
    const memories = [makeMemory(256 * 1024), makeMemory(1)] as const;
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.constantFrom('', '\ufeff'),
        fc.array(fc.nat(), { maxLength: 6 }),
        fc.boolean(),
        async (table, newline, mark, positions, isSmall) => {
          const text = `${mark}name,card${newline}${table.map((row) => row.join(',').replaceAll('\n', newline)).join(newline)}`;
          const source = fileOf(text);
          const length = Buffer.byteLength(text);
          const cutAt = openCuts(CSV, source, memories[isSmall ? 1 : 0]);
          const found = positions.map((at) => at % (length + 1)).sort((a, b) => a - b);
          const cuts = found.map((at) => ({ at, cut: cutAt(at) })).filter(({ cut }) => cut !== undefined);
          for (const { at, cut } of cuts) expect(cut).toBeGreaterThanOrEqual(at);
          const edges = [0, ...cuts.map(({ cut }) => cut!), length];
          expect(await readParts(source, CSV, edges)).toEqual(summary(await read(source, { format: CSV, places: true })));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('of a table with quotes are found though each newline before is inside a cell', () => {
    const cell = `"${'line\n'.repeat(2000)}"`;
    const text = `name,card\n${`${cell},x\n`.repeat(20)}`;
    const cutAt = openCuts(CSV, fileOf(text), makeMemory());
    const record = cell.length + 3;
    const cuts = [record, 5 * record + 100, 12 * record + 9000].map((at) => cutAt(10 + at));
    expect(cuts.map((cut) => (cut! - 10) % record)).toEqual([0, 0, 0]);
    expect(cuts[0]).toBe(10 + record);
    expect(cuts[2]).toBeLessThan(10 + 15 * record);
    // A cell that never ends has no record behind it.
    expect(openCuts(CSV, fileOf(`name,card\n"${'line\n'.repeat(400_000)}`), makeMemory())(1000)).toBeUndefined();
  });

  type Whole = Awaited<ReturnType<typeof read>>;

  function summary({ values, counts: { newlines, records, bytesExamined, degraded } }: Whole) {
    return { values, newlines, records, bytesExamined, degraded };
  }

  /** The item read in parts, as if it had been read whole. */
  async function readParts(source: ReturnType<typeof fileOf>, format: ContentFormat, edges: readonly number[]) {
    const sum = { values: [] as FoundValue[], newlines: 0, records: 0, bytesExamined: 0, degraded: 0 };
    for (let i = 0; i + 1 < edges.length; i++) {
      const range = { start: edges[i]!, end: edges[i + 1]! };
      const part = await read(source, { format, places: true, blockBytes: 300, range });
      for (const value of part.values) sum.values.push(shifted(value, sum));
      sum.newlines += part.counts.newlines;
      sum.records += part.counts.records;
      sum.bytesExamined += part.counts.bytesExamined;
      sum.degraded += part.counts.degraded;
    }
    return sum;
  }

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
    expect(splittable(CSV, fileOf('a,b\nc,d\n'))).toBe(true);
    expect(splittable(CSV, fileOf('"a",b\nc,d\n'))).toBe(true);
    expect(splittable(LINES, fileOf('{}'))).toBe(true);
    expect(splittable(text, fileOf('"'))).toBe(true);
    expect(splittable({ ...text, encoding: 'utf-16le' }, fileOf('x'))).toBe(false);
    expect(splittable({ kind: 'json', encoding: 'utf-8' }, fileOf('[]'))).toBe(false);
    expect(splittable(LINES, streamOf('{}'))).toBe(false);
  });
});
