/**
 * What each detector costs on each corpus: exact counts of what the judge does for its forms, times what one such step costs, measured
 * in the same run. The passes that all detectors share (marks, fit, keywords) are not dealt out.
 *
 * node bench/costs.mjs [--only NAME,…] [--mb 4] [--top 10]
 */
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { Judge } from '../dist/src/engine/judge.js';
import { CORPORA, corporaNamed } from './corpora.mjs';
import { CATALOGUE, newEngine, printTable, scanOnce } from './measure.mjs';

const { values: flags } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    mb: { type: 'string', default: '4' },
    top: { type: 'string', default: '10' },
  },
});

/** One step in so many is timed: the clock takes as long as a cheap step. */
const TIMED = 32;
/** Steps of the judge, with the form of a call: RE2 with all that follows its match, a validator, a hit that is weighed. */
const STEPS = {
  confirm: (form) => form,
  takeListed: (index, { forms }) => forms[index],
  takeWhole: ({ index }, { forms }) => forms[index],
  validate: (form) => form,
  settle: (form) => form,
};
/** Those in which the others happen. */
const ASKED = ['confirm', 'takeListed', 'takeWhole'];

/** Counts and timed milliseconds of each step, by detector. */
const costs = new Map();

function costsOf(detector) {
  const known = costs.get(detector);
  if (known) return known;
  const made = Object.fromEntries(Object.keys(STEPS).map((step) => [step, { count: 0, timed: [] }]));
  costs.set(detector, made);
  return made;
}

for (const [step, formOf] of Object.entries(STEPS)) {
  const real = Judge.prototype[step];
  Judge.prototype[step] = function (first, ...rest) {
    const cost = costsOf(formOf(first, this.program).detector)[step];
    if (cost.count++ % TIMED !== 0) return real.call(this, first, ...rest);
    const start = performance.now();
    const result = real.call(this, first, ...rest);
    cost.timed.push(performance.now() - start);
    return result;
  };
}

/**
 * Milliseconds that a step took in all, by the mean of those that were timed, without the slowest tenth: others use the machine. What
 * it called is in it.
 */
function total({ count, timed }) {
  if (timed.length === 0) return 0;
  const kept = timed.toSorted((a, b) => a - b).slice(0, Math.ceil(timed.length * 0.9));
  return (count * kept.reduce((sum, one) => sum + one, 0)) / kept.length;
}

const megabytes = Number(flags.mb);
const engine = newEngine();
for (const corpus of corporaNamed(flags.only.split(',').filter(Boolean), CORPORA)) {
  const { bytes } = corpus.make(megabytes * 1_000_000);
  await scanOnce(engine, corpus, bytes);
  costs.clear();
  const { seconds } = await scanOnce(engine, corpus, bytes);
  const rows = [...costs].map(([detector, steps]) => {
    // What RE2 has confirmed is validated and weighed within `confirm`; what the fit has proved, on its own.
    const asked = ASKED.reduce((sum, step) => sum + total(steps[step]), 0);
    const own = Math.max(asked, total(steps.validate) + total(steps.settle));
    return { id: CATALOGUE[detector].id, steps, own };
  });
  rows.sort((a, b) => b.own - a.own || (a.id < b.id ? -1 : 1));
  const perMb = (value) => (value / megabytes).toFixed(value / megabytes < 10 ? 2 : 0);
  console.log(`\n${corpus.name}: ${((seconds * 1000) / megabytes).toFixed(2)} ms/MB in all`);
  printTable(
    ['detector', 'asked per MB', 'validated', 'weighed', 'µs per MB'],
    rows
      .slice(0, Number(flags.top))
      .map(({ id, steps, own }) => [
        id,
        perMb(ASKED.reduce((sum, step) => sum + steps[step].count, 0)),
        perMb(steps.validate.count),
        perMb(steps.settle.count),
        perMb(own * 1000),
      ]),
  );
}
