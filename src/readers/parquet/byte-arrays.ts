/**
 * Texts of a page as they stand in it, each with its length before it (encoding PLAIN of BYTE_ARRAY). An array of views of three million short texts
 * takes 600 MB, and a dictionary is held as long as its column is read.
 */
const LENGTH_BYTES = 4;

export class ByteArrays {
  readonly length: number;
  readonly #page: Uint8Array;
  /** Offset of each one's length, and of the end. */
  readonly #starts: Uint32Array;

  /** @throws RangeError where the page has fewer of them */
  constructor(page: Uint8Array, count: number) {
    this.length = count;
    this.#page = page;
    this.#starts = new Uint32Array(count + 1);
    const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
    let at = 0;
    for (let i = 0; i < count; i++) {
      this.#starts[i] = at;
      at += LENGTH_BYTES + view.getUint32(at, true);
      if (at > page.length) throw new RangeError('a text that ends behind its page');
    }
    this.#starts[count] = at;
  }

  at(index: number): Uint8Array {
    return this.#page.subarray(this.#starts[index]! + LENGTH_BYTES, this.#starts[index + 1]!);
  }
}

/** Values of a page, by their index. */
export type PageValues = ArrayLike<unknown> | ByteArrays;

export function valueAt(values: PageValues): (index: number) => unknown {
  return values instanceof ByteArrays ? (index) => values.at(index) : (index) => values[index];
}
