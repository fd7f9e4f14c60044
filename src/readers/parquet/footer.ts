/** What the end of a Parquet file says of it: its columns, and where in each row group their values lie. Nothing of it is trusted. */
import { ItemProblem } from '../../core/problem.js';
import { attempt } from '../attempt.js';
import { type ReadPart, readPart } from '../parts.js';
import { type Leaf, leavesOf } from './leaves.js';
import type { FileMetaData, ParquetLibrary } from './library.js';

/** Read at once from the end: most footers are shorter. */
const TAIL_BYTES = 64 * 1024;
/** Length of the footer and magic number. */
const TRAILER_BYTES = 8;
/** Magic number at the start. */
const MAGIC_BYTES = 4;
/** A thousand columns in ten thousand row groups take more than this; nobody writes such files by intent. */
const MOST_FOOTER_BYTES = 256 * 1024 * 1024;

/** Values of one column in one row group, `[start, end)` in bytes of the file. */
export interface Chunk {
  readonly leaf: Leaf;
  readonly start: number;
  readonly end: number;
  readonly codec: Codec;
  /** Places for values, those of missing ones included. */
  readonly values: number;
  /** Every value is missing. */
  readonly isEmpty: boolean;
  /** Why it cannot be read. */
  readonly problem: ItemProblem | undefined;
}

/** Whether something can match in it, and it can be read. */
export function isRead({ leaf, isEmpty, problem }: Chunk): boolean {
  return problem === undefined && leaf.kind !== 'none' && !isEmpty;
}

export type Codec = NonNullable<FileMetaData['row_groups'][number]['columns'][number]['meta_data']>['codec'];

export interface Group {
  /** Among all, from 0. */
  readonly index: number;
  /** Its first byte. */
  readonly start: number;
  /** Rows before it. */
  readonly firstRow: number;
  readonly rows: number;
  readonly chunks: readonly Chunk[];
}

export interface Footer {
  readonly leaves: readonly Leaf[];
  /** In the order of their rows. */
  readonly groups: readonly Group[];
}

/**
 * Reads the footer; a promise is yielded where its bytes have to be waited for.
 * @throws ItemProblem `malformed`, `encrypted` or `limit`
 */
export function* readFooter(
  library: ParquetLibrary,
  read: ReadPart,
  byteLength: number,
  everyValue: boolean,
): Generator<Promise<void>, Footer, void> {
  if (byteLength < MAGIC_BYTES + TRAILER_BYTES) throw new ItemProblem('malformed', 'ends before its footer');
  let bytes = yield* readPart(read, Math.max(0, byteLength - TAIL_BYTES), byteLength);
  const length = lengthOf(bytes, byteLength) + TRAILER_BYTES;
  if (length > bytes.length) {
    bytes = Buffer.concat([yield* readPart(read, byteLength - length, byteLength - bytes.length), bytes]);
  }
  const footer = bytes.subarray(bytes.length - length);
  return attempt('the footer is damaged', () => {
    const metadata = library.parquetMetadata(footer, { geoparquet: false, parsers: NO_PARSERS });
    // What a field is, it says itself.
    if (metadata.schema.some(({ name }: { readonly name: unknown }) => typeof name !== 'string'))
      throw new RangeError('a column without a name');
    return footerOf(library, metadata, byteLength, everyValue);
  });
}

/** Length of the footer, by the file's last eight bytes. */
function lengthOf(tail: Uint8Array, byteLength: number): number {
  const end = Buffer.from(tail.buffer, tail.byteOffset + tail.length - TRAILER_BYTES, TRAILER_BYTES);
  const magic = end.toString('latin1', 4);
  if (magic === 'PARE') throw new ItemProblem('encrypted', 'is encrypted: the footer, and with it all columns');
  if (magic !== 'PAR1') throw new ItemProblem('malformed', 'has no footer at its end: it is cut off or was not finished');
  const length = end.readUInt32LE(0);
  if (length > byteLength - TRAILER_BYTES - MAGIC_BYTES) throw new ItemProblem('malformed', 'the footer is damaged');
  if (length > MOST_FOOTER_BYTES) throw new ItemProblem('limit', 'a footer of more than 256 MiB is not read');
  return length;
}

