/** Pages of one column chunk, one after the other: their levels, and their values as far as they are decoded. */
import { zlib } from '../../core/builtin.js';
import { ItemProblem } from '../../core/problem.js';
import { attempt } from '../attempt.js';
import { ByteArrays, type PageValues } from './byte-arrays.js';
import type { Chunk } from './footer.js';
import type { Leaf } from './leaves.js';
import type { PageHeader, ParquetLibrary } from './library.js';
import { type Cursor, readRuns, readVarint } from './runs.js';
import type { Window } from './window.js';

/** A page is held as a whole, so it is bounded: DuckDB writes up to 100 MB, others a megabyte. */
const MOST_PAGE_BYTES = 128 * 1024 * 1024;
/** Values of a page; each takes up to sixteen bytes beside the page itself. */
const MOST_PAGE_VALUES = 1 << 23;
/** A page's header is a few bytes, unless it holds statistics of long texts. */
const HEADER_BYTES = 1024;
const MOST_HEADER_BYTES = 16 * 1024 * 1024;
/** Blocks of delta encoding are a few hundred numbers. */
const MOST_DELTA_BLOCK = 1 << 20;

const DAMAGED_PAGE = 'a page is damaged';

/** A data page. */
export interface Page {
  /** Places for values, those of missing ones included. */
  readonly count: number;
  /** Of each place; undefined where no value can be missing. */
  readonly definition: Uint8Array | undefined;
  /** Of each place; undefined outside of lists. */
  readonly repetition: Uint8Array | undefined;
  /** Values that are there, or where there is a dictionary, their indexes in it. */
  readonly values: PageValues;
  readonly dictionary: Dictionary | undefined;
}

export interface Dictionary {
  readonly values: PageValues;
}

/** Told how many bytes and places for values are about to come out of a page. @throws ItemProblem `limit` where these are too many */
export type OnUnpack = (bytes: number, places: number) => void;

/** A chunk while its pages are read. */
interface Reading {
  readonly library: ParquetLibrary;
  readonly chunk: Chunk;
  readonly onUnpack: OnUnpack;
}

/**
 * The data pages of a chunk, and promises where its bytes have to be waited for.
 * @throws ItemProblem `malformed`, `limit` or `unsupported`; what was given before holds
 */
export function* pagesOf(
  library: ParquetLibrary,
  chunk: Chunk,
  window: Window,
  onUnpack: OnUnpack,
): Generator<Page | Promise<void>, void, void> {
  const { end } = chunk;
  const reading = { library, chunk, onUnpack };
  let dictionary: Dictionary | undefined;
  let seen = 0;
  for (let at = chunk.start; at < end && seen < chunk.values; ) {
    const { header, length } = yield* readHeader(library, window, at, end);
    const from = at + length;
    const size = header.compressed_page_size;
    if (!(size >= 0) || from + size > end) throw new ItemProblem('malformed', 'a page reaches over the end of its column');
    if (!(header.uncompressed_page_size >= 0)) throw new ItemProblem('malformed', DAMAGED_PAGE);
    if (header.uncompressed_page_size > MOST_PAGE_BYTES)
      throw new ItemProblem('limit', 'a page of more than 128 MiB is not read');
    at = from + size;
    if (header.type !== 'DATA_PAGE' && header.type !== 'DATA_PAGE_V2' && header.type !== 'DICTIONARY_PAGE') continue;
    onUnpack(header.uncompressed_page_size, placesOf(header));
    const waiting = window.load(from, at, end);
    if (waiting) yield waiting;
    const bytes = window.bytes(from, at);
    // Of the bytes as they are stored (parquet.thrift, PageHeader); not every program writes one.
    if (header.crc !== undefined && zlib().crc32(bytes) !== header.crc >>> 0)
      throw new ItemProblem('malformed', 'a page has not the checksum that it should have');
    if (header.type === 'DICTIONARY_PAGE') {
      dictionary = { values: readDictionary(library, header, bytes, chunk) };
    } else {
      const page = header.type === 'DATA_PAGE' ? readPage(reading, header, bytes) : readPageV2(reading, header, bytes);
      seen += page.count;
      yield isIndexed(header) ? { ...page, dictionary: known(dictionary) } : page;
    }
  }
  if (seen < chunk.values) throw new ItemProblem('malformed', 'a column has fewer values than the footer says');
}

