/**
 * Who examines what: the main thread where little is to do, workers else. Keeps the promise that a lost worker costs one
 * item: its batch is examined again, item by item, on a thread apart.
 */

import type { ByteRange } from '../core/format.js';
import type { ItemResult, Problem } from '../core/result.js';
import type { ItemRef } from '../core/source.js';
import type { S3Counts } from '../sources/index.js';
import { emptyAggregate, type RangeAggregate } from '../worker/aggregate.js';
import { type Control, signalControl } from '../worker/control.js';
import type { EngineCounters } from '../worker/counters.js';
import { addCounters, noCounters } from '../worker/counters.js';
import type { Outcome, WorkerPool } from '../worker/pool.js';
import type { ItemScanner } from '../worker/scan-item.js';
import type { WorkerSettings } from '../worker/settings.js';
import type { Cuts, Cutting, ItemsReply, Reply, Work } from '../worker/task.js';
import { joinRanges, rangedResult } from './aggregate.js';
import type { RunStats, ScanLimits } from './options.js';

/** An item of a few ranges is cut smaller, so that the last one does not keep all but one worker waiting; but not below this. */
const LEAST_RANGE_BYTES = 2 << 20;
const RANGES_PER_JOB = 4;

export interface ExecutorOptions {
  readonly settings: WorkerSettings;
  readonly limits: ScanLimits;
  readonly jobs: number;
  readonly signal: AbortSignal | undefined;
}

export class Executor {
  readonly #options: ExecutorOptions;
  readonly #control: Control;
  readonly #counters: EngineCounters = noCounters();
  readonly #s3: S3Counts = { requests: 0, bytesRead: 0 };
  #regexEngine: 'native' | 'js' | undefined;
  #scanner: Promise<ItemScanner> | undefined;
  /** The main thread has one engine: its tasks wait for one another. */
  #turn: Promise<unknown> = Promise.resolve();
  #pool: Promise<WorkerPool> | undefined;
  #quarantine: Promise<WorkerPool> | undefined;
  #isStopped = false;

  constructor(options: ExecutorOptions) {
    this.#options = options;
    const control = signalControl(options.signal);
    this.#control = { ...control, isStopped: () => this.#isStopped || control.isStopped() };
  }

