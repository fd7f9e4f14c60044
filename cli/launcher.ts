#!/usr/bin/env node
/**
 * What users start. The hook, for which a commit waits, goes a shorter way than all other commands: one file of CommonJS, in the
 * form that V8 has compiled it to before.
 */
import fs from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import vm from 'node:vm';

/** Set by the build: a hash of the hook's program. */
declare const BUILD_ID: string;

const words = process.argv.slice(2);
const isPlainHook = words[0] === 'hook' && !words.includes('--help') && !words.includes('-h');

if (isPlainHook) runHook();
else {
  // Node 22 and later keep what was compiled of modules, too; Node 20 does not know how. Where nothing can be written, nothing is kept.
  const { enableCompileCache } = module as typeof module & { enableCompileCache?: (folder: string) => unknown };
  enableCompileCache?.(path.join(__dirname, 'compile-cache'));
  import('./main.js');
}

/**
 * Compiling takes as long as Node takes to start, so what V8 made of the program is kept beside it, where that can be written to: with
 * it a hook takes 40 ms less. V8 refuses what another version of it has made. The name says which build it belongs to, since V8
 * itself compares lengths only. The build writes nothing but ASCII, and the program as a function of what modules are given.
 */
function runHook(): void {
  const file = path.join(__dirname, 'hook-main.cjs');
  const kept = path.join(__dirname, `hook-main.${process.versions.v8}-${process.arch}-${BUILD_ID}.cache`);
  const cachedData = readIfThere(kept);
  const script = new vm.Script(fs.readFileSync(file, 'latin1'), { filename: file, ...(cachedData && { cachedData }) });
  script.runInThisContext()(require, file);
  if (cachedData === undefined || script.cachedDataRejected) process.once('exit', () => keep(kept, script));
}

function readIfThere(name: string): Buffer | undefined {
  try {
    return fs.readFileSync(name);
  } catch {
    // Whatever the reason, the program is compiled anew.
    return undefined;
  }
}

/** Written aside and renamed: several hooks may do so at once. */
function keep(name: string, script: vm.Script): void {
  const aside = `${name}.${process.pid}`;
  try {
    fs.writeFileSync(aside, script.createCachedData(), { flag: 'wx' });
    fs.renameSync(aside, name);
  } catch {
    // An installation that only its owner may change: it works without.
    fs.rmSync(aside, { force: true });
  }
}
