/**
 * Readers of tables, office documents and named text beside the libraries under them, or beside plain reading or parsing where there is none: the
 * same file, one process each, in turn, by processor time, clock and peak memory. Rates are of what is packed in a file. Files are made by rule in
 * `bench/data`.
 *
 * node bench/tables.mjs [--mb 30] [--runs 3] [--only rows.avro,…]
 * node bench/tables.mjs --parquet-gigabyte [--mb 1000] [--shard-mb 32] [--runs 3]
 *
 * --parquet-gigabyte  in place of that, the whole command with one worker and with two: on a Parquet file of a gigabyte with planted card numbers, and
 *                     on eight shards of JSON lines, plain and as .jsonl.zst
 *
 * DuckDB, which writes the Parquet files, is installed into a temporary folder; .zst wants the command of Debian's package zstd. Rates of
 * compression by itself are those of `packed.mjs`, documents those of `documents.mjs`.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compare, RUN, readHere } from './beside.mjs';
import { LIBRARIES } from './tables/libraries.mjs';

/** What the process of one measurement does not need is loaded where it is: it would count as its memory. */
async function main() {
  const { values: flags } = parseArgs({
    options: {
      mb: { type: 'string' },
      'shard-mb': { type: 'string', default: '32' },
      runs: { type: 'string', default: '3' },
      only: { type: 'string' },
      'parquet-gigabyte': { type: 'boolean', default: false },
    },
  });
  const runs = Number(flags.runs);
  if (flags['parquet-gigabyte']) {
    const { largeParquet, shards } = await import('./tables/large.mjs');
    await largeParquet(Number(flags.mb ?? 1000), runs);
    await shards(Number(flags['shard-mb']), runs);
    return;
  }
  const { caseOf, FORMATS } = await import('./tables/files.mjs');
  const names = flags.only?.split(',') ?? FORMATS.map(({ name }) => name);
  const unknown = names.find((name) => !FORMATS.some((format) => format.name === name));
  if (unknown !== undefined)
    throw new Error(`no file is called ${unknown}; there are ${FORMATS.map(({ name }) => name).join(', ')}`);
  const cases = [];
  for (const format of FORMATS.filter(({ name }) => names.includes(name)))
    cases.push(await caseOf(format, Number(flags.mb ?? 30)));
  await compare(fileURLToPath(import.meta.url), cases, runs);
}

if (process.argv[2] === RUN) await readHere(LIBRARIES, ...process.argv.slice(3));
else await main();
