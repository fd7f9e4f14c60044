/**
 * LZ4 frames (version 1.6 of the frame format) that are decompressed at once, into no more memory than is allowed. Checksums are
 * not looked at.
 */
import { LZ4_BLOCK_BYTES, LZ4_MAGIC, LZ4_UNCOMPRESSED, unpackLz4Block } from './lz4-block.js';

/** @param most bytes that may come out @throws RangeError where the data is damaged or longer */
export function unpackLz4Frame(bytes: Uint8Array, most: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const flags = view.getUint8(4);
  const largest = LZ4_BLOCK_BYTES[(view.getUint8(5) >> 4) & 7];
  if (view.getUint32(0, true) !== LZ4_MAGIC || largest === undefined) throw new RangeError('no frame');
  const begin = 7 + ((flags & 8) === 0 ? 0 : 8) + ((flags & 1) === 0 ? 0 : 4);
  const behind = (flags & 0x10) === 0 ? 0 : 4;
  const blocks: { readonly at: number; readonly size: number; readonly isPlain: boolean }[] = [];
  for (let at = begin; ; ) {
    const word = view.getUint32(at, true);
    if (word === 0) break;
    const size = word & ~LZ4_UNCOMPRESSED;
    blocks.push({ at: at + 4, size, isPlain: word >= LZ4_UNCOMPRESSED });
    at += 4 + size + behind;
  }
  const target = new Uint8Array(Math.min(most, blocks.length * largest));
  let filled = 0;
  for (const { at, size, isPlain } of blocks) {
    const block = bytes.subarray(at, at + size);
    if (block.length < size || filled + (isPlain ? size : 0) > target.length) throw new RangeError('ends early');
    if (isPlain) target.set(block, filled);
    filled = isPlain ? filled + size : unpackLz4Block(block, target, filled, target.length);
  }
  return target.subarray(0, filled);
}
