/**
 * Broken files for every reader: each fixture cut at 20 points and with one byte changed 200 times, then, until the time is up, files that
 * chance breaks in one to four ways. Each is read by a worker as the product starts it. A file that is not read to a result (a crash, no
 * answer in time, too much memory, a broken promise of the result) is kept, and the exit code is 1.
 *
 * node bench/fuzz.mjs [--seed 1] [--minutes 10 | --cases N] [--format pdf] [--limit-ms 10000] [--markdown]
 *
 * --seed TEXT       everything but the number of cases follows from it
 * --minutes N       time for all of it; the cuts and changes are made to the end, however long they take; default 10
 * --cases N         that many files of each format in its place, and none of the cuts and changes: the same on every machine
 * --format NAME     only this format, codec or archive; repeatable
 * --file FILE       reads this file only, and says what came of it; such as one that was kept
 * --out FOLDER      where files that fail are written; default build/fuzz
 * --limit-ms N      time for one file; default 10000
 * --most-mb N       memory for one file, of the process with its worker; default 400
 * --markdown        prints the table as Markdown
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { randomCase, systematicCases } from './fuzz/cases.mjs';
import { Reader } from './fuzz/reader.mjs';
import { readSeeds } from './fuzz/seeds.mjs';
import { Tally } from './fuzz/tally.mjs';

const { values: flags } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '10' },
    cases: { type: 'string' },
    format: { type: 'string', multiple: true },
    file: { type: 'string' },
    out: { type: 'string', default: fileURLToPath(new URL('../build/fuzz', import.meta.url)) },
    'limit-ms': { type: 'string', default: '10000' },
    'most-mb': { type: 'string', default: '400' },
    markdown: { type: 'boolean', default: false },
  },
});

function numberFlag(name) {
  const value = Number(flags[name]);
  if (!(value > 0)) throw new Error(`--${name} must be a number above 0`);
  return value;
}

const [limitMs, minutes, mostBytes] = [numberFlag('limit-ms'), numberFlag('minutes'), numberFlag('most-mb') * 1e6];
const reader = new Reader(limitMs, mostBytes);
const tally = new Tally();

function chosenFormats(all) {
  const wanted = flags.format ?? [...all.keys()];
  const unknown = wanted.find((format) => !all.has(format));
  if (unknown !== undefined) throw new Error(`--format ${unknown}: there are ${[...all.keys()].join(', ')}`);
  return new Map(wanted.map((format) => [format, all.get(format)]));
}

async function tryCase(one) {
  const outcome = await reader.read(one);
  const failure = tally.add(one, outcome);
  if (failure === undefined) return;
  fs.mkdirSync(flags.out, { recursive: true });
  const file = path.join(flags.out, `${one.name.replace(/[^\w.]+/g, '-')}-${one.file}`);
  fs.writeFileSync(file, one.bytes);
  process.stderr.write(
    `${failure} ${one.name} (${one.how}): ${file}\n  ${outcome.detail.split('\n').slice(0, 6).join('\n  ')}\n`,
  );
}

/** By turns, so that each format has its share whenever the time is up. */
function* randomCases(formats, goesOn) {
  for (let index = 0; goesOn(index); index++) {
    for (const [format, files] of formats) yield randomCase({ format, files, seed: flags.seed, index });
  }
}

async function fuzz() {
  const formats = chosenFormats(await readSeeds());
  if (flags.cases !== undefined) {
    const most = numberFlag('cases');
    for (const one of randomCases(formats, (index) => index < most)) await tryCase(one);
    return;
  }
  const end = performance.now() + minutes * 60_000;
  for (const one of systematicCases(formats, flags.seed)) await tryCase(one);
  for (const one of randomCases(formats, () => true)) {
    if (performance.now() > end) break;
    await tryCase(one);
  }
}

try {
  if (flags.file === undefined) await fuzz();
  else
    await tryCase({
      format: 'given',
      file: path.basename(flags.file),
      how: 'given',
      name: flags.file,
      bytes: fs.readFileSync(flags.file),
    });
} finally {
  reader.close();
}
process.stdout.write(`seed ${flags.seed}\n${tally.table(flags.markdown)}`);
process.exitCode = tally.failures > 0 ? 1 : 0;
