/**
 * LZ4 blocks (the block format's description of 2022), for every reader that meets them: the libraries at hand look neither at the
 * ends of what they read and write nor at where copies come from.
 */

/** What frames (version 1.6 of the frame format) begin with. */
export const LZ4_MAGIC = 0x184d2204;
/** Set in a block's size where its bytes stand as they are. */
export const LZ4_UNCOMPRESSED = 0x8000_0000;
/** Largest block by the number in the frame's header. */
export const LZ4_BLOCK_BYTES: Readonly<Record<number, number>> = { 4: 64 << 10, 5: 256 << 10, 6: 1 << 20, 7: 4 << 20 };
const SHORTEST_COPY = 4;
/** From here on a call costs less than a loop. */
const LONG_RUN = 32;

/**
 * Decompresses a block behind what is in `target` before `from`, which it may copy from.
 * @param most where it must end at the latest
 * @returns where it ends
 * @throws RangeError where it is damaged or longer
 */
export function unpackLz4Block(block: Uint8Array, target: Uint8Array, from: number, most: number): number {
  let at = 0;
  let to = from;
  while (at < block.length) {
    const token = block[at++]!;
    let literals = token >> 4;
    if (literals === 15) {
      for (let byte = 255; byte === 255; literals += byte) byte = byteOf(block, at++);
    }
    if (at + literals > block.length || to + literals > most) throw new RangeError('literals beyond the end');
    if (literals >= LONG_RUN) target.set(block.subarray(at, at + literals), to);
    else for (let i = 0; i < literals; i++) target[to + i] = block[at + i]!;
    at += literals;
    to += literals;
    if (at === block.length) return to;
    const back = byteOf(block, at) | (byteOf(block, at + 1) << 8);
    at += 2;
    let count = (token & 15) + SHORTEST_COPY;
    if ((token & 15) === 15) {
      for (let byte = 255; byte === 255; count += byte) byte = byteOf(block, at++);
    }
    if (back === 0 || back > to || to + count > most) throw new RangeError('a copy from nowhere');
    const end = to + count;
    if (count >= LONG_RUN && back >= count) target.copyWithin(to, to - back, end - back);
    // Byte by byte: what is copied may be copied again.
    else for (let i = to; i < end; i++) target[i] = target[i - back]!;
    to = end;
  }
  throw new RangeError('a block that does not end with literals');
}

function byteOf(block: Uint8Array, at: number): number {
  const byte = block[at];
  if (byte === undefined) throw new RangeError('ends early');
  return byte;
}
