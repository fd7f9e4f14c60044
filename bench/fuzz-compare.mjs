/**
 * Of broken files that a reader takes for whole: is what it gives what another program gives? Makes cases as the fuzzer does, keeps those that
 * end without a problem, and asks the libraries of Python (gzip, bz2, lzma, zipfile, tarfile, and of Debian python3-zstandard, python3-lz4,
 * python3-snappy, python3-brotli, python3-avro), for Parquet @duckdb/node-api and for Arrow nodejs-polars, which are installed for it in a
 * folder of their own.
 *
 * node bench/fuzz-compare.mjs [--seed 1] [--cases 300] [--python /usr/bin/python3] [--oracles FOLDER] [--out build/compare] [--format zip]
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { randomCase, systematicCases } from './fuzz/cases.mjs';
import { contentOf } from './fuzz/content.mjs';
import { readSeeds } from './fuzz/seeds.mjs';

const BY_PYTHON = ['gzip', 'zstd', 'xz', 'bzip2', 'lz4', 'snappy', 'brotli', 'zip', 'tar', 'avro'];
const BY_NODE = ['parquet', 'arrow'];

const { values: flags } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    cases: { type: 'string', default: '300' },
    python: { type: 'string', default: '/usr/bin/python3' },
    oracles: { type: 'string', default: '.' },
    out: { type: 'string', default: fileURLToPath(new URL('../build/compare', import.meta.url)) },
    format: { type: 'string', multiple: true, default: [...BY_PYTHON, ...BY_NODE] },
  },
});

fs.rmSync(flags.out, { recursive: true, force: true });
fs.mkdirSync(flags.out, { recursive: true });
const seeds = await readSeeds();
for (const format of flags.format) {
  const { cases, whole, equal, refused, differs } = await compare(format);
  console.log(`| ${format} | ${cases} | ${whole} | ${equal} | ${refused.length} | ${differs.length} |`);
  for (const [what, ones] of Object.entries({ refused, differs }))
    for (const one of ones) console.log(`${what}: ${one.name} (${one.how}) ${one.why} ${one.file}`);
}

async function compare(format) {
  const files = seeds.get(format);
  const kept = [];
  let cases = 0;
  for (const one of casesOf(format, files)) {
    cases++;
    const content = await contentOf(format, one.bytes);
    if (content === undefined) continue;
    const file = path.join(flags.out, `${format}-${kept.length}`);
    fs.writeFileSync(file, one.bytes);
    kept.push({ name: one.name, how: one.how, file, content });
  }
  const verdicts = BY_NODE.includes(format) ? await askNode(format, kept) : askPython(format, kept);
  const judged = kept.map((one, i) => ({ ...one, ...verdicts[i] }));
  const of = (verdict) => judged.filter((one) => one.verdict === verdict);
  return { cases, whole: kept.length, equal: of('equal').length, refused: of('refused'), differs: of('differs') };
}

function* casesOf(format, files) {
  yield* systematicCases(new Map([[format, files]]), flags.seed);
  for (let index = 0; index < Number(flags.cases); index++) yield randomCase({ format, files, seed: flags.seed, index });
}

function askPython(format, kept) {
  const list = path.join(flags.out, `${format}.json`);
  fs.writeFileSync(list, JSON.stringify({ format, files: kept.map(({ file, content }) => ({ file, content })) }));
  const answer = execFileSync(flags.python, [fileURLToPath(new URL('fuzz/compare.py', import.meta.url)), list], {
    maxBuffer: 2 ** 28,
  });
  return JSON.parse(answer);
}

async function askNode(format, kept) {
  const require = createRequire(path.resolve(flags.oracles, 'package.json'));
  const read = format === 'parquet' ? await duckdb(require) : polars(require);
  const verdicts = [];
  for (const { file, content } of kept) {
    try {
      verdicts.push(columnsVerdict(content, await read(file)));
    } catch (error) {
      verdicts.push({
        verdict: 'refused',
        why: String(error.message ?? error)
          .split('\n')[0]
          .slice(0, 160),
      });
    }
  }
  return verdicts;
}

/** Columns of texts and whole numbers, as `{ name: texts }`. */
async function duckdb(require) {
  const { DuckDBInstance } = await import(pathToFileURL(require.resolve('@duckdb/node-api')).href);
  const connection = await (await DuckDBInstance.create()).connect();
  return async (file) => {
    const source = `read_parquet('${file}')`;
    const described = (await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${source}`)).getRows();
    const plain = described
      .filter(([, type]) => type === 'VARCHAR' || type === 'BIGINT' || type === 'INTEGER')
      .map(([name]) => name);
    const quoted = plain.map((name) => `"${name.replaceAll('"', '""')}"::VARCHAR`);
    if (quoted.length === 0) return {};
    const found = (await connection.runAndReadAll(`SELECT ${quoted.join(', ')} FROM ${source}`)).getColumns();
    return Object.fromEntries(plain.map((name, i) => [name, (found[i] ?? []).map((text) => text ?? '')]));
  };
}

function polars(require) {
  const pl = require('nodejs-polars');
  return (file) => {
    const bytes = fs.readFileSync(file);
    const isFile = bytes.toString('latin1', 0, 6) === 'ARROW1';
    const frame = isFile ? pl.readIPC(bytes) : pl.readIPCStream(bytes);
    return Object.fromEntries(frame.columns.flatMap((name) => plainTexts(frame, name)));
  };
}

/** None for a column of another kind. */
function plainTexts(frame, name) {
  try {
    const column = frame.getColumn(name);
    if (/List|Struct/.test(String(column.dtype)) || !/String|Utf8|Int32|Categorical/.test(String(column.dtype))) return [];
    return [[name, column.toArray().map((value) => String(value ?? ''))]];
  } catch (error) {
    if (/not supported for JS conversion/.test(error.message)) return [];
    throw error;
  }
}

function columnsVerdict(ours, theirs) {
  for (const [name, texts] of Object.entries(theirs)) {
    const found = ours[name] ?? [];
    const at = texts.findIndex((text, i) => text !== found[i]);
    if (at >= 0 || found.length !== texts.length)
      return { verdict: 'differs', why: `column ${name}: ${found.length} and ${texts.length} values, first other at ${at}` };
  }
  return { verdict: 'equal', why: `${Object.keys(theirs).length} columns` };
}
