/** A stretch of a file in memory, for whoever reads a chunk from front to back; near and far sources alike. */
import type { ReadPart } from '../parts.js';

/** Bytes that are read at a time: a few pages, or one request. */
const WINDOW_BYTES = 4 * 1024 * 1024;

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
