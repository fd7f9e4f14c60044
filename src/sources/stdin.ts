/** Standard input: one item named `-`, a stream without length. It belongs to the process and is read on the main thread. */
import { ItemProblem } from '../core/problem.js';
import type { ByteSource, ItemRef } from '../core/source.js';
import { stoppable } from '../core/stoppable.js';
import { describeSystemError } from './system-error.js';

export const STDIN_ITEM: ItemRef = { source: 'stdin', locator: '-', path: '-' };

/**
 * @param input default `process.stdin`; it can be read once
 * @param signal ends a wait for it
 */
export function openStdin(input: AsyncIterable<Uint8Array | string> = process.stdin, signal?: AbortSignal): ByteSource {
  return {
    stream: () => pieces(stoppable(input, signal)),
    close: () => undefined,
  };
}

async function* pieces(iterator: AsyncIterator<Uint8Array | string>): AsyncGenerator<Uint8Array, void, void> {
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
    if (error instanceof ItemProblem) throw error;
    throw new ItemProblem('unreadable', describeSystemError(error));
  }
}
