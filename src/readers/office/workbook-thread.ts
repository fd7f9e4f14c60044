/** The thread on which old workbooks are read: with little memory of its own, and given up where it does not answer. */
import { Worker } from 'node:worker_threads';
import { ItemProblem } from '../../core/problem.js';
import type { Answer, Request } from './workbook-entry.js';
import type { WorkbookPart } from './workbook-package.js';

/**
 * Heap in MiB: a number takes 550 bytes of it, a text of 22 characters that no other cell has 730, so 240,000 of them fit. What a damaged length asks for ends here, whatever the machine; time
 * would depend on it.
 */
const HEAP_MIB = 176;
/** What the package throws away at once. */
const YOUNG_MIB = 8;
/** Time in ms without an answer: the last resort, for what needs no memory. The slowest workbook within the limits takes a quarter. */
const MOST_MS = 60_000;

export interface ThreadOptions {
  readonly file: URL;
  readonly heapMib: number;
  readonly mostMs: number;
}

const DEFAULTS: ThreadOptions = {
  file: new URL('./workbook-entry.js', import.meta.url),
  heapMib: HEAP_MIB,
  mostMs: MOST_MS,
};

/** The last one that was done with its workbook: starting one and loading the package takes longer than most workbooks do. */
let idle: WorkbookThread | undefined;

/** A thread that reads nothing at the moment. */
export function takeThread(): WorkbookThread {
  const thread = idle ?? new WorkbookThread();
  idle = undefined;
  return thread;
}

export class WorkbookThread {
  readonly #worker: Worker;
  readonly #options: ThreadOptions;
  #isUsable = true;

  constructor(options: Partial<ThreadOptions> = {}) {
    this.#options = { ...DEFAULTS, ...options };
    this.#worker = new Worker(this.#options.file, {
      resourceLimits: { maxOldGenerationSizeMb: this.#options.heapMib, maxYoungGenerationSizeMb: YOUNG_MIB },
    });
    this.#worker.unref();
  }

  /**
   * All values of a workbook, of which `bytes` are taken over.
   * @throws ItemProblem as `readWithPackage`; `limit` where it needs more memory, `timeout` where it does not get on
   */
  async *read(bytes: Uint8Array<ArrayBuffer>, everyValue: boolean): AsyncGenerator<WorkbookPart, void, void> {
    let request: Request = { kind: 'read', bytes, everyValue };
    let isDone = false;
    try {
      for (;;) {
        const answer = await this.#ask(request, request.kind === 'read' ? [bytes.buffer] : []);
        isDone = answer.kind !== 'part';
        if (answer.kind === 'problem') throw new ItemProblem(answer.code, answer.detail);
        if (answer.kind === 'end') return;
        yield answer.part;
        request = { kind: 'more' };
      }
    } finally {
      // Left in the middle of a workbook, it would answer the next one with this one's values.
      if (!isDone) await this.#end();
    }
  }

  /** To be called when nothing more is read. */
  release(): void {
    if (!this.#isUsable) return;
    if (idle === undefined) idle = this;
    else void this.#end();
  }

  async #end(): Promise<void> {
    this.#isUsable = false;
    await this.#worker.terminate();
  }

  #ask(request: Request, moved: ArrayBuffer[]): Promise<Answer> {
    const worker = this.#worker;
    const { mostMs } = this.#options;
    return new Promise<Answer>((resolve, reject) => {
      const timer = setTimeout(() => fail(new ItemProblem('timeout', `no progress for ${mostMs / 1000} s`)), mostMs);
      const settle = (): void => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit).unref();
      };
      const onMessage = (answer: Answer): void => {
        settle();
        resolve(answer);
      };
      const fail = (error: unknown): void => {
        settle();
        reject(error);
      };
      const onError = (error: unknown): void => {
        const isFull = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        fail(isFull ? new ItemProblem('limit', 'the workbook needs more memory than it is given') : error);
      };
      const onExit = (): void => fail(new Error('the thread for old workbooks ended'));
      // While it is asked, the process waits for it.
      worker.on('message', onMessage).on('error', onError).on('exit', onExit).ref();
      worker.postMessage(request, moved);
    });
  }
}
