/** Parquet as pyarrow and DuckDB write it: every codec, encoding and page version gives the same cells, with their places. */
import { describe, expect, it } from 'vitest';
import type { ByteSource } from '../../src/core/source.js';
import { detectFormat, findCuts } from '../../src/readers/index.js';
import { cutRanges } from '../../src/worker/cut.js';
import { cellsOf, fixture, sorted, TRUTH } from './columnar.js';
import { cutsOf, flipsOf } from './damage.js';
import { fileOf, makeMemory, streamOf } from './support.js';

const PARQUET = { kind: 'parquet' } as const;
const WRITTEN = ['pages', 'plain', 'delta', 'int96', 'duckdb-v2'].concat(
  ['uncompressed', 'snappy', 'gzip', 'zstd', 'brotli', 'lz4_raw'].map((codec) => `duckdb-${codec}`),
);
const expected = sorted(TRUTH);

describe('the reader of Parquet', () => {
  it.each(WRITTEN)('gives every cell of %s', async (name) => {
    const bytes = fixture(`parquet/${name}.parquet`);
    expect(detectFormat(bytes.subarray(0, 65_536), true, 'a.bin')).toEqual(PARQUET);
    const { cells, names, problem, bytesExamined, records } = await cellsOf(bytes, PARQUET);
    expect(problem).toBeUndefined();
    expect(sorted(cells)).toEqual(expected);
    expect(new Set(names)).toEqual(new Set(names));
    expect(names).toContain('people');
    expect(names).toContain('zip');
    expect(bytesExamined).toBe(bytes.length);
    expect(records).toBe(240);
  });

  it('gives the same in small blocks, and from what can only be streamed', async () => {
    const bytes = fixture('parquet/pages.parquet');
    expect(sorted((await cellsOf(bytes, PARQUET, { blockBytes: 256 })).cells)).toEqual(expected);
    expect(sorted((await cellsOf(streamOf(bytes), PARQUET)).cells)).toEqual(expected);
  });

  it('gives UUIDs as people write them', async () => {
    const { cells } = await cellsOf(fixture('parquet/uuid.parquet'), PARQUET);
    expect(cells.filter(([, name]) => name === 'heroku_api_key').length).toBe(40);
    expect(JSON.stringify(cells)).toContain('"01234567-89ab-4cde-8f01-234567800007"');
  });

  it('says row group, row and column of a value', async () => {
    const { cells } = await cellsOf(fixture('parquet/pages.parquet'), PARQUET);
    expect(cells.find(([row, name]) => row === 152 && name === 'people.ssn')).toEqual([
      152,
      'people.ssn',
      '$.people[0].ssn',
      '536-10-7151',
    ]);
  });

  it('reads row groups apart, with rows counted from the range’s beginning', async () => {
    const bytes = fixture('parquet/pages.parquet');
    const source = { ...fileOf(bytes), stamp: 'x' };
    const cutAt = await findCuts(PARQUET, source, makeMemory());
    const { ranges } = cutRanges(bytes.length, { rangeBytes: 1, from: 0, probeBytes: Number.POSITIVE_INFINITY }, cutAt);
    expect(ranges.length).toBe(3);
    let rows = 0;
    let examined = 0;
    const all: string[] = [];
    for (const range of ranges) {
      const part = await cellsOf(bytes, PARQUET, { range });
      expect(part.problem).toBeUndefined();
      for (const [row, ...rest] of part.cells) all.push(JSON.stringify([row + rows, ...rest]));
      rows += part.records;
      examined += part.bytesExamined;
    }
    expect(all.sort()).toEqual(expected);
    expect(rows).toBe(240);
    expect(examined).toBe(bytes.length);
  });

  it('asks a far source for its footer and for columns that can hold something only', async () => {
    const small = fixture('parquet/plain.parquet');
    // Small ones are streamed; this one is long by what stands between its columns and its footer.
    const footerAt = small.length - 8 - small.readUInt32LE(small.length - 8);
    const bytes = Buffer.concat([small.subarray(0, footerAt), Buffer.alloc(2 << 20), small.subarray(footerAt)]);
    const asked: [number, number][] = [];
    const far: ByteSource = {
      byteLength: bytes.length,
      slice: async (start, end) => {
        asked.push([start, end]);
        return bytes.subarray(start, end);
      },
      // biome-ignore lint/correctness/useYield: it must not be asked for
      async *stream() {
        throw new Error('streamed');
      },
      close() {},
    };
    expect(sorted((await cellsOf(far, PARQUET)).cells)).toEqual(expected);
    const footer = asked[0]!;
    expect(footer[1]).toBe(bytes.length);
    expect(asked.length).toBeLessThan(25);
    expect(asked.reduce((sum, [start, end]) => sum + end - start, 0)).toBeLessThan(small.length + (64 << 10));
  });
});

