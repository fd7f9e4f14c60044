/**
 * Builds dist/: compiles AssemblyScript to WebAssembly and TypeScript to JavaScript, puts each module of WebAssembly beside the code
 * that loads it, makes the engine's tables, joins modules into bundles, and makes the command executable.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = path.join(root, 'dist');

fs.rmSync(dist, { recursive: true, force: true });
runNode('scripts/build-wasm.mjs');
runNode('node_modules/typescript/bin/tsc', '-p', '.');
copyWasm('src');
runNode('scripts/build-tables.mjs');
runNode('scripts/bundle.mjs');
for (const name of ['cli/launcher.cjs', 'cli/main.js']) fs.chmodSync(path.join(dist, name), 0o755);

function runNode(script, ...args) {
  const { status, error } = spawnSync(process.execPath, [path.join(root, script), ...args], { cwd: root, stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

/** Loaders find their module by `new URL('./name.wasm', import.meta.url)`, in src as in dist. */
function copyWasm(folder) {
  for (const entry of fs.readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) copyWasm(name);
    else if (entry.name.endsWith('.wasm')) {
      fs.mkdirSync(path.join(dist, folder), { recursive: true });
      fs.copyFileSync(path.join(root, name), path.join(dist, name));
    }
  }
}
