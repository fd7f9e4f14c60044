/** Files that `npm run fuzz` made and that ended badly once: a crash, a hang, or nothing where something was lost. */
import fs from 'node:fs';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { zipOf } from '../../bench/fuzz/zip.mjs';
import type { ContentFormat } from '../../src/core/format.js';
import { type Footer, readFooter } from '../../src/readers/parquet/footer.js';
import { loadLibrary, type ParquetLibrary } from '../../src/readers/parquet/library.js';
import { pagesOf } from '../../src/readers/parquet/pages.js';
import { Window } from '../../src/readers/parquet/window.js';
import { cellsOf, fixture, sorted, TRUTH } from './columnar.js';
import { fileOf, read } from './support.js';

const fuzzed = (name: string): Buffer => fs.readFileSync(new URL(`../fixtures/fuzzed/${name}`, import.meta.url));

describe('what the fuzzer made', () => {
  it.each([
    // A page's header whose size is written as a number of 64 bits.
    ['wide-number.parquet', { kind: 'parquet' }],
    // A schema whose field has a billion pairs of metadata.
    ['long-list.arrow', { kind: 'arrow' }],
    // An index far beyond the dictionary, whose value was passed over.
    ['dictionary-key.arrow', { kind: 'arrow' }],
    // A list of sheets that names one of which there is nothing.
    ['missing-sheet.xlsb', { kind: 'xlsb' }],
    // A list of sheets that is lost, which the package takes for a workbook without any.
    ['no-sheets.xls', { kind: 'xls' }],
  ] as const)('%s is malformed', async (name, format: ContentFormat) => {
    const { error } = await read(fileOf(fuzzed(name)), { format });
    expect(error).toMatchObject({ code: 'malformed' });
  });
});

describe('an array of Arrow', () => {
  const ARROW = { kind: 'arrow' } as const;

  /** Places of a number of 64 bits in the file. */
  function placesOf(bytes: Buffer, number: bigint): number[] {
    const places: number[] = [];
    for (let at = 0; at + 8 <= bytes.length; at += 8) if (bytes.readBigInt64LE(at) === number) places.push(at);
    return places;
  }

  it('whose buffer is shorter than it says is malformed, and never read as nothing', async () => {
    const whole = fixture('arrow/plain.arrow');
    const expected = sorted(TRUTH);
    let malformed = 0;
    // Lengths of buffers of 64-bit numbers, one for each row of a batch.
    for (const at of [640n, 800n, 1600n, 1920n, 480n, 960n].flatMap((length) => placesOf(whole, length))) {
      const bytes = Buffer.from(whole);
      bytes.writeBigInt64LE(8n, at);
      const { cells, problem } = await cellsOf(bytes, ARROW);
      if (problem === undefined) expect(sorted(cells)).toEqual(expected);
      else malformed++;
    }
    expect(malformed).toBeGreaterThan(0);
  });
});

describe('a page of Parquet', () => {
  const PARQUET = { kind: 'parquet' } as const;

  it('that has a checksum is held against it', async () => {
    const library = await loadLibrary();
    const bytes = fixture('parquet/plain.parquet');
    const readPart = (start: number, end: number): Uint8Array => bytes.subarray(start, end);
    const footer = readFooter(library, readPart, bytes.length, false).next().value as Footer;
    const chunk = footer.groups[0]!.chunks[0]!;
    const window = new Window(readPart);
    /** No fixture has one: pyarrow writes checksums only when it is asked to. */
    const withChecksum = (crc: (page: Uint8Array) => number): ParquetLibrary => ({
      ...library,
      parquetHeader: (reader) => {
        const header = library.parquetHeader(reader);
        const start = reader.view.byteOffset - bytes.byteOffset + reader.offset;
        return { ...header, crc: crc(bytes.subarray(start, start + header.compressed_page_size)) };
      },
    });
    const anyBytes = (): void => undefined;
    const right = [
      ...pagesOf(
        withChecksum((page) => crc32(page) | 0),
        chunk,
        window,
        anyBytes,
      ),
    ];
    expect(right).toHaveLength([...pagesOf(library, chunk, window, anyBytes)].length);
    expect(() => [
      ...pagesOf(
        withChecksum((page) => (crc32(page) ^ 1) | 0),
        chunk,
        window,
        anyBytes,
      ),
    ]).toThrow(expect.objectContaining({ code: 'malformed', message: 'a page has not the checksum that it should have' }));
  });

  it('that is missing is missed: the footer says how many values there are', async () => {
    // A page's header that becomes that of an index page, which is passed over.
    const whole = fixture('parquet/pages.parquet');
    let missed = 0;
    for (let at = 4; at < whole.length - 3 && missed < 3; at++) {
      // Field 1 of a header: type, as i32 in zigzag; 0 is a data page, 2 (index page) would be 1.
      if (!(whole[at] === 0x15 && whole[at + 1] === 0x00 && whole[at + 2] === 0x15)) continue;
      const bytes = Buffer.from(whole);
      bytes[at + 1] = 0x02;
      const { problem } = await cellsOf(bytes, PARQUET);
      if (problem?.message.includes('fewer values')) missed++;
    }
    expect(missed).toBeGreaterThan(0);
  });
});

