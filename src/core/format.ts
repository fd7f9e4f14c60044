/** What an item holds, as plain data: found once by content, then sent to every worker that reads a range of it. */
import type { SkipKind } from './result.js';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin1';

/** Dialect and header of a table. */
export interface TableFormat {
  readonly kind: 'csv';
  readonly encoding: TextEncoding;
  /** Byte of the delimiter. */
  readonly delimiter: number;
  /** Decoded header cells, or null where the first row is data. */
  readonly header: readonly string[] | null;
  /** Records before the header (titles, comments, Excel's `sep=;`), which have no columns. Default 0. */
  readonly headerRow?: number;
}

/** Format of an item after decompression. */
export type ContentFormat =
  | { readonly kind: 'text'; readonly encoding: TextEncoding }
  | TableFormat
  | { readonly kind: 'json' | 'jsonl'; readonly encoding: TextEncoding }
  | { readonly kind: 'parquet' | 'avro' | 'arrow' };

/** Format of an item as stored. */
export type ItemFormat =
  | ContentFormat
  | { readonly kind: 'gzip' }
  /** Left out by intent. */
  | { readonly kind: 'skip'; readonly skip: SkipKind }
  /** Holds data or a document that is not read yet; `what` names it ("Parquet"). */
  | { readonly kind: 'unsupported'; readonly what: string };

/** Part of an item, `[start, end)` in stored bytes. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}
