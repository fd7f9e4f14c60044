/**
 * A look at the first bytes of an item, to find its format. Positional sources are read into one buffer that serves all
 * items, and the reader that follows gets these bytes from there: a small file costs one read and no memory.
 */
import type { ByteSource } from '../core/source.js';
import { HEAD_BYTES, type Head, nested, nesting, readHead } from '../readers/index.js';

/** One more than is looked at, to know whether more follows. */
export const HEAD_BUFFER_BYTES: number = HEAD_BYTES + 1;

/**
 * Synchronous where the source is positional: a promise more for each of many small files would be felt.
 * @param buffer `HEAD_BUFFER_BYTES` of memory; the head lies in it until the next item
 * @throws ItemProblem where the source cannot be read
 */
export function peek(source: ByteSource, buffer: Uint8Array): Head | Promise<Head> {
  if (source.readAt === undefined) return readHead(source, HEAD_BYTES);
  const length = source.readAt(buffer, 0);
  const bytes = buffer.subarray(0, Math.min(length, HEAD_BYTES));
  const headFirst = new HeadFirst(source, buffer, length);
  const depth = nesting(source);
  return { bytes, isWhole: length <= HEAD_BYTES, source: depth === 0 ? headFirst : nested(headFirst, depth) };
}

/** A positional source whose first bytes are in memory. */
class HeadFirst implements ByteSource {
  readonly byteLength?: number;
  readonly storedBytes?: number;
  readonly #source: ByteSource;
  readonly #head: Uint8Array;
  readonly #length: number;

  constructor(source: ByteSource, head: Uint8Array, length: number) {
    this.#source = source;
    this.#head = head;
    this.#length = length;
    if (source.byteLength !== undefined) this.byteLength = source.byteLength;
    // Of what is positional, all that is stored was consumed before.
    if (source.storedBytes !== undefined) this.storedBytes = source.storedBytes;
  }

  readAt(target: Uint8Array, position: number): number {
    const length = this.#length;
    const isWhole = length <= HEAD_BYTES;
    if (position >= length) return isWhole ? 0 : this.#source.readAt!(target, position);
    const part = this.#head.subarray(position, Math.min(length, position + target.length));
    target.set(part);
    if (part.length === target.length || isWhole) return part.length;
    return part.length + this.#source.readAt!(target.subarray(part.length), position + part.length);
  }

  stream(): AsyncIterable<Uint8Array> {
    return this.#source.stream();
  }

  beside(suffix: string): ByteSource | undefined {
    return this.#source.beside?.(suffix);
  }

  verify(): void {
    this.#source.verify?.();
  }

  close(): void {
    this.#source.close();
  }
}