describe('what is encrypted or not read', () => {
  it('is a problem with the other columns read', async () => {
    const { cells, problem } = await cellsOf(fixture('parquet/encrypted-columns.parquet'), PARQUET);
    expect(problem?.code).toBe('encrypted');
    expect(sorted(cells)).toEqual(sorted(TRUTH.filter(([, name]) => name === 'email')));
  });

  it('is a problem alone where the footer is encrypted', async () => {
    const bytes = fixture('parquet/encrypted-footer.parquet');
    expect(detectFormat(bytes, true, 'a')).toEqual(PARQUET);
    const { cells, problem } = await cellsOf(bytes, PARQUET);
    expect([cells.length, problem?.code]).toEqual([0, 'encrypted']);
  });

  it('is named: a codec', async () => {
    const bytes = Buffer.from(fixture('parquet/encrypted-columns.parquet'));
    // The codec of `email`, behind its path: a 32-bit field that follows a list.
    const path = bytes.lastIndexOf(Buffer.from('email\x15'));
    expect(bytes[path + 6]).toBe(2);
    bytes[path + 6] = 6;
    const { problem } = await cellsOf(bytes, PARQUET);
    expect(problem?.code).toBe('encrypted');
    const plain = Buffer.from(fixture('parquet/plain.parquet'));
    const at = plain.indexOf(Buffer.from('email\x15'));
    plain[at + 6] = 6;
    const read = await cellsOf(plain, PARQUET);
    expect([read.problem?.code, read.problem?.message]).toEqual(['unsupported', 'columns compressed with LZO are not read']);
    expect(sorted(read.cells)).toEqual(sorted(TRUTH.filter(([, name]) => name !== 'email')));
  });
});

describe('a damaged file', () => {
  const CODES = ['malformed', 'unsupported', 'limit', 'encrypted'];

  it.each(['pages', 'plain', 'delta', 'duckdb-zstd', 'duckdb-snappy'])('%s without its end is a problem', async (name) => {
    for (const { bytes } of cutsOf(fixture(`parquet/${name}.parquet`), 20)) {
      const { problem, cells, bytesExamined } = await cellsOf(bytes, PARQUET);
      expect([problem?.code, cells.length, bytesExamined]).toEqual(['malformed', 0, 0]);
    }
  });

  // What an independent reader makes of the same bytes is not at hand; what is not said to be damaged must be nearly the same.
  it.each(['pages', 'plain', 'delta', 'int96', 'duckdb-gzip', 'duckdb-zstd', 'duckdb-lz4_raw', 'duckdb-brotli', 'duckdb-v2'])(
    '%s with a flipped bit is a problem, or differs in a few cells',
    async (name) => {
      const bytes = fixture(`parquet/${name}.parquet`);
      let problems = 0;
      for (const { bytes: flipped } of flipsOf(bytes, 30)) {
        const { problem, cells, bytesExamined } = await cellsOf(flipped, PARQUET);
        expect(bytesExamined).toBeLessThanOrEqual(bytes.length);
        expect(cells.length).toBeLessThan(100_000);
        if (problem === undefined) continue;
        problems++;
        expect(CODES).toContain(problem.code);
      }
      expect(problems).toBeGreaterThan(3);
    },
    60_000,
  );

  it('gives what lies before the damage, and all other columns', async () => {
    const bytes = Buffer.from(fixture('parquet/plain.parquet'));
    // Lengths of addresses in the only page that has them.
    const place = bytes.indexOf('person70@example.net');
    bytes.fill(0xff, place - 20, place);
    const { cells, problem, bytesExamined } = await cellsOf(bytes, PARQUET);
    expect(problem?.code).toBe('malformed');
    expect(bytesExamined).toBeLessThan(bytes.length);
    const lost = expected.filter((cell) => !sorted(cells).includes(cell));
    expect(lost.length).toBeGreaterThan(0);
    expect(lost.every((cell) => cell.includes('"email"'))).toBe(true);
  });
});
