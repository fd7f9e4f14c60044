/** What the engine is measured against: Hyperscan on the frozen patterns, and RE2 with each of our own patterns in turn. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import RE2 from 're2';
import { rate } from './measure.mjs';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const PROGRAM = path('./build/hyperscan-floor');
const SOURCE = path('./hyperscan-floor.c');

/** The frozen patterns. They never follow the catalogue, so that a ratio means the same next year. */
export const YARDSTICK = path('./yardstick-patterns.txt');

/** Where a corpus lies for the Hyperscan program, and other files made by a bench. */
export const BUILD = path('./build/');

/** Compiles the Hyperscan program if it is older than its source. @throws with the compiler's words when that fails */
export function buildHyperscan() {
  mkdirSync(BUILD, { recursive: true });
  if (existsSync(PROGRAM) && statSync(PROGRAM).mtimeMs >= statSync(SOURCE).mtimeMs) return;
  const { status, stderr } = spawnSync('gcc', ['-O2', SOURCE, '-o', PROGRAM, '-lhs'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`cannot compile ${SOURCE} (is libhyperscan-dev installed?): ${stderr}`);
}

/** Writes a corpus where the Hyperscan program can read it; returns the file's name. */
export function writeCorpus(bytes) {
  const file = `${BUILD}corpus.bin`;
  writeFileSync(file, bytes);
  return file;
}

/**
 * Hyperscan over a file.
 * @param {string} patterns file with one pattern a line
 * @param {number} rounds passes; the rate is their median
 * @returns {{ bytes: number, patterns: number, refused: number, matches: number, mbPerSecond: number }}
 */
export function hyperscan(patterns, file, rounds = 1) {
  const { status, stdout, stderr } = spawnSync(PROGRAM, [patterns, file, String(rounds)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`hyperscan-floor failed: ${stderr}`);
  return JSON.parse(stdout);
}

/** All patterns of the sheets, each once. */
function patternsOf(detectors) {
  return [...new Set(detectors.flatMap(({ forms }) => forms.map((form) => (typeof form === 'string' ? form : form.pattern))))];
}

/** Writes the catalogue's own patterns for Hyperscan; returns the file's name. */
export function writeCataloguePatterns(detectors) {
  const file = `${BUILD}catalogue-patterns.txt`;
  writeFileSync(file, `${patternsOf(detectors).join('\n')}\n`);
  return file;
}

/** A runner that passes over bytes once with each of the sheets' patterns by RE2, as a scanner without prefilter does. */
export function re2OneByOne(detectors) {
  const all = patternsOf(detectors).map((pattern) => new RE2(pattern, 'g'));
  /** @param {Buffer} bytes @returns {{ mbPerSecond: number, matches: number }} */
  return (bytes) => {
    let matches = 0;
    const start = performance.now();
    for (const regex of all) {
      regex.lastIndex = 0;
      while (regex.test(bytes)) matches++;
    }
    return { mbPerSecond: rate(bytes.length, (performance.now() - start) / 1000), matches };
  };
}
