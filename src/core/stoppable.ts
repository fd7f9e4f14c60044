/** A stream of the caller's, left at once when the run is stopped: its owner may never give another piece of it. */
import { INTERRUPTED, ItemProblem } from './problem.js';

/** How pieces are asked for, and how whoever gives them is told that no more are wanted. */
interface Input<T> {
  next(): Promise<IteratorResult<T, unknown>>;
  /** Does not wait for a piece that is under way. */
  end(): Promise<unknown>;
}

/**
 * The pieces of a stream until the signal is aborted. Then the stream is destroyed, cancelled or returned, also where it waits, and
 * where it was not begun. Whoever stops early calls `return`, as a loop does.
 * @param onStop called where a piece is asked for or waited for when the signal is aborted
 * @throws ItemProblem `limit` from `next` once the signal is aborted; else what the stream throws
 */
export function stoppable<T>(
  stream: AsyncIterable<T>,
  signal: AbortSignal | undefined,
  onStop: () => void = () => undefined,
): AsyncIterableIterator<T> {
  let input: Input<T> | undefined;
  const open = (): Input<T> => (input ??= inputOf(stream));
  const leave = (): void => {
    // What the stream says to its end concerns nobody: the run is over.
    Promise.resolve()
      .then(() => open().end())
      .catch(() => undefined);
  };
  const stop = (): void => {
    onStop();
    leave();
  };
  const next = async (): Promise<IteratorResult<T, undefined>> => {
    const step = await (signal === undefined ? open().next() : nextOrStop(open(), signal, stop));
    return step.done ? { done: true, value: undefined } : step;
  };
  const iterator: AsyncIterableIterator<T> = {
    next,
    async return() {
      if (signal?.aborted) leave();
      else await open().end();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}

/** A listener for each piece, since one promise for all of them would keep a reaction of each. */
function nextOrStop<T>(input: Input<T>, signal: AbortSignal, onStop: () => void): Promise<IteratorResult<T, unknown>> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      onStop();
      reject(new ItemProblem('limit', INTERRUPTED));
    };
    if (signal.aborted) return stop();
    const settled = (): void => signal.removeEventListener('abort', stop);
    signal.addEventListener('abort', stop, { once: true });
    input.next().then(resolve, reject).finally(settled);
  });
}

function inputOf<T>(stream: AsyncIterable<T>): Input<T> {
  if (isWebStream<T>(stream)) {
    // Its iterator would queue an end behind the piece that it waits for.
    const reader = stream.getReader();
    return { next: () => reader.read() as Promise<IteratorResult<T, unknown>>, end: () => reader.cancel() };
  }
  const iterator = stream[Symbol.asyncIterator]();
  return {
    next: () => iterator.next(),
    async end() {
      if ('destroy' in stream && typeof stream.destroy === 'function') stream.destroy();
      await iterator.return?.();
    },
  };
}

function isWebStream<T>(stream: AsyncIterable<T>): stream is ReadableStream<T> & AsyncIterable<T> {
  return 'getReader' in stream && typeof stream.getReader === 'function';
}