/** A header says nowhere how long it is: it is read from as many bytes as it turns out to need. */
function* readHeader(
  library: ParquetLibrary,
  window: Window,
  at: number,
  end: number,
): Generator<Promise<void>, { header: PageHeader; length: number }, void> {
  for (let size = HEADER_BYTES; ; size *= 16) {
    const to = Math.min(end, at + size);
    const waiting = window.load(at, to, end);
    if (waiting) yield waiting;
    const bytes = window.bytes(at, to);
    const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
    try {
      const header = library.parquetHeader(reader);
      checkNumbers(header);
      return { header, length: reader.offset };
    } catch (error) {
      if (to === end || size >= MOST_HEADER_BYTES)
        throw new ItemProblem('malformed', 'the header of a page is damaged', { cause: error });
    }
  }
}

/** Each field says itself of what type it is, and the library takes whatever it says: a number of 64 bits, or a text. */
function checkNumbers(header: PageHeader): void {
  const { data_page_header: first, data_page_header_v2: second, dictionary_page_header: dictionary } = header;
  const numbers: readonly unknown[] = [
    header.compressed_page_size,
    header.uncompressed_page_size,
    header.crc,
    first?.num_values,
    second?.num_values,
    second?.repetition_levels_byte_length,
    second?.definition_levels_byte_length,
    dictionary?.num_values,
  ];
  const isWrong = (value: unknown): boolean => value !== undefined && !Number.isSafeInteger(value);
  if (numbers.some(isWrong)) throw new RangeError('no number where one should be');
}

/** As many as its header says; what cannot be is found out where they are read. */
function placesOf({
  data_page_header: first,
  data_page_header_v2: second,
  dictionary_page_header: dictionary,
}: PageHeader): number {
  return Math.max(0, (first ?? second ?? dictionary)?.num_values ?? 0);
}

function isIndexed({ data_page_header: first, data_page_header_v2: second }: PageHeader): boolean {
  const encoding = (first ?? second)?.encoding;
  return encoding === 'RLE_DICTIONARY' || encoding === 'PLAIN_DICTIONARY';
}

function known(dictionary: Dictionary | undefined): Dictionary {
  if (dictionary === undefined) throw new ItemProblem('malformed', 'a column’s dictionary is missing');
  return dictionary;
}

function readDictionary(library: ParquetLibrary, header: PageHeader, bytes: Uint8Array, chunk: Chunk): PageValues {
  const count = countOf(header.dictionary_page_header?.num_values);
  const page = decompress(library, bytes, header.uncompressed_page_size, chunk);
  return plain(library, page, count, chunk.leaf);
}

/** Levels stand in the page, each list of them with its length before it, and are compressed with the values. */
function readPage(reading: Reading, header: PageHeader, bytes: Uint8Array): Page {
  const { library, chunk } = reading;
  const { num_values, encoding, definition_level_encoding, repetition_level_encoding } = header.data_page_header ?? {};
  const { leaf } = chunk;
  const count = countOf(num_values);
  const page = decompress(library, bytes, header.uncompressed_page_size, chunk);
  const cursor: Cursor = { bytes: page, at: 0 };
  const levels = (most: number, levelEncoding: string | undefined): Uint8Array | undefined => {
    if (most === 0) return undefined;
    if (levelEncoding !== 'RLE') throw new ItemProblem('unsupported', 'levels in the encoding BIT_PACKED are not read');
    const length = uint32(cursor);
    const end = cursor.at + length;
    const found = readLevels({ bytes: page.subarray(0, Math.min(end, page.length)), at: cursor.at }, most, count);
    cursor.at = end;
    return found;
  };
  const repetition = levels(leaf.maxRepetition, repetition_level_encoding);
  const definition = levels(leaf.maxDefinition, definition_level_encoding);
  const values = readValues(reading, {
    page: page.subarray(cursor.at),
    encoding,
    count: presentOf(definition, leaf, count),
  });
  return { count, definition, repetition, values, dictionary: undefined };
}

