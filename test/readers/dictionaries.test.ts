/** Dictionaries of Parquet: entries that are not there, very many, and very long. */
import { describe, expect, it } from 'vitest';
import { ByteArrays } from '../../src/readers/parquet/byte-arrays.js';
import { type Footer, readFooter } from '../../src/readers/parquet/footer.js';
import { loadLibrary, type ParquetLibrary } from '../../src/readers/parquet/library.js';
import { type Page, pagesOf } from '../../src/readers/parquet/pages.js';
import { Window } from '../../src/readers/parquet/window.js';
import { cellsOf, fixture, TRUTH } from './columnar.js';
import { fileOf, read } from './support.js';

const PARQUET = { kind: 'parquet' } as const;

const WHOLE = fixture('parquet/pages.parquet');
const readPart = (start: number, end: number): Uint8Array => WHOLE.subarray(start, end);

const anyBytes = (): void => undefined;

async function chunksOf(library: ParquetLibrary) {
  const footer = readFooter(library, readPart, WHOLE.length, false).next().value as Footer;
  const chunks = footer.groups.flatMap(({ chunks: some }) => some);
  return chunks.filter(
    (chunk) => ([...pagesOf(library, chunk, new Window(readPart), anyBytes)] as Page[])[0]!.dictionary !== undefined,
  );
}

/** The first column with a dictionary, whose header says that it has so many entries. */
async function pagesWith(entries?: number): Promise<Page[]> {
  const library = await loadLibrary();
  const [chunk] = await chunksOf(library);
  const changed: ParquetLibrary = {
    ...library,
    parquetHeader: (reader) => {
      const header = library.parquetHeader(reader);
      const { dictionary_page_header: dictionary } = header;
      if (dictionary === undefined || entries === undefined) return header;
      return { ...header, dictionary_page_header: { ...dictionary, num_values: entries } };
    },
  };
  return [...pagesOf(changed, chunk!, new Window(readPart), anyBytes)] as Page[];
}

describe('a dictionary of Parquet', () => {
  it('of 10 million entries is not read, and one of more than its page holds is damaged', async () => {
    const [first] = await pagesWith();
    expect(first!.dictionary!.values.length).toBeGreaterThan(1);
    await expect(pagesWith(10_000_000)).rejects.toMatchObject({ code: 'limit', message: expect.stringContaining('8,388,608') });
    await expect(pagesWith(8_000_000)).rejects.toMatchObject({ code: 'malformed' });
  });

  it('does not have an entry that a page names: the column is damaged, and the others are read', async () => {
    const details: string[] = [];
    const [chunk] = await chunksOf(await loadLibrary());
    for (
      let at = chunk!.start;
      at < chunk!.end && !details.some((detail) => detail.includes('its dictionary does not have'));
      at++
    ) {
      const bytes = Buffer.from(WHOLE);
      bytes[at]! ^= 0xff;
      const { cells, problem } = await cellsOf(bytes, PARQUET);
      if (problem === undefined) continue;
      details.push(problem.message);
      expect(problem.code).toMatch(/malformed|limit|unsupported/);
      expect(cells.length).toBeGreaterThan(TRUTH.length / 4);
    }
    expect(details).toContainEqual('a page names a value that its dictionary does not have');
  });

  it('with an entry of 100 MB is read', { timeout: 120_000 }, async () => {
    // pyarrow 25: ['a' * 100_000_000, '536-90-4399' three times, 'x'] as a column with a dictionary, in Zstandard.
    const { values, error } = await read(fileOf(fixture('parquet/long-entry.parquet')), { format: PARQUET, places: true });
    expect(error).toBeUndefined();
    expect(values.reduce((most, { text }) => Math.max(most, text.length), 0)).toBe(100_000_000);
    expect(values.filter(({ text }) => text === '536-90-4399').map(({ location }) => location)).toMatchObject([
      { row: 2, columnName: 'note' },
      { row: 3 },
      { row: 4 },
    ]);
  });
});

describe('texts of a page', () => {
  const page = Buffer.concat(
    ['one', '', 'three'].map((text) => Buffer.concat([Buffer.from([text.length, 0, 0, 0]), Buffer.from(text)])),
  );

  it('are views of it', () => {
    const texts = new ByteArrays(page, 3);
    expect([0, 1, 2].map((index) => Buffer.from(texts.at(index)).toString())).toEqual(['one', '', 'three']);
    expect(texts.at(0).buffer).toBe(page.buffer);
  });

  it('that are fewer than are said, or longer, are refused', () => {
    expect(() => new ByteArrays(page, 4)).toThrow(RangeError);
    expect(() => new ByteArrays(page.subarray(0, -1), 3)).toThrow(RangeError);
    const long = Buffer.from(page);
    long.writeUInt32LE(0xffff_fff0, 0);
    expect(() => new ByteArrays(long, 3)).toThrow(RangeError);
  });
});
