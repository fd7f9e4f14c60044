/**
 * Parquet by DuckDB, as bench/NOTES.md "Columns: what was measured" describes it: 8 columns of large integers, 6 of fractions, 4 of text, an id and
 * a truth value, snappy. One row in a hundred has a card number in its text `note`. DuckDB is no dependency of the project: it is installed into
 * a temporary folder when the first file is made.
 */
import { renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { installed } from '../peers/install.mjs';
import { Random } from '../random.mjs';
import { financial } from '../values.mjs';

const DUCKDB = { name: 'duckdb', version: '1.5.6', packages: { '@duckdb/node-api': '1.5.6-r.1' } };
/** 123 Ki, rounded as DuckDB does: vectors of 2,048 rows. */
const GROUP_ROWS = 122_880;
/** Rows from one planted card number to the next. */
const PLANTED_EVERY = 100;
export const PLANTED_COLUMN = 'note';
export const PLANTED_DETECTOR = 'CREDIT_CARD_NUMBER';
/** Of the file, as it was measured. */
export const BYTES_PER_ROW = 244;

/** Card numbers that a file of so many rows holds. */
export function plantedIn(count) {
  return Math.floor(count / PLANTED_EVERY);
}

/** Writes the file; it has its name when it is whole. @param {string} file @param {number} count of rows */
export async function writeParquet(file, count) {
  const resolve = createRequire(`${installed(DUCKDB)}/`).resolve;
  const { DuckDBInstance } = await import(pathToFileURL(resolve('@duckdb/node-api')).href);
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  // The order of rows, and so the bytes, are not to depend on the machine.
  await connection.run('SET threads = 1');
  const list = `[${cards(plantedIn(count))}]`;
  await connection.run(`CREATE TABLE cards AS SELECT ${list}::VARCHAR[] AS numbers`);
  await connection.run(
    `COPY (${select(count)}) TO '${file}.partial' (FORMAT parquet, CODEC 'snappy', ROW_GROUP_SIZE ${GROUP_ROWS})`,
  );
  connection.closeSync();
  instance.closeSync();
  renameSync(`${file}.partial`, file);
}

/** Different ones, as SQL. */
function cards(count) {
  const random = new Random('bench/tables/parquet');
  const made = new Set();
  while (made.size < count) made.add(`'${financial.cardNumber(random)}'`);
  return [...made].join(',');
}

/** Whole numbers of 52 bits, fractions of money, one text of few that repeat and three that do not. */
function select(count) {
  const hash = (salt) => `hash(i * 32 + ${salt})`;
  const integers = Array.from({ length: 8 }, (_, k) => `(${hash(k)} >> 12)::BIGINT AS count_${k}`);
  const fractions = Array.from({ length: 6 }, (_, k) => `(${hash(8 + k)} % 100000000)::DOUBLE / 100 + 0.001 AS share_${k}`);
  const words = "['amber', 'birch', 'cedar', 'delta', 'ember', 'fjord', 'grove', 'heath']";
  const word = (salt) => `${words}[1 + (${hash(salt)} % 8)::INTEGER]`;
  // No digits: they would be candidates that nobody planted.
  const letters = (salt) => `translate(md5((i * 32 + ${salt})::VARCHAR), '0123456789abcdef', 'bcdfghklmnprstvw')`;
  const note = `CASE WHEN i % ${PLANTED_EVERY} = 0 THEN 'paid by card ' || numbers[(i // ${PLANTED_EVERY})::INTEGER] ELSE ${word(17)} || ' ' || ${letters(18)} END`;
  const columns = [
    'i AS id',
    ...integers,
    ...fractions,
    `${word(14)} AS kind`,
    `${word(15)} || ' ' || ${letters(16)} AS title`,
    `${word(19)} || ' ' || ${letters(20)} || ' ' || ${letters(21)} AS remark`,
    `${note} AS ${PLANTED_COLUMN}`,
    `${hash(22)} % 2 = 0 AS active`,
  ];
  return `SELECT ${columns.join(', ')} FROM range(1, ${count + 1}) t(i), cards`;
}
