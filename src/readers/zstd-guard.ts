/**
 * Looks through Zstandard data for what fzstd 0.1.1 would never come back from: lengths of a Huffman table (RFC 8878, section
 * 4.2.1) whose bits stand still, so that it writes weights for ever. A single flipped bit does it.
 */

/** A symbol's weight is one byte, and there are no more symbols. */
const MOST_WEIGHTS = 256;
/** The longest table of weights. */
const MOST_ACCURACY = 6;
export const ZSTD_MAGIC = 0xfd2fb528;
const RUN_BLOCK = 1;
const COMPRESSED_BLOCK = 2;
const RESERVED_BLOCK = 3;
/** Largest block, decompressed or not. */
const MOST_BLOCK_BYTES = 128 * 1024;
export const ZSTD_BLOCK_HEAD_BYTES = 3;
const COMPRESSED_LITERALS = 2;

/** Whether the frames in `bytes` can be given to the decoder; what else is wrong with them it says itself. */
export function isDecodable(bytes: Uint8Array): boolean {
  for (const { head, content } of blocksOf(bytes)) if (head.isCompressed && !isBlockDecodable(content)) return false;
  return true;
}

/** What stands before a block (section 3.1.1.2). */
export interface ZstdBlockHead {
  readonly isLast: boolean;
  readonly isCompressed: boolean;
  /** Of a kind that there is, and no larger than one may be. */
  readonly isAllowed: boolean;
  /** Bytes of its content as they are stored. */
  readonly stored: number;
  /** The most bytes that may come out. */
  readonly most: number;
}

/** Reads the head of the block at `at`, of which three bytes must be there. */
export function zstdBlockHead(bytes: Uint8Array, at: number): ZstdBlockHead {
  const word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16);
  const type = (word >> 1) & 3;
  const size = word >> 3;
  return {
    isLast: (word & 1) === 1,
    isCompressed: type === COMPRESSED_BLOCK,
    isAllowed: type !== RESERVED_BLOCK && size <= MOST_BLOCK_BYTES,
    stored: type === RUN_BLOCK ? 1 : size,
    most: type === COMPRESSED_BLOCK ? MOST_BLOCK_BYTES : size,
  };
}

/** The blocks of all frames, as far as there are some. */
function* blocksOf(bytes: Uint8Array): Generator<{ readonly head: ZstdBlockHead; readonly content: Uint8Array }, void, void> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 6 < bytes.length; ) {
    if (view.getUint32(at, true) !== ZSTD_MAGIC) return;
    const descriptor = bytes[at + 4]!;
    const isSingle = (descriptor & 0x20) !== 0;
    const contentFlag = descriptor >> 6;
    const contentBytes = contentFlag === 0 ? (isSingle ? 1 : 0) : 1 << contentFlag;
    at += 5 + (isSingle ? 0 : 1) + [0, 1, 2, 4][descriptor & 3]! + contentBytes;
    for (let isLast = false; !isLast && at + ZSTD_BLOCK_HEAD_BYTES <= bytes.length; ) {
      const head = zstdBlockHead(bytes, at);
      isLast = head.isLast;
      at += ZSTD_BLOCK_HEAD_BYTES;
      yield { head, content: bytes.subarray(at, at + head.stored) };
      at += head.stored;
    }
    at += (descriptor & 4) === 0 ? 0 : 4;
  }
}

/** The most bytes that the frames in `bytes` can stand for: what the first says of itself, and of its blocks 128 KiB each. */
export function mostDecoded(bytes: Uint8Array): number {
  const said = contentSize(bytes);
  let most = 0;
  for (const { head } of blocksOf(bytes)) most += head.most;
  return Math.min(most, said ?? most);
}

/** Size of the content, where the header of the first frame says it (RFC 8878, section 3.1.1.1.4). */
function contentSize(bytes: Uint8Array): number | undefined {
  const descriptor = bytes[4] ?? 0;
  const isSingle = (descriptor & 0x20) !== 0;
  const flag = descriptor >> 6;
  if (flag === 0 && !isSingle) return undefined;
  const at = 5 + (isSingle ? 0 : 1) + [0, 1, 2, 4][descriptor & 3]!;
  let size = 0;
  for (let i = (1 << flag) - 1; i >= 0; i--) size = size * 256 + (bytes[at + i] ?? 0);
  return flag === 1 ? size + 256 : size;
}

