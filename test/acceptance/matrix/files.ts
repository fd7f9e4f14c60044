/** The files of the matrix: of which format each is, who wrote it, where the values stand in it, and what is known not to be found. */
import {
  byName,
  inCells,
  inColumns,
  inDrawnTable,
  inEnv,
  inFields,
  inHl7,
  inIni,
  inJson,
  inMessages,
  inNestedColumns,
  inNestedJson,
  inNestedRecords,
  inNotebook,
  inPages,
  inPagesAndParagraphs,
  inParagraphs,
  inPart,
  inRecords,
  inSheet,
  inSql,
  inSqlite,
  inTable,
  inText,
  inToml,
  inXml,
  inYaml,
  type Layout,
} from './places.js';

/** What a file is known to give in place of 200 values at their places and nothing else. */
export interface Exception {
  readonly found: number;
  readonly placed: number;
  readonly extra: number;
  /** The problem that says so to the user. */
  readonly problem?: string;
  readonly why: string;
}

export interface MatrixFile {
  /** Kind of the format, name of the codec or archive, as the tables of readers have it. */
  readonly of: string;
  readonly variant: string;
  readonly writer: string;
  /** In the folder of the matrix; behind `!` the member of an archive. */
  readonly path: string;
  readonly layout: Layout;
  /** Text in which line and column are counted: the encoding of the file, or the file that was packed. Absent for what is no text. */
  readonly text?: { readonly encoding?: string; readonly packed?: string };
  /** How a value is written in the text, where not as it is. */
  readonly written?: (value: string) => string;
  readonly exception?: Exception;
}

type Rest = Partial<Pick<MatrixFile, 'layout' | 'text' | 'written' | 'exception'>>;
/** Variant, path, and what differs from the others of its group. */
type Row = readonly [variant: string, path: string, rest?: Rest];

function group(of: string, writer: string, common: Rest & { readonly layout: Layout }, rows: readonly Row[]): MatrixFile[] {
  return rows.map(([variant, path, rest]) => ({ of, writer, variant, path, ...common, ...rest }));
}

const TEXT = { text: {} };
const ANYWHERE = { layout: inText, ...TEXT };
const WHOLE_TABLE = { layout: inTable, ...TEXT };
const DRAWN = { layout: inDrawnTable, ...TEXT };

/** Nothing of the file is examined, and the user is told. */
const unread = (problem: string, why: string): Rest => ({ exception: { found: 0, placed: 0, extra: 0, problem, why } });

