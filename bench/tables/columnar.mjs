/** Avro, Arrow, SQLite and XLS by the libraries that the tests use. Each maker writes `count` rows. */
import fs from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { COLUMNS, firstRows } from './rows.mjs';

const BATCH_ROWS = 32_768;

export async function writeAvro(file, seed, count) {
  const { default: avro } = await import('avsc');
  const typeOf = { id: 'long', amount: 'double', active: 'boolean' };
  const fields = COLUMNS.map((name) => ({ name, type: typeOf[name] ?? 'string' }));
  const encoder = new avro.streams.BlockEncoder({ type: 'record', name: 'Customer', fields });
  await pipeline(Readable.from(firstRows(seed, count)), encoder, fs.createWriteStream(file));
}

/** A stream: what the library writes as a file has no schema in front of its batches, which the specification wants. */
export async function writeArrow(file, seed, count) {
  const { Bool, Float64, Int32, RecordBatchStreamWriter, Table, Utf8, vectorFromArray } = await import('apache-arrow');
  const typeOf = { id: new Int32(), amount: new Float64(), active: new Bool() };
  const writer = new RecordBatchStreamWriter();
  let batch = [];
  const flush = () => {
    const column = (name) =>
      vectorFromArray(
        batch.map((row) => row[name]),
        typeOf[name] ?? new Utf8(),
      );
    const table = new Table(Object.fromEntries(COLUMNS.map((name) => [name, column(name)])));
    // A table as a whole would be the last that the writer takes.
    if (batch.length > 0) for (const one of table.batches) writer.write(one);
    batch = [];
  };
  for (const row of firstRows(seed, count)) if (batch.push(row) === BATCH_ROWS) flush();
  flush();
  writer.finish();
  fs.writeFileSync(file, await writer.toUint8Array());
}

export async function writeSqlite(file, seed, count) {
  const { default: load } = await import('@sqlite.org/sqlite-wasm');
  const sqlite = await load();
  const database = new sqlite.oo1.DB(':memory:');
  database.exec(
    'CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT, email TEXT, city TEXT, note TEXT, amount REAL, created TEXT, active INTEGER)',
  );
  database.transaction(() => {
    const insert = database.prepare(`INSERT INTO customers VALUES (${COLUMNS.map(() => '?').join(', ')})`);
    for (const row of firstRows(seed, count)) insert.bind(Object.values(row)).stepReset();
    insert.finalize();
  });
  fs.writeFileSync(file, sqlite.capi.sqlite3_js_db_export(database));
  database.close();
}

export async function writeXls(file, seed, count) {
  const { utils, write } = await import('@e965/xlsx');
  const book = utils.book_new();
  const values = [...firstRows(seed, count)].map((row) => Object.values(row));
  utils.book_append_sheet(book, utils.aoa_to_sheet(values, { dense: true }), 'Customers');
  fs.writeFileSync(file, write(book, { bookType: 'biff8', type: 'buffer', bookSST: true }));
}
