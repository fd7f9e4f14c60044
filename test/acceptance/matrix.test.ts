/**
 * The matrix: the same 200 labelled values in every format and compression, written by software that reads nothing here, are all found, at
 * their places, and nothing else. docs/matrix.md is made of it: `npm run build && GOLDEN=write npx vitest run test/acceptance/matrix.test.ts`.
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CheckResult, check, type ItemResult, scan } from '../../dist/src/index.js';
import { ARCHIVES } from '../../src/readers/archives/formats.js';
import { CODECS } from '../../src/readers/compressed/codecs.js';
import { FORMATS } from '../../src/readers/formats.js';
import { compare, type Outcome } from './matrix/compare.js';
import { FILES } from './matrix/files.js';
import { COLUMNS, FOLDER, LABELS, ROWS } from './matrix/places.js';

const ROOT = fileURLToPath(FOLDER);
const DOCUMENT = new URL('../../docs/matrix.md', import.meta.url);
const ALL = LABELS.length;

/** Formats by the name under which readers know them, in the order of the documentation. */
const NAMES = new Map([
  ...FORMATS.map(({ kind, name }) => [kind as string, name] as const),
  ...CODECS.map(({ name, label }) => [name as string, label] as const),
  ...ARCHIVES.map(({ name, label }) => [name as string, label] as const),
]);

const results = new Map<string, ItemResult>();
let outcomes: readonly Outcome[];
beforeAll(async () => {
  for await (const event of scan({ targets: [ROOT], reveal: true, maxLocations: Number.POSITIVE_INFINITY })) {
    if (event.kind === 'item') results.set(path.relative(ROOT, path.resolve(event.result.path)), event.result);
  }
  outcomes = FILES.map((file) => compare(file, results));
});
afterAll(() => {
  if (outcomes !== undefined) console.log(document());
});

function rowOf({ file, found, placed, extra, problems }: Outcome): string[] {
  const { of, variant, writer, exception } = file;
  const why = exception === undefined ? '' : `${exception.why}${problems.map((code) => ` (problem \`${code}\`)`).join('')}`;
  return [NAMES.get(of) ?? of, variant, writer, `${found} / ${ALL}`, `${placed} / ${ALL}`, String(extra), why];
}

function document(): string {
  const order = [...NAMES.keys()];
  const rank = (of: string): number => (order.includes(of) ? order.indexOf(of) : order.length);
  const rows = [
    ['Format', 'Variant', 'Written by', 'Found', 'At their place', 'Others', 'Exception'],
    ...outcomes.toSorted((a, b) => rank(a.file.of) - rank(b.file.of)).map(rowOf),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (row: readonly string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |\n`;
  const whole = outcomes.filter(({ file }) => file.exception === undefined);
  return [
    '# The matrix of formats\n\n',
    `The same ${ALL} labelled values, ${COLUMNS.length} identifiers of ${ROWS.length} made-up people, in every format and compression that is read. Each file was written by\n`,
    'software with which nothing is read here (`corpus/generate/formats/matrix`). _At their place_ are those whose structured place\n',
    '([Formats](formats.md)), span, line and column are what the list says; _others_ is whatever else is reported.\n\n',
    `${whole.length} of ${outcomes.length} files give all of them and nothing else. The others are named with the reason, and what is not read with the code of\n`,
    'the problem by which a scan says so.\n\n',
    line(rows[0]!),
    line(widths.map((width) => '-'.repeat(width))),
    ...rows.slice(1).map(line),
  ].join('');
}

describe('the list', () => {
  it('holds 200 values of at least twelve identifiers, no two alike', () => {
    expect(ALL).toBe(200);
    expect(new Set(LABELS.map(({ value }) => value)).size).toBe(ALL);
    expect(new Set(LABELS.map(({ detector }) => detector)).size).toBeGreaterThanOrEqual(12);
  });

  it('is in every format, compression and archive that is read', () => {
    const present = new Set(FILES.filter(({ exception }) => exception?.found !== 0).map(({ of }) => of));
    expect([...NAMES.keys()].filter((kind) => !present.has(kind))).toEqual([]);
  });

  it('is in every file of the folder', () => {
    const named = new Set(['values.json', ...FILES.map((file) => file.path.replace(/!.*$/, ''))]);
    const stored = fs.readdirSync(ROOT, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(stored.map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name))).sort()).toEqual([...named].sort());
  });
});