/** Smallest and greatest values are not looked at. */
const nothing = (): undefined => undefined;
const NO_PARSERS = {
  timestampFromMilliseconds: nothing,
  timestampFromMicroseconds: nothing,
  timestampFromNanoseconds: nothing,
  dateFromDays: nothing,
  stringFromBytes: nothing,
  jsonFromBytes: nothing,
  geometryFromBytes: nothing,
  geographyFromBytes: nothing,
  uuidFromBytes: nothing,
};

function footerOf(library: ParquetLibrary, metadata: FileMetaData, byteLength: number, everyValue: boolean): Footer {
  const leaves = leavesOf(library, library.parquetSchema(metadata), everyValue);
  const byPath = new Map(leaves.map((leaf) => [pathKey(leaf.path.slice(1).map(({ element }) => element.name)), leaf]));
  let firstRow = 0;
  let chunkBytes = 0;
  const groups = metadata.row_groups.map((group, index): Group => {
    const chunks = group.columns.map((column, position): Chunk => {
      const meta = column.meta_data;
      const leaf = (meta && byPath.get(pathKey(meta.path_in_schema))) ?? leaves[position];
      if (leaf === undefined) throw new RangeError('a column without schema');
      const isEncrypted = column.crypto_metadata !== undefined || column.encrypted_column_metadata !== undefined;
      const nowhere = { leaf, start: 0, end: 0, codec: 'UNCOMPRESSED' as const, values: 0, isEmpty: false };
      if (isEncrypted) return { ...nowhere, problem: new ItemProblem('encrypted', 'a column is encrypted') };
      if (meta === undefined) throw new RangeError('a column without metadata');
      if (column.file_path !== undefined) {
        return { ...nowhere, problem: new ItemProblem('unsupported', 'columns that lie in another file are not read') };
      }
      // Some writers name a dictionary of which there is none, at offset 0.
      const start = offset(meta.dictionary_page_offset || meta.data_page_offset, byteLength);
      const end = offset(BigInt(Math.min(start, Number(meta.data_page_offset))) + meta.total_compressed_size, byteLength);
      const from = Math.min(start, Number(meta.data_page_offset));
      chunkBytes += end - from;
      const values = offset(meta.num_values, Number.MAX_SAFE_INTEGER);
      const isEmpty = !everyValue && meta.statistics?.null_count !== undefined && Number(meta.statistics.null_count) === values;
      return { leaf, start: from, end, codec: meta.codec, values, isEmpty, problem: unreadable(meta.codec, leaf) };
    });
    const rows = offset(group.num_rows, Number.MAX_SAFE_INTEGER);
    const start = Math.min(byteLength, ...chunks.filter(({ end }) => end > 0).map((chunk) => chunk.start));
    const found = { index, start, firstRow, rows, chunks };
    firstRow += rows;
    return found;
  });
  // Row groups that share their bytes would let a small file ask for any amount of work.
  if (chunkBytes > byteLength) throw new RangeError('columns overlap');
  return { leaves, groups };
}

function unreadable(codec: Codec | undefined, { kind }: Leaf): ItemProblem | undefined {
  if (kind === 'unread') return new ItemProblem('unsupported', 'columns of the type VARIANT are not read');
  if (codec === undefined || codec === 'LZO')
    return new ItemProblem('unsupported', `columns compressed with ${codec ?? 'an unknown codec'} are not read`);
  return undefined;
}

/** Names may hold points. */
function pathKey(path: readonly string[]): string {
  return path.join('\0');
}

function offset(value: bigint | undefined, most: number): number {
  const number = Number(value);
  if (!(number >= 0 && number <= most)) throw new RangeError('an offset outside of the file');
  return number;
}