/** As `isDecodable`, for the content of one compressed block. */
export function isBlockDecodable(block: Uint8Array): boolean {
  const first = block[0] ?? 0;
  if ((first & 3) !== COMPRESSED_LITERALS) return true;
  const at = [3, 3, 4, 5][(first >> 2) & 3]!;
  const length = block[at];
  // From 128 on, weights stand there as they are.
  if (length === undefined || length >= 128) return true;
  return hasEnd(block.subarray(at + 1, at + 1 + length), block);
}

interface Table {
  readonly accuracy: number;
  /** Bits that follow a state, and the state before they are added. */
  readonly bits: Uint8Array;
  readonly next: Uint16Array;
  /** Where the weights begin. */
  readonly end: number;
}

/** Follows both states from the end of the description to its beginning, without the weights. */
function hasEnd(description: Uint8Array, block: Uint8Array): boolean {
  const table = readTable(description);
  const last = description.at(-1);
  // The decoder refuses these itself.
  if (table === undefined || last === undefined || last === 0 || block.length === 0) return true;
  const { accuracy, bits, next, end } = table;
  const floor = end * 8;
  const take = (position: number, count: number): number => {
    const at = position >> 3;
    const word = (description[at] ?? 0) | ((description[at + 1] ?? 0) << 8);
    return (word >> (position & 7)) & ((1 << count) - 1);
  };
  let position = description.length * 8 - 8 + (31 - Math.clz32(last));
  const states = [0, 0];
  const counts = [accuracy, accuracy];
  for (let weights = 0; weights <= MOST_WEIGHTS; weights++) {
    const turn = weights & 1;
    position -= counts[turn]!;
    if (position < floor) return true;
    states[turn]! += take(position, counts[turn]!);
    if (turn === 0) continue;
    for (const i of [0, 1]) {
      const state = states[i]!;
      counts[i] = bits[state] ?? 0;
      states[i] = next[state] ?? 0;
    }
  }
  return false;
}

/** The table of states (section 4.1.1); undefined where it is damaged in a way that every decoder sees. */
function readTable(bytes: Uint8Array): Table | undefined {
  const accuracy = ((bytes[0] ?? 0) & 15) + 5;
  if (accuracy > MOST_ACCURACY) return undefined;
  const size = 1 << accuracy;
  const counts: number[] = [];
  let bit = 4;
  let left = size;
  const peek = (): number => {
    const at = bit >> 3;
    return ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16)) >> (bit & 7);
  };
  while (left > 0 && counts.length < MOST_WEIGHTS) {
    const width = 31 - Math.clz32(left + 1);
    const mask = (1 << (width + 1)) - 1;
    const small = mask - left - 1;
    let value = peek() & mask;
    if ((value & (mask >> 1)) < small) {
      value &= mask >> 1;
      bit += width;
    } else {
      bit += width + 1;
      if (value > mask >> 1) value -= small;
    }
    const count = value - 1;
    counts.push(count);
    left -= Math.abs(count);
    if (count !== 0) continue;
    for (let more = 3; more === 3 && counts.length < MOST_WEIGHTS; ) {
      more = peek() & 3;
      bit += 2;
      for (let i = 0; i < more; i++) counts.push(0);
    }
  }
  if (left !== 0) return undefined;
  return { accuracy, ...spread(counts, size, accuracy), end: (bit + 7) >> 3 };
}

function spread(counts: readonly number[], size: number, accuracy: number): Pick<Table, 'bits' | 'next'> {
  const symbols = new Uint16Array(size);
  const states = counts.map((count) => Math.abs(count));
  let high = size;
  for (const [symbol, count] of counts.entries()) if (count === -1) symbols[--high] = symbol;
  const step = (size >> 1) + (size >> 3) + 3;
  let position = 0;
  for (const [symbol, count] of counts.entries()) {
    for (let i = 0; i < count; i++) {
      symbols[position] = symbol;
      do position = (position + step) & (size - 1);
      while (position >= high && high > 0);
    }
  }
  const bits = new Uint8Array(size);
  const next = new Uint16Array(size);
  for (let i = 0; i < size; i++) {
    const state = states[symbols[i]!]!++;
    bits[i] = accuracy - (31 - Math.clz32(state));
    next[i] = (state << bits[i]!) - size;
  }
  return { bits, next };
}