/** Levels stand before the page, uncompressed; their lengths are in its header. */
function readPageV2(reading: Reading, header: PageHeader, bytes: Uint8Array): Page {
  const { library, chunk } = reading;
  const {
    num_values,
    encoding,
    is_compressed,
    repetition_levels_byte_length: repetitionBytes = 0,
    definition_levels_byte_length: definitionBytes = 0,
  } = header.data_page_header_v2 ?? {};
  const { leaf } = chunk;
  const count = countOf(num_values);
  const at = repetitionBytes + definitionBytes;
  if (!(repetitionBytes >= 0 && definitionBytes >= 0 && at <= bytes.length)) throw new ItemProblem('malformed', DAMAGED_PAGE);
  const levels = (most: number, from: number, length: number): Uint8Array | undefined =>
    most === 0 ? undefined : readLevels({ bytes: bytes.subarray(from, from + length), at: 0 }, most, count);
  const repetition = levels(leaf.maxRepetition, 0, repetitionBytes);
  const definition = levels(leaf.maxDefinition, repetitionBytes, definitionBytes);
  const packed = bytes.subarray(at);
  const length = header.uncompressed_page_size - at;
  if (length < 0) throw new ItemProblem('malformed', DAMAGED_PAGE);
  const page = is_compressed === false ? packed : decompress(library, packed, length, chunk);
  const values = readValues(reading, { page, encoding, count: presentOf(definition, leaf, count) });
  return { count, definition, repetition, values, dictionary: undefined };
}

function countOf(count: number | undefined): number {
  if (count === undefined || !(count >= 0)) throw new ItemProblem('malformed', DAMAGED_PAGE);
  if (count > MOST_PAGE_VALUES) throw new ItemProblem('limit', 'a page of more than 8,388,608 values is not read');
  return count;
}

function decompress(library: ParquetLibrary, bytes: Uint8Array, length: number, { codec }: Chunk): Uint8Array {
  // Nothing, compressed, may be nothing.
  if (length === 0) return new Uint8Array(0);
  return attempt('a page cannot be decompressed', () => library.decompressPage(bytes, length, codec, library.compressors));
}

function readLevels(cursor: Cursor, most: number, count: number): Uint8Array {
  const levels = new Uint8Array(count);
  attempt('the levels of a page are damaged', () => readRuns(cursor, bitsOf(most), levels));
  return levels;
}

function presentOf(definition: Uint8Array | undefined, { maxDefinition }: Leaf, count: number): number {
  if (definition === undefined) return count;
  let present = 0;
  for (let i = 0; i < count; i++) if (definition[i] === maxDefinition) present++;
  return present;
}

interface Values {
  readonly page: Uint8Array;
  readonly encoding: string | undefined;
  /** Values that are there. */
  readonly count: number;
}

