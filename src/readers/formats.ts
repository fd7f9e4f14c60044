/** The formats that are read, one entry each: what people call them, what place they report, and who reads them. docs/formats.md is made of it. */
import type { ContentFormat } from '../core/format.js';
import type { StepReader } from './types.js';

/** What is known of a format beside the code that reads it. */
export interface FormatEntry {
  readonly kind: ContentFormat['kind'];
  /** As people call it. */
  readonly name: string;
  /** Usual extensions, without the dot; content decides, they help where it leaves a doubt. */
  readonly extensions: readonly string[];
  /** What is examined, and as what: cells, fields, free text. */
  readonly read: string;
  /** What names the place of an occurrence, beside its span. */
  readonly place: string;
  /** What it does not do. */
  readonly limits: string;
  /** Loaded when the format is first met. */
  readonly load: () => Promise<StepReader>;
}

/** By kind, in the order of the documentation. */
export const FORMATS: readonly FormatEntry[] = [
  {
    kind: 'text',
    name: 'Text',
    extensions: ['txt', 'log', 'md'],
    read: 'all of it, as free text; source code and settings too',
    place: 'line and column',
    limits: 'UTF-8, UTF-16, or ASCII with other bytes in between',
    load: async () => (await import('./text.js')).readText,
  },
  {
    kind: 'csv',
    name: 'CSV and its relatives',
    extensions: ['csv', 'tsv', 'tab', 'psv'],
    read: 'header and cells; a table without quotes or with strict ones in parallel',
    place: '`row`, `columnName`, `columnIndex`',
    limits: 'comma, tab, semicolon and bar as delimiters',
    load: async () => (await import('./csv.js')).readCsv,
  },
  {
    kind: 'json',
    name: 'JSON',
    extensions: ['json', 'geojson'],
    read: 'strings, numbers and keys; one document in one worker',
    place: '`jsonPath`',
    limits: 'a document with an error is examined as text from there on',
    load: async () => (await import('./json.js')).readJson,
  },
  {
    kind: 'jsonl',
    name: 'JSON Lines',
    extensions: ['jsonl', 'ndjson', 'jsonlines'],
    read: 'as JSON, line by line, in parallel',
    place: '`recordIndex`, `jsonPath`',
    limits: 'a line that does not parse is examined as text, and counted',
    load: async () => (await import('./json.js')).readJson,
  },
  {
    kind: 'parquet',
    name: 'Parquet',
    extensions: ['parquet', 'parq', 'pq'],
    read: 'names of columns; text, numbers, decimals, dates and timestamps, also in lists, maps and structs; row groups in parallel',
    place: '`rowGroup`, `row`, `columnName`, `columnIndex`, in nested columns `jsonPath`',
    limits:
      'not encrypted ones, LZO and VARIANT; bytes that are no text, single-precision numbers and those with a fraction are passed over',
    load: async () => (await import('./parquet/read.js')).loadParquet(),
  },
  {
    kind: 'avro',
    name: 'Avro',
    extensions: ['avro'],
    read: 'object containers: names of fields; text, numbers, decimals, dates and timestamps, keys and values of maps',
    place: '`recordIndex`, `jsonPath`',
    limits: 'blocks of 64 MiB, compressed with deflate, snappy or zstandard; a damaged block is passed over',
    load: async () => (await import('./avro/read.js')).readAvro,
  },
  {
    kind: 'arrow',
    name: 'Arrow, Feather',
    extensions: ['arrow', 'arrows', 'feather', 'ipc'],
    read: 'files and streams with the optional package `apache-arrow`: names of columns; what is read of Parquet',
    place: '`rowGroup` (the record batch), `row`, `columnName`, `columnIndex`, in nested columns `jsonPath`',
    limits: 'record batches of 256 MiB; views and Feather of version 1 are not read',
    load: async () => (await import('./arrow/read.js')).readArrow,
  },
];
