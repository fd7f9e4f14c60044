/** Standard input: one item named `-`, a stream without length. It belongs to the process and is read on the main thread. */
import { ItemProblem } from '../core/problem.js';
import type { ByteSource, ItemRef } from '../core/source.js';
import { describeSystemError } from './system-error.js';

export const STDIN_ITEM: ItemRef = { source: 'stdin', locator: '-', path: '-' };

/** @param input default `process.stdin`; it can be read once */
export function openStdin(input: AsyncIterable<Uint8Array | string> = process.stdin): ByteSource {
  return {
    stream: () => pieces(input),
    close: () => undefined,
  };
}

async function* pieces(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array, void, void> {
  const iterator = input[Symbol.asyncIterator]();
  for (;;) {
    const step = await next(iterator);
    if (step.done) return;
    yield typeof step.value === 'string' ? Buffer.from(step.value, 'utf8') : step.value;
  }
}

async function next(iterator: AsyncIterator<Uint8Array | string>): Promise<IteratorResult<Uint8Array | string>> {
  try {
    return await iterator.next();
  } catch (error) {
    throw new ItemProblem('unreadable', describeSystemError(error));
  }
}
