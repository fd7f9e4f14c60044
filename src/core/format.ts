/** What an item holds, as plain data: found once by content, then sent to every worker that reads a range of it. */
import type { SkipKind } from './result.js';

/** Names of encodings as TextDecoder has them, and UTF-32. */
export type TextEncoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'utf-32le'
  | 'utf-32be'
  | `windows-${874 | 1250 | 1251 | 1252 | 1253 | 1254 | 1255 | 1256 | 1257}`
  | `iso-8859-${2 | 5 | 6 | 7}`
  | 'koi8-r'
  | 'shift_jis'
  | 'euc-jp'
  | 'euc-kr'
  | 'big5'
  | 'gb18030';

/** Where labels of values stand in a text; `properties` of address books and directories stand beside them and have names of their own. */
export type Fields = 'beside' | 'beside and above' | 'properties';

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

/** SQL statements. */
export interface SqlFormat {
  readonly kind: 'sql';
  readonly encoding: TextEncoding;
  /** How strings are written: with backslashes, as MySQL does, or by the standard, where a backslash is a letter. */
  readonly strings: 'backslash' | 'quotes';
}

/** Format of an item after decompression. */
export type ContentFormat =
  | {
      readonly kind: 'text' | 'hl7';
      readonly encoding: TextEncoding;
      /** Only of text: values with a label beside them on their line, or on the one above, are looked at under that name, too. Default neither. */
      readonly fields?: Fields;
      /** Byte that ends a line, where that is not the line feed but the carriage return, as in old Macintosh files and in HL7. */
      readonly newline?: number;
    }
  | TableFormat
  | SqlFormat
  | { readonly kind: 'markdown'; readonly encoding: TextEncoding; readonly fields?: Fields }
  | { readonly kind: 'html' | 'xml' | 'yaml' | 'toml' | 'ini'; readonly encoding: TextEncoding }
  | { readonly kind: 'json' | 'jsonl' | 'notebook'; readonly encoding: TextEncoding }
  /** What is decoded by whoever reads it. */
  | { readonly kind: 'pdf' | 'mail' | 'mbox' | 'rtf' | 'parquet' | 'avro' | 'arrow' | 'sqlite' }
  | { readonly kind: OfficeKind };

/** Office documents; `xls` is any of those that Office wrote before 2007, which only their reader tells apart. */
export type OfficeKind = 'xlsx' | 'xlsb' | 'docx' | 'pptx' | 'ods' | 'odt' | 'odp' | 'xls';

export type CodecName = 'gzip' | 'zstd' | 'xz' | 'bzip2' | 'lz4' | 'snappy' | 'brotli';

export type ArchiveName = 'zip' | 'tar';

/** Format of an item as stored. */
export type ItemFormat =
  | ContentFormat
  /** Holds something else, to be found when it is decompressed. */
  | { readonly kind: 'compressed'; readonly codec: CodecName }
  /** Holds members, each of which is examined like an item. */
  | { readonly kind: 'archive'; readonly archive: ArchiveName }
  /** Left out by intent. */
  | { readonly kind: 'skip'; readonly skip: SkipKind }
  /** Holds data or a document that is not read yet; `what` names it ("Parquet"). */
  | { readonly kind: 'unsupported'; readonly what: string };

/** Part of an item, `[start, end)` in stored bytes. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}
