/**
 * What the hook costs a commit: `clearset hook` and bare `node -e 0` in turn, medians, for staged files of several sizes. The
 * difference counts: no program in Node can be faster than Node. Then what is loaded for it, by module.
 *
 *   node bench/hook.mjs [--runs 30]
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { corporaNamed } from './corpora.mjs';
import { median, printTable } from './measure.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MAIN = path.join(ROOT, 'dist/cli/launcher.cjs');
const { values: options } = parseArgs({ options: { runs: { type: 'string', default: '30' } } });
const runs = Number(options.runs);

const [source] = corporaNamed(['source']);
const bytes = source.make(8 << 20).bytes;

/** Staged files: number and bytes of each. */
const CASES = [
  { files: 1, bytesEach: 5_000 },
  { files: 10, bytesEach: 5_000 },
  { files: 100, bytesEach: 5_000 },
  { files: 1, bytesEach: 5_000_000 },
];

/** A repository with a commit in which these files are staged; the content is source code of packages. */
function repositoryOf({ files, bytesEach }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clearset-hook-'));
  const git = (...args) => {
    const { status } = spawnSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com', ...args], {
      cwd: folder,
    });
    if (status !== 0) throw new Error(`git ${args.join(' ')} failed`);
  };
  git('init', '-q');
  fs.writeFileSync(path.join(folder, 'README.md'), 'bench\n');
  git('add', '.');
  git('commit', '-qm', 'first');
  for (let i = 0; i < files; i++) {
    const from = (i * 75_011) % (bytes.length - bytesEach);
    fs.writeFileSync(path.join(folder, `file${i}.js`), bytes.subarray(from, from + bytesEach));
  }
  git('add', '.');
  return folder;
}

function timed(args, cwd, env) {
  const begin = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, env: { ...process.env, ...env }, encoding: 'utf8' });
  const ms = performance.now() - begin;
  if (status !== 0 && status !== 1) throw new Error(`exit code ${status}: ${stderr}`);
  return ms;
}

const rows = [];
for (const one of CASES) {
  const cwd = repositoryOf(one);
  const times = { bare: [], native: [], js: [] };
  for (let run = 0; run < runs; run++) {
    times.bare.push(timed(['-e', '0'], cwd));
    times.native.push(timed([MAIN, 'hook'], cwd, { CLEARSET_RE2: 'native' }));
    times.js.push(timed([MAIN, 'hook'], cwd, { CLEARSET_RE2: 'js' }));
  }
  const bare = median(times.bare);
  rows.push([
    `${one.files} × ${one.bytesEach}`,
    ...[bare, median(times.native) - bare, median(times.js) - bare].map((ms) => ms.toFixed(0)),
  ]);
  fs.rmSync(cwd, { recursive: true });
}
printTable(['staged files', 'node -e 0, ms', 'hook above it, re2', 're2js'], rows);
printLoaded();

/** Files by name, with their bytes; of Node's own modules those that bare Node does not load. */
function printLoaded() {
  const cwd = repositoryOf({ files: 10, bytesEach: 5_000 });
  const bare = new Set(loadedBy(['-e', '0'], cwd).own);
  const { own, files } = loadedBy([MAIN, 'hook'], cwd);
  fs.rmSync(cwd, { recursive: true });
  // What the launcher reads itself is in no list of modules. Of the tables, the front is read, and the pages that are needed.
  const read = [
    'dist/cli/hook-main.cjs',
    'dist/src/engine/catalogue.tables',
    'dist/src/engine/prefilter/prefilter.wasm',
    'dist/src/readers/structure/structure.wasm',
  ];
  const all = [...new Set([...files.map((file) => path.relative(ROOT, file)), ...read])];
  console.log('\nLoaded for ten files of 5 KB:');
  for (const file of all.sort()) console.log(`  ${file}  ${fs.statSync(path.join(ROOT, file)).size} bytes`);
  console.log(`  of Node: ${own.filter((name) => !bare.has(name)).join(', ')}`);
}

function loadedBy(args, cwd) {
  const { output } = spawnSync(process.execPath, ['--require', path.join(ROOT, 'bench/loaded-modules.cjs'), ...args], {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
  });
  return JSON.parse(output[3]);
}
