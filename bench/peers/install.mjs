/** Installs peers of npm, exactly the versions that their adapters name, into a folder outside of the project; no script of theirs runs. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Kept between runs, so that a second one needs no network. */
const ROOT = join(tmpdir(), 'clearset-peers');

/**
 * @param {import('./adapters.mjs').Library} peer
 * @returns {string} the folder with its `node_modules`
 * @throws where npm fails
 */
export function installed({ name, version, packages }) {
  const folder = join(ROOT, `${name.replace(/[@/]/g, '_')}-${version}`);
  const done = join(folder, 'done');
  if (existsSync(done)) return folder;
  mkdirSync(folder, { recursive: true });
  const wanted = Object.entries(packages).map(([id, exact]) => `${id}@${exact}`);
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--prefix', folder];
  const { status, stderr, error } = spawnSync('npm', ['install', ...flags, ...wanted], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm install ${wanted.join(' ')}: ${error?.message ?? stderr.slice(-500)}`);
  writeFileSync(done, '');
  return folder;
}
