/**
 * Makes the commit from which git installs Clearset: what `npm pack` packs, and what the pre-commit framework reads. `main` has no
 * built files, and whoever installs from git builds nothing, so a release is a commit of its own. It stands on the branch `release`,
 * each release upon the one before, and under the tag `v<version>`.
 *
 *   npm run release-tree [-- --no-tag]
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const BRANCH = 'refs/heads/release';
const { values: options } = parseArgs({ options: { 'no-tag': { type: 'boolean', default: false } } });

const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const tag = `v${manifest.version}`;
if (!options['no-tag'] && run('git', ['tag', '--list', tag]) !== '')
  throw new Error(`the tag ${tag} exists: a release is never changed`);
if (run('git', ['status', '--porcelain']) !== '')
  throw new Error('there are changes that are not committed: a release is made of a commit');

const [packed] = JSON.parse(run('npm', ['pack', '--json', '--dry-run', '--ignore-scripts']));
const files = [...packed.files.map((file) => file.path).filter((name) => name !== 'package.json'), '.pre-commit-hooks.yaml'];

const index = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'clearset-release-')), 'index');
const git = (...args) => run('git', args, { GIT_INDEX_FILE: index });
for (const name of files) {
  const mode = fs.statSync(path.join(root, name)).mode & 0o100 ? '100755' : '100644';
  addBlob(name, mode, git('hash-object', '-w', '--no-filters', '--', name));
}
addBlob('package.json', '100644', hashText(`${JSON.stringify(releaseManifest(manifest), null, 2)}\n`));
const before = run('git', ['for-each-ref', '--format=%(objectname)', BRANCH]);
const source = run('git', ['rev-parse', 'HEAD']);
const parents = before === '' ? [] : ['-p', before];
const commit = git(
  'commit-tree',
  git('write-tree'),
  ...parents,
  '-m',
  `release ${manifest.version}`,
  '-m',
  `Built from ${source}.`,
);
run('git', ['update-ref', BRANCH, commit]);
if (!options['no-tag']) run('git', ['tag', tag, commit]);
fs.rmSync(path.dirname(index), { recursive: true });
console.log(`${files.length + 1} files in commit ${commit}${options['no-tag'] ? '' : `, tag ${tag}`}`);

/** Whoever installs from git would otherwise run scripts and fetch what only development needs. */
function releaseManifest({ scripts: _scripts, devDependencies: _dev, knip: _knip, ...rest }) {
  return rest;
}

function addBlob(name, mode, oid) {
  git('update-index', '--add', '--cacheinfo', `${mode},${oid},${name}`);
}

function hashText(text) {
  return run('git', ['hash-object', '-w', '--stdin'], {}, text);
}

function run(command, args, env = {}, input = '') {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${stderr}`);
  return stdout.trim();
}
