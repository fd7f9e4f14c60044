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
  /** What is read where the file is cut or damaged, if that is not simply all before the damage. */
  readonly damaged?: string;
  /** Loaded when the format is first met. */
  readonly load: () => Promise<StepReader>;
}

/** By kind, in the order of the documentation. */
export const FORMATS: readonly FormatEntry[] = [
  {
    kind: 'text',
    name: 'Text',
    extensions: ['txt', 'log', 'vcf', 'ldif', 'ics'],
    read: 'all of it, as free text; source code and settings too; values with a label by its name as well, but not in logs and source code',
    place: 'line and column',
    limits:
      'UTF-8, UTF-16, UTF-32 with a byte order mark; older encodings (Windows 125x, ISO 8859, KOI8-R, Shift JIS, EUC, GB 18030, Big5) where their words tell them, else their ASCII',
    load: async () => (await import('./plain-text.js')).readText,
  },
  {
    kind: 'csv',
    name: 'CSV and its relatives',
    extensions: ['csv', 'tsv', 'tab', 'psv'],
    read: 'header and cells; a table without quotes or with strict ones in parallel',
    place: '`row`, `columnName`, `columnIndex`',
    limits:
      'comma, tab, semicolon and bar as delimiters; under another name all first rows have as many cells, or nine tenths of ten and more below names of columns',
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
    kind: 'sql',
    name: 'SQL',
    extensions: ['sql'],
    read: "values of `INSERT`, `UPDATE` and PostgreSQL's `COPY` as cells of their columns, the rest as free text; in one worker",
    place: '`columnName` (`table.column`), `row` of the table',
    limits: 'a value without a column name, or longer than 16 KiB, is free text',
    load: async () => (await import('./sql/sql.js')).readSql,
  },
  {
    kind: 'markdown',
    name: 'Markdown, text with tables',
    extensions: ['md', 'markdown', 'rst'],
    read: 'all of it, as free text; cells of tables by their header as well, also in what psql and mysql print; values with labels; in one worker',
    place: '`row`, `columnName`',
    limits: 'columns set with spaces where a header and three rows keep to them, or have as many fields between gaps',
    load: async () => (await import('./tables/tables.js')).readTables,
  },
  {
    kind: 'html',
    name: 'HTML',
    extensions: ['html', 'htm'],
    read: 'all of it, as free text; cells by the headers of column and row, definitions, form fields, `data-` attributes by their names as well',
    place: '`columnName`, `row` of the table',
    limits: 'a value that tags cut is found only as far as one part shows it',
    load: async () => (await import('./markup/markup.js')).readMarkup,
  },
  {
    kind: 'xml',
    name: 'XML',
    extensions: ['xml', 'svg', 'plist'],
    read: 'all of it, as free text; elements and attributes by the names on their path as well, and by the name that `<field name="email">` and the like give',
    place: '`jsonPath`, without numbers of elements',
    limits: "names to a depth of 64; entities of a document's own are not resolved",
    damaged:
      'all of it; that it is cut is known by its root element, which is not closed. A document with an error is no problem',
    load: async () => (await import('./markup/markup.js')).readMarkup,
  },
  {
    kind: 'yaml',
    name: 'YAML',
    extensions: ['yaml', 'yml'],
    read: 'all of it, as free text; values by the keys on their path as well; in one worker',
    place: '`jsonPath`',
    limits: 'complex keys, and what is behind a tab, have no path; paths are those in their document',
    load: async () => (await import('./settings/settings.js')).readSettings,
  },
  {
    kind: 'toml',
    name: 'TOML',
    extensions: ['toml'],
    read: 'as YAML',
    place: '`jsonPath`',
    limits: 'a value that is longer than 16 KiB has no path',
    load: async () => (await import('./settings/settings.js')).readSettings,
  },
  {
    kind: 'ini',
    name: 'INI, properties, `.env`',
    extensions: ['ini', 'cfg', 'conf', 'cnf', 'properties', 'env'],
    read: 'as YAML, by section and key',
    place: '`jsonPath`',
    limits: 'known by their names, where nine lines of ten look so; lines that go on with another one have no path',
    load: async () => (await import('./settings/settings.js')).readSettings,
  },
  {
    kind: 'hl7',
    name: 'HL7 version 2',
    extensions: ['hl7'],
    read: 'all of it, as free text; fields of patients, relatives, insurances, clinicians, diagnoses and drugs by what HL7 calls them, observations by the name before them; in one worker',
    place: '`jsonPath`: segment and name',
    limits: 'escape sequences stay as they are; names of segments beyond those have none',
    load: async () => (await import('./hl7/hl7.js')).readHl7,
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
    limits:
      'up to 256 MiB, in memory; no text in images: pages without other text are a problem; XFA forms; up to the page that asks for more drawing than a file of its size may (forms within forms)',
    damaged:
      'of a file that is cut, the pages whose objects stand before the cut, as far as their streams go; of a damaged stream, what lies before the damage. The problem names the pages, as far as they are known',
    load: async () => (await import('./pdf/pdf.js')).readPdf,
  },
  {
    kind: 'mail',
    name: 'Mail',
    extensions: ['eml', 'mht'],
    read: 'header fields, plain and HTML bodies, both with their labels as in text, attachments that are text, tables (cell by cell), PDF, RTF, Office documents or mail',
    place:
      '`part`: the header field, `html`, or the name of the attachment, of which the other fields are; lines are those of the extracted text',
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
  {
    kind: 'parquet',
    name: 'Parquet',
    extensions: ['parquet', 'parq', 'pq'],
    read: 'names of columns; text, numbers, decimals, dates and timestamps, also in lists, maps and structs; row groups in parallel',
    place: '`rowGroup`, `row`, `columnName`, `columnIndex`, in nested columns `jsonPath`',
    limits:
      'not encrypted ones, LZO and VARIANT; bytes that are no text, single-precision numbers and those with a fraction are passed over',
    damaged:
      'nothing without the footer at the end, so nothing of a file that is cut; of a damaged page, that column of the row group up to there, and all other columns. Checksums of pages are verified where there are some: without them, a changed byte in a value goes unseen',
    load: async () => (await import('./parquet/read.js')).loadParquet(),
  },
  {
    kind: 'avro',
    name: 'Avro',
    extensions: ['avro'],
    read: 'object containers: names of fields; text, numbers, decimals, dates and timestamps, keys and values of maps',
    place: '`recordIndex`, `jsonPath`',
    limits: 'blocks of 32 MiB, compressed with deflate, snappy, zstandard, bzip2 or xz; a damaged block is passed over',
    load: async () => (await import('./avro/read.js')).readAvro,
  },
  {
    kind: 'arrow',
    name: 'Arrow, Feather',
    extensions: ['arrow', 'arrows', 'feather', 'ipc'],
    read: 'files and streams with the optional package `apache-arrow`: names of columns; what is read of Parquet',
    place: '`rowGroup` (the record batch), `row`, `columnName`, `columnIndex`, in nested columns `jsonPath`',
    limits:
      'record batches of 256 MiB, dictionaries of as much in all; Feather of version 1, and files with list views or run-end encoding, are not read',
    damaged:
      'what lies before the damage; nothing of a file that is cut where only its footer has the schema (as JavaScript writes it) or the places of dictionaries (as polars does)',
    load: async () => (await import('./arrow/read.js')).readArrow,
  },
  {
    kind: 'sqlite',
    name: 'SQLite databases',
    extensions: ['sqlite', 'sqlite3', 'db', 'db3'],
    read: 'with the optional package `@sqlite.org/sqlite-wasm`: names of tables and columns; text, numbers, BLOBs that are text, of all tables; the statements of the schema; changes in a write-ahead log beside the file',
    place: '`row` of the table by rowid or primary key, `columnName` (`table.column`), `columnIndex`',
    limits:
      'UTF-8 ones; values up to 32 MiB; not what was deleted and still lies in free pages, nor encrypted ones; views and triggers never run',
    load: async () => (await import('./sqlite/read.js')).readSqlite,
  },
  {
    kind: 'xlsx',
    name: 'Excel workbooks (XLSX)',
    extensions: ['xlsx', 'xlsm', 'xltx', 'xltm'],
    read: 'cells of all sheets, hidden ones too, by their header; comments, links, defined names, headers and footers, drawings, charts, pivot tables, properties, embedded files',
    place: '`sheet`, `cell`, `row`, `columnName`, `columnIndex`; `part` beside the cells',
    limits: 'formulas by their results, macros not at all; shared strings up to 128 MiB',
    load: async () => (await import('./office/open.js')).readWorkbook,
  },
  {
    kind: 'ods',
    name: 'OpenDocument spreadsheets',
    extensions: ['ods', 'ots'],
    read: 'as Excel workbooks',
    place: 'as for Excel workbooks',
    limits: 'up to 1,048,576 cells that are stored as repeated; not encrypted ones',
    load: async () => (await import('./office/open.js')).readWorkbook,
  },
  {
    kind: 'xls',
    name: 'Old Excel workbooks (XLS)',
    extensions: ['xls', 'xlt'],
    read: 'cells, comments, links, defined names, properties',
    place: 'as for Excel workbooks',
    limits:
      'where the package `@e965/xlsx` is installed; up to 16 MiB, in memory: about 300,000 numbers or 240,000 different texts; other documents of before 2007 are a problem',
    load: async () => (await import('./office/open.js')).readOldWorkbook,
  },
  {
    kind: 'xlsb',
    name: 'Binary Excel workbooks (XLSB)',
    extensions: ['xlsb'],
    read: 'as old Excel workbooks',
    place: 'as for Excel workbooks',
    limits: 'where the package `@e965/xlsx` is installed; up to 16 MiB, 64 MiB unpacked, in memory: as many cells as of old ones',
    load: async () => (await import('./office/open.js')).readOldWorkbook,
  },
  {
    kind: 'docx',
    name: 'Word documents (DOCX)',
    extensions: ['docx', 'docm', 'dotx', 'dotm'],
    read: 'paragraphs, tables with the header before each cell, headers, footers, notes, comments, deleted text, links, properties, embedded files',
    place: '`paragraph`, `part` beside the text itself; lines are those of the extracted text',
    limits: 'no text in images; macros are not read; encrypted ones and those of before 2007 are a problem',
    load: async () => (await import('./office/open.js')).readTextDocument,
  },
  {
    kind: 'pptx',
    name: 'PowerPoint presentations (PPTX)',
    extensions: ['pptx', 'pptm', 'ppsx', 'potx'],
    read: 'slides in their order, hidden ones too, tables, notes, comments, masters, properties, embedded files',
    place: '`page` of the slide, `part` beside its text',
    limits: 'as for Word documents',
    load: async () => (await import('./office/open.js')).readTextDocument,
  },
  {
    kind: 'odt',
    name: 'OpenDocument texts',
    extensions: ['odt', 'ott'],
    read: 'as Word documents',
    place: 'as for Word documents',
    limits: 'no text in images; not encrypted ones',
    load: async () => (await import('./office/open.js')).readTextDocument,
  },
  {
    kind: 'odp',
    name: 'OpenDocument presentations and drawings',
    extensions: ['odp', 'otp', 'odg'],
    read: 'as Word documents, page by page',
    place: '`page`, `paragraph`, `part`',
    limits: 'no text in images; not encrypted ones',
    load: async () => (await import('./office/open.js')).readTextDocument,
  },
];