  /** Examines items on the main thread. Those not begun when the scan is stopped are left out. */
  local(items: readonly ItemRef[]): Promise<ItemResult[]> {
    return this.#inTurn(async (scanner) => {
      const { runWork } = await import('../worker/run-task.js');
      const run = (some: readonly ItemRef[]): Promise<Reply> => runWork(scanner, { kind: 'items', items: some }, this.#control);
      const results: ItemResult[] = [];
      try {
        results.push(...this.#take(items, await run(items)));
      } catch {
        // A fault costs one item here as on a worker: which one it is shows when they are examined one by one.
        for (const item of items) results.push(...this.#take([item], await this.#guard(item, scanner, () => run([item]))));
      }
      // Lets signals and timers in, which synchronous reading keeps out.
      await new Promise((resolve) => setImmediate(resolve));
      return results;
    });
  }

  /** Examines a batch of items on a worker. */
  async batch(items: readonly ItemRef[]): Promise<ItemResult[]> {
    const outcome = await (await this.#workers()).run({ kind: 'items', items });
    if (outcome.kind === 'reply') return this.#take(items, outcome.reply);
    if (outcome.kind === 'stopped') return [];
    if (outcome.code === 'timeout' && items.length === 1)
      return [await this.problem(items[0]!, { ...outcome, bytesExamined: 0 })];
    return this.#oneByOne(items);
  }

  /** Examines a large item on as many workers as its format allows. */
  async large(item: ItemRef): Promise<ItemResult[]> {
    const { jobs, limits, settings } = this.#options;
    if (jobs === 1) return this.batch([item]);
    const rangeBytes = Math.min(limits.rangeBytes, Math.max(LEAST_RANGE_BYTES, (item.byteLength ?? 0) / (RANGES_PER_JOB * jobs)));
    const cutting = { rangeBytes: Math.ceil(rangeBytes), probeBytes: limits.probeBytes, from: 0 };
    const outcome = await (await this.#workers()).run({ kind: 'probe', item, cutting });
    if (outcome.kind === 'stopped') return [];
    if (outcome.kind === 'lost') return this.#afterLoss(item, outcome);
    const { reply } = outcome.reply;
    if (reply.kind !== 'cuts') return this.#take([item], outcome.reply);
    this.#note(outcome.reply);
    const { minConfidence, maxLocations, detectors } = settings;
    const breadth = { width: 2 * jobs, minConfidence, maxLocations, detectors: detectors.length };
    const aggregate = await joinRanges(item, reply, this.#rangesOf(item, reply, cutting), breadth, (range) =>
      this.#range({ kind: 'range', ...range }),
    );
    return [rangedResult(item, reply, aggregate, settings)];
  }

  /** The result of an item, or of a place in a listing, of which only its problem is known. */
  problem(item: ItemRef, { code, detail, bytesExamined }: Problem): Promise<ItemResult> {
    const problem: Problem = { code, detail, bytesExamined };
    return this.#inTurn((scanner) => Promise.resolve(scanner.result(item, { bytesFound: item.byteLength ?? 0, problem })));
  }

  /** The path as a baseline writes it, where a part of it has to be masked. */
  maskedPath(path: string): Promise<string | undefined> {
    return this.#inTurn((scanner) => Promise.resolve(scanner.maskedPath(path)));
  }

  stats(): RunStats {
    const workers = this.#pool === undefined ? 0 : this.#options.jobs;
    return { regexEngine: this.#regexEngine, workers, counters: { ...this.#counters }, ...this.#s3 };
  }

  /** Ends within half a second: what is under way answers with what it has. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.all([this.#pool, this.#quarantine].map(async (pool) => (await pool)?.stop()));
  }

  async close(): Promise<void> {
    await Promise.all([this.#pool, this.#quarantine].map(async (pool) => (await pool)?.close()));
  }

  /** All ranges of an item, the next ones being found while those before are examined. */
  async *#rangesOf(item: ItemRef, first: Cuts, cutting: Cutting): AsyncGenerator<ByteRange, void, void> {
    for (let cuts = first; ; ) {
      const from = cuts.next;
      if (from === undefined) return yield* cuts.ranges;
      const more = (await this.#workers()).run({ kind: 'probe', item, cutting: { ...cutting, from } });
      // Whoever takes the ranges may stop before it is asked for.
      more.catch(() => undefined);
      yield* cuts.ranges;
      const outcome = await more;
      if (outcome.kind === 'reply') this.#note(outcome.reply);
      const reply = outcome.kind === 'reply' ? outcome.reply.reply : undefined;
      // Whatever went wrong will show when the rest is examined.
      if (reply?.kind !== 'cuts') return yield { start: from, end: first.byteLength };
      cuts = reply;
    }
  }

  async #range(work: Work & { kind: 'range' }): Promise<RangeAggregate | undefined> {
    let outcome = await (await this.#workers()).run(work);
    if (outcome.kind === 'lost' && outcome.code === 'worker-lost') outcome = await (await this.#apart()).run(work);
    if (outcome.kind === 'stopped') return undefined;
    if (outcome.kind === 'lost') {
      return { ...emptyAggregate(), problem: { code: outcome.code, detail: outcome.detail, bytesExamined: 0 } };
    }
    this.#note(outcome.reply);
    return outcome.reply.reply.kind === 'range' ? outcome.reply.reply.aggregate : undefined;
  }

  async #oneByOne(items: readonly ItemRef[]): Promise<ItemResult[]> {
    const results: ItemResult[] = [];
    for (const item of items) {
      const outcome = await (await this.#apart()).run({ kind: 'items', items: [item] });
      if (outcome.kind === 'stopped') break;
      if (outcome.kind === 'reply') results.push(...this.#take([item], outcome.reply));
      else results.push(await this.problem(item, { ...outcome, bytesExamined: 0 }));
    }
    return results;
  }

  #afterLoss(item: ItemRef, outcome: Outcome & { kind: 'lost' }): Promise<ItemResult[]> {
    if (outcome.code === 'worker-lost') return this.#oneByOne([item]);
    return this.problem(item, { ...outcome, bytesExamined: 0 }).then((result) => [result]);
  }

  /** A bug met on the main thread costs the item as it would on a worker. */
  async #guard(item: ItemRef, scanner: ItemScanner, run: () => Promise<Reply>): Promise<Reply> {
    try {
      return await run();
    } catch (error) {
      const { describeFailure } = await import('../worker/failure.js');
      const problem: Problem = { code: 'worker-lost', detail: describeFailure(error), bytesExamined: 0 };
      const others = [scanner.result(item, { bytesFound: item.byteLength ?? 0, problem })];
      const reply: ItemsReply = { kind: 'items', clean: Float64Array.of(-1), others };
      return { reply, counters: noCounters(), regexEngine: scanner.engine.regexEngine };
    }
  }

  /** Results of the items that were examined: a prefix of `items`. */
  #take(items: readonly ItemRef[], reply: Reply): ItemResult[] {
    this.#note(reply);
    if (reply.reply.kind !== 'items') return [];
    const { clean, others } = reply.reply;
    const results: ItemResult[] = [];
    let next = 0;
    for (const [index, bytes] of clean.entries()) {
      results.push(bytes < 0 ? others[next++]! : cleanResult(items[index]!, bytes));
    }
    return results;
  }

  #note(reply: Reply): void {
    addCounters(this.#counters, reply.counters);
    this.#s3.requests += reply.s3?.requests ?? 0;
    this.#s3.bytesRead += reply.s3?.bytesRead ?? 0;
    this.#regexEngine = reply.regexEngine;
  }

  #workers(): Promise<WorkerPool> {
    this.#pool ??= this.#start(this.#options.jobs);
    return this.#pool;
  }

  #apart(): Promise<WorkerPool> {
    this.#quarantine ??= this.#start(1);
    return this.#quarantine;
  }

  async #start(threads: number): Promise<WorkerPool> {
    const { WorkerPool: Pool } = await import('../worker/pool.js');
    const { settings, limits } = this.#options;
    const { workerFile, stallMs, heapMib } = limits;
    const pool = await Pool.create({ settings, threads, workerFile, stallMs, heapMib });
    if (this.#isStopped) await pool.stop();
    return pool;
  }

  async #inTurn<T>(action: (scanner: ItemScanner) => Promise<T>): Promise<T> {
    const { settings } = this.#options;
    this.#scanner ??= import('../worker/run-task.js').then(({ newScanner }) => newScanner(settings));
    const scanner = await this.#scanner;
    const turn = this.#turn.then(() => action(scanner));
    this.#turn = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  }
}

function cleanResult(item: ItemRef, bytes: number): ItemResult {
  const { path, pathBase64 } = item;
  const clean: ItemResult = { path, bytesFound: bytes, bytesExamined: bytes, degraded: 0, findings: [], problems: [] };
  return pathBase64 === undefined ? clean : { ...clean, pathBase64 };
}
