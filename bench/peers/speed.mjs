/**
 * Processor time and memory of each peer beside Clearset. A peer runs in a process that reads the files and calls it, one after
 * the other; Clearset is its command with one worker, report and all. Both runs of a pair follow each other, so that a slow moment of
 * the machine hits both, and what an empty folder takes is taken off.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, linkSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CORPORA, corporaNamed } from '../corpora.mjs';
import { median, printTable } from '../measure.mjs';
import { newRoot } from './corpora.mjs';
import { filesIn } from './files.mjs';
import { CLEAN } from './run.mjs';

const HOST = fileURLToPath(new URL('./host.mjs', import.meta.url));
const CLI = fileURLToPath(new URL('../../dist/cli/launcher.cjs', import.meta.url));
/** GNU's; the shell's knows no memory. Both count what a process has waited for, workers and children included. */
const TIME = '/usr/bin/time';
/** Bytes of each corpus for Clearset, so that they take well above its start; a peer gets its share of the first files. */
const BYTES = 64_000_000;
/** Bytes for a peer whose adapter names no fewer. */
const PEER_BYTES = 16_000_000;
/** Bytes of a file: a peer that takes a text as a whole is spared long ones. */
const FILE_BYTES = 250_000;
const MIXED = { files: 2000, bytes: 8000 };

/**
 * Prints bytes by processor time, the ratio to Clearset and peak memory, by corpus and peer.
 * @param {readonly NonNullable<ReturnType<import('./run.mjs').ready>>[]} peers
 * @param {{ runs: number }} options
 */
export function compareSpeed(peers, { runs }) {
  const root = newRoot();
  try {
    const empty = join(root, 'empty');
    mkdirSync(empty);
    const starts = new Map([...peers, null].map((one) => [one, medianOf(runs, () => measure(commandOf(one, empty, 1)).seconds)]));
    for (const [name, folder] of corporaIn(root)) {
      const rows = [];
      for (const one of peers) {
        process.stderr.write(`${name}: ${one.peer.name}\n`);
        rows.push(rowOf(one, { folder, runs, starts }));
      }
      console.log(
        `\n${name}, ${(sizeOf(folder) / 1e6).toFixed(1)} MB in ${filesIn(folder).length} files; MB by second of processor time`,
      );
      printTable(['', 'MB given', 'MB/s', 'Clearset MB/s', 'Clearset ÷ peer', 'least', 'most', 'peak MB', 'Clearset'], rows);
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function rowOf(one, { folder, runs, starts }) {
  const limit = one.peer.bytes.speed ?? PEER_BYTES;
  const [theirBytes, ourBytes] = [sizeOf(folder, limit), sizeOf(folder)];
  const pairs = Array.from({ length: runs }, () => {
    const [theirs, ours] = [one, null].map((which) => measure(commandOf(which, folder, limit)));
    const theirRate = theirBytes / 1e6 / Math.max(0.01, theirs.seconds - starts.get(one));
    const ourRate = ourBytes / 1e6 / Math.max(0.01, ours.seconds - starts.get(null));
    return { theirRate, ourRate, ratio: ourRate / theirRate, theirPeak: theirs.peak, ourPeak: ours.peak };
  });
  const of = (key) => pairs.map((pair) => pair[key]);
  return [
    one.peer.name,
    theirBytes / 1e6,
    median(of('theirRate')),
    median(of('ourRate')),
    median(of('ratio')),
    Math.min(...of('ratio')),
    Math.max(...of('ratio')),
    Math.max(...of('theirPeak')),
    Math.max(...of('ourPeak')),
  ];
}

/** @param {object | null} one a peer made ready; null is Clearset, which always gets the whole folder */
function commandOf(one, folder, limit) {
  if (one === null)
    return {
      args: [process.execPath, CLI, 'scan', folder, '--jobs', '1', '--no-progress', '--fail-on', 'none'],
      exitCodes: [0, 3],
    };
  const { peer, folder: at } = one;
  if (peer.open !== undefined)
    return { args: [process.execPath, HOST, peer.name, at, folder, 'pass', String(limit)], exitCodes: [0] };
  return { args: [peer.program, ...peer.args(firstFiles(folder, limit))], exitCodes: peer.exitCodes, cwd: at };
}

/** The first files in a folder of their own, for programs, which take a whole one. */
function firstFiles(folder, limit) {
  const part = `${folder}-${limit}`;
  if (existsSync(part)) return part;
  mkdirSync(part);
  for (const name of filesIn(folder, limit)) linkSync(join(folder, name), join(part, name));
  return part;
}

/**
 * @returns {{ seconds: number, peak: number }} processor time, of the kernel included; peak resident memory in MB (10^6 bytes)
 * @throws where the process fails
 */
function measure({ args, exitCodes, cwd }) {
  const { status, stderr, error } = spawnSync(TIME, ['-q', '-f', '%U %S %M', ...args], {
    cwd,
    env: { ...CLEAN, ...(cwd !== undefined && { HOME: cwd }) },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (error !== undefined) throw new Error(`${TIME} cannot be run (Debian: package time): ${error.message}`);
  if (!exitCodes.includes(status)) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr.slice(-500)}`);
  const [user, system, peak] = stderr.trimEnd().split('\n').at(-1).split(' ').map(Number);
  return { seconds: user + system, peak: (peak * 1024) / 1e6 };
}

function medianOf(runs, run) {
  return median(Array.from({ length: runs }, run));
}

/** Name and folder of each corpus; one exists at a time on disk. */
function* corporaIn(root) {
  for (const corpus of corporaNamed(['prose', 'source', 'records-jsonl', 'records-csv'], CORPORA)) {
    const folder = join(root, corpus.name);
    mkdirSync(folder);
    cut(corpus, { bytes: BYTES, fileBytes: FILE_BYTES, folder });
    yield [corpus.name, folder];
    rmSync(folder, { recursive: true });
  }
  const folder = join(root, 'mixed');
  mkdirSync(folder);
  const corpora = corporaNamed(['prose', 'source', 'records-jsonl', 'records-csv'], CORPORA);
  for (const corpus of corpora)
    cut(corpus, { bytes: (MIXED.files / corpora.length) * MIXED.bytes, fileBytes: MIXED.bytes, folder });
  yield [`${MIXED.files} small files of all four`, folder];
}

const EXTENSIONS = { prose: 'md', source: 'js', 'records-jsonl': 'jsonl', 'records-csv': 'csv' };

/** Files of about `fileBytes`, cut at ends of lines; a table's header is in each. Numbers come first in the names, so that kinds are mixed. */
function cut(corpus, { bytes, fileBytes, folder }) {
  const made = corpus.make(bytes);
  const head = made.bytes.subarray(0, made.headBytes);
  let at = made.headBytes;
  for (let i = 0; at < bytes && at < made.bytes.length; i++) {
    const newline = made.bytes.indexOf(10, at + fileBytes);
    const end = newline === -1 ? made.bytes.length : newline + 1;
    const name = `${String(i).padStart(5, '0')}-${corpus.name}.${EXTENSIONS[corpus.name]}`;
    writeFileSync(join(folder, name), Buffer.concat([head, made.bytes.subarray(at, end)]));
    at = end;
  }
}

function sizeOf(folder, limit) {
  return filesIn(folder, limit).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}
