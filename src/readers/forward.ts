/** Bytes of a source from front to back, as many at a time as its reader asks for. */
import type { ByteSource } from '../core/source.js';

/** Bytes that are read at a time from where reading is cheap. */
const READ_BYTES = 256 * 1024;

export class Forward {
  /** Offset of the next byte. */
  position = 0;
  #left: Uint8Array = new Uint8Array(0);
  #isEnded = false;
  readonly #source: ByteSource;
  #chunks: AsyncIterator<Uint8Array> | undefined;
  #failure: { readonly error: unknown } | undefined;

  constructor(source: ByteSource) {
    this.#source = source;
  }

  /** Bytes that are there. */
  get ready(): number {
    return this.#left.length;
  }

  /** Gets at least `length` bytes ready, fewer where the source ends; a promise where it has to be waited for. @throws ItemProblem */
  fill(length: number): Promise<void> | undefined {
    while (this.#left.length < length && !this.#isEnded) {
      if (this.#source.readAt === undefined) return this.#fillFromStream(length);
      const bytes = new Uint8Array(Math.max(READ_BYTES, length - this.#left.length));
      const got = this.#source.readAt(bytes, this.position + this.#left.length);
      this.#add(bytes.subarray(0, got), got === 0);
    }
    return undefined;
  }

  /** Takes bytes that are ready; they stay as they are. */
  take(length: number): Uint8Array {
    const taken = this.#left.subarray(0, length);
    this.#left = this.#left.subarray(taken.length);
    this.position += taken.length;
    return taken;
  }

  /** What is ready, without taking it. */
  peek(): Uint8Array {
    return this.#left;
  }

  /** Throws what the source threw, once everything before it was taken. */
  finish(): void {
    if (this.#failure !== undefined) throw this.#failure.error;
  }

  /** Leaves the stream. */
  close(): Promise<void> | undefined {
    if (this.#chunks === undefined || this.#isEnded) return undefined;
    return Promise.resolve(this.#chunks.return?.()).then(() => undefined);
  }

  async #fillFromStream(length: number): Promise<void> {
    this.#chunks ??= this.#source.stream()[Symbol.asyncIterator]();
    while (this.#left.length < length && !this.#isEnded) {
      try {
        const next = await this.#chunks.next();
        // A source may use its buffer again.
        this.#add(next.done ? new Uint8Array(0) : Uint8Array.from(next.value), next.done === true);
      } catch (error) {
        this.#failure = { error };
        this.#isEnded = true;
      }
    }
  }

  #add(bytes: Uint8Array, isEnd: boolean): void {
    this.#isEnded = isEnd;
    this.#left = this.#left.length === 0 ? bytes : Buffer.concat([this.#left, bytes]);
  }
}
