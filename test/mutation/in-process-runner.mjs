/**
 * Runs the validators' tests for Stryker inside of its own process. Stryker's runner for Vitest starts a thread and loads every module anew for
 * each mutant, which takes far longer than most mutants live. Here each test file is bundled and compiled once and evaluated anew for
 * each mutant, which so is active while tables are built, too; the tests are collected and judged by Vitest's own packages.
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { DryRunStatus, MutantRunStatus, TestStatus } from '@stryker-mutator/api/test-runner';
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  getState,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect';
import { afterAll, afterEach, beforeAll, beforeEach, describe, getFn, it, startTests } from '@vitest/runner';
import { build } from 'esbuild';

const TESTS = 'test/validators';

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);
const expect = Object.assign(
  (value, message) => chai.expect(value, message),
  chai.expect,
  globalThis[ASYMMETRIC_MATCHERS_OBJECT],
);
setState({ ...getState(expect), assertionCalls: 0 }, expect);

/** What the code that Stryker instruments reads (which mutant is active) and writes (which are reached, and how often). */
globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {};
const stryker = globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE];

/**
 * How often each mutant was reached. Stryker's own counting, a record for each test with calls in between, takes longer than the tests;
 * it is replaced in the bundles by counters.
 */
const COUNTING = /\bstryCov_9fa48\(((?:"\d+"(?:, )?)+)\)/g;
const MOST_MUTANTS = 1 << 17;
const hits = new Float64Array(MOST_MUTANTS);
/** File in which a mutant is. */
const sourceOf = [];

function withCounters(name, code) {
  return code.replace(COUNTING, (_call, ids) => {
    const numbers = ids.match(/\d+/g);
    for (const id of numbers) {
      if (id >= MOST_MUTANTS) throw new Error(`more than ${MOST_MUTANTS} mutants`);
      sourceOf[id] = name;
    }
    return `(${numbers.map((id) => `strykerHits[${id}]++`).join(', ')})`;
  });
}

/** What was reached since it was last asked, by mutant, into `coverage`. */
function moveHits(coverage) {
  hits.forEach((count, id) => {
    if (count > 0) coverage[id] = (coverage[id] ?? 0) + count;
  });
  hits.fill(0);
}

/**
 * Calls a function, which is ended where it takes longer (ms): an endless loop then costs neither the process nor the time that Stryker grants
 * to a whole run. The limit is one of the clock; where the process got less than half of it, the error is `STARVED`.
 */
function bounded(call, milliseconds) {
  globalThis[CALLED] = call;
  const begin = process.cpuUsage();
  try {
    return CALL.runInThisContext({ timeout: Math.ceil(milliseconds) });
  } catch (error) {
    const { user, system } = process.cpuUsage(begin);
    if (error?.code === ENDLESS && (user + system) / 1000 < milliseconds / 2) error.code = STARVED;
    throw error;
  }
}
const CALLED = Symbol.for('clearset.mutation.called');
const CALL = new vm.Script('globalThis[Symbol.for("clearset.mutation.called")]()');
const ENDLESS = 'ERR_SCRIPT_EXECUTION_TIMEOUT';
const STARVED = 'STARVED';
/** A test is given so many ms, and so many times the time it took without a mutant. */
const GRACE_MS = 2500;
const GRACE_FACTOR = 20;

/** In Stryker's copy of the project: what the run without a mutant showed, for the processes that did not do it. */
const SEEN = 'seen-without-mutant.json';

class InProcessRunner {
  #files = [];
  /** What the run without a mutant showed of each test, by id: its duration in ms, and the files of which it runs code. */
  #seen = new Map();

  capabilities() {
    return { reloadEnvironment: true };
  }

