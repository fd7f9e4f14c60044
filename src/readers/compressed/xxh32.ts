/** The checksum of LZ4 frames (xxHash, XXH32 with seed 0), of bytes that come in pieces: packages here have it for whole ones only. */

const PRIME_1 = 0x9e3779b1;
const PRIME_2 = 0x85ebca77;
const PRIME_3 = 0xc2b2ae3d;
const PRIME_4 = 0x27d4eb2f;
const PRIME_5 = 0x165667b1;
/** Four lanes take four bytes each. */
const STRIPE_BYTES = 16;

function rotate(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by));
}

function round(lane: number, word: number): number {
  return Math.imul(rotate((lane + Math.imul(word, PRIME_2)) | 0, 13), PRIME_1);
}

export class Xxh32 {
  #lanes: [number, number, number, number] = [(PRIME_1 + PRIME_2) | 0, PRIME_2 | 0, 0, -PRIME_1 | 0];
  readonly #rest = Buffer.alloc(STRIPE_BYTES);
  #restLength = 0;
  #length = 0;

  update(bytes: Uint8Array): this {
    this.#length += bytes.length;
    let at = 0;
    if (this.#restLength > 0) {
      at = Math.min(STRIPE_BYTES - this.#restLength, bytes.length);
      this.#rest.set(bytes.subarray(0, at), this.#restLength);
      this.#restLength += at;
      if (this.#restLength < STRIPE_BYTES) return this;
      this.#stripes(this.#rest, 0, 1);
      this.#restLength = 0;
    }
    const whole = Math.floor((bytes.length - at) / STRIPE_BYTES);
    this.#stripes(bytes, at, whole);
    const tail = bytes.subarray(at + whole * STRIPE_BYTES);
    this.#rest.set(tail);
    this.#restLength = tail.length;
    return this;
  }

  /** As an unsigned number. */
  digest(): number {
    const [a, b, c, d] = this.#lanes;
    let hash = this.#length >= STRIPE_BYTES ? rotate(a, 1) + rotate(b, 7) + rotate(c, 12) + rotate(d, 18) : (PRIME_5 as number);
    hash = (hash + this.#length) | 0;
    let at = 0;
    for (; at + 4 <= this.#restLength; at += 4)
      hash = Math.imul(rotate((hash + Math.imul(this.#rest.readInt32LE(at), PRIME_3)) | 0, 17), PRIME_4);
    for (; at < this.#restLength; at++) hash = Math.imul(rotate((hash + Math.imul(this.#rest[at]!, PRIME_5)) | 0, 11), PRIME_1);
    hash = Math.imul(hash ^ (hash >>> 15), PRIME_2);
    hash = Math.imul(hash ^ (hash >>> 13), PRIME_3);
    return (hash ^ (hash >>> 16)) >>> 0;
  }

  #stripes(bytes: Uint8Array, from: number, count: number): void {
    let [a, b, c, d] = this.#lanes;
    const word = (at: number): number => bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    for (let at = from; at < from + count * STRIPE_BYTES; at += STRIPE_BYTES) {
      a = round(a, word(at));
      b = round(b, word(at + 4));
      c = round(c, word(at + 8));
      d = round(d, word(at + 12));
    }
    this.#lanes = [a, b, c, d];
  }
}
