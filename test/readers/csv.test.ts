/** Tables against csv-parse, in blocks of every size, and the tables that people really have. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TableFormat } from '../../src/core/format.js';
import { type FoundValue, fileOf, read, streamOf } from './support.js';

const HEADER = ['name', 'card number', '', 'é'];

function table(header: readonly string[] | null = HEADER, delimiter = ',', headerRow = 0): TableFormat {
  return { kind: 'csv', encoding: 'utf-8', delimiter: delimiter.charCodeAt(0), header, headerRow };
}

/** What csv-parse says of a text, in our words. A literal cell keeps its first quote there and loses it here. */
function expected(text: string, header: readonly string[] | null, delimiter: string, headerRow: number) {
  const rows: string[][] = parse(text, {
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n'],
  });
  const found: object[] = [];
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      const text = isLiteral(cell) ? cell.slice(1) : cell;
      const isName = header !== null && row === headerRow;
      const columnName = row < headerRow ? undefined : header?.[column];
      const place = { row: row + 1, columnIndex: column + 1 };
      const location = columnName === undefined ? place : { ...place, columnName };
      if (Buffer.byteLength(text) >= 3) found.push({ text, isName, names: isName || !columnName ? [] : [columnName], location });
    });
  });
  return { rows: rows.length, found };
}

/** The grammar below writes this mark only behind a closing quote. */
const AFTER_QUOTE = '~';
const isLiteral = (cell: string): boolean => cell.startsWith('"') && cell.includes(AFTER_QUOTE);

const piece = fc.constantFrom('a', 'bc', ' ', '4111 1111', 'é', '日本', '\u{1f600}', '0', '.', "'", '\t', ';');
const plain = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join('').replaceAll('\t', ' '));
const quoted = fc
  .array(fc.oneof(piece, fc.constantFrom(',', '\n', '\r\n', '""', '"",""')), { maxLength: 12 })
  .map((parts) => `"${parts.join('')}"`);
const long = fc
  .tuple(fc.constantFrom('x', 'é', '""', '\u{1f600}b'), fc.integer({ min: 1, max: 6000 }))
  .map(([unit, n]) => `"${unit.repeat(n)}"`);
const longPlain = fc.integer({ min: 1, max: 9000 }).map((n) => 'y0é '.repeat(n / 2));
const stray = fc.tuple(plain, plain).map(([a, b]) => `q${a}"${b}`);
const literal = fc.tuple(plain, plain).map(([a, b]) => `"${a}"${AFTER_QUOTE}${b}`);
const cell = fc.oneof(
  { weight: 10, arbitrary: plain },
  { weight: 6, arbitrary: quoted },
  { weight: 2, arbitrary: stray },
  { weight: 1, arbitrary: literal },
  { weight: 1, arbitrary: long },
  { weight: 1, arbitrary: longPlain },
);
const text = fc
  .tuple(
    fc.array(fc.array(cell, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 30 }),
    fc.constantFrom('\n', '\r\n'),
    fc.boolean(),
  )
  .map(([rows, newline, ends]) => rows.map((cells) => cells.join(',')).join(newline) + (ends ? newline : ''));

const seen = ({ text, isName, names, location }: FoundValue) => ({ text, isName, names, location });

