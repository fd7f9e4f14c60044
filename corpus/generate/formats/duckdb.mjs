/**
 * Parquet fixtures in every codec that DuckDB writes, from the table that `columnar.py` made. DuckDB is no dependency of the
 * project: install `@duckdb/node-api` (1.5.6) somewhere and run this there.
 *
 *     node corpus/generate/formats/duckdb.mjs test/fixtures/parquet
 */
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const folder = process.argv[2];
const source = path.join(folder, 'plain.parquet');
const connection = await (await DuckDBInstance.create()).connect();
await connection.run('SET threads = 1');
await connection.run('SET preserve_insertion_order = true');
for (const codec of ['uncompressed', 'snappy', 'gzip', 'zstd', 'brotli', 'lz4_raw']) {
  const target = path.join(folder, `duckdb-${codec}.parquet`);
  await connection.run(`COPY (FROM read_parquet('${source}')) TO '${target}' (FORMAT parquet, CODEC '${codec}')`);
}
const second = path.join(folder, 'duckdb-v2.parquet');
await connection.run(
  `COPY (FROM read_parquet('${source}')) TO '${second}' (FORMAT parquet, CODEC 'zstd', PARQUET_VERSION 'V2', ROW_GROUP_SIZE 2048)`,
);
