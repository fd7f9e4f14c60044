/**
 * Readers beside the libraries under them: one process each on the same file, in turn, by processor time, clock and peak memory. Both load their
 * code while the time counts; what is the engine's is made before.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { peakMemory } from './peak-memory.mjs';

export const DATA = fileURLToPath(new URL('data/', import.meta.url));
/** Tells the process of a bench that it is to read one file. */
export const RUN = '--run';

/**
 * A file to be read.
 * @typedef {{ file: string, library: string, bytes?: number, records?: number, readerRecords?: number }} Case
 *   `library`: its name among the libraries. `bytes`: of what is packed in it, for rates; default the file's length. `records`: what the library
 *   has to give. `readerRecords`: records that the reader has to count, or, of
 *   text with named values, values that it has to name
 */

/** What a library makes of a file: a number that says how much it was, above 0. @typedef {(file: string) => Promise<number>} Library */

/**
 * Reads one file in this process and prints what it took, as `child` wants it.
 * @param {Record<string, Library>} libraries @param {string} reader one of them, or `reader` @param {string} file
 */
export async function readHere(libraries, reader, file) {
  const read = reader === 'reader' ? await product() : libraries[reader];
  const startedClock = performance.now();
  const started = process.cpuUsage();
  const given = await read(file);
  const { user, system } = process.cpuUsage(started);
  const clock = performance.now() - startedClock;
  fs.writeSync(1, JSON.stringify({ ms: (user + system) / 1000, clock, given, peak: peakMemory() }));
}

/** Finds the format and reads, as a scan does without its engine. @throws where a byte is left out */
async function product() {
  const { memory, halo } = (await import('./measure.mjs')).newEngine();
  const { DEFAULT_UNPACK, HEAD_BYTES, nestedHalo, openReader } = await import('../dist/src/readers/index.js');
  const { contentOf } = await import('../dist/src/worker/content.js');
  const { openFile } = await import('../dist/src/sources/fs-open.js');
  return async (file) => {
    const stored = openFile({ source: 'fs', locator: file, path: file });
    const opened = { name: file, stored, onWork: () => undefined };
    const { source, format } = await contentOf(opened, DEFAULT_UNPACK, Buffer.alloc(HEAD_BYTES + 1));
    const nested = nestedHalo(format.kind === 'text');
    const counts = { bytesExamined: 0, bytesDecoded: 0, newlines: 0, records: 0, degraded: 0 };
    const read = await openReader(format);
    const both = { left: Math.max(halo.left, nested.left), right: Math.max(halo.right, nested.right) };
    let segments = 0;
    let named = 0;
    for await (const segment of read({ source, format, memory, halo: both, counts })) {
      segments++;
      named += segment.named?.values.count ?? 0;
    }
    stored.close();
    const size = fs.statSync(file).size;
    if (counts.bytesExamined !== size && source.storedBytes !== size)
      throw new Error(`${file}: ${counts.bytesExamined} of ${size} bytes examined`);
    if (segments === 0) throw new Error(`${file}: nothing was read`);
    return counts.records || named;
  };
}

/**
 * Reads each file by its library and by the reader, in turn, and prints what it took as a table. Of the runs the median counts.
 * @param {string} self the bench whose process reads a file when told so by `RUN` @param {readonly Case[]} cases @param {number} runs
 * @throws where either does not give what the case says
 */
export async function compare(self, cases, runs) {
  // Not above: it loads the engine, which would count as memory of the library.
  const { median, printMarkdown } = await import('./measure.mjs');
  const rowOf = (one) => {
    const { file, library, bytes = fs.statSync(file).size } = one;
    const both = Array.from({ length: runs }, () => [child(self, library, one), child(self, 'reader', one)]);
    const [plain, ours] = [0, 1].map((i) => {
      const of = (name) => median(both.map((pair) => pair[i][name]));
      return { ms: of('ms'), clock: of('clock'), peak: (Math.max(...both.map((pair) => pair[i].peak)) * 1024) / 1e6 };
    });
    const rate = (ms) => (bytes / 1e3 / ms).toFixed(1);
    return [
      path.basename(file),
      (bytes / 1e6).toFixed(1),
      (fs.statSync(file).size / 1e6).toFixed(1),
      library,
      ...[plain, ours].map(({ ms }) => rate(ms)),
      (plain.ms / ours.ms).toFixed(2),
      ...[plain, ours].map(({ clock }) => rate(clock)),
      (plain.clock / ours.clock).toFixed(2),
      ...[plain, ours].map(({ peak }) => peak.toFixed(0)),
    ];
  };
  function* rowsOf() {
    for (const one of cases) yield rowOf(one);
  }
  printMarkdown(
    [
      'file',
      'MB',
      'stored MB',
      'library',
      'library MB/s',
      'reader MB/s',
      'library ÷ reader time',
      'library MB/s, clock',
      'reader MB/s, clock',
      'library ÷ reader clock',
      'library peak MB',
      'reader peak MB',
    ],
    // One after the other: a failure leaves what was measured before it.
    rowsOf(),
    ['file', 'library'],
  );
}

/** @param {Case} one */
function child(self, reader, { file, records, readerRecords }) {
  const result = JSON.parse(
    execFileSync(process.execPath, [self, RUN, reader, file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }),
  );
  const wanted = reader === 'reader' ? readerRecords : records;
  if (wanted !== undefined && result.given !== wanted)
    throw new Error(`${reader} gives ${result.given} records of ${file} in place of ${wanted}`);
  if (reader !== 'reader' && !(result.given > 0)) throw new Error(`${reader} gives nothing of ${file}`);
  return result;
}

/** Pieces of a file of 1 MiB, as they are. */
export function pieces(file) {
  return fs.createReadStream(file, { highWaterMark: 1024 * 1024 });
}

/** Reads a file and does nothing with it. */
export async function plainRead(file) {
  let length = 0;
  for await (const chunk of pieces(file)) length += chunk.length;
  return length;
}
