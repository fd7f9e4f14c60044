/** Prints an evaluation for people. No value of a case is printed: names of cases, lines and masked previews only. */
import { figure, printTable } from '../measure.mjs';
import { isBelow, reasonFor, SHOULD_REACH } from './reasons.mjs';

/** A share rounded down, so that only what is whole reads 1. */
const share = (value) => (Number.isFinite(value) ? (Math.floor(value * 1000 + 1e-9) / 1000).toFixed(3) : '-');

const HEADER = ['labels', 'found', 'recall', 'occurrences', 'false', 'precision', 'F1', 'exact span'];

function columns({ labels, found, recall, occurrences, wrong, precision, f1, exact }) {
  const of = (count, value) => (count === 0 ? '-' : share(value));
  return [labels, found, of(labels, recall), occurrences, wrong, of(occurrences, precision), of(labels, f1), of(found, exact)];
}

/** @param {import('./summary.mjs').Summary} summary @param {{ all: boolean, faults: boolean }} options all detectors, or those that are not perfect */
export function printSummary(summary, { all, faults }) {
  for (const part of summary.parts) printPart(part, { all, faults, prevalence: summary.prevalence });
  if (summary.hostile !== null) printHostile(summary.hostile);
}

/** @param {readonly import('./pools.mjs').PoolFigures[]} pools */
export function printPools(pools) {
  console.log('\nvalues that a detector misses next to its own keyword, so that their form is what it lacks');
  const rows = pools.map(({ id, values, found, partly }) => [id, values, found, share(found / values), partly]);
  printTable(['detector', 'values', 'found', 'recall', 'another span'], rows);
  console.log('');
  for (const { id, shapes } of pools) console.log(`${id}: ${shapes.join(' · ')}`);
}

function printPart(part, { all, faults, prevalence }) {
  const { name, cases, items, bytes, structured, unstructured, shapes, detectors } = part;
  console.log(`\n${name}: ${cases} cases, ${items} files, ${figure(bytes / 1e6)} MB`);
  printTable(
    ['', ...HEADER],
    [structured, ...unstructured].map((entry) => [entry.id, ...columns(entry)]),
  );
  console.log('');
  printTable(
    ['shape', ...HEADER],
    shapes.map((entry) => [entry.shape, ...columns(entry)]),
  );
  const shown = all ? detectors : detectors.filter(({ recall, precision }) => recall < 1 || precision < 1);
  if (shown.length > 0) {
    console.log('');
    const rare = shown.some(({ precisionAtPrevalence }) => precisionAtPrevalence !== undefined)
      ? [`precision at ${prevalence} per MB`]
      : [];
    printTable(
      ['detector', ...HEADER, ...rare],
      shown.map((entry) => [entry.id, ...columns(entry), ...rare.map(() => share(entry.precisionAtPrevalence))]),
    );
  }
  const labelled = detectors.filter(({ labels }) => labels > 0);
  const whole = labelled.filter(({ recall, precision }) => recall === 1 && precision === 1);
  const weak = labelled.filter(({ recall, precision }) => recall < 0.9 || precision < 0.9);
  console.log(
    `\n${labelled.length} structured detectors have labels: ${whole.length} with recall and precision 1, ${weak.length} with one below 0.9`,
  );
  for (const { id } of [...unstructured, ...detectors].filter(isBelow))
    console.log(`below ${SHOULD_REACH}: ${id}: ${reasonFor(name, id) ?? 'why is not said'}`);
  printIds('labelled without values', part.withoutValues);
  printIds('labelled, but not in the catalogue', part.unknown);
  printIds('without labels', part.withoutLabels);
  if (faults) for (const fault of part.faults) console.log(faultText(fault));
}

function printIds(what, ids) {
  if (ids.length > 0)
    console.log(`${what}: ${ids.length <= 12 ? ids.join(', ') : `${ids.slice(0, 12).join(', ')} and ${ids.length - 12} more`}`);
}

function faultText({ case: name, kind, detector, on, preview }) {
  return `${kind} ${detector} in ${name}, ${on}${preview === undefined ? '' : `: ${preview}`}`;
}

const countsText = (counts) =>
  Object.entries(counts)
    .map(([id, count]) => `${id} ${count}`)
    .join(', ');

function printHostile({ wrongPer10Mb, corpora, chance }) {
  console.log('\nhostile corpora: whatever is reported is false');
  printTable(
    ['corpus', 'MB', 'false', 'per MB', 'at low', 'per MB', 'checksum by chance'],
    corpora.map(({ name, mb, wrong, wrongLow, chance: held }) => [name, mb, wrong, wrong / mb, wrongLow, wrongLow / mb, held]),
  );
  console.log('');
  for (const { name, detectors } of corpora.filter(({ wrong }) => wrong > 0)) console.log(`${name}: ${countsText(detectors)}`);
  console.log(`\nfalse in 10 MB, all corpora together, default confidence: ${figure(wrongPer10Mb)}`);
  console.log('');
  printTable(
    ['checksum that holds by chance', 'found', 'expected', 'times chance'],
    chance.map(({ name, found, expected, ratio }) => [name, found, expected, ratio]),
  );
}
