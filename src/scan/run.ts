/**
 * One scan from targets to summary: lists, plans, has items examined, and gives results in the order of their paths as
 * soon as that order allows. The same input gives the same results, whatever the workers, blocks and order of completion.
 */
import { UsageError } from '../core/errors.js';
import { VERSION } from '../core/version.js';
import { type Listed, listFiles, STDIN_ITEM } from '../sources/index.js';
import { machineLimits, workerCount } from '../worker/limits.js';
import { detectorInfos, resolveSettings, rulesHash } from '../worker/settings.js';
import { acceptor, pathInBaseline } from './baseline-paths.js';
import { createCoverage } from './coverage.js';
import { Executor } from './execute.js';
import { DEFAULT_LIMITS, type RunOptions, type ScanEvent, type ScanLimits, type ScanOptions } from './options.js';
import { OrderedWindow } from './ordered.js';
import { type Done, Planner } from './plan.js';

/** Tasks begun and not yet reported, for each worker: one under way, one waiting, the others done behind a slow one. */
const WINDOW_PER_JOB = 8;

/**
 * Scans the targets. Problems with items are results; only a wrong call or a fault of Clearset throws.
 * @param limits sizes and times, for tests
 * @throws UsageError before the first event
 */
export async function* runScan(options: RunOptions, limits: Partial<ScanLimits> = {}): AsyncGenerator<ScanEvent, void, void> {
  checkOptions(options);
  const { signal, onProgress, baseline } = options;
  const settings = resolveSettings(options);
  const allLimits = { ...DEFAULT_LIMITS, ...limits };
  const jobs = options.jobs ?? workerCount(machineLimits());
  const executor = new Executor({ settings, limits: allLimits, jobs, signal });
  const window = new OrderedWindow<Done[]>(WINDOW_PER_JOB * jobs);
  const coverage = createCoverage(baseline !== undefined);
  const progress: { bytes: number; items: number; totalBytes?: number } = { bytes: 0, items: 0 };
  let isAbandoned = false;

  const planner = new Planner(executor, allLimits, (task) =>
    window.push(
      task().then((done) => {
        for (const { result } of done) progress.bytes += result.bytesFound;
        progress.items += done.length;
        onProgress?.({ ...progress });
        return done;
      }),
    ),
  );
  const accept = baseline && acceptor(baseline, executor);
  const list = async (): Promise<void> => {
    try {
      for (const listed of await listAll(options)) {
        if (isAbandoned || signal?.aborted) break;
        const begun = planner.add(accept ? await accept(listed) : listed);
        if (begun === undefined) continue;
        await begun;
        // Lets answers of workers in, which wait for their next task while this thread lists.
        await new Promise((resolve) => setImmediate(resolve));
      }
      if (!isAbandoned && !signal?.aborted) {
        progress.totalBytes = planner.totalBytes;
        await planner.end();
      }
    } catch (error) {
      await window.push(Promise.reject(error));
    } finally {
      window.end();
    }
  };
  let stopping: Promise<void> | undefined;
  const stop = (): void => {
    stopping = executor.stop();
  };
  signal?.addEventListener('abort', stop, { once: true });
  const listing = list();
  try {
    for await (const done of window.entries()) {
      for (const { result, isItem } of done) {
        coverage.add(result, isItem);
        yield {
          kind: 'item',
          result: settings.tags ? { ...result, baselinePath: await pathInBaseline(result, executor) } : result,
        };
      }
    }
    await stopping;
    const interrupted = signal?.aborted ?? false;
    const summary = coverage.summary({ interrupted, version: VERSION, rules: rulesHash(settings) });
    yield { kind: 'end', summary, detectors: detectorInfos(settings), stats: executor.stats() };
  } finally {
    isAbandoned = true;
    signal?.removeEventListener('abort', stop);
    window.end();
    await executor.stop();
    await listing;
  }
}

/** Files and standard input in one order. */
async function listAll({ targets, include, exclude, outputs }: ScanOptions): Promise<Iterable<Listed>> {
  const files = targets.filter((target) => target !== '-');
  const listing = await listFiles({
    targets: files,
    ...(include && { include }),
    ...(exclude && { exclude }),
    ...(outputs && { outputs }),
  });
  return files.length < targets.length ? withStdin(listing) : listing;
}

function* withStdin(files: Iterable<Listed>): Generator<Listed, void, void> {
  let isStdinDue = true;
  for (const listed of files) {
    const { path } = listed.kind === 'item' ? listed.item : listed.path;
    // The path of standard input is one ASCII character, so comparing characters compares bytes.
    if (isStdinDue && path > STDIN_ITEM.path) {
      isStdinDue = false;
      yield { kind: 'item', item: STDIN_ITEM };
    }
    yield listed;
  }
  if (isStdinDue) yield { kind: 'item', item: STDIN_ITEM };
}

function checkOptions({ targets, jobs, maxLocations, blockBytes }: ScanOptions): void {
  if (targets.length === 0) throw new UsageError('nothing to scan; name a file, a folder, or "-" for standard input');
  if (targets.some((target) => target.length === 0)) throw new UsageError('a target is empty; name a file or a folder');
  if (jobs !== undefined && !(Number.isInteger(jobs) && jobs >= 1 && jobs <= 64)) {
    throw new UsageError('the number of jobs must be a whole number from 1 to 64');
  }
  if (maxLocations !== undefined && !(maxLocations === Infinity || (Number.isInteger(maxLocations) && maxLocations >= 0))) {
    throw new UsageError('the number of locations must be a whole number, or all');
  }
  if (blockBytes !== undefined && !(Number.isInteger(blockBytes) && blockBytes >= 4096)) {
    throw new UsageError('the block size must be at least 4,096 bytes');
  }
}