describe('a scan finds all values at their places and nothing else', () => {
  it.each(FILES.filter(({ exception }) => exception === undefined).map((file) => [file.path, file] as const))('%s', (_, file) => {
    const { found, placed, extra, problems, unexamined, differences } = outcomes[FILES.indexOf(file)]!;
    expect({ found, placed, extra, problems, unexamined, differences }).toEqual({
      found: ALL,
      placed: ALL,
      extra: 0,
      problems: [],
      unexamined: 0,
      differences: [],
    });
  });
});

describe('an exception is what it is said to be', () => {
  it.each(FILES.filter(({ exception }) => exception !== undefined).map((file) => [file.path, file] as const))('%s', (_, file) => {
    const { found, placed, extra, problem } = file.exception!;
    expect(outcomes[FILES.indexOf(file)]).toMatchObject({
      found,
      placed,
      extra,
      problems: problem === undefined ? [] : [problem],
    });
  });
});

it('docs/matrix.md is the matrix', () => {
  if (process.env['GOLDEN'] === 'write') fs.writeFileSync(DOCUMENT, document());
  expect(fs.readFileSync(DOCUMENT, 'utf8')).toBe(document());
});

describe('a check of columns', () => {
  /** One file of each kind of table and record, all values as text. */
  const TABLES = [
    'csv/comma.csv',
    'csv/tab.tsv',
    'jsonl/plain.jsonl',
    'json/compact.json',
    'parquet/pyarrow-snappy.parquet',
    'parquet/duckdb-zstd.parquet',
    'parquet/polars-lz4.parquet',
    'avro/deflate.avro',
    'avro/polars-snappy.avro',
    'arrow/lz4.arrow',
    'arrow/zstd.arrows',
    'arrow/polars.arrow',
    'arrow/zstd.feather',
    'xlsx/xlsxwriter-shared.xlsx',
    'xlsx/libreoffice.xlsx',
    'xls/xlwt.xls',
    'xlsb/by-hand.xlsb',
    'ods/odfpy.ods',
    'packed/people.csv.zst',
    'packed/people.jsonl.xz',
  ];
  /** Sheets have no empty cells: the column with one has a value less. */
  const isSheet = (file: string): boolean => /\.(xlsx|xlsb|xls|ods)$/.test(file);

  /** Numbers of up to fifteen digits without a leading zero are integers to it; a column has the type of nine tenths of its values. */
  function typeOf(values: readonly string[]): string {
    const integers = values.filter((value) => /^[1-9]\d{0,14}$/.test(value)).length;
    if (integers * 10 >= values.length * 9) return 'integer';
    return integers * 10 <= values.length ? 'identifier' : 'mixed';
  }

  const byName = (a: { readonly name: string }, b: { readonly name: string }): number => (a.name < b.name ? -1 : 1);
  const PROFILE = [
    { name: 'id', type: 'integer', values: ROWS.length, empty: 0, identifiers: [] },
    { name: 'note', type: 'mixed', values: ROWS.length, empty: ROWS.filter(({ note }) => note === '').length, identifiers: [] },
    ...COLUMNS.map(({ name, detector }, column) => ({
      name,
      type: typeOf(ROWS.map(({ values }) => values[column]!)),
      values: ROWS.length,
      empty: 0,
      identifiers: [{ detector, occurrences: ROWS.length, values: ROWS.length, share: 1, distinct: ROWS.length }],
    })),
  ].toSorted(byName);

  it.each(TABLES)('%s has the profile of the list', async (file) => {
    const { columns, problems }: CheckResult = await check({ targets: [path.join(ROOT, file)] });
    expect(problems).toEqual([]);
    const profile = columns.map(({ name, type, values, empty, identifiers }) => ({
      name,
      type,
      values,
      empty,
      identifiers: identifiers.map(({ detector, occurrences, values: hit, share, distinct }) => ({
        detector,
        occurrences,
        values: hit,
        share,
        distinct,
      })),
    }));
    const expected = isSheet(file)
      ? PROFILE.map((column) => ({ ...column, values: column.values - column.empty, empty: 0 }))
      : PROFILE;
    // What stands beside the cells of a workbook has no name.
    expect(profile.filter(({ name }) => name !== '').toSorted(byName)).toEqual(expected);
  });
});
