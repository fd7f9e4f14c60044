/**
 * Reads Avro's binary encoding (specification 1.11, "Binary encoding"), value by value. Ours, because avsc reads on behind the end
 * of its bytes: a damaged count asks it for any number of items. It reads the schema.
 */
import { ItemProblem } from '../../core/problem.js';

/** Bytes of a 64-bit number at most. */
const MOST_VARINT_BYTES = 10;

export class Decoder {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.#bytes.length - this.at;
  }

  /** An `int` or `long`: a `bigint` only where it fits no double. @throws ItemProblem `malformed` */
  long(): number | bigint {
    // Up to 28 bits without arithmetic of 64.
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.#byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return (value >>> 1) ^ -(value & 1);
    }
    let wide = BigInt(value);
    for (let count = 4; count < MOST_VARINT_BYTES; count++) {
      const byte = this.#byte();
      wide |= BigInt(byte & 0x7f) << BigInt(7 * count);
      if (byte >= 0x80) continue;
      const number = BigInt.asIntN(64, (wide >> 1n) ^ -(wide & 1n));
      return Number.isSafeInteger(Number(number)) ? Number(number) : number;
    }
    throw damage();
  }

  /** A count or length. @throws ItemProblem `malformed` */
  count(): number {
    const count = this.long();
    if (typeof count === 'bigint') throw damage();
    return count;
  }

  /** Bytes with their length before them. @throws ItemProblem `malformed` */
  bytes(): Uint8Array {
    return this.fixed(this.count());
  }

  /** @throws ItemProblem `malformed` */
  fixed(length: number): Uint8Array {
    if (length < 0 || length > this.left) throw damage();
    const start = this.at;
    this.at += length;
    return this.#bytes.subarray(start, this.at);
  }

  double(): number {
    this.#need(8);
    this.at += 8;
    return this.#view.getFloat64(this.at - 8, true);
  }

  float(): number {
    this.#need(4);
    this.at += 4;
    return this.#view.getFloat32(this.at - 4, true);
  }

  boolean(): boolean {
    return this.#byte() !== 0;
  }

  #byte(): number {
    const byte = this.#bytes[this.at++];
    if (byte === undefined) throw damage();
    return byte;
  }

  #need(length: number): void {
    if (length > this.left) throw damage();
  }
}

export function damage(): ItemProblem {
  return new ItemProblem('malformed', 'a block of records is damaged');
}
