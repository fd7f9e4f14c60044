/** Folders of files on which all are held beside each other, made in a temporary folder from what the repository has. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HOSTILE, makeHostile } from '../../corpus/generate/hostile/index.mjs';
import { readPart } from '../eval/cases.mjs';
import { filesOf } from '../eval/expand.mjs';
import { readPools } from '../eval/values.mjs';
import { filesIn } from './files.mjs';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const LABELLED = path('../../corpus/labelled');
const PACKAGES = path('../../node_modules');

/** @typedef {{ folder: string, bytes: number, labels: Map<string, import('./judge.mjs').Label[]> }} Corpus `labels` by path in the folder */

/** A folder that holds the corpora of one run; the caller removes it. */
export function newRoot() {
  return mkdtempSync(join(tmpdir(), 'clearset-beside-'));
}

/**
 * A part of the labelled corpus, a file for each case and expansion, under the name that the case gives.
 * @param {string} root @param {string} part @param {number} times expansions of a template; the values are those of `npm run eval`
 * @returns {Corpus}
 */
export function labelledCorpus(root, part, times) {
  const pools = readPools(path('../../corpus/values'));
  const folder = join(root, part);
  const labels = new Map();
  let bytes = 0;
  for (const item of readPart(LABELLED, part)) {
    let time = 0;
    for (const expanded of filesOf(item, { pools, times })) {
      const name = join(item.name, String(time++), item.fileName);
      write(join(folder, name), expanded.text);
      labels.set(name, expanded.labels);
      bytes += Buffer.byteLength(expanded.text);
    }
  }
  return { folder, bytes, labels };
}

/** The hostile corpora, each of at least `bytes`, in which nothing is sensitive. @returns {Corpus} */
export function hostileCorpus(root, bytes) {
  const folder = join(root, `hostile-${bytes}`);
  let total = 0;
  for (const kind of HOSTILE) {
    const text = makeHostile(kind, bytes);
    write(join(folder, kind.name, kind.fileName), text);
    total += Buffer.byteLength(text);
  }
  return { folder, bytes: total, labels: new Map() };
}

/** Largest real file: the time of some peers grows with the square of a file's length, and one bundle of 9 MB would be all that is measured. */
const MAX_REAL_FILE = 256_000;

/**
 * Documentation and source of the packages that are installed: every second .md and .js file in path order, until `bytes` are reached; files
 * above 256 kB are left out. Folders are renamed, because some scanners pass over `node_modules`.
 * @returns {Corpus}
 */
export function realCorpus(root, bytes) {
  const folder = join(root, `real-${bytes}`);
  const all = filesIn(PACKAGES).filter((name) => /\.(md|js)$/.test(name));
  let total = 0;
  for (const [i, name] of all.entries()) {
    if (i % 2 === 1) continue;
    if (total >= bytes) break;
    const { size } = statSync(join(PACKAGES, name));
    if (size > MAX_REAL_FILE) continue;
    const target = join(folder, name.replaceAll('node_modules', 'packages'));
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(PACKAGES, name), target);
    total += size;
  }
  return { folder, bytes: total, labels: new Map() };
}

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Text of a file of a corpus. */
export function textOf({ folder }, name) {
  return readFileSync(join(folder, name), 'utf8');
}
