/**
 * One scan from targets to summary: lists, plans, has items examined, and gives results in the order of their paths as
 * soon as that order allows. The same input gives the same results, whatever the workers, blocks and order of completion.
 */
import { UsageError } from '../core/errors.js';
import { VERSION } from '../core/version.js';
import type { Listed } from '../sources/index.js';
import { machineLimits, workerCount } from '../worker/limits.js';
import { rulesHash } from '../worker/rules-hash.js';
import { detectorInfos, resolveSettings } from '../worker/settings.js';
import { acceptor, pathInBaseline } from './baseline-paths.js';
import { createCoverage } from './coverage.js';
import { Executor } from './execute.js';
import { openListing } from './list.js';
import { withMembers } from './members.js';
import { DEFAULT_LIMITS, type RunOptions, type RunStats, type ScanEvent, type ScanLimits, type ScanOptions } from './options.js';
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
  const listing = openListing(options, settings.s3);
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
  const isOver = (): boolean => isAbandoned || (signal?.aborted ?? false);
  const addAll = async (page: Iterable<Listed>): Promise<void> => {
    for (const listed of page) {
      if (isOver()) return;
      const begun = planner.add(accept ? await accept(listed) : listed);
      if (begun === undefined) continue;
      await begun;
      // Lets answers of workers in, which wait for their next task while this thread lists.
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const list = async (): Promise<void> => {
    try {
      for await (const page of listing.pages()) {
        await addAll(page);
        if (isOver()) break;
      }
      if (!isOver()) {
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
    listing.stop();
    stopping = executor.stop();
  };
  signal?.addEventListener('abort', stop, { once: true });
  const listed = list();
  try {
    for await (const done of window.entries()) {
      for (const { result: whole, isItem } of done) {
        for (const result of withMembers(whole)) {
          coverage.add(result, isItem);
          yield {
            kind: 'item',
            result: settings.tags ? { ...result, baselinePath: await pathInBaseline(result, executor) } : result,
          };
        }
      }
    }
    await stopping;
    const interrupted = signal?.aborted ?? false;
    const summary = coverage.summary({ interrupted, version: VERSION, rules: rulesHash(settings) });
    yield { kind: 'end', summary, detectors: detectorInfos(settings), stats: withRequests(executor.stats(), listing.requests) };
  } finally {
    isAbandoned = true;
    signal?.removeEventListener('abort', stop);
    window.end();
    listing.stop();
    await executor.stop();
    await listed;
  }
}

function withRequests(stats: RunStats, listing: number): RunStats {
  return { ...stats, requests: stats.requests + listing };
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
