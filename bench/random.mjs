/** The random numbers of bench and corpus: the same seed gives the same bytes on every machine, which `Math.random` cannot promise. */

/** sfc32 (Chris Doty-Humphrey, PractRand), seeded from a text by FNV-1a. Not for secrets. */
export class Random {
  #a;
  #b;
  #c;
  #counter;

  /** @param {string} seed any text; equal texts give equal sequences */
  constructor(seed) {
    let hash = 0x811c9dc5;
    for (let i = 0; i < seed.length; i++) hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193);
    this.#a = hash | 0;
    this.#b = Math.imul(hash, 0x85ebca6b) | 0;
    this.#c = Math.imul(hash, 0xc2b2ae35) | 0;
    this.#counter = 1;
    // The first outputs still show the seed.
    for (let i = 0; i < 15; i++) this.#next();
  }

  /** Integer of 32 bits, unsigned. */
  #next() {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** Integer in `[0, limit)`, limit at most 2^32. */
  int(limit) {
    return Math.floor((this.#next() / 4294967296) * limit);
  }

  /** Integer in `[low, high]`. */
  between(low, high) {
    return low + this.int(high - low + 1);
  }

  /** True with probability `share`. */
  chance(share) {
    return this.#next() < share * 4294967296;
  }

  /** @template T @param {ArrayLike<T>} list @returns {T} */
  pick(list) {
    return list[this.int(list.length)];
  }

  /** `length` characters of `alphabet`, which is plain characters without ranges. */
  text(alphabet, length) {
    let out = '';
    for (let i = 0; i < length; i++) out += alphabet[this.int(alphabet.length)];
    return out;
  }

  /** `length` decimal digits. */
  digits(length) {
    return this.text(ALPHABET.digit, length);
  }

  /** `length` bytes. */
  bytes(length) {
    const out = Buffer.alloc(length);
    for (let i = 0; i < length; i++) out[i] = this.int(256);
    return out;
  }
}

/** Alphabets in the order in which their encodings count. */
export const ALPHABET = {
  digit: '0123456789',
  upper: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  lower: 'abcdefghijklmnopqrstuvwxyz',
  hex: '0123456789abcdef',
  base32: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
  base58: '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz',
  base62: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
  base64: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
  base64url: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
};