  /** Stryker has changed into its copy of the project, in which the validators hold all their mutants. */
  async init() {
    const require = createRequire(path.resolve(TESTS, 'any.js'));
    // Making a counterexample small takes a thousand runs; that there is one is enough.
    require('fast-check').configureGlobal({ endOnFailure: true });
    const vitest = { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it };
    const load = (id) => (id === 'vitest' ? vitest : require(id));
    this.#files = (await bundled()).map(({ name, code, inputs, packages }) => {
      const script = new vm.Script(`(require, strykerHits, module) => {${code}\n}`, { filename: `${name}.bundle` });
      const evaluate = () => {
        // Not within the limit: a package whose loading was cut off would stay half loaded.
        packages.forEach(load);
        return bounded(() => script.runInThisContext()(load, hits, { exports: {} }), GRACE_MS);
      };
      return { name, inputs, evaluate };
    });
  }

  async dryRun({ files }) {
    Object.assign(stryker, { activeMutant: undefined, hitCount: undefined });
    const mutantCoverage = { static: {}, perTest: {} };
    const tests = [];
    for (const file of this.#thatImport(files)) tests.push(...(await fed(() => run(file, { mutantCoverage }))));
    const seen = tests.map(({ id, timeSpentMs }) => {
      const sources = Object.keys(mutantCoverage.perTest[id] ?? {}).map((mutant) => sourceOf[mutant]);
      return [id, { milliseconds: timeSpentMs, sources: [...new Set(sources)] }];
    });
    // Only one of Stryker's processes does this.
    fs.writeFileSync(SEEN, JSON.stringify(seen));
    return { status: DryRunStatus.Complete, tests, mutantCoverage };
  }

  /** @param {import('@stryker-mutator/api/test-runner').MutantRunOptions} options */
  async mutantRun({ activeMutant, testFilter, sandboxFileName, hitLimit }) {
    if (this.#seen.size === 0) this.#seen = new Map(JSON.parse(fs.readFileSync(SEEN, 'utf8')));
    const files = this.#thatImport([sandboxFileName]);
    const reaching = new Set(testFilter ?? []);
    const others = this.#testsOf(sandboxFileName).filter((id) => !reaching.has(id));
    let nrOfTests = 0;
    for (const { file, times } of [...this.#cheapestFirst(files, [...reaching]), ...this.#cheapestFirst(files, others)]) {
      const tests = await fed(() => {
        Object.assign(stryker, { activeMutant: internalized(activeMutant.id), hitCount: 0, hitLimit });
        return run(file, { times });
      });
      if (stryker.hitCount > hitLimit) return { status: MutantRunStatus.Timeout, reason: 'reached too often' };
      nrOfTests += tests.length;
      const failed = tests.find((test) => test.status === TestStatus.Failed);
      if (failed?.endless) return { status: MutantRunStatus.Timeout, reason: `endless: ${failed.name}` };
      if (failed)
        return { status: MutantRunStatus.Killed, failureMessage: failed.failureMessage, killedBy: [failed.id], nrOfTests };
    }
    return { status: MutantRunStatus.Survived, nrOfTests };
  }

  /**
   * The tests that can tell a table of the file from a wrong one, be it made on loading or for the first that asks, which alone then seems
   * to reach it: those that run the file's code; but all, where it exports what is no function of its own and may be read without running any,
   * or where its code runs on loading alone.
   */
  #testsOf(source) {
    const all = [...this.#seen.keys()];
    if (/^export const /m.test(fs.readFileSync(source, 'utf8'))) return all;
    const running = all.filter((id) => this.#seen.get(id).sources.includes(path.resolve(source)));
    return running.length > 0 ? running : all;
  }

  #thatImport(sources) {
    const inputs = sources.map((name) => path.resolve(name));
    return this.#files.filter((file) => inputs.some((name) => file.inputs.has(name)));
  }

  /** The files with the durations of those of their tests that are among `ids`. */
  #cheapestFirst(files, ids) {
    return files
      .map((file) => {
        const own = ids.filter((id) => id.startsWith(`${file.name}#`));
        return { file, times: new Map(own.map((id) => [id, this.#seen.get(id).milliseconds])) };
      })
      .filter(({ times }) => times.size > 0)
      .sort((a, b) => sum(a.times.values()) - sum(b.times.values()));
  }
}

/** Each test file as one script with the names of the files in it; packages stay outside, and so are loaded once. */
async function bundled() {
  const { outputFiles, metafile } = await build({
    entryPoints: fs.readdirSync(TESTS).flatMap((name) => (name.endsWith('.test.ts') ? [path.join(TESTS, name)] : [])),
    absWorkingDir: process.cwd(),
    bundle: true,
    write: false,
    metafile: true,
    outdir: '.',
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
    plugins: [{ name: 'places-and-counters', setup: prepare }],
  });
  return Object.entries(metafile.outputs).map(([output, { entryPoint, inputs, imports }]) => ({
    name: entryPoint,
    packages: imports.map((imported) => imported.path),
    code: outputFiles.find((file) => file.path === path.resolve(output)).text,
    inputs: new Set(Object.keys(inputs).map((name) => path.resolve(name))),
  }));
}

/** Each module finds the files beside it from the bundle, too, and counts in the runner's own way. */
function prepare({ onLoad }) {
  onLoad({ filter: /\.ts$/ }, ({ path: name }) => {
    const code = fs.readFileSync(name, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(name).href));
    return { contents: withCounters(name, code), loader: 'ts' };
  });
}

/** The one copy of a string that literals share: it is compared at each step of the mutated code, and so by address. */
function internalized(text) {
  return Object.keys({ [text]: 0 })[0];
}

function sum(numbers) {
  return [...numbers].reduce((total, number) => total + number, 0);
}

/** Results of a run in which no test's time was up before it got any: on a busy machine, again and again. */
async function fed(runAgain) {
  for (;;) {
    const results = await runAgain();
    if (!results.some(({ starved }) => starved)) return results;
  }
}

/**
 * Results of the tests of one file. For coverage, of all of them; where `times` says what each takes without a mutant (ms by id), of those,
 * up to the first that fails.
 */
async function run(file, { mutantCoverage, times }) {
  const results = [];
  let failed = false;
  const idOf = (test) => `${file.name}#${fullName(test)}`;
  const [suite] = await startTests([path.resolve(file.name)], {
    config: {
      root: process.cwd(),
      setupFiles: [],
      name: undefined,
      passWithNoTests: false,
      testNamePattern: undefined,
      allowOnly: false,
      sequence: { seed: 0, hooks: 'stack', setupFiles: 'list' },
      chaiConfig: undefined,
      maxConcurrency: 1,
      testTimeout: 0,
      hookTimeout: 0,
      retry: 0,
      includeTaskLocation: false,
      tags: [],
      tagsFilter: undefined,
      strictTags: false,
    },
    importFile: file.evaluate,
    onBeforeRunTask(test) {
      if (times && (failed || !times.has(idOf(test)))) test.mode = 'skip';
      else if (mutantCoverage) moveHits(mutantCoverage.static);
    },
    runTask(test) {
      if (times === undefined) return getFn(test)();
      return bounded(getFn(test), GRACE_MS + GRACE_FACTOR * times.get(idOf(test)));
    },
    onAfterRunTask(test) {
      const id = idOf(test);
      if (mutantCoverage) {
        mutantCoverage.perTest[id] = {};
        moveHits(mutantCoverage.perTest[id]);
      }
      failed ||= test.result.state === 'fail';
      results.push(resultOf(id, file, test.result));
    },
  });
  // A mutant may already break the making of a table or of a list of cases.
  if (suite.result?.state === 'fail' && !failed) results.push(resultOf(`${file.name}#`, file, suite.result));
  return results;
}

function fullName({ suite, name }) {
  return suite ? `${fullName(suite)} ${name}` : name;
}

function resultOf(id, { name: fileName }, { state, duration, errors }) {
  const result = { id, name: id.slice(fileName.length + 1), fileName: path.resolve(fileName), timeSpentMs: duration ?? 0 };
  if (state === 'pass') return { ...result, status: TestStatus.Success };
  const [error] = errors ?? [];
  return {
    ...result,
    status: TestStatus.Failed,
    failureMessage: error?.message ?? 'no message',
    endless: error?.code === ENDLESS,
    starved: error?.code === STARVED,
  };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
