/** Functions that run once for each candidate or value, by benchmark.js: what they cost in nanoseconds bounds dense data. */
import Benchmark from 'benchmark';
import { recordsJsonl } from './corpora/records.mjs';
import { CATALOGUE, figure, HitList, newEngine, openSegments, printTable } from './measure.mjs';

/** Seconds that benchmark.js spends on a case: fifty validators with its default of five would take minutes. */
const SECONDS = 0.2;

/** Bit of `ValueTable.flags` for a value with escapes. */
const ESCAPED = 1;

/** Values that the examples mark with « and ». */
function exampleValues(sheet) {
  return sheet.examples.match
    .map((example) => (typeof example === 'string' ? example : example.cell).match(/«(.*)»/su)?.[1])
    .filter((value) => value !== undefined);
}

/** One case for each validator that a sheet names, on its sheet's first example. */
function validatorCases() {
  const cases = new Map();
  for (const sheet of CATALOGUE) {
    const [value] = exampleValues(sheet);
    if (sheet.validator === undefined || value === undefined || cases.has(sheet.validator)) continue;
    const bytes = Buffer.from(value);
    cases.set(sheet.validator, {
      name: `validate ${sheet.id}`,
      run: () => sheet.validator(bytes, 0, bytes.length),
      bytes: bytes.length,
    });
  }
  return [...cases.values()];
}

/** Decodes all values with escapes of a block of records. */
async function decodeCase() {
  const { bytes } = recordsJsonl.make(400_000);
  const engine = newEngine();
  for await (const segment of openSegments(engine, recordsJsonl, bytes)) {
    const { values } = segment;
    const escaped = Array.from({ length: values.count }, (_unused, i) => i).filter((i) => (values.flags[i] & ESCAPED) !== 0);
    const longest = Math.max(...escaped.map((i) => values.ends[i] - values.starts[i]));
    const target = new Uint8Array(longest * 3);
    const map = { push() {} };
    const run = () => {
      for (const i of escaped) segment.decode(i, target, 0, map);
    };
    // benchmark.js is synchronous here, so the segment stays valid while it runs.
    return measureAll([
      {
        name: `decode ${escaped.length} values with escapes`,
        run,
        bytes: escaped.reduce((sum, i) => sum + values.ends[i] - values.starts[i], 0),
      },
    ]);
  }
  throw new Error('the records gave no segment');
}

/** Scans a block that stays in memory: prefilter to resolution without the reader. */
async function blockCase(corpus, bytes) {
  const engine = newEngine();
  for await (const segment of openSegments(engine, corpus, corpus.make(bytes).bytes)) {
    const run = () => engine.scan(segment, () => {});
    run();
    return measureAll([{ name: `scan one block of ${corpus.name}`, run, bytes: segment.ownEnd - segment.ownStart }]);
  }
  throw new Error('the corpus gave no segment');
}

/** Hits of one block, each with an equal rival on the same span: collected, resolved, rivals looked up. */
function resolveCase(count = 1000) {
  // Two forms of two detectors, of which nothing but the id tells the hits apart.
  const list = new HitList(
    [0, 1].map((detector) => ({ detector, falseAccept: 0.5 })),
    Int32Array.of(0, 1),
  );
  const run = () => {
    list.clear();
    for (let i = 0; i < count; i++) for (const form of [0, 1]) list.add(form, i * 20, i * 20 + 9, -1, 1, false, undefined);
    list.resolve();
    for (let i = 0; i < list.count; i++) if (list.beaten[i] === 0) list.alternatives(i);
  };
  return measureAll([{ name: `resolve ${count} pairs of equal rivals`, run, bytes: count * 20 }]);
}

function measureAll(cases) {
  return cases.map(({ name, run, bytes }) => {
    const bench = new Benchmark(name, run, { maxTime: SECONDS, minSamples: 5 });
    bench.run({ async: false });
    if (bench.error) throw bench.error;
    const nanoseconds = 1e9 / bench.hz;
    return [name, nanoseconds, `±${bench.stats.rme.toFixed(1)} %`, figure((bytes / nanoseconds) * 1000)];
  });
}

/** Runs all cases and prints them. */
export async function runFunctions() {
  const rows = [
    ...measureAll(validatorCases()),
    ...resolveCase(),
    ...(await decodeCase()),
    ...(await blockCase(recordsJsonl, 256_000)),
  ];
  printTable(['function', 'ns', 'spread', 'MB/s'], rows);
}
