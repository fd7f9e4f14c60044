/** Runs a peer, or Clearset, over a corpus and gives what each file holds. */
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { createScanner } from '../../dist/src/index.js';
import { textOf } from './corpora.mjs';
import { filesIn } from './files.mjs';
import { installed } from './install.mjs';
import { findByProgram, homeOf, linesOf, versionOf } from './program.mjs';

const HOST = fileURLToPath(new URL('./host.mjs', import.meta.url));
const MAX_OUTPUT = 2 ** 30;

/**
 * @typedef {import('./judge.mjs').Place} Place
 * @typedef {{ places: Map<string, Place[]>, bytes: number, refused: string[] }} Result `bytes` of the files that were examined; `refused`: files
 *   in which the peer failed, with its message
 */

/**
 * A peer made ready: installed, or found in PATH.
 * @param {import('./adapters.mjs').Peer} peer
 * @returns {{ peer: import('./adapters.mjs').Peer, version: string, folder: string } | null} null where a program is not on this machine
 */
export function ready(peer) {
  if (peer.open !== undefined) return { peer, version: peer.version, folder: installed(peer) };
  const version = versionOf(peer);
  return version === null ? null : { peer, version, folder: homeOf(peer) };
}

/** Environment of a peer's process: nothing of the user's but the way to programs. */
export const CLEAN = { PATH: process.env.PATH, HOME: tmpdir() };

/** @returns {Result} @throws where the peer's process ends before its files do */
export function findWithPeer({ peer, folder }, corpus) {
  if (peer.open === undefined) return { places: findByProgram(peer, corpus.folder, folder), bytes: corpus.bytes, refused: [] };
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [HOST, peer.name, folder, corpus.folder, 'find'], {
    encoding: 'utf8',
    env: CLEAN,
    maxBuffer: MAX_OUTPUT,
  });
  if (status !== 0) throw new Error(`${peer.name} ended with ${error?.message ?? status}: ${stderr.slice(-500)}`);
  const result = { places: new Map(), bytes: 0, refused: [] };
  for (const { path, bytes, places, error: message } of linesOf(stdout).map((line) => JSON.parse(line))) {
    if (places === undefined) result.refused.push(`${path}: ${message}`);
    else {
      result.bytes += bytes;
      result.places.set(path, places);
    }
  }
  return result;
}

/**
 * Clearset through its public API, default confidence.
 * @param {import('./corpora.mjs').Corpus} corpus
 * @param {{ detectors?: string[], minConfidence?: 'low' | 'medium' | 'high' }} [options] `detectors`: default all
 * @returns {Promise<Result>}
 * @throws where a file cannot be examined whole
 */
export async function findWithClearset(corpus, options = {}) {
  const scanner = createScanner({ ...options, maxLocations: Number.POSITIVE_INFINITY, fingerprints: false, reveal: true });
  const places = new Map();
  for (const path of filesIn(corpus.folder)) {
    const { findings, problems } = await scanner.scan(textOf(corpus, path), path);
    if (problems.length > 0) throw new Error(`${path}: ${problems[0].code}: ${problems[0].detail}`);
    places.set(path, findings.flatMap(({ occurrences }) => occurrences).map(placeOf));
  }
  return { places, bytes: corpus.bytes, refused: [] };
}

/** Spans of a decoded value are not those of the file: there the value counts, on its line; of a document, without one. */
function placeOf({ detector, spanSpace, span, line, value }) {
  if (spanSpace === 'item') return { kind: detector, start: span.start, end: span.end };
  return spanSpace === 'member' ? { kind: detector, value } : { kind: detector, line, value };
}
