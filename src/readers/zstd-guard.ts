/**
 * Looks through Zstandard data for what fzstd 0.1.1 would never come back from: lengths of a Huffman table (RFC 8878, section
 * 4.2.1) whose bits stand still, so that it writes weights for ever. A single flipped bit does it.
 */
/** A symbol's weight is one byte, and there are no more symbols. */
const MOST_WEIGHTS = 256;
/** The longest table of weights. */
const MOST_ACCURACY = 6;
const COMPRESSED_LITERALS = 2;

/** Whether the content of a compressed block can be given to the decoder; what else is wrong with it that says itself. */
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