describe('a binary workbook', () => {
  it('with a row where no sheet reaches is malformed, and its other rows are read', async () => {
    const { zipMembers } = await import('../../bench/fuzz/containers.mjs');
    const members = await zipMembers(fixture('office/sheetjs.xlsb'));
    // The record of a row (BrtRowHdr, MS-XLSB 2.4.741): type 0, 25 bytes, the first four its number from 0.
    const sheet = members.find(({ name }) => String(name) === 'xl/worksheets/sheet2.bin')!;
    const at = sheet.bytes.indexOf(Buffer.from([0, 25, 1, 0, 0, 0]));
    expect(at).toBeGreaterThan(0);
    sheet.bytes.writeUInt32LE(900_000_000, at + 2);
    const { values, error } = await read(fileOf(zipOf(members)), { format: { kind: 'xlsb' } });
    expect(error).toMatchObject({ code: 'malformed' });
    expect(values.map(({ text }) => text)).toEqual(expect.arrayContaining(['536-90-4300', 'note']));
  });
});

describe('a block of Avro', () => {
  it('in Snappy is held against its checksum', async () => {
    const whole = fixture('avro/snappy.avro');
    const marker = whole.subarray(-16);
    // The last byte of the last block's checksum stands before the last marker.
    const bytes = Buffer.from(whole);
    bytes[bytes.length - marker.length - 1]! ^= 1;
    const { cells, problem } = await cellsOf(bytes, { kind: 'avro' });
    expect(problem).toMatchObject({ code: 'malformed', message: expect.stringContaining('checksum') });
    expect(cells.length).toBeGreaterThan(0);
    expect((await cellsOf(whole, { kind: 'avro' })).problem).toBeUndefined();
  });
});

describe('an entry of Arrow', () => {
  const ARROW = { kind: 'arrow' } as const;

  it('that lies outside of its buffers is malformed', async () => {
    const bytes = Buffer.from(fixture('arrow/views.arrow'));
    // A view: length, the first four bytes, buffer, offset.
    const at = bytes.indexOf(Buffer.from('a lo'));
    expect(bytes.readInt32LE(at - 4)).toBeGreaterThan(12);
    bytes.writeInt32LE(2 ** 30, at + 8);
    expect((await cellsOf(bytes, ARROW)).problem?.code).toBe('malformed');
  });

  it('in a column that is shorter than its batch is malformed', async () => {
    const whole = fixture('arrow/plain.arrow');
    let found = 0;
    // Nodes of a batch of 100 rows: length and number of missing values.
    for (let at = 0; at + 16 <= whole.length; at += 8) {
      if (whole.readBigInt64LE(at) !== 100n || whole.readBigInt64LE(at + 8) > 100n) continue;
      const bytes = Buffer.from(whole);
      bytes.writeBigInt64LE(99n, at);
      const { problem } = await cellsOf(bytes, ARROW);
      if (problem?.code === 'malformed') found++;
    }
    expect(found).toBeGreaterThan(5);
  });
});
