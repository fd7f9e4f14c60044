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
    limits:
      'UTF-8, UTF-16, UTF-32 with a byte order mark; older encodings (Windows 125x, ISO 8859, KOI8-R, Shift JIS, EUC, GB 18030, Big5) where their words tell them, else their ASCII',
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
    kind: 'notebook',
    name: 'Jupyter notebooks',
    extensions: ['ipynb'],
    read: 'as JSON: source, outputs, metadata; not the pictures that are written as base64',
    place: '`part`: the cell or its output, by number; `jsonPath`',
    limits: 'each line of a cell is a value of its own',
    load: async () => (await import('./notebook.js')).readNotebook,
  },
  {
    kind: 'pdf',
    name: 'PDF',
    extensions: ['pdf'],
    read: 'the text of each page, comments, form fields, properties, scripts as text, attached files that hold text',
    place: '`page`, `part` beside the page itself; lines are those of the extracted text',
    limits: 'up to 256 MiB, in memory; no text in images: pages without other text are a problem; XFA forms',
    load: async () => (await import('./pdf/pdf.js')).readPdf,
  },
  {
    kind: 'mail',
    name: 'Mail',
    extensions: ['eml', 'mht'],
    read: 'header fields, plain and HTML bodies, attachments that are text, PDF or mail',
    place: '`part`: the header field, `html`, or the name of the attachment; lines are those of the extracted text',
    limits: 'messages up to 32 MiB; other attachments are a problem that names their kind',
    load: async () => (await import('./mail/mail.js')).readMail,
  },
  {
    kind: 'mbox',
    name: 'Mailboxes',
    extensions: ['mbox', 'mbx'],
    read: 'as mail, message by message',
    place: '`recordIndex` of the message, and as for mail',
    limits: 'a line `From ` with sender and time behind an empty line begins a message',
    load: async () => (await import('./mail/mail.js')).readMail,
  },
  {
    kind: 'rtf',
    name: 'RTF',
    extensions: ['rtf'],
    read: 'paragraphs, rows of tables, headers, footnotes, comments, fields, properties',
    place: '`paragraph`, `part` beside the text itself; lines are those of the extracted text',
    limits: 'embedded objects are a problem; pictures are left out',
    load: async () => (await import('./rtf/rtf.js')).readRtf,
  },
];
