/**
 * Writes the matrix with DuckDB: Parquet in its codecs and both versions of pages, JSON, JSON Lines, CSV. DuckDB is no dependency of the
 * project: install `@duckdb/node-api` (1.5.6) somewhere and run this there.
 *
 *     node corpus/generate/formats/matrix/duckdb.mjs test/fixtures/matrix
 */
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const folder = process.argv[2];
const connection = await (await DuckDBInstance.create()).connect();
await connection.run('SET threads = 1');
const values = path.join(folder, 'jsonl/plain.jsonl');
await connection.run(`CREATE TABLE people AS FROM read_json('${values}', auto_detect = true)`);
const write = (name, options) => connection.run(`COPY (FROM people) TO '${path.join(folder, name)}' (${options})`);
for (const codec of ['uncompressed', 'snappy', 'gzip', 'zstd', 'brotli', 'lz4_raw']) {
  await write(`parquet/duckdb-${codec}.parquet`, `FORMAT parquet, CODEC '${codec}'`);
}
await write('parquet/duckdb-v2.parquet', "FORMAT parquet, CODEC 'zstd', PARQUET_VERSION 'V2'");
await write('json/duckdb.json', 'FORMAT json, ARRAY true');
await write('jsonl/duckdb.jsonl', 'FORMAT json');
await write('csv/duckdb.csv', "FORMAT csv, HEADER, DELIMITER ';', FORCE_QUOTE *");
const types = await connection.runAndReadAll('DESCRIBE people');
console.log(types.getRows().map(([name, type]) => `${name} ${type}`).join(', '));