function readValues({ library, chunk, onUnpack }: Reading, { page, encoding, count }: Values): PageValues {
  const { leaf } = chunk;
  const { type, type_length: length } = leaf.element;
  if (count === 0) return [];
  const reader = { view: new DataView(page.buffer, page.byteOffset, page.byteLength), offset: 0 };
  switch (encoding) {
    case 'PLAIN':
      return plain(library, page, count, leaf);
    case 'PLAIN_DICTIONARY':
    case 'RLE_DICTIONARY':
      return readIndexes(page, count);
    case 'RLE':
      return readBooleans(page, count);
    case 'BYTE_STREAM_SPLIT':
      return attempt(DAMAGED_PAGE, () => library.byteStreamSplit(reader, count, type!, length));
    case 'DELTA_BINARY_PACKED': {
      checkDelta({ bytes: page, at: 0 });
      const target = type === 'INT32' ? new Int32Array(count) : new BigInt64Array(count);
      attempt(DAMAGED_PAGE, () => library.deltaBinaryUnpack(reader, count, target));
      return target;
    }
    case 'DELTA_LENGTH_BYTE_ARRAY': {
      checkDelta({ bytes: page, at: 0 });
      const target = new Array<Uint8Array>(count);
      attempt(DAMAGED_PAGE, () => library.deltaLengthByteArray(reader, count, target));
      return target;
    }
    case 'DELTA_BYTE_ARRAY':
      return readFronted(library, page, { count, onUnpack });
    default:
      throw new ItemProblem('unsupported', 'values in an encoding that is not read');
  }
}

function plain(library: ParquetLibrary, page: Uint8Array, count: number, { element }: Leaf): PageValues {
  if (element.type === 'BYTE_ARRAY') return attempt(DAMAGED_PAGE, () => new ByteArrays(page, count));
  const reader = { view: new DataView(page.buffer, page.byteOffset, page.byteLength), offset: 0 };
  return attempt(DAMAGED_PAGE, () => library.readPlain(reader, element.type!, count, element.type_length));
}

function readIndexes(page: Uint8Array, count: number): Uint32Array {
  const indexes = new Uint32Array(count);
  attempt(DAMAGED_PAGE, () => readRuns({ bytes: page, at: 1 }, page[0]!, indexes));
  return indexes;
}

function readBooleans(page: Uint8Array, count: number): boolean[] {
  const bits = new Uint8Array(count);
  attempt(DAMAGED_PAGE, () => readRuns({ bytes: page, at: 4 }, 1, bits));
  return Array.from(bits, (bit) => bit === 1);
}

/** Values that share their beginnings with the one before: a few bytes can stand for very many. */
function readFronted(
  library: ParquetLibrary,
  page: Uint8Array,
  { count, onUnpack }: { readonly count: number; readonly onUnpack: OnUnpack },
): Uint8Array[] {
  const reader = { view: new DataView(page.buffer, page.byteOffset, page.byteLength), offset: 0 };
  const lengths = [new Int32Array(count), new Int32Array(count)];
  let total = 0;
  for (const part of lengths) {
    checkDelta({ bytes: page, at: reader.offset });
    attempt(DAMAGED_PAGE, () => library.deltaBinaryUnpack(reader, count, part));
    for (const length of part) total += length;
  }
  if (total > MOST_PAGE_BYTES) throw new ItemProblem('limit', 'a page of more than 128 MiB is not read');
  onUnpack(total, 0);
  const target = new Array<Uint8Array>(count);
  attempt(DAMAGED_PAGE, () => library.deltaByteArray({ view: reader.view, offset: 0 }, count, target));
  return target;
}

/** With sizes that cannot be, the library would read the same bytes for ever. */
function checkDelta(cursor: Cursor): void {
  const [block, miniblocks] = attempt(DAMAGED_PAGE, () => [readVarint(cursor), readVarint(cursor)] as const);
  const isPossible = miniblocks > 0 && block <= MOST_DELTA_BLOCK && block >= miniblocks && block % miniblocks === 0;
  if (!isPossible) throw new ItemProblem('malformed', DAMAGED_PAGE);
}

function uint32(cursor: Cursor): number {
  const { bytes, at } = cursor;
  if (at + 4 > bytes.length) throw new ItemProblem('malformed', DAMAGED_PAGE);
  cursor.at += 4;
  return Buffer.from(bytes.buffer, bytes.byteOffset + at, 4).readUInt32LE();
}

function bitsOf(most: number): number {
  return 32 - Math.clz32(most);
}