describe('tables', () => {
  it('have the cells, rows and columns that csv-parse finds', async () => {
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.constantFrom(HEADER, null),
        fc.nat(3),
        fc.integer({ min: 256, max: 9000 }),
        async (csv, header, before, blockBytes) => {
          const headerRow = header === null ? 0 : before;
          const want = expected(csv, header, ',', headerRow);
          const got = await read(fileOf(csv), { format: table(header, ',', headerRow), blockBytes, places: true });
          // The reader leaves out what has fewer than three bytes with its escapes.
          expect(got.values.filter(({ text }) => Buffer.byteLength(text) >= 3).map(seen)).toEqual(want.found);
          expect(got.counts.records).toBe(want.rows);
          expect(got.counts.bytesExamined).toBe(Buffer.byteLength(csv));
          expect(got.counts.newlines).toBe(csv.split('\n').length - 1);
          expect(got.counts.degraded).toBe(0);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('end rows by carriage return and line feed also where the head that tells is cut between the two', async () => {
    const csv = `${'x'.repeat(4094)},\r\nsecond,third\r\n`;
    const got = await read(fileOf(csv), { format: table(), places: true });
    expect(got.values.map(({ text, location }) => [text.length, location?.row])).toEqual([
      [4094, 1],
      [6, 2],
      [5, 2],
    ]);
    expect(got.counts.records).toBe(2);
  });

  it('are the same in blocks of every size, read or streamed', async () => {
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.constantFrom('', '"never closed, and\nso on', '"a"b"c,d"e\n'),
        fc.integer({ min: 256, max: 5000 }),
        fc.integer({ min: 1, max: 3000 }),
        async (csv, tail, blockBytes, pieceBytes) => {
          const whole = await read(fileOf(csv + tail), { format: table(), places: true });
          const cut = await read(fileOf(csv + tail), { format: table(), places: true, blockBytes });
          const streamed = await read(streamOf(csv + tail, pieceBytes), { format: table(), places: true, blockBytes });
          expect(cut.values).toEqual(whole.values);
          expect(cut.counts).toEqual(whole.counts);
          // A stream cannot be asked whether a quote is ever closed: where the block is too small to tell, that is a problem.
          if (streamed.error !== undefined) return;
          expect(streamed.values).toEqual(whole.values);
          expect(streamed.counts).toEqual(whole.counts);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('give line and column of a value in characters', async () => {
    const got = await read(fileOf('\ufeffname,card\né,"日本\n12, 4111"\n"x","4222"\n'), {
      format: table(['name', 'card']),
      places: true,
    });
    expect(got.values.map(({ text, line, column, start }) => ({ text, line, column, start }))).toEqual([
      { text: 'name', line: 1, column: 1, start: 3 },
      { text: 'card', line: 1, column: 6, start: 8 },
      { text: '日本\n12, 4111', line: 2, column: 4, start: 17 },
      { text: '4222', line: 4, column: 6, start: 39 },
    ]);
  });

  it('with a quote that is never closed keep their rows and columns, and count it as degraded', async () => {
    const got = await read(fileOf('name,card\nann,"open\nbob,a""b\ncid,4111'), {
      format: table(['name', 'card']),
      places: true,
    });
    expect(got.values.map(({ text, names, location }) => [text, names[0], location?.row])).toEqual([
      ['name', undefined, 1],
      ['card', undefined, 1],
      ['ann', 'name', 2],
      ['"open', 'card', 2],
      ['bob', 'name', 3],
      ['a""b', 'card', 3],
      ['cid', 'name', 4],
      ['4111', 'card', 4],
    ]);
  });

  it('name the rows behind such a quote, however long they are', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => `name ${i},41${i}`).join('\n');
    for (const start of ['x,', 'x,"""",', '"x,1",y\nx,']) {
      const text = `name,card\n${start}"open,41x\n${rows}\n`;
      const whole = await read(fileOf(text), { format: table(['name', 'card']), places: true });
      const last = text.split('\n').length - 1;
      expect(whole.counts).toMatchObject({ degraded: 1, records: last });
      expect(whole.values.at(-1)).toMatchObject({ text: '412999', names: ['card'], line: last, location: { row: last } });
      expect(whole.values.at(-2)).toMatchObject({ text: 'name 2999', names: ['name'], line: last });
      const cut = await read(fileOf(text), { format: table(['name', 'card']), places: true, blockBytes: 700 });
      expect(cut.values).toEqual(whole.values);
      expect(cut.counts).toEqual(whole.counts);
    }
  });

  it('say so where a stream shows too late that a quote is never closed', async () => {
    const text = `name,card\nx,"open\n${'name,4111\n'.repeat(300)}`;
    const { error } = await read(streamOf(text, 100), { format: table(['name', 'card']), blockBytes: 700 });
    expect(error).toMatchObject({ code: 'malformed' });
  });

  it('with many cells beyond the header share one id without names', async () => {
    const row = Array.from({ length: 50_000 }, (_, i) => `v${i}`.padEnd(4, '_')).join(',');
    const got = await read(fileOf(`one,two\n${row}\n`), { format: table(['one', 'two']), blockBytes: 4096 });
    expect(got.values).toHaveLength(50_002);
    expect(got.values.slice(2, 5).map((value) => value.names)).toEqual([['one'], ['two'], []]);
    expect(got.values.at(-1)!.names).toEqual([]);
  });

  it('ended by carriage returns alone have the lines of their rows', async () => {
    for (const blockBytes of [256, 9000]) {
      const rows = Array.from({ length: 200 }, (_, i) => `name ${i},41${i}`).join('\r');
      const got = await read(fileOf(`name,card\r${rows}`), { format: table(['name', 'card']), places: true, blockBytes });
      expect(got.values.at(-1)).toMatchObject({ text: '41199', line: 201, column: 10, location: { row: 201 } });
      expect(got.counts).toMatchObject({ records: 201, newlines: 200 });
    }
  });

  it('ended by carriage returns alone are read as rows', async () => {
    const got = await read(fileOf('name,card\rann,4111\rbob,4222'), { format: table(['name', 'card']), places: true });
    expect(got.values.map((value) => [value.text, value.location?.row])).toEqual([
      ['name', 1],
      ['card', 1],
      ['ann', 2],
      ['4111', 2],
      ['bob', 3],
      ['4222', 3],
    ]);
  });
});
