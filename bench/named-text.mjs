/**
 * What it costs to name the values of a text: a file read by its format's reader and by the reader of text, in turn, on one thread;
 * first the readers alone, then with all that a scan does.
 *
 * node bench/named-text.mjs [--runs 5] FILE…
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { figure, median, newEngine, printTable, rate } from './measure.mjs';

const { detectFormat, openReader, nestedHalo } = await import(new URL('../dist/src/readers/index.js', import.meta.url).href);
const { memorySource } = await import(new URL('../dist/src/core/memory-source.js', import.meta.url).href);
const { Collector } = await import(new URL('../dist/src/worker/collect.js', import.meta.url).href);
const { NamePrinter } = await import(new URL('../dist/src/worker/print-names.js', import.meta.url).href);
const { resolveSettings } = await import(new URL('../dist/src/worker/settings.js', import.meta.url).href);

const { values: flags, positionals: files } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '5' } },
});
const engine = newEngine();
const settings = { ...resolveSettings({}), maxLocations: 0 };
const collector = new Collector({ engine, settings, printer: new NamePrinter(engine, settings) });
collector.nested = await import(new URL('../dist/src/worker/nested.js', import.meta.url).href);
const nested = nestedHalo(false);
const halo = { left: Math.max(engine.halo.left, nested.left), right: Math.max(engine.halo.right, nested.right) };

/** Seconds that a file takes. @param {(segment: object) => void} take what is done with each segment */
async function seconds(bytes, format, take) {
  const counts = { bytesExamined: 0, bytesDecoded: 0, newlines: 0, records: 0, degraded: 0 };
  const started = performance.now();
  const read = await openReader(format);
  collector.reset(undefined);
  for await (const segment of read({
    source: memorySource(bytes),
    format,
    memory: engine.memory,
    halo,
    counts,
    fieldNames: engine.fieldNames,
  }))
    take(segment);
  if (counts.bytesExamined !== bytes.length) throw new Error('bytes were not examined');
  return (performance.now() - started) / 1000;
}

const rows = [];
for (const file of files) {
  const bytes = readFileSync(file);
  const format = detectFormat(bytes.subarray(0, 65_536), false, file);
  const text = { kind: 'text', encoding: 'utf-8' };
  let values = 0;
  const takes = {
    read: (segment) => {
      values += segment.named?.values.count ?? 0;
    },
    scan: (segment) => collector.scan(segment),
  };
  const cells = [];
  for (const [name, take] of Object.entries(takes)) {
    const times = { text: [], own: [] };
    values = 0;
    for (let run = 0; run < Number(flags.runs); run++) {
      times.text.push(await seconds(bytes, text, take));
      times.own.push(await seconds(bytes, format, take));
    }
    const ratio = median(times.own.map((own, i) => own / times.text[i]));
    if (name === 'read') cells.push(figure(values / Number(flags.runs)));
    cells.push(rate(bytes.length, median(times.text)), rate(bytes.length, median(times.own)), figure(ratio));
  }
  rows.push([path.basename(file), format.kind, figure(bytes.length / 1e6), ...cells]);
}
const part = (name) => [`${name}: as text`, `${name}: own`, 'times the time'];
printTable(['file', 'format', 'MB', 'values', ...part('read'), ...part('scan')], rows);
