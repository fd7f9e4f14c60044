/**
 * The engine's speed: readers and engine on one thread over bytes in memory, interleaved with Hyperscan on the same bytes.
 *
 * node bench/engine.mjs [--only NAME,…] [--adversarial] [--mb 64] [--pairs 5] [--own] [--no-floors] [--functions] [--record | --unchecked] [--json FILE]
 */
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { ADVERSARIAL, CORPORA, corporaNamed } from './corpora.mjs';
import { differences, record } from './expected.mjs';
import { buildHyperscan, hyperscan, re2OneByOne, writeCataloguePatterns, writeCorpus, YARDSTICK } from './floors.mjs';
import { runFunctions } from './functions.mjs';
import { CATALOGUE, figure, median, newEngine, printTable, rate, scanOnce } from './measure.mjs';

const { values: flags } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    adversarial: { type: 'boolean', default: false },
    mb: { type: 'string' },
    pairs: { type: 'string', default: '5' },
    own: { type: 'boolean', default: false },
    'no-floors': { type: 'boolean', default: false },
    functions: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
    unchecked: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});

/** Bytes for RE2 one by one: hundreds of passes over all would take minutes. */
const SLICE_BYTES = 1_000_000;
/** Bytes for Hyperscan on the catalogue's own patterns. */
const OWN_BYTES = 8_000_000;
const DEFAULT_MB = { corpora: 64, adversarial: 4 };

/** Measures one corpus. */
async function measure(engine, corpus, megabytes, tools) {
  const made = corpus.make(megabytes * 1_000_000);
  const { bytes } = made;
  // The first pass warms the code; its counters are the ones printed, they are the same each time.
  const { counters, found } = await scanOnce(engine, corpus, bytes);
  const file = tools === null ? null : writeCorpus(bytes);
  const rates = [];
  const ratios = [];
  let floor = null;
  for (let pair = 0; pair < Number(flags.pairs); pair++) {
    const { seconds } = await scanOnce(engine, corpus, bytes);
    rates.push(rate(bytes.length, seconds));
    if (file === null) continue;
    floor = hyperscan(YARDSTICK, file);
    ratios.push(rates.at(-1) / floor.mbPerSecond);
  }
  const own = file === null || !flags.own ? null : hyperscan(tools.patterns, writeCorpus(bytes.subarray(0, OWN_BYTES)));
  const oneByOne = tools === null ? null : tools.re2(bytes.subarray(0, SLICE_BYTES));
  return { corpus, made, counters, found, rates, ratios, floor, own, oneByOne };
}

/** A row of the table, in the order of `HEADER`. */
function row({ corpus, made, counters, rates, ratios, floor, own, oneByOne }) {
  const megabytes = made.bytes.length / 1e6;
  const speed = median(rates);
  return [
    corpus.name,
    speed,
    `${figure(Math.min(...rates))}-${figure(Math.max(...rates))}`,
    ratios.length > 0 ? median(ratios) : Number.NaN,
    own === null ? Number.NaN : speed / own.mbPerSecond,
    oneByOne === null ? Number.NaN : speed / oneByOne.mbPerSecond,
    counters.candidates / megabytes,
    counters.gated / megabytes,
    counters.keywordLookups / megabytes,
    counters.candidates === 0 ? 0 : counters.re2Tests / counters.candidates,
    counters.hits / megabytes,
    counters.kept / megabytes,
    floor === null ? Number.NaN : floor.matches / megabytes,
  ];
}

const HEADER = [
  'corpus',
  'MB/s',
  'range',
  '÷ HS',
  '÷ HS own',
  '÷ RE2',
  'cand./MB',
  'gated/MB',
  'kw/MB',
  'RE2/cand.',
  'hits/MB',
  'kept/MB',
  'HS raw/MB',
];

const wanted = flags.only === '' ? [] : flags.only.split(',');
const list = wanted.length > 0 ? corporaNamed(wanted) : flags.adversarial ? ADVERSARIAL : CORPORA;
const tools = flags['no-floors'] ? null : prepare();
const results = [];
const wrong = [];

function prepare() {
  buildHyperscan();
  return { re2: re2OneByOne(CATALOGUE), patterns: writeCataloguePatterns(CATALOGUE) };
}

const compiling = performance.now();
const engine = newEngine();
const compiled = Math.round(performance.now() - compiling);
console.log(
  `node ${process.version}, ${os.cpus()[0]?.model}, ${CATALOGUE.length} detectors, regex ${engine.regexEngine}, engine made in ${compiled} ms`,
);
for (const corpus of list) {
  const standard = corpus.name.startsWith('adversarial/') ? DEFAULT_MB.adversarial : DEFAULT_MB.corpora;
  const result = await measure(engine, corpus, Number(flags.mb ?? standard), tools);
  results.push(result);
  if (flags.record) record(corpus, result.made, result.found);
  else if (!flags.unchecked) wrong.push(...differences(corpus, result.made, result.found));
  // Half a gigabyte of corpora would stay in memory otherwise.
  result.made = { bytes: { length: result.made.bytes.length } };
  process.stderr.write(`${corpus.name}: ${figure(median(result.rates))} MB/s\n`);
}
printTable(HEADER, results.map(row));
if (flags.functions) await runFunctions();
if (flags.json !== undefined) writeFileSync(flags.json, `${JSON.stringify(results.map(plain), null, 1)}\n`);
for (const text of wrong) console.error(`WRONG ${text}`);
process.exitCode = wrong.length > 0 ? 1 : 0;

/** What is kept of a result in a file. */
function plain({ corpus, made, counters, rates, ratios, floor, own, oneByOne }) {
  return {
    corpus: corpus.name,
    bytes: made.bytes.length,
    counters,
    rates,
    ratios,
    hyperscan: floor,
    hyperscanOwn: own,
    re2OneByOne: oneByOne,
  };
}
