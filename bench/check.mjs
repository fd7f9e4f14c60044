/**
 * `clearset check` on large data sets whose truth is known: time beside a scan and a plain read of the same bytes, peak memory,
 * and how the result compares with the truth. A missed or invented planted value fails the bench.
 *
 * node bench/check.mjs [--only chats,customers,documents] [--messages 200000] [--rows 1000000] [--files 20000] [--jobs 2] [--runs 3]
 */
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chats, compare, customers, documents } from './check-data.mjs';
import { median, printTable, rate } from './measure.mjs';

const { values: flags } = parseArgs({
  options: {
    only: { type: 'string', default: 'chats,customers,documents' },
    messages: { type: 'string', default: '200000' },
    rows: { type: 'string', default: '1000000' },
    files: { type: 'string', default: '20000' },
    jobs: { type: 'string', default: '2' },
    runs: { type: 'string', default: '3' },
  },
});

const DATA = fileURLToPath(new URL('./data/', import.meta.url));
const CLI = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const PEAK = new URL('./peak.mjs', import.meta.url).href;
/** Bar for the peak of resident memory, in MB (10^6 bytes). */
const MOST_MEMORY = 300;

const SETS = {
  chats: () => ({ ...chats('bench chats', Number(flags.messages)), name: `chats-${flags.messages}.jsonl` }),
  customers: () => ({ ...customers('bench customers', Number(flags.rows)), name: `customers-${flags.rows}.csv` }),
  documents: () => ({ ...documents('bench documents', Number(flags.files)), name: `documents-${flags.files}` }),
};

/** Makes a data set where it is not there yet. The truth comes from making it, so the texts are made again in any case. */
function madeSet({ truth, name, lines, files }) {
  const target = path.join(DATA, name);
  const isThere = existsSync(target);
  const partial = `${target}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(files === undefined ? DATA : partial, { recursive: true });
  if (files === undefined) {
    const fd = isThere ? undefined : openSync(partial, 'w');
    let gathered = '';
    for (const line of lines) {
      gathered += line;
      if (gathered.length < 1 << 20) continue;
      if (fd !== undefined) writeSync(fd, gathered);
      gathered = '';
    }
    if (fd !== undefined) {
      writeSync(fd, gathered);
      closeSync(fd);
    }
  } else {
    for (const [file, text] of files) {
      if (isThere) continue;
      mkdirSync(path.dirname(path.join(partial, file)), { recursive: true });
      writeFileSync(path.join(partial, file), text);
    }
  }
  if (isThere) rmSync(partial, { recursive: true, force: true });
  else renameSync(partial, target);
  return { target, truth };
}

/** Runs the command. @returns {{ seconds: number, peak: number, stdout: string }} peak in MB */
function run(args) {
  const start = performance.now();
  const { status, stderr, stdout, output } = spawnSync(process.execPath, ['--import', PEAK, CLI, ...args, '--no-progress'], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return { seconds, peak: (Number(output[3]) * 1024) / 1e6, stdout };
}

/** Seconds that reading the bytes takes another Node, which does nothing with them. */
function plainRead(target) {
  const script = fileURLToPath(new URL('./read-all.mjs', import.meta.url));
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [script, target], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`reading failed: ${stderr}`);
  return (performance.now() - start) / 1000;
}

const rows = [];
let isWrong = false;
for (const name of flags.only.split(',')) {
  if (!Object.hasOwn(SETS, name)) throw new Error(`no data set is called ${name}; there are ${Object.keys(SETS).join(', ')}`);
  const { target, truth } = madeSet(SETS[name]());
  const [checks, scans, reads] = [[], [], []];
  for (let i = 0; i < Number(flags.runs); i++) {
    reads.push(plainRead(target));
    scans.push(run(['scan', target, '--jobs', flags.jobs]));
    checks.push(run(['check', target, '--format', 'json', '--jobs', flags.jobs]));
  }
  const report = JSON.parse(checks[0].stdout);
  const { planted, matched, wrong, extra } = compare(truth, report.columns);
  const seconds = (results) => median(results.map((result) => result.seconds));
  const peak = Math.max(...checks.map((result) => result.peak));
  const size = report.summary.bytesExamined;
  rows.push([
    name,
    size / 1e6,
    median(reads),
    seconds(scans),
    seconds(checks),
    seconds(checks) / seconds(scans),
    rate(size, seconds(checks)),
    peak,
  ]);
  console.log(`${name}: ${report.verdict}; ${matched} of ${planted} planted values found, ${wrong.length} counts wrong`);
  for (const one of wrong) console.log(`  wrong: ${one}`);
  for (const one of extra) console.log(`  not planted: ${one}`);
  if (wrong.length > 0 || peak > MOST_MEMORY || !report.summary.complete) isWrong = true;
}
printTable(['data set', 'MB', 'read s', 'scan s', 'check s', 'check ÷ scan', 'check MB/s', 'check peak MB'], rows);
process.exitCode = isWrong ? 1 : 0;
