/** The scanners that Clearset is held beside, in the order of the tables. docs: bench/NOTES.md, "Beside other scanners". */
import { detectSecrets } from './detect-secrets.mjs';
import { gitSecrets } from './git-secrets.mjs';
import { gitleaks } from './gitleaks.mjs';
import { llmverify } from './llmverify.mjs';
import { openredaction } from './openredaction.mjs';
import { piiFilter } from './pii-filter.mjs';
import { presidio } from './presidio.mjs';
import { redactPii } from './redact-pii.mjs';
import { redactpiiNode } from './redactpii-node.mjs';
import { secretScanner } from './secret-scanner.mjs';
import { secretlint } from './secretlint.mjs';
import { trufflehog } from './trufflehog.mjs';

/**
 * What all peers have. `kinds`: for each kind that a peer reports, the identifiers that it claims to find so; `*` stands for kinds not named.
 * A kind without an entry has no counterpart in Clearset: on a label it counts as found, elsewhere it is not called false.
 * `bytes`: how much of each hostile corpus, of the real files and of the speed corpora a slow peer gets; without an entry, all.
 * @typedef {{
 *   name: string, kinds: Readonly<Record<string, readonly string[]>>, bytes: { hostile?: number, real?: number, speed?: number }
 * }} Peer
 *
 * A package of npm. `open` loads it: `load` imports by name or path from its folder. `find` gives spans in UTF-16 units or lines; `pass`
 * is the call that its manual shows, whose time is measured.
 * @typedef {Peer & {
 *   version: string, packages: Readonly<Record<string, string>>,
 *   open: (at: { folder: string, load: (name: string) => Promise<any> }) => Promise<{
 *     find: (text: string, path: string) => Found[] | Promise<Found[]>, pass: (text: string, path: string) => unknown
 *   }>
 * }} Library
 * @typedef {{ kind: string, start: number, end: number } | { kind: string, line: number }} Found
 *
 * A program in PATH. `parse` gives places with their file, spans in bytes.
 * @typedef {Peer & {
 *   program: string, versionArgs: string[], versionOf: (stdout: string, stderr: string) => string, prepare?: (home: string) => void,
 *   args: (target: string) => string[], exitCodes: number[],
 *   parse: (output: { stdout: string, stderr: string, cwd: string }, folder: string) => (import('./judge.mjs').Place & { file: string })[]
 * }} Program
 */

/** @type {readonly (Library | Program)[]} */
export const PEERS = [
  secretlint,
  secretScanner,
  gitSecrets,
  openredaction,
  redactPii,
  redactpiiNode,
  llmverify,
  piiFilter,
  gitleaks,
  trufflehog,
  detectSecrets,
  presidio,
];

/** Identifiers that a peer claims. @param {Peer} peer @returns {Set<string>} */
export function coveredBy({ kinds }) {
  return new Set(Object.values(kinds).flat());
}

/** Whether a kind has a counterpart, so that it can be false. @param {Peer} peer @param {string} kind */
export function isCounted({ kinds }, kind) {
  return Object.hasOwn(kinds, kind) || Object.hasOwn(kinds, '*');
}
