/**
 * Compiles the AssemblyScript modules. Each is written beside the code that loads it, so that TypeScript run as it is (tests)
 * finds it by the same relative URL as the compiled package, where the build copies it.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Modules to compile: source and output, relative to the root of the project. */
const MODULES = [
  { entry: 'src/engine/prefilter/assembly/index.ts', out: 'src/engine/prefilter/prefilter.wasm' },
  { entry: 'src/readers/structure/assembly/index.ts', out: 'src/readers/structure/structure.wasm' },
];

// The modules import the block memory, have no runtime and no static data: they place what they need in regions they are given.
// Shared memory (src/core/block.ts) must have a limit: 1 GiB, in pages.
const MEMORY = ['--importMemory', '--enable', 'threads', '--sharedMemory', '--maximumMemory', '16384'];
const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', ...MEMORY];

for (const { entry, out } of MODULES) {
  const { error, stderr } = await asc.main([entry, '--baseDir', root, '--outFile', out, ...OPTIONS]);
  if (error) {
    process.stderr.write(`${stderr}${error.message}\n`);
    process.exitCode = 1;
  }
}
