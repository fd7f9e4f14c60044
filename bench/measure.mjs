/** Runs the built engine over bytes in memory and times it. What a bench needs of the product is imported here only. */
import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const ENGINE = new URL('../dist/src/engine/index.js', import.meta.url);
if (!existsSync(fileURLToPath(ENGINE))) throw new Error('the engine is not built: run npm run build first');
const { createEngine } = await import(ENGINE.href);
const { CATALOGUE } = await import(new URL('../dist/src/detectors/index.js', import.meta.url).href);
const { detectFormat, openReader } = await import(new URL('../dist/src/readers/index.js', import.meta.url).href);

const { HitList } = await import(new URL('../dist/src/engine/resolve.js', import.meta.url).href);

export { CATALOGUE, HitList };

/** An engine with all sheets of the catalogue. */
export function newEngine() {
  return createEngine({ detectors: CATALOGUE });
}

/** A source over bytes in memory. */
function sourceOf(bytes) {
  return {
    byteLength: bytes.length,
    readAt(target, position) {
      const part = bytes.subarray(position, Math.min(bytes.length, position + target.length));
      target.set(part);
      return part.length;
    },
    async *stream() {
      yield bytes;
    },
    close() {},
  };
}

/**
 * Format of a corpus: free text as it says, structured data as the product finds it.
 * @throws when the product finds another format than the corpus was made as
 */
function formatOf(corpus, bytes) {
  if (corpus.format === 'text') return { kind: 'text', encoding: 'utf-8' };
  const format = detectFormat(bytes.subarray(0, 65536), bytes.length <= 65536, `corpus.${corpus.format}`);
  if (format.kind !== corpus.format)
    throw new Error(`corpus ${corpus.name} was made as ${corpus.format} and is found to be ${format.kind}`);
  return format;
}

const noCounts = () => ({ bytesExamined: 0, bytesDecoded: 0, newlines: 0, records: 0, degraded: 0 });

/** The segments of a corpus in the engine's memory, each valid until the next. */
export async function* openSegments(engine, corpus, bytes, counts = noCounts()) {
  const format = formatOf(corpus, bytes);
  const reader = await openReader(format);
  yield* reader({ source: sourceOf(bytes), format, memory: engine.memory, halo: engine.halo, counts });
}

/**
 * One pass of reader and engine.
 * @returns {Promise<{ seconds: number, counters: Record<string, number>, found: Record<string, number> }>}
 *   `counters`: the engine's, of this pass; `found`: kept hits by detector, equal rivals counted for each
 */
export async function scanOnce(engine, corpus, bytes) {
  const counts = noCounts();
  const byIndex = new Float64Array(engine.detectors.length);
  const onHit = (hit) => {
    byIndex[hit.detector]++;
    for (const rival of hit.alternatives) byIndex[rival]++;
  };
  const before = { ...engine.counters };
  const start = performance.now();
  for await (const segment of openSegments(engine, corpus, bytes, counts)) engine.scan(segment, onHit);
  const seconds = (performance.now() - start) / 1000;
  if (counts.bytesExamined !== bytes.length)
    throw new Error(`${corpus.name}: ${counts.bytesExamined} of ${bytes.length} bytes examined`);
  const counters = Object.fromEntries(Object.entries(engine.counters).map(([name, value]) => [name, value - before[name]]));
  const found = Object.fromEntries(engine.detectors.map(({ id }, i) => [id, byIndex[i]]).filter(([, count]) => count > 0));
  return { seconds, counters, found };
}

/** Middle value; the mean of both middle ones for an even count. @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Megabytes (10^6 bytes) a second. */
export function rate(bytes, seconds) {
  return bytes / 1e6 / seconds;
}

/** Prints rows as a table with right-aligned numbers; the first column is text. @param {readonly (readonly (string | number)[])[]} rows */
export function printTable(header, rows) {
  const cells = [header, ...rows.map((row) => row.map((cell) => (typeof cell === 'number' ? figure(cell) : cell)))];
  const widths = header.map((_unused, i) => Math.max(...cells.map((row) => String(row[i]).length)));
  for (const row of cells)
    console.log(row.map((cell, i) => (i === 0 ? String(cell).padEnd(widths[i]) : String(cell).padStart(widths[i]))).join('  '));
}

/** Prints rows as a table of Markdown, each as soon as it comes. @param {readonly string[]} texts columns that are no numbers @param {Iterable<unknown[]>} rows */
export function printMarkdown(header, rows, texts) {
  const print = (cells) => console.log(`| ${cells.join(' | ')} |`);
  print(header);
  print(header.map((name) => (texts.includes(name) ? '---' : '--:')));
  for (const row of rows) print(row);
}

/** Three significant digits, thousands separated. */
export function figure(value) {
  if (!Number.isFinite(value)) return '-';
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-US');
  return Number(value.toPrecision(3)).toString();
}
