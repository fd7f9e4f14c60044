/** Takes a stream apart by numbers of bytes, for formats made of headers that say how much follows. */

const NOTHING = new Uint8Array(0);

export class ByteReader {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #piece: Uint8Array = NOTHING;
  #isDone = false;
  /** Bytes taken. */
  position = 0;

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  /** The next `length` bytes, less only at the stream's end; valid until the next call. @throws what the stream throws */
  async take(length: number): Promise<Uint8Array> {
    if (this.#piece.length < length) await this.#gather(length);
    return this.#advance(length);
  }

  /** What is at hand of the next bytes, `most` of them at most; empty only at the stream's end. @throws what the stream throws */
  async some(most: number): Promise<Uint8Array> {
    if (this.#piece.length === 0) await this.#gather(1);
    return this.#advance(most);
  }

  /** Passes over bytes; returns how many there were. @throws what the stream throws */
  async skip(length: number): Promise<number> {
    let left = length;
    while (left > 0) {
      const { length: got } = await this.some(left);
      if (got === 0) break;
      left -= got;
    }
    return length - left;
  }

  /** Leaves the stream. */
  async close(): Promise<void> {
    if (!this.#isDone) await this.#pieces.return?.();
    this.#isDone = true;
  }

  #advance(length: number): Uint8Array {
    const bytes = this.#piece.subarray(0, length);
    this.#piece = this.#piece.subarray(bytes.length);
    this.position += bytes.length;
    return bytes;
  }

  /** Has at least `length` bytes at hand, where there are so many. */
  async #gather(length: number): Promise<void> {
    // A source may use its buffer again, so what is left of a piece is copied before the next is asked for.
    const parts: Uint8Array[] = [Uint8Array.from(this.#piece)];
    let size = this.#piece.length;
    while (size < length && !this.#isDone) {
      const next = await this.#next();
      if (next.done) {
        this.#isDone = true;
        break;
      }
      size += next.value.length;
      parts.push(size < length ? Uint8Array.from(next.value) : next.value);
    }
    this.#piece = parts.length === 2 && parts[0]!.length === 0 ? parts[1]! : Buffer.concat(parts);
  }

  async #next(): Promise<IteratorResult<Uint8Array>> {
    try {
      return await this.#pieces.next();
    } catch (error) {
      this.#isDone = true;
      throw error;
    }
  }
}
