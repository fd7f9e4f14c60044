/** Runs peers that are programs of their own. They are found in PATH or left out; nothing of them is installed here. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Most that a report may be; Node's default of 1 MiB would cut it. */
const MAX_OUTPUT = 2 ** 30;

/** Lines without the empty ones. @param {string} text */
export function linesOf(text) {
  return text.split('\n').filter((line) => line !== '');
}

/**
 * A folder that is home and working directory of a program, so that no configuration of the machine's user reaches it; it goes with
 * this process.
 * @param {import('./adapters.mjs').Program} peer
 */
export function homeOf(peer) {
  const home = mkdtempSync(join(tmpdir(), `clearset-peer-${peer.name}-`));
  process.on('exit', () => rmSync(home, { recursive: true, force: true }));
  peer.prepare?.(home);
  return home;
}

/** Version of a program, or null where the machine has none. @param {import('./adapters.mjs').Program} peer @returns {string | null} */
export function versionOf({ program, versionArgs, versionOf: read }) {
  const { status, stdout, stderr, error } = spawnSync(program, versionArgs, { encoding: 'utf8' });
  if (error !== undefined || status > 1) return null;
  if (/is not a git command|No module named/.test(stderr)) return null;
  return read(stdout, stderr);
}

/**
 * Scans a folder.
 * @returns {Map<string, import('./judge.mjs').Place[]>} by path in the folder
 * @throws where the program fails
 */
export function findByProgram(peer, folder, home) {
  const { status, stdout, stderr, error } = spawnSync(peer.program, peer.args(folder), {
    cwd: home,
    env: { PATH: process.env.PATH, HOME: home },
    encoding: 'utf8',
    maxBuffer: MAX_OUTPUT,
  });
  if (error !== undefined || !peer.exitCodes.includes(status))
    throw new Error(`${peer.name} ended with ${error?.message ?? status}: ${stderr.slice(0, 500)}`);
  const byFile = new Map();
  for (const { file, ...place } of peer.parse({ stdout, stderr, cwd: home }, folder))
    byFile.set(file, [...(byFile.get(file) ?? []), place]);
  return byFile;
}