const TEXTS = [
  ...group('text', 'Python 3.11', ANYWHERE, [
    ['newlines LF', 'text/lf.txt'],
    ['newlines CRLF', 'text/crlf.txt'],
    ['newlines CR', 'text/cr.txt'],
    ['source code', 'text/source.py'],
  ]),
  ...group('ini', 'Python 3.11', { layout: inIni, ...TEXT }, [
    ['.env', 'settings/people.env', { layout: inEnv }],
    ['INI', 'settings/people.ini'],
  ]),
  ...group('hl7', 'Python 3.11', { layout: inHl7, ...TEXT }, [
    ['segments end with LF', 'hl7/lf.hl7'],
    ['segments end with CR', 'hl7/cr.hl7'],
  ]),
  ...group('toml', 'toml', { layout: inToml, ...TEXT }, [['TOML', 'settings/people.toml']]),
  ...group('text', 'psql', ANYWHERE, [['expanded (-x)', 'tables/psql-expanded.txt']]),
  ...group('yaml', 'PyYAML', { layout: inYaml, ...TEXT }, [['YAML', 'settings/people.yaml']]),
  ...group('csv', 'Python 3.11', WHOLE_TABLE, [
    ['comma, CRLF', 'csv/comma.csv'],
    ['comma, LF', 'csv/lf.csv'],
    ['all quoted', 'csv/quoted.csv'],
    ['semicolon', 'csv/semicolon.csv'],
    ['bar', 'csv/bar.psv'],
    ['tab', 'csv/tab.tsv'],
  ]),
  ...group('csv', 'DuckDB', WHOLE_TABLE, [['semicolon, all quoted', 'csv/duckdb.csv']]),
  ...group('csv', 'psql', WHOLE_TABLE, [['--csv', 'csv/psql.csv']]),
  ...group('csv', 'MariaDB', WHOLE_TABLE, [['--batch', 'csv/mariadb.tsv']]),
  ...group('json', 'Python 3.11', { layout: inJson, ...TEXT }, [
    ['one line', 'json/compact.json'],
    ['indented', 'json/indented.json'],
    [
      'escapes',
      'json/escaped.json',
      { written: (value) => value.replace(/[@ ]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`) },
    ],
    ['nested', 'json/nested.json', { layout: inNestedJson }],
  ]),
  ...group('json', 'DuckDB', { layout: inJson, ...TEXT }, [['array', 'json/duckdb.json']]),
  ...group('jsonl', 'Python 3.11', { layout: inRecords, ...TEXT }, [
    ['flat', 'jsonl/plain.jsonl'],
    ['nested', 'jsonl/nested.ndjson', { layout: inNestedRecords }],
  ]),
  ...group('jsonl', 'DuckDB', { layout: inRecords, ...TEXT }, [['flat', 'jsonl/duckdb.jsonl']]),
  ...group('sql', 'Python 3.11 (sqlite3)', { layout: inSql, ...TEXT }, [['INSERT', 'sql/sqlite-dump.sql']]),
  ...group('sql', 'pg_dump', { layout: inSql, ...TEXT }, [
    ['COPY', 'sql/pg_dump-copy.sql'],
    ['INSERT', 'sql/pg_dump-inserts.sql'],
    ['INSERT with columns', 'sql/pg_dump-column-inserts.sql'],
  ]),
  ...group('sql', 'mariadb-dump', { layout: inSql, ...TEXT }, [
    ['INSERT of many rows', 'sql/mariadb-dump.sql'],
    ['INSERT with columns', 'sql/mariadb-complete.sql'],
  ]),
  ...group('sqlite', 'Python 3.11 (sqlite3)', { layout: inSqlite }, [['one table', 'sqlite/people.sqlite']]),
  ...group('markdown', 'tabulate', DRAWN, [
    ['Markdown', 'tables/pipe.md'],
    ['grid', 'tables/grid.rst'],
    ['simple', 'tables/simple.rst'],
    ['set with spaces', 'tables/plain.md'],
    ['as psql', 'tables/psql.md'],
  ]),
  ...group('markdown', 'psql', DRAWN, [['aligned', 'tables/psql.txt']]),
  ...group('markdown', 'MariaDB', DRAWN, [['--table', 'tables/mariadb.txt']]),
  ...group('html', 'tabulate', DRAWN, [['table', 'html/tabulate.html']]),
  ...group('html', 'Python 3.11', ANYWHERE, [
    ['paragraphs', 'html/lines.html'],
    ['definitions', 'html/definitions.html', { layout: byName }],
  ]),
  ...group('html', 'psql', DRAWN, [['table', 'html/psql.html']]),
  ...group('xml', 'Python 3.11', { layout: inXml, ...TEXT }, [
    ['elements', 'xml/elements.xml'],
    ['attributes', 'xml/attributes.xml'],
  ]),
  ...group('xml', 'MariaDB', { layout: inFields, ...TEXT }, [
    [
      '--xml',
      'xml/mariadb.xml',
      { exception: { found: 200, placed: 0, extra: 0, why: 'names stand in attributes: line and column, but no field path' } },
    ],
  ]),
  ...group('notebook', 'nbformat', { layout: inNotebook, ...TEXT }, [['Markdown and outputs', 'notebook/people.ipynb']]),
];

const UNICODE = ['utf-16le', 'utf-16be', 'utf-8-bom', 'utf-16le-bom', 'utf-16be-bom', 'utf-32le-bom', 'utf-32be-bom'];
const OLD = [
  ...['windows-1250', 'windows-1251', 'windows-1252', 'windows-1254', 'windows-1255', 'windows-1256'],
  ...['iso-8859-2', 'iso-8859-5', 'iso-8859-7', 'koi8-r', 'shift_jis', 'euc-jp', 'euc-kr', 'gb18030', 'big5'],
];
const ENCODINGS = [...UNICODE, ...OLD].flatMap((encoding) => {
  const isWide = encoding.startsWith('utf-32');
  const variant = encoding.endsWith('-bom') ? `${encoding.slice(0, -4)}, marked` : encoding;
  const common = { text: { encoding } };
  return [
    ...group('text', 'Python 3.11', { layout: inText, ...common }, [[variant, `encodings/${encoding}.txt`]]),
    ...group('csv', 'Python 3.11', { layout: inTable, ...common }, [[variant, `encodings/${encoding}.csv`]]),
    ...(OLD.includes(encoding) || isWide
      ? []
      : group('jsonl', 'Python 3.11', { layout: inRecords, ...common }, [[variant, `encodings/${encoding}.jsonl`]])),
  ];
});

const MAIL = [
  ...group('mail', 'Python 3.11', { layout: inText }, [
    ['plain', 'mail/plain.eml'],
    ['quoted-printable', 'mail/quoted-printable.eml'],
    ['base64', 'mail/base64.eml'],
    ['HTML', 'mail/html.eml', { layout: inPart('html') }],
    ['attached CSV', 'mail/attached.eml', { layout: inPart('people.csv', true) }],
  ]),
  ...group('mbox', 'Python 3.11', { layout: inMessages }, [['ten messages', 'mail/people.mbox']]),
];

const ALL_ROWS = 10;
/** pyarrow was told how long row groups may be, fastparquet about how long. */
const GROUPED = { layout: inColumns() };
const WHOLE = { layout: inColumns(ALL_ROWS) };
const COLUMNAR = [
  ...group('parquet', 'pyarrow', GROUPED, [
    ...['none', 'snappy', 'gzip', 'brotli', 'zstd', 'lz4'].map((codec): Row => [codec, `parquet/pyarrow-${codec}.parquet`]),
    ['pages of version 2', 'parquet/pyarrow-pages-v2.parquet'],
    ['delta encodings', 'parquet/pyarrow-delta.parquet', WHOLE],
    ['numbers', 'parquet/pyarrow-numbers.parquet', WHOLE],
    ['nested', 'parquet/pyarrow-nested.parquet', { layout: inNestedColumns(true, 6) }],
  ]),
  ...group(
    'parquet',
    'DuckDB',
    WHOLE,
    ['uncompressed', 'snappy', 'gzip', 'zstd', 'brotli', 'lz4_raw', 'v2'].map((codec) => [
      codec,
      `parquet/duckdb-${codec}.parquet`,
    ]),
  ),
  ...group(
    'parquet',
    'polars',
    WHOLE,
    ['uncompressed', 'snappy', 'gzip', 'brotli', 'zstd', 'lz4'].map((codec) => [codec, `parquet/polars-${codec}.parquet`]),
  ),
  ...group('parquet', 'fastparquet', { layout: inColumns(5) }, [['gzip', 'parquet/fastparquet.parquet']]),
  ...group('avro', 'fastavro', { layout: inRecords }, [
    ...['null', 'deflate', 'snappy', 'zstandard', 'bzip2', 'xz'].map((codec): Row => [codec, `avro/${codec}.avro`]),
    ['numbers', 'avro/numbers.avro'],
    ['nested', 'avro/nested.avro', { layout: inNestedRecords }],
  ]),
  ...group(
    'avro',
    'polars',
    { layout: inRecords },
    ['uncompressed', 'snappy', 'deflate'].map((codec) => [codec, `avro/polars-${codec}.avro`]),
  ),
  ...group('arrow', 'pyarrow', GROUPED, [
    ...['plain', 'lz4', 'zstd'].flatMap((codec): Row[] => [
      [`file, ${codec}`, `arrow/${codec}.arrow`],
      [`stream, ${codec}`, `arrow/${codec}.arrows`],
    ]),
    ...['uncompressed', 'lz4', 'zstd'].map((codec): Row => [`Feather, ${codec}`, `arrow/${codec}.feather`]),
    ['Feather of version 1', 'arrow/version-1.feather', unread('unsupported', 'Feather of version 1 is not read')],
    ['numbers', 'arrow/numbers.arrow', WHOLE],
    ['dictionaries', 'arrow/dictionary.arrow', WHOLE],
    ['nested', 'arrow/nested.arrow', { layout: inNestedColumns(false, ALL_ROWS) }],
  ]),
  ...group('arrow', 'polars', WHOLE, [
    ['file, zstd', 'arrow/polars.arrow'],
    ['stream, lz4', 'arrow/polars.arrows'],
    ['file, categories', 'arrow/polars-categories.arrow', GROUPED],
    ['stream, categories', 'arrow/polars-categories.arrows'],
    ['nested', 'arrow/polars-nested.arrow', { layout: inNestedColumns(false, ALL_ROWS) }],
  ]),
];

const PEOPLE = { layout: inSheet('People') };
const PARAGRAPHS = { layout: inParagraphs };
const OFFICE = [
  ...group('xlsx', 'openpyxl', PEOPLE, [
    ['from the first cell', 'xlsx/openpyxl.xlsx'],
    ['below a title', 'xlsx/openpyxl-moved.xlsx', { layout: inSheet('Moved', { rows: 3, columns: 2 }) }],
  ]),
  ...group('xlsx', 'XlsxWriter', PEOPLE, [
    ['shared strings', 'xlsx/xlsxwriter-shared.xlsx'],
    ['inline strings', 'xlsx/xlsxwriter-inline.xlsx'],
  ]),
  ...group('xlsx', 'LibreOffice', PEOPLE, [['saved anew', 'xlsx/libreoffice.xlsx']]),
  ...group('ods', 'odfpy', PEOPLE, [['written cell by cell', 'ods/odfpy.ods']]),
  ...group('ods', 'LibreOffice', PEOPLE, [['saved anew', 'ods/libreoffice.ods']]),
  ...group('xlsb', 'by hand, after [MS-XLSB]', PEOPLE, [['inline strings', 'xlsb/by-hand.xlsb']]),
  ...group('xls', 'xlwt', PEOPLE, [['shared strings', 'xls/xlwt.xls']]),
  ...group('xls', 'LibreOffice', PEOPLE, [['saved anew', 'xls/libreoffice.xls']]),
  ...group('docx', 'python-docx', PARAGRAPHS, [
    ['paragraphs', 'docx/python-docx.docx'],
    ['table', 'docx/python-docx-table.docx', { layout: inCells }],
  ]),
  ...group('docx', 'pandoc', PARAGRAPHS, [['paragraphs', 'docx/pandoc.docx']]),
  ...group('docx', 'LibreOffice', PARAGRAPHS, [['saved anew', 'docx/libreoffice.docx']]),
  ...group('odt', 'odfpy', PARAGRAPHS, [['paragraphs', 'odt/odfpy.odt']]),
  ...group('odt', 'pandoc', PARAGRAPHS, [['paragraphs', 'odt/pandoc.odt']]),
  ...group('odt', 'LibreOffice', PARAGRAPHS, [['saved anew', 'odt/libreoffice.odt']]),
  ...group('pptx', 'pandoc', { layout: inPages }, [['ten slides', 'pptx/pandoc.pptx']]),
  ...group('pptx', 'LibreOffice', { layout: inPages }, [['saved anew', 'pptx/libreoffice.pptx']]),
  ...group('odp', 'LibreOffice', { layout: inPagesAndParagraphs }, [['ten slides', 'odp/libreoffice.odp']]),
  ...group('rtf', 'pandoc', PARAGRAPHS, [['paragraphs', 'rtf/pandoc.rtf']]),
  ...group('rtf', 'LibreOffice', PARAGRAPHS, [['saved anew', 'rtf/libreoffice.rtf']]),
  ...group('pdf', 'reportlab', { layout: inPages }, [['ten pages', 'pdf/reportlab.pdf']]),
  ...group('pdf', 'LibreOffice', { layout: inPages }, [['ten pages', 'pdf/libreoffice.pdf']]),
];

/** What was packed, by its name: where it stands in the matrix, and its places. */
const PACKED: Readonly<Record<string, { readonly layout: Layout; readonly text?: { readonly packed: string } }>> = {
  'people.csv': { layout: inTable, text: { packed: 'csv/comma.csv' } },
  'people.jsonl': { layout: inRecords, text: { packed: 'jsonl/plain.jsonl' } },
  'people.txt': { layout: inText, text: { packed: 'text/lf.txt' } },
  'people.sql': { layout: inSql, text: { packed: 'sql/pg_dump-copy.sql' } },
  'people.parquet': WHOLE,
  'people.odt': PARAGRAPHS,
};

/** @param pieces prefix of the name where it is packed in several pieces */
function compressed(of: string, extension: string, writer: string, pieces: string | undefined): MatrixFile[] {
  return ['people.csv', 'people.jsonl', 'people.txt'].flatMap((name) =>
    group(of, writer, PACKED[name]!, [
      [name, `packed/${name}.${extension}`],
      ...(pieces === undefined ? [] : [[`${name}, two ${pieces}`, `packed/${pieces}-${name}.${extension}`] as const]),
    ]),
  );
}

const TABLE_INSIDE = PACKED['people.csv']!;
const COMPRESSED = [
  ...compressed('gzip', 'gz', 'gzip', 'members'),
  ...group('gzip', 'pigz', TABLE_INSIDE, [['people.csv', 'packed/pigz-people.csv.gz']]),
  ...group('gzip', 'pigz', TABLE_INSIDE, [
    ['zlib stream', 'packed/pigz-people.csv.zz', unread('unsupported', 'a bare zlib stream is no format of files')],
  ]),
  ...compressed('zstd', 'zst', 'zstd', 'frames'),
  ...group('zstd', 'zstd', TABLE_INSIDE, [['long window, no checksum, no size', 'packed/long-people.csv.zst']]),
  ...compressed('xz', 'xz', 'xz', 'streams'),
  ...group('xz', 'xz', TABLE_INSIDE, [
    ['blocks, CRC-32', 'packed/blocks-people.csv.xz'],
    ['SHA-256', 'packed/sha256-people.csv.xz', unread('malformed', 'SHA-256 as checksum is not read')],
    ['.lzma', 'packed/people.csv.lzma', unread('unsupported', 'the format before xz is not read')],
  ]),
  ...compressed('bzip2', 'bz2', 'bzip2', 'streams'),
  ...group('bzip2', 'lbzip2', TABLE_INSIDE, [['people.csv', 'packed/lbzip2-people.csv.bz2']]),
  ...compressed('lz4', 'lz4', 'lz4', 'frames'),
  ...group('lz4', 'lz4', TABLE_INSIDE, [
    ['linked blocks, size', 'packed/linked-people.csv.lz4'],
    ['legacy', 'packed/legacy-people.csv.lz4', unread('unsupported', 'the format before frames is not read')],
  ]),
  ...compressed('snappy', 'sz', 'cramjam', undefined),
  ...compressed('brotli', 'br', 'brotli', undefined),
  ...group('brotli', 'brotli', TABLE_INSIDE, [['small window', 'packed/window-people.csv.br']]),
];

const MEMBERS = ['people.csv', 'people.parquet', 'people.odt'];
const archive = (of: string, writer: string, variant: string, name: string, members = MEMBERS): MatrixFile[] =>
  members.flatMap((member) => group(of, writer, PACKED[member]!, [[`${variant}: ${member}`, `archives/${name}!${member}`]]));
const ARCHIVES = [
  ...archive('zip', 'Info-ZIP', 'deflated', 'deflated.zip'),
  ...archive('zip', 'Info-ZIP', 'stored', 'stored.zip'),
  ...archive('zip', 'Info-ZIP', 'written as a stream', 'streamed.zip'),
  ...archive('zip', '7-Zip', 'deflated', '7z-deflate.zip', ['people.csv']),
  ...['deflate64', 'bzip2', 'lzma', 'ppmd'].flatMap((method) =>
    group('zip', '7-Zip', TABLE_INSIDE, [
      [`${method}: people.csv`, `archives/7z-${method}.zip!people.csv`, unread('unsupported', `method ${method} is not read`)],
    ]),
  ),
  ...['ustar', 'gnu', 'posix'].flatMap((variant) => archive('tar', 'GNU tar', variant, `${variant}.tar`)),
  ...['gz', 'bz2', 'xz', 'zst', 'lz4', 'br'].flatMap((codec) => archive('tar', 'GNU tar', `in ${codec}`, `people.tar.${codec}`)),
  ...group('tar', 'all of them', PACKED['people.sql']!, [
    ['gzip in tar in zstd in zip in tar in gzip', 'archives/nested.tar.gz!outer.zip!inner.tar.zst!people.sql.gz'],
  ]),
  ...group('7z', '7-Zip', TABLE_INSIDE, [['people.csv', 'archives/people.7z', unread('unsupported', 'is not read')]]),
  ...group('cpio', 'GNU cpio', TABLE_INSIDE, [['newc', 'archives/people.cpio', unread('unsupported', 'is not read')]]),
];

export const FILES: readonly MatrixFile[] = [...TEXTS, ...ENCODINGS, ...MAIL, ...COLUMNAR, ...OFFICE, ...COMPRESSED, ...ARCHIVES];
