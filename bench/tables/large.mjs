/** Whole commands on a large Parquet file, and on shards of JSON lines, packed and plain, with one worker and with two. */
import fs from 'node:fs';
import path from 'node:path';
import { median, printMarkdown } from '../measure.mjs';
import { scan } from './command.mjs';
import { made, packZstd, writeText } from './files.mjs';
import { BYTES_PER_ROW, PLANTED_DETECTOR, plantedIn, writeParquet } from './parquet.mjs';

const SHARDS = 8;
const JOBS = [1, 2];
const COLUMNS = ['seconds by clock', 'seconds of processor time', 'peak MB'];

/** Runs of each target with each number of workers, in turn, so that a slow moment of the machine hits all. */
function runsOf(targets, runs) {
  const cases = targets.flatMap((target) => JOBS.map((jobs) => ({ target, jobs, results: [] })));
  for (let run = 0; run < runs; run++) for (const { target, jobs, results } of cases) results.push(scan(target, jobs));
  return cases.map(({ target, jobs, results }) => ({
    target,
    jobs,
    results,
    cells: [
      ...['clock', 'cpu'].map((name) => median(results.map((result) => result[name])).toFixed(2)),
      Math.max(...results.map(({ peak }) => peak)).toFixed(0),
    ],
  }));
}

/**
 * @param {number} megabytes of the file
 * @throws where something else is found than what was planted: near the large integers stands no word that makes one of them a card number
 */
export async function largeParquet(megabytes, runs) {
  const count = Math.round((megabytes * 1e6) / BYTES_PER_ROW);
  const { file } = await made(`${megabytes}-large.parquet`, async (name) => {
    await writeParquet(name, count);
    return { records: count };
  });
  const planted = plantedIn(count);
  console.log(`\nParquet of ${megabytesIn(file)} MB, ${count} rows of 20 columns\n`);
  const measured = runsOf([file], runs);
  const rows = measured.map(({ jobs, cells, results }) => [jobs, ...cells, `${cardsIn(results[0])} of ${planted}`]);
  printMarkdown(['--jobs', ...COLUMNS, 'found of planted'], rows, []);
  const wrong = measured.flatMap(({ results }) => results.map(cardsIn)).find((found) => found !== planted);
  if (wrong !== undefined) throw new Error(`${wrong} found of ${planted} that were planted`);
}

const cardsIn = ({ findings }) =>
  findings.filter(({ detector }) => detector === PLANTED_DETECTOR).reduce((sum, { count }) => sum + count, 0);

/** @param {number} megabytes of JSON lines in each shard @throws where packed shards give other findings than plain ones */
export async function shards(megabytes, runs) {
  const plain = await made(`${megabytes}-shards`, (folder) => {
    fs.mkdirSync(folder, { recursive: true });
    const facts = Array.from({ length: SHARDS }, (_, i) =>
      writeText('jsonl', path.join(folder, `${i}.jsonl`), megabytes, `shard ${i}`),
    );
    return { records: facts.reduce((sum, { records }) => sum + records, 0) };
  });
  const packed = await made(`${megabytes}-shards-zst`, (folder) => {
    fs.mkdirSync(folder, { recursive: true });
    for (const name of fs.readdirSync(plain.file)) packZstd(path.join(plain.file, name), path.join(folder, `${name}.zst`));
    return plain.facts;
  });
  console.log(`\n${SHARDS} shards of JSON lines, ${megabytesIn(plain.file)} MB, as .jsonl.zst ${megabytesIn(packed.file)} MB\n`);
  const measured = runsOf([plain.file, packed.file], runs);
  const rows = measured.map(({ target, jobs, cells, results }) => [
    target === plain.file ? '.jsonl' : '.jsonl.zst',
    jobs,
    ...cells,
    countsOf(results[0]).reduce((sum, [, count]) => sum + count, 0),
  ]);
  printMarkdown(['shards', '--jobs', ...COLUMNS, 'found'], rows, ['shards']);
  const found = measured.flatMap(({ results }) => results.map((result) => JSON.stringify(countsOf(result))));
  if (new Set(found).size > 1) throw new Error(`packed and plain shards do not give the same: ${[...new Set(found)].join(' ')}`);
}

/** What was found, by detector. */
function countsOf({ findings }) {
  const counts = {};
  for (const { detector, count } of findings) counts[detector] = (counts[detector] ?? 0) + count;
  return Object.entries(counts).sort();
}

/** Of a file, or of all files of a folder. */
function megabytesIn(target) {
  const files = fs.statSync(target).isDirectory() ? fs.readdirSync(target).map((name) => path.join(target, name)) : [target];
  return (files.reduce((sum, file) => sum + fs.statSync(file).size, 0) / 1e6).toFixed(0);
}
