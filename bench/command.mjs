/**
 * The command's speed as whole processes: start-up, reading from disk, workers and report included.
 *
 * node bench/command.mjs [--part rates,files,memory,many] [--only CORPUS,…] [--mb 1000] [--runs 3]
 *
 * rates:  one file of each kind with one and two workers, beside reader and engine in memory
 * files:  one big file against ten thousand small ones with the same lines
 * memory: peak memory over 100 MB and 4 GB
 * many:   20,000 files of 2 KB against a script that only walks and reads, and `rg -c x`
 */
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CORPORA, corporaNamed } from './corpora.mjs';
import { bigFile, emptyFolder, manyFiles, sizeOf } from './data.mjs';
import { median, newEngine, printTable, rate, scanOnce } from './measure.mjs';

const { values: flags } = parseArgs({
  options: {
    part: { type: 'string', default: 'rates,files,memory,many' },
    only: { type: 'string', default: 'prose,source,records-jsonl,records-csv,numbers-csv,hostile,logs-rare,chat-jsonl' },
    mb: { type: 'string', default: '1000' },
    runs: { type: 'string', default: '3' },
  },
});

const RUNS = Number(flags.runs);
const CLI = fileURLToPath(new URL('../dist/cli/launcher.cjs', import.meta.url));
const PEAK = new URL('./peak.mjs', import.meta.url).href;
const WALK = fileURLToPath(new URL('./walk-and-read.mjs', import.meta.url));
/** Bytes for reader and engine in memory. */
const MEMORY_BYTES = 64_000_000;

/**
 * Runs a scan and waits for its end.
 * @returns {{ seconds: number, peak: number }} wall clock; peak resident memory in MB (10^6 bytes)
 * @throws when it fails: exit codes 0, 1 (findings) and 3 (the empty folder's problem) are results
 */
function scan(target, jobs) {
  const args = ['--import', PEAK, CLI, 'scan', target, '--format', 'table', '--no-progress', '--jobs', String(jobs)];
  const start = performance.now();
  const { status, stderr, output } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  const seconds = (performance.now() - start) / 1000;
  if (![0, 1, 3].includes(status)) throw new Error(`scan of ${target} ended with ${status}: ${stderr}`);
  return { seconds, peak: (Number(output[3]) * 1024) / 1e6 };
}

/** Wall clock of another program. */
function time(program, args) {
  const start = performance.now();
  const { status, error } = spawnSync(program, args, { stdio: 'ignore' });
  if (error !== undefined || status > 1) throw new Error(`${program} cannot be run: ${error?.message ?? status}`);
  return (performance.now() - start) / 1000;
}

/** Runs each of the named functions in turn, `RUNS` times, so that a slow moment hits all; returns the results by name. */
function alternate(tasks) {
  const results = Object.fromEntries(Object.keys(tasks).map((name) => [name, []]));
  for (let run = 0; run < RUNS; run++) for (const [name, task] of Object.entries(tasks)) results[name].push(task());
  return results;
}

const secondsOf = (results) => median(results.map(({ seconds }) => seconds));
const peakOf = (results) => Math.max(...results.map(({ peak }) => peak));

/** Speed of reader and engine over bytes in memory. */
async function inMemory(corpus) {
  const engine = newEngine();
  const { bytes } = corpus.make(MEMORY_BYTES);
  await scanOnce(engine, corpus, bytes);
  const rates = [];
  for (let run = 0; run < RUNS; run++) rates.push(rate(bytes.length, (await scanOnce(engine, corpus, bytes)).seconds));
  return median(rates);
}

async function rates() {
  const rows = [];
  const empty = emptyFolder();
  for (const corpus of corporaNamed(flags.only.split(','), CORPORA)) {
    const file = bigFile(corpus, Number(flags.mb) * 1e6);
    const memory = await inMemory(corpus);
    const runs = alternate({ start: () => scan(empty, 1), one: () => scan(file, 1), two: () => scan(file, 2) });
    const startUp = secondsOf(runs.start);
    const one = rate(sizeOf(file), secondsOf(runs.one) - startUp);
    const two = rate(sizeOf(file), secondsOf(runs.two) - startUp);
    rows.push([corpus.name, one, two, two / one, memory, one / memory, peakOf(runs.one), peakOf(runs.two), startUp * 1000]);
    process.stderr.write(`${corpus.name} done\n`);
  }
  printTable(
    [
      'one file',
      '1 worker MB/s',
      '2 workers MB/s',
      '2 ÷ 1',
      'in memory MB/s',
      '1 ÷ memory',
      'peak MB (1)',
      'peak MB (2)',
      'start-up ms',
    ],
    rows,
  );
}

function files() {
  const [corpus] = corporaNamed(['records-jsonl'], CORPORA);
  const size = { files: 10_000, bytesEach: 10_000, folders: 100 };
  const small = manyFiles(corpus, size);
  const big = bigFile(corpus, size.files * size.bytesEach);
  const rows = [1, 2].map((jobs) => {
    const runs = alternate({
      start: () => scan(emptyFolder(), jobs),
      big: () => scan(big, jobs),
      small: () => scan(small, jobs),
    });
    const startUp = secondsOf(runs.start);
    const [one, many] = [secondsOf(runs.big) - startUp, secondsOf(runs.small) - startUp];
    return [`${jobs} worker(s)`, rate(sizeOf(big), one), rate(sizeOf(big), many), many / one];
  });
  printTable(['100 MB of records', 'one file MB/s', '10,000 files MB/s', 'times as long'], rows);
}

function memory() {
  const [corpus] = corporaNamed(['logs-rare'], CORPORA);
  const rows = [1, 2].map((jobs) => {
    const [small, large] = [100e6, 4000e6].map((bytes) => scan(bigFile(corpus, bytes), jobs).peak);
    return [`${jobs} worker(s)`, small, large, large / small];
  });
  printTable(['peak memory', '100 MB', '4 GB', 'times'], rows);
}

function many() {
  const [corpus] = corporaNamed(['logs-rare'], CORPORA);
  const folder = manyFiles(corpus, { files: 20_000, bytesEach: 2000, folders: 100 });
  const runs = alternate({
    start: () => scan(emptyFolder(), 1),
    one: () => scan(folder, 1),
    two: () => scan(folder, 2),
    walk: () => ({ seconds: time(process.execPath, [WALK, folder]) }),
    ripgrep: () => ({ seconds: time('rg', ['-c', 'x', folder]) }),
  });
  const walk = secondsOf(runs.walk);
  const rows = Object.entries(runs).map(([name, results]) => [name, secondsOf(results) * 1000, secondsOf(results) / walk]);
  printTable(['20,000 files of 2 KB', 'ms', '÷ walk and read'], rows);
}

const parts = { rates, files, memory, many };
for (const name of flags.part.split(',')) {
  if (!Object.hasOwn(parts, name)) throw new Error(`no part is called ${name}; there are ${Object.keys(parts).join(', ')}`);
  await parts[name]();
}
