/**
 * Precision and recall against the labelled corpus, and what is false in text that merely looks sensitive. docs/evaluation.md
 * says what the figures mean and how cases are added.
 *
 * node bench/eval.mjs [--part dev] [--all] [--faults] [--mb 1] [--format json] [--guard | --record]
 *
 * --part NAME       a part of corpus/labelled; repeatable; default: all
 * --times N         expansions of each template, each with other values; default 10
 * --mb N            size of each hostile corpus in MB; 0 leaves them out; default 1
 * --prevalence N    labels of a detector in 1 MB of hostile text, for the last column; default 1
 * --all             every detector, not only those below 1
 * --faults          each miss and each false occurrence: case, line, masked preview
 * --pools           only the values themselves: those that their detector misses next to its own keyword
 * --guard           fails when a figure is below its floor in bench/eval-floors.json, or below 0.9 without a reason in bench/eval/reasons.mjs
 * --record          writes the floors
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CATALOGUE, createScanner } from '../dist/src/index.js';
import { partsIn, readPart } from './eval/cases.mjs';
import { UNSTRUCTURED } from './eval/figures.mjs';
import { belowFloors, floorsOf } from './eval/floors.mjs';
import { measureHostile } from './eval/hostile.mjs';
import { measurePart } from './eval/parts.mjs';
import { measurePools } from './eval/pools.mjs';
import { unexplained } from './eval/reasons.mjs';
import { printPools, printSummary } from './eval/report.mjs';
import { summarize } from './eval/summary.mjs';
import { readPools } from './eval/values.mjs';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const FLOORS = path('./eval-floors.json');

const { values: flags } = parseArgs({
  options: {
    part: { type: 'string', multiple: true },
    times: { type: 'string', default: '10' },
    mb: { type: 'string', default: '1' },
    prevalence: { type: 'string', default: '1' },
    all: { type: 'boolean', default: false },
    faults: { type: 'boolean', default: false },
    format: { type: 'string', default: 'table' },
    pools: { type: 'boolean', default: false },
    guard: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
    labelled: { type: 'string', default: path('../corpus/labelled') },
    values: { type: 'string', default: path('../corpus/values') },
  },
});

function numberFlag(name, least) {
  const value = Number(flags[name]);
  if (!(value >= least)) throw new Error(`--${name} must be a number of at least ${least}`);
  return value;
}

const [times, mb, prevalence] = [numberFlag('times', 1), numberFlag('mb', 0), numberFlag('prevalence', 0)];
if (!['table', 'json'].includes(flags.format)) throw new Error('--format is table or json');
if ((flags.guard || flags.record) && (mb === 0 || flags.part !== undefined))
  throw new Error('floors are of all parts and of the hostile corpora');

const ids = CATALOGUE.map(({ id }) => id);
const pools = readPools(flags.values);
if (flags.pools) printPools(await measurePools(CATALOGUE, pools));
else await evaluate();

/** A password or key of an issuer that was found by its name alone was found, if not by its own detector. */
function standsFor(detector, labelled) {
  const sheet = (id) => CATALOGUE.find((one) => one.id === id);
  return sheet(detector)?.generic === true && labelled.some((id) => sheet(id)?.category === 'credentials');
}

async function evaluate() {
  const listAll = { maxLocations: Number.POSITIVE_INFINITY, fingerprints: false };
  const scanner = createScanner({ ...listAll, reveal: true });
  const options = {
    scanner,
    pools,
    known: new Set(ids),
    times,
    isStructured: (id) => !UNSTRUCTURED.includes(id),
    standsFor,
  };
  const parts = new Map();
  for (const name of flags.part ?? partsIn(flags.labelled))
    parts.set(name, await measurePart(readPart(flags.labelled, name), options));
  const hostile = mb === 0 ? null : await measureHostile({ scanner: createScanner({ ...listAll, minConfidence: 'low' }), mb });
  const summary = summarize(parts, hostile, { prevalence, ids });

  if (flags.format === 'json') console.log(JSON.stringify(summary, null, 1));
  else printSummary(summary, flags);

  if (flags.record) writeFileSync(FLOORS, `${JSON.stringify(floorsOf(summary, { times, mb }), null, 1)}\n`);
  if (flags.guard) {
    const floors = JSON.parse(readFileSync(FLOORS, 'utf8'));
    if (floors.times !== times || floors.mb !== mb)
      throw new Error(`floors are recorded with --times ${floors.times} --mb ${floors.mb}`);
    const below = [...belowFloors(floors, summary), ...unexplained(summary.parts)];
    for (const text of below) console.error(`EVAL ${text}`);
    console.log(
      below.length === 0
        ? '\neval: every floor is reached, and what is low has its reason'
        : `\neval: ${below.length} below their floor or without a reason; if that is meant, run npm run eval -- --record and say why`,
    );
    process.exitCode = below.length === 0 ? 0 : 1;
  }
}
