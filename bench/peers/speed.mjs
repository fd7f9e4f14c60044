/**
 * Processor time and memory of each peer beside Clearset. A peer runs in a process that reads the files and calls it, one after
 * the other; Clearset is its command with one worker, report and all. All take turns, so that a slow moment of the machine hits all. What
 * the start takes (packages, patterns, the worker) is taken off by a second run over a quarter of the bytes; an empty folder would not
 * start a worker, nor compile what only bytes ask for.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, linkSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CORPORA, corporaNamed } from '../corpora.mjs';
import { figure, median, printTable } from '../measure.mjs';
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
const FILE_BYTES = 50_000;
/**
 * The mixed corpus: nearly 5,000 small files, a quarter of the bytes of each kind. A quarter of them is above 8 MiB, below which Clearset starts
 * no worker: its start would count as that of bytes.
 */
const MIXED_BYTES = 40_000_000;
const MIXED_FILE_BYTES = 8000;

/**
 * Prints bytes by processor time, the ratio to Clearset and peak memory, by corpus and peer.
 * @param {readonly NonNullable<ReturnType<import('./run.mjs').ready>>[]} peers
 * @param {{ runs: number, on: readonly string[] }} options `on`: names of corpora
 */
export function compareSpeed(peers, { runs, on }) {
  const root = newRoot();
  try {
    for (const folder of corporaIn(root, on)) {
      const rounds = Array.from({ length: runs }, (_unused, i) => {
        process.stderr.write(`${basename(folder)}: round ${i + 1} of ${runs}\n`);
        return [null, ...peers].map((one) => run(one, folder));
      });
      const size = filesIn(folder).length;
      console.log(`\n${basename(folder)}, ${figure(sizeOf(folder) / 1e6)} MB in ${size} files; MB by second of processor time`);
      printTable(
        ['', 'MB given', 'MB/s', 'Clearset ÷ peer', 'least', 'most', 'start s', 'peak MB'],
        [null, ...peers].map((one, i) =>
          rowOf(one, { folder, ours: rounds.map(([first]) => first), theirs: rounds.map((round) => round[i]) }),
        ),
      );
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Bytes that a peer is given, or Clearset. */
function limitOf(one, folder) {
  return Math.min(sizeOf(folder), one === null ? BYTES : (one.peer.bytes.speed ?? PEER_BYTES));
}

/**
 * One run over all files that a peer gets, and one over the first quarter of them.
 * @returns {{ rate: number, start: number, peak: number }} MB (10^6 bytes) by second of processor time between both; what is left for no bytes, s; MB
 */
function run(one, folder) {
  const limit = limitOf(one, folder);
  const [few, all] = [limit / 4, limit].map((bytes) => ({
    mb: sizeOf(folder, bytes) / 1e6,
    ...measure(commandOf(one, folder, bytes)),
  }));
  if (few.mb === all.mb)
    throw new Error(`${one?.peer.name ?? 'Clearset'}: a quarter of ${limit} bytes is as much as all of them`);
  // The clock of processes ticks in hundredths: a difference below that is one tick.
  const slope = Math.max(0.01, all.seconds - few.seconds) / (all.mb - few.mb);
  return { rate: 1 / slope, start: Math.max(0, all.seconds - all.mb * slope), peak: all.peak };
}

function rowOf(one, { folder, ours, theirs }) {
  const ratios = theirs.map(({ rate }, i) => ours[i].rate / rate);
  return [
    one === null ? 'Clearset' : one.peer.name,
    sizeOf(folder, limitOf(one, folder)) / 1e6,
    median(theirs.map(({ rate }) => rate)),
    median(ratios),
    Math.min(...ratios),
    Math.max(...ratios),
    median(theirs.map(({ start }) => start)),
    Math.max(...theirs.map(({ peak }) => peak)),
  ];
}

/** @param {object | null} one a peer made ready; null is Clearset */
function commandOf(one, folder, limit) {
  if (one === null)
    return {
      args: [process.execPath, CLI, 'scan', firstFiles(folder, limit), '--jobs', '1', '--no-progress', '--fail-on', 'none'],
      exitCodes: [0, 3],
    };
  const { peer, folder: at } = one;
  if (peer.open !== undefined)
    return { args: [process.execPath, HOST, peer.name, at, folder, 'pass', String(limit)], exitCodes: [0] };
  return { args: [peer.program, ...peer.args(firstFiles(folder, limit))], exitCodes: peer.exitCodes, cwd: at };
}

/** The first files in a folder of their own, for what takes a whole one. */
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

/** Files of each kind by their name, and a mix of small ones. */
const EXTENSIONS = { prose: 'md', source: 'js', 'records-jsonl': 'jsonl', 'records-csv': 'csv' };
/** What `--on` may name. */
export const SPEED_CORPORA = [...Object.keys(EXTENSIONS), 'mixed'];

/** Folder of each corpus. */
function* corporaIn(root, names) {
  for (const name of names) {
    const folder = join(root, name);
    mkdirSync(folder);
    const kinds = corporaNamed(name === 'mixed' ? Object.keys(EXTENSIONS) : [name], CORPORA);
    const size =
      name === 'mixed'
        ? { bytes: MIXED_BYTES / kinds.length, fileBytes: MIXED_FILE_BYTES }
        : { bytes: BYTES, fileBytes: FILE_BYTES };
    for (const corpus of kinds) cut(corpus, { ...size, folder });
    yield folder;
  }
}

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
