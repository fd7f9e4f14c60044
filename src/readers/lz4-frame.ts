/**
 * LZ4 frames (version 1.6 of the frame format) that are decompressed at once, into no more memory than is allowed. Checksums are
 * not looked at.
 */

const MAGIC = 0x184d2204;
const UNCOMPRESSED = 0x8000_0000;
/** Largest block by the number in the frame's header. */
const BLOCK_BYTES: Readonly<Record<number, number>> = { 4: 64 << 10, 5: 256 << 10, 6: 1 << 20, 7: 4 << 20 };
const SHORTEST_COPY = 4;

/** @param most bytes that may come out @throws RangeError where the data is damaged or longer */
export function unpackLz4Frame(bytes: Uint8Array, most: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const flags = view.getUint8(4);
  const largest = BLOCK_BYTES[(view.getUint8(5) >> 4) & 7];
  if (view.getUint32(0, true) !== MAGIC || largest === undefined) throw new RangeError('no frame');
  const begin = 7 + ((flags & 8) === 0 ? 0 : 8) + ((flags & 1) === 0 ? 0 : 4);
  const behind = (flags & 0x10) === 0 ? 0 : 4;
  const blocks: { readonly at: number; readonly size: number; readonly isPlain: boolean }[] = [];
  for (let at = begin; ; ) {
    const word = view.getUint32(at, true);
    if (word === 0) break;
    const size = word & ~UNCOMPRESSED;
    blocks.push({ at: at + 4, size, isPlain: word >= UNCOMPRESSED });
    at += 4 + size + behind;
  }
  const target = new Uint8Array(Math.min(most, blocks.length * largest));
  let filled = 0;
  for (const { at, size, isPlain } of blocks) {
    const block = bytes.subarray(at, at + size);
    if (block.length < size || filled + (isPlain ? size : 0) > target.length) throw new RangeError('ends early');
    if (isPlain) target.set(block, filled);
    filled = isPlain ? filled + size : unpackBlock(block, target, filled);
  }
  return target.subarray(0, filled);
}

/** Returns where the block ends in `target`. Blocks may copy from those before them. */
function unpackBlock(block: Uint8Array, target: Uint8Array, from: number): number {
  let at = 0;
  let to = from;
  const length = (first: number): number => {
    let sum = first;
    for (let byte = first === 15 ? 255 : 0; byte === 255; sum += byte) {
      byte = block[at++] ?? 0;
    }
    return sum;
  };
  while (at < block.length) {
    const token = block[at++]!;
    const literals = length(token >> 4);
    if (at + literals > block.length || to + literals > target.length) throw new RangeError('literals beyond the end');
    target.set(block.subarray(at, at + literals), to);
    at += literals;
    to += literals;
    if (at >= block.length) break;
    const back = block[at]! | ((block[at + 1] ?? 0) << 8);
    at += 2;
    const count = length(token & 15) + SHORTEST_COPY;
    if (back === 0 || back > to || to + count > target.length) throw new RangeError('a copy from nowhere');
    // Byte by byte: what is copied may be copied again.
    for (const end = to + count; to < end; to++) target[to] = target[to - back]!;
  }
  return to;
}
