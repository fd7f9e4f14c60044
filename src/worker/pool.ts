/**
 * The worker threads. The only file that knows piscina, which is loaded when the first worker is needed. A task that
 * fails is answered with data that says how; what to do about it is not decided here.
 */
import type { Piscina } from 'piscina';
import { InternalError } from '../core/errors.js';
import { describeFailure } from './failure.js';
import type { WorkerSettings } from './settings.js';
import { type Reply, STOP_CELL, type Work, type WorkerData } from './task.js';

/** Memory of a worker for what it has just made: a larger one is filled before it is cleaned, in each of them. */
const YOUNG_MIB = 16;
/** Time in ms that workers have to answer with what they have once they are told to stop. */
const STOP_GRACE_MS = 500;

/** How a task ended. */
export type Outcome =
  | { readonly kind: 'reply'; readonly reply: Reply }
  /** The worker is gone; `detail` says how, in our words. */
  | { readonly kind: 'lost'; readonly code: 'worker-lost' | 'timeout'; readonly detail: string }
  /** The scan was stopped before the task was answered. */
  | { readonly kind: 'stopped' };

export interface PoolOptions {
  readonly settings: WorkerSettings;
  readonly threads: number;
  /** Module whose `run` answers tasks. */
  readonly workerFile: URL;
  /** A task without progress for this time in ms is given up. */
  readonly stallMs: number;
  /** Heap of a worker. */
  readonly heapMib: number;
}

/** A task that is under way, as the watch sees it. */
interface Watched {
  readonly cell: number;
  readonly abort: AbortController;
  beats: number;
  since: number;
  isStalled: boolean;
}

export class WorkerPool {
  readonly #piscina: Piscina<unknown, Reply>;
  readonly #cells: Int32Array;
  readonly #freeCells: number[] = [];
  /** Tasks that wait for a cell, in order: it is handed on, so that none that comes later takes it. */
  readonly #waiting: ((cell: number | undefined) => void)[] = [];
  readonly #watched = new Set<Watched>();
  readonly #watch: NodeJS.Timeout;
  readonly #stallMs: number;
  /**
   * Ends of the tasks under way, called when workers cannot even start: the tasks would wait for ever. No promise that all of
   * them race with, because it would keep every answer for as long as the pool lives.
   */
  readonly #ends = new Set<(error: InternalError) => void>();
  #startError: InternalError | undefined;
  #isStopped = false;

  static async create(options: PoolOptions): Promise<WorkerPool> {
    const { Piscina } = await import('piscina');
    return new WorkerPool(Piscina, options);
  }

  private constructor(PiscinaClass: typeof Piscina, { settings, threads, workerFile, stallMs, heapMib }: PoolOptions) {
    // One cell for each task under way and one waiting behind it, so that no worker waits for the main thread.
    const tasks = 2 * threads;
    const control = new SharedArrayBuffer(4 * (1 + tasks));
    this.#cells = new Int32Array(control);
    for (let cell = tasks; cell >= 1; cell--) this.#freeCells.push(cell);
    const workerData: WorkerData = { settings, control };
    this.#piscina = new PiscinaClass({
      filename: workerFile.href,
      name: 'run',
      minThreads: threads,
      maxThreads: threads,
      maxQueue: tasks,
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: heapMib, maxYoungGenerationSizeMb: YOUNG_MIB },
    });
    this.#piscina.on('error', (error: unknown) => {
      // A worker that was ready and failed between two tasks is replaced by piscina; one that never got ready is not.
      setImmediate(() => {
        if (this.#piscina.threads.length > 0) return;
        this.#startError = new InternalError('the workers could not start', { cause: error });
        for (const end of this.#ends) end(this.#startError);
      });
    });
    this.#stallMs = stallMs;
    this.#watch = setInterval(() => this.#look(), Math.max(10, Math.min(1000, stallMs / 4)));
    this.#watch.unref();
  }

  /**
   * Runs one task; waits its turn where many are under way.
   * @throws InternalError where workers cannot start
   */
  async run(work: Work): Promise<Outcome> {
    if (this.#isStopped) return { kind: 'stopped' };
    const cell = this.#freeCells.pop() ?? (await new Promise<number | undefined>((resolve) => this.#waiting.push(resolve)));
    if (cell === undefined || this.#isStopped) return { kind: 'stopped' };
    const watched: Watched = { cell, abort: new AbortController(), beats: 0, since: performance.now(), isStalled: false };
    Atomics.store(this.#cells, cell, 0);
    this.#watched.add(watched);
    try {
      const answer = this.#piscina.run({ work, cell }, { signal: watched.abort.signal });
      return { kind: 'reply', reply: await this.#unlessBroken(answer) };
    } catch (error) {
      if (error instanceof InternalError) throw error;
      if (watched.isStalled) return { kind: 'lost', code: 'timeout', detail: `no progress for ${this.#stallMs / 1000} s` };
      return this.#isStopped ? { kind: 'stopped' } : { kind: 'lost', code: 'worker-lost', detail: describeFailure(error) };
    } finally {
      this.#watched.delete(watched);
      const next = this.#waiting.shift();
      if (next) next(cell);
      else this.#freeCells.push(cell);
    }
  }

  async #unlessBroken(answer: Promise<Reply>): Promise<Reply> {
    let end: ((error: InternalError) => void) | undefined;
    try {
      return await new Promise((resolve, reject) => {
        end = reject;
        this.#ends.add(end);
        answer.then(resolve, reject);
        if (this.#startError !== undefined) end(this.#startError);
      });
    } finally {
      if (end !== undefined) this.#ends.delete(end);
    }
  }

  /** Tells workers to answer with what they have; those that do not within half a second are ended. */
  async stop(): Promise<void> {
    if (this.#isStopped) return;
    this.#isStopped = true;
    Atomics.store(this.#cells, STOP_CELL, 1);
    for (const wake of this.#waiting.splice(0)) wake(undefined);
    const grace = new Promise((resolve) => setTimeout(resolve, STOP_GRACE_MS).unref());
    await Promise.race([grace, this.#idle()]);
    await this.close();
  }

  /** Ends all workers. */
  async close(): Promise<void> {
    clearInterval(this.#watch);
    this.#isStopped = true;
    await this.#piscina.destroy();
  }

  async #idle(): Promise<void> {
    while (this.#watched.size > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  /** Gives up tasks that were begun and do not get on. A slow file gets on; a stuck one does not. */
  #look(): void {
    const now = performance.now();
    for (const watched of this.#watched) {
      const beats = Atomics.load(this.#cells, watched.cell);
      const isWaiting = beats === 0;
      if (isWaiting || beats !== watched.beats) {
        watched.beats = beats;
        watched.since = now;
      } else if (now - watched.since >= this.#stallMs) {
        watched.isStalled = true;
        watched.abort.abort();
      }
    }
  }
}
