/** Parts of a source by their place, near and far alike: a far one is waited for. */
import { fillFrom } from '../core/fill-from.js';
import { ItemProblem } from '../core/problem.js';
import type { ByteSource } from '../core/source.js';
import { awaited } from './awaited.js';

/** Reads `[start, end)` of a source. @throws ItemProblem `changed` where it ends before */
export type ReadPart = (start: number, end: number) => Uint8Array | Promise<Uint8Array>;

/** @throws ItemProblem where the source cannot be read */
export function partsOf(source: ByteSource): ReadPart {
  return (start, end) => {
    if (source.readAt === undefined) return source.slice!(start, end).then((bytes) => whole(bytes, end - start));
    const bytes = new Uint8Array(end - start);
    return whole(bytes.subarray(0, fillFrom(source, bytes, start)), end - start);
  };
}

/** A part for a reader that goes by steps; a promise is yielded where it has to be waited for. */
export function* readPart(read: ReadPart, start: number, end: number): Generator<Promise<void>, Uint8Array, void> {
  const part = read(start, end);
  return part instanceof Promise ? yield* awaited(part) : part;
}

function whole(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length < length) throw new ItemProblem('changed', 'is shorter than it was when it was opened');
  return bytes;
}
