/**
 * The files of the table, one of each format, made once by rule and kept in `bench/data`. What is known of a file stands beside it; a changed
 * maker makes a new file.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { DATA } from '../beside.mjs';
import { sha256 } from '../corpora.mjs';
import { writeArrow, writeAvro, writeSqlite, writeXls } from './columnar.mjs';
import { docx, ods, xlsx } from './office.mjs';
import { BYTES_PER_ROW, writeParquet } from './parquet.mjs';
import { COLUMNS } from './rows.mjs';
import { RECIPES, textOf } from './text.mjs';

const SEED = 'bench/tables';

/**
 * `perMB`: records of a file of a megabyte, as it was measured; of what is packed, that is. `most`: megabytes, where more would take the library
 * minutes, or the reader refuses more. `make` writes the file and gives what is known of it.
 * @typedef {{ records: number, bytes?: number }} Facts
 * @typedef {{ name: string, library: string, most?: number, make: (file: string, megabytes: number) => Promise<Facts> | Facts,
 *   gives?: (facts: Facts) => number, counts?: (facts: Facts) => number }} Format
 *   `gives`: what the library has to give; default the records. `counts`: records or named values that the reader has to
 *   count; default the records
 */

/** A maker that is told the number of records. */
const counted = (perMB, write) => async (file, megabytes) => {
  const records = Math.round(megabytes * perMB);
  await write(file, SEED, records);
  return { records };
};

const zipped = (perMB, make) => (file, megabytes) => {
  const records = Math.round(megabytes * perMB);
  const { archive, bytes } = make(SEED, records);
  fs.writeFileSync(file, archive);
  return { records, bytes };
};

const text = (recipe) => (file, megabytes) => writeText(recipe, file, megabytes, SEED);

/** Writes a file of text. @returns {Facts} */
export function writeText(recipe, file, megabytes, seed) {
  const pieces = textOf(RECIPES[recipe], seed, megabytes * 1e6);
  const descriptor = fs.openSync(file, 'w');
  let held = '';
  let step = pieces.next();
  for (; !step.done; step = pieces.next()) {
    held += step.value;
    if (held.length < 1 << 20) continue;
    fs.writeSync(descriptor, held);
    held = '';
  }
  fs.writeSync(descriptor, held);
  fs.closeSync(descriptor);
  return { records: step.value };
}

/** JSON lines, packed. */
const packed = (pack) => (file, megabytes) => {
  const plain = `${file}.plain`;
  const { records } = writeText('jsonl', plain, megabytes, SEED);
  const bytes = fs.statSync(plain).size;
  pack(plain, file);
  fs.rmSync(plain);
  return { records, bytes };
};

/** With the `zstd` command: Node 20 has no encoder. */
export function packZstd(plain, file) {
  execFileSync('zstd', ['-q', '-f', plain, '-o', file]);
}

const withHeader = ({ records }) => records + 1;
const uncounted = () => 0;
/** Values that have a name, but for truth values in SQL, in which nothing can match. */
const named = ({ records }) => records * COLUMNS.length;
const namedInSql = ({ records }) => records * (COLUMNS.length - 1);

/** @type {readonly Format[]} */
export const FORMATS = [
  {
    name: 'columns.parquet',
    library: 'hyparquet',
    make: counted(1e6 / BYTES_PER_ROW, (file, _seed, count) => writeParquet(file, count)),
  },
  { name: 'rows.avro', library: 'avsc', make: counted(7000, writeAvro) },
  { name: 'rows.arrows', library: 'apache-arrow', make: counted(7000, writeArrow) },
  {
    name: 'shared.xlsx',
    library: 'yauzl + saxes, rows of XLSX',
    make: zipped(2500, (seed, count) => xlsx(seed, count, true)),
  },
  {
    name: 'inline.xlsx',
    library: 'yauzl + saxes, rows of XLSX',
    make: zipped(2000, (seed, count) => xlsx(seed, count, false)),
  },
  { name: 'rows.ods', library: 'yauzl + saxes, rows of ODS', make: zipped(1200, ods) },
  { name: 'paragraphs.docx', library: 'yauzl + saxes, paragraphs', make: zipped(5000, docx), counts: uncounted },
  { name: 'rows.xls', library: '@e965/xlsx', most: 5, make: counted(3500, writeXls) },
  { name: 'rows.sqlite', library: 'sqlite-wasm, in memory', make: counted(7000, writeSqlite) },
  { name: 'rows.sql', library: 'plain read', make: text('sql'), counts: namedInSql },
  { name: 'rows.yaml', library: 'yaml', most: 8, make: text('yaml'), counts: named },
  { name: 'rows.toml', library: 'smol-toml', make: text('toml'), counts: named },
  { name: 'rows.xml', library: 'saxes', make: text('xml'), counts: named },
  { name: 'rows.html', library: 'htmlparser2', make: text('html'), gives: withHeader, counts: named },
  { name: 'quoted.csv', library: 'csv-parse', make: text('csv'), gives: withHeader, counts: withHeader },
  { name: 'rows.jsonl', library: 'JSON.parse a line', make: text('jsonl') },
  {
    name: 'rows.jsonl.gz',
    library: 'zlib + JSON.parse a line',
    make: packed((plain, file) => fs.writeFileSync(file, gzipSync(fs.readFileSync(plain)))),
  },
  { name: 'rows.jsonl.zst', library: 'zstd + JSON.parse a line', make: packed(packZstd) },
];

/** What the files are made by. */
const MAKERS = ['columnar', 'files', 'office', 'parquet', 'rows', 'text'].map((name) => new URL(`${name}.mjs`, import.meta.url));
const VERSION = sha256(Buffer.concat(MAKERS.map((name) => fs.readFileSync(name)))).slice(0, 8);

/**
 * A file or folder in `bench/data`, made where it is absent: until its facts stand beside it, it is not whole.
 * @param {string} name @param {(file: string) => Promise<Facts> | Facts} make
 * @returns {Promise<{ file: string, facts: Facts }>}
 */
export async function made(name, make) {
  const folder = path.join(DATA, `tables-${VERSION}`);
  const file = path.join(folder, name);
  const known = path.join(folder, `${name}.facts`);
  if (!fs.existsSync(known)) {
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(known, JSON.stringify(await make(file)));
  }
  return { file, facts: JSON.parse(fs.readFileSync(known, 'utf8')) };
}

/** The file of a format as a case. @param {Format} format @returns {Promise<import('../beside.mjs').Case>} */
export async function caseOf(format, megabytes) {
  const size = Math.min(megabytes, format.most ?? megabytes);
  const { file, facts } = await made(`${size}-${format.name}`, (name) => format.make(name, size));
  const { gives = ({ records }) => records, counts = ({ records }) => records } = format;
  // A plain read gives bytes.
  const records = format.library === 'plain read' ? fs.statSync(file).size : gives(facts);
  return { file, library: format.library, bytes: facts.bytes, records, readerRecords: counts(facts) };
}
