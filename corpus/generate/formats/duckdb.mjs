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
// Keys of one issuer are UUIDs, and databases store those as sixteen bytes.
const key = "('01234567-89ab-4cde-8f01-2345678' || lpad(i::VARCHAR, 5, '0'))::UUID";
const uuids = path.join(folder, 'uuid.parquet');
await connection.run(
  `COPY (SELECT i AS id, ${key} AS heroku_api_key FROM range(40) t(i)) TO '${uuids}' (FORMAT parquet, CODEC 'snappy')`,
);
