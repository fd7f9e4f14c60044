/**
 * Numbers as Parquet packs levels and dictionary indexes: runs of one number, and groups of eight of a few bits each. Ours, because
 * hyparquet's fills an ordinary array as far as a damaged run says, and one wrong bit asks for gigabytes.
 */

/** Longest varint that is a 32-bit number. */
const VARINT_BITS = 35;

/** Where numbers are read from, and how far. */
export interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
}

/** @throws RangeError where the bytes end inside it or it is longer than 32 bits */
export function readVarint(cursor: Cursor): number {
  let value = 0;
  for (let shift = 0; shift < VARINT_BITS; shift += 7) {
    const byte = byteAt(cursor);
    value |= (byte & 0x7f) << shift;
    if ((byte & 0x80) === 0) return value >>> 0;
  }
  throw new RangeError('a number of more than 32 bits');
}

/**
 * Fills `target`; the cursor is then behind the last run that was looked at.
 * @param bitWidth of each number, at most 32
 * @throws RangeError where the bytes end before it is full
 */
export function readRuns(cursor: Cursor, bitWidth: number, target: Uint8Array | Uint32Array): void {
  if (bitWidth > 32) throw new RangeError('numbers of more than 32 bits');
  for (let filled = 0; filled < target.length; ) {
    const header = readVarint(cursor);
    if ((header & 1) === 0) {
      const end = Math.min(target.length, filled + (header >>> 1));
      target.fill(readRepeated(cursor, bitWidth), filled, end);
      filled = end;
    } else {
      filled = readPacked(cursor, bitWidth, target, filled, (header >>> 1) * 8);
    }
  }
}

function readRepeated(cursor: Cursor, bitWidth: number): number {
  let value = 0;
  for (let shift = 0; shift < bitWidth; shift += 8) value |= byteAt(cursor) << shift;
  return value >>> 0;
}

/** Returns how far `target` is filled. The last group may be cut where no number of it is needed. */
function readPacked(cursor: Cursor, bitWidth: number, target: Uint8Array | Uint32Array, from: number, count: number): number {
  const { bytes } = cursor;
  const end = Math.min(target.length, from + count);
  const begin = cursor.at;
  if (begin + Math.ceil(((end - from) * bitWidth) / 8) > bytes.length) throw new RangeError('packed numbers end early');
  let bit = 0;
  for (let i = from; i < end; i++) {
    let value = 0;
    for (let got = 0; got < bitWidth; ) {
      const left = 8 - (bit & 7);
      const take = Math.min(left, bitWidth - got);
      value |= ((bytes[begin + (bit >>> 3)]! >>> (bit & 7)) & ((1 << take) - 1)) << got;
      got += take;
      bit += take;
    }
    target[i] = value;
  }
  cursor.at = Math.min(bytes.length, begin + (count * bitWidth) / 8);
  return end;
}

function byteAt(cursor: Cursor): number {
  const byte = cursor.bytes[cursor.at++];
  if (byte === undefined) throw new RangeError('the bytes end early');
  return byte;
}
