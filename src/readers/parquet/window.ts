/** A stretch of a file in memory, for whoever reads a chunk from front to back; near and far sources alike. */
import { fillFrom } from '../../core/fill-from.js';
import { ItemProblem } from '../../core/problem.js';
import type { ByteSource } from '../../core/source.js';

/** Bytes that are read at a time: a few pages, or one request. */
const WINDOW_BYTES = 4 * 1024 * 1024;

/** Reads `[start, end)` of a source. @throws ItemProblem `malformed` where it ends before */
export type ReadPart = (start: number, end: number) => Uint8Array | Promise<Uint8Array>;

/** @throws ItemProblem where the source cannot be read */
export function partsOf(source: ByteSource): ReadPart {
  return (start, end) => {
    if (source.readAt === undefined) return source.slice!(start, end).then((bytes) => whole(bytes, end - start));
    const bytes = new Uint8Array(end - start);
    return whole(bytes.subarray(0, fillFrom(source, bytes, start)), end - start);
  };
}

function whole(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length < length) throw new ItemProblem('changed', 'is shorter than it was when it was opened');
  return bytes;
}

export class Window {
  readonly #read: ReadPart;
  #at = 0;
  #bytes: Uint8Array = new Uint8Array(0);

  constructor(read: ReadPart) {
    this.#read = read;
  }

  /** Makes `bytes(from, to)` possible, and with what is read more, where it is worth it, up to `end`. */
  load(from: number, to: number, end: number): Promise<void> | undefined {
    const loaded = this.#at + this.#bytes.length;
    const isNear = from >= this.#at && from <= loaded;
    if (isNear && to <= loaded) return undefined;
    // What is there already is not read again: from far away, each byte counts.
    const kept = isNear ? this.bytes(from, loaded) : new Uint8Array(0);
    const part = this.#read(from + kept.length, Math.min(end, Math.max(to, from + WINDOW_BYTES)));
    if (part instanceof Promise) return part.then((bytes) => this.#take(from, kept, bytes));
    this.#take(from, kept, part);
    return undefined;
  }

  /** What was loaded; it stays as it is. */
  bytes(from: number, to: number): Uint8Array {
    return this.#bytes.subarray(from - this.#at, to - this.#at);
  }

  #take(at: number, kept: Uint8Array, bytes: Uint8Array): void {
    this.#at = at;
    this.#bytes = kept.length === 0 ? bytes : Buffer.concat([kept, bytes]);
  }
}
