/**
 * The ways in which the fuzzer breaks a file: what transport and storage do to it (cut, changed, lost, repeated and joined parts), and what
 * an author of malice does (lengths and counts that promise what is not there). All from the random numbers that are given.
 */

/** Numbers at which code that reads lengths goes wrong: signs, the widths of integers, one more and one less. */
const EDGES = [
  0n,
  1n,
  0x7fn,
  0x80n,
  0xffn,
  0x7fffn,
  0x8000n,
  0xffffn,
  0x7fffffffn,
  0x80000000n,
  0xfffffffen,
  0xffffffffn,
  2n ** 53n,
  2n ** 63n - 1n,
  2n ** 64n - 1n,
];
const WIDTHS = [1, 2, 4, 8];
/** Headers and tables of contents stand so near to a file's ends. */
const EDGE_BYTES = 512;
/** A part that is repeated grows to at most so many bytes. */
const MOST_REPEATED = 64 * 1024;
/** Mutations that are applied one after the other to one file, at most. */
const MOST_AT_ONCE = 4;

/** A place in the file, more often near its beginning and its end than chance would have it. */
function place(bytes, random) {
  const where = random.int(4);
  const near = Math.min(bytes.length, EDGE_BYTES);
  if (where === 0) return random.int(near);
  if (where === 1) return bytes.length - random.between(1, near);
  return random.int(bytes.length);
}

/** A part of the file, `[start, end)`: short ones are as likely as long ones. */
function part(bytes, random) {
  const length = Math.min(bytes.length, 1 + random.int(2 ** random.between(0, 14)));
  const start = random.int(bytes.length - length + 1);
  return { start, end: start + length };
}

/** Writes an integer of `width` bytes; what is too large for it is cut. */
function writeInteger(bytes, at, { value, width, isBig }) {
  for (let i = 0; i < width; i++) {
    const index = isBig ? at + width - 1 - i : at + i;
    if (index < bytes.length) bytes[index] = Number((value >> BigInt(8 * i)) & 0xffn);
  }
}

/** By name: bytes, random numbers and another file of the same format give new bytes. The file has at least one byte. */
export const MUTATIONS = {
  cut: (bytes, random) => bytes.subarray(0, random.int(bytes.length)),
  'cut head': (bytes, random) => bytes.subarray(random.int(bytes.length)),
  flip(bytes, random) {
    const flipped = Buffer.from(bytes);
    for (let i = random.between(1, 8); i > 0; i--) flipped[place(bytes, random)] ^= 1 << random.int(8);
    return flipped;
  },
  change(bytes, random) {
    const changed = Buffer.from(bytes);
    for (let i = random.between(1, 8); i > 0; i--)
      changed[place(bytes, random)] = random.pick([0, 0xff, 0x7f, 0x80, 0x0a, 0x22, random.int(256)]);
    return changed;
  },
  length(bytes, random) {
    const changed = Buffer.from(bytes);
    const near = BigInt(bytes.length + random.between(-2, 2));
    const value = random.chance(0.3) ? near : random.pick(EDGES);
    writeInteger(changed, place(bytes, random), {
      value: BigInt.asUintN(64, value),
      width: random.pick(WIDTHS),
      isBig: random.chance(0.5),
    });
    return changed;
  },
  number(bytes, random) {
    // Formats of text have their lengths and counts in digits.
    const text = bytes.toString('latin1');
    const numbers = [...text.matchAll(/\d+/g)];
    if (numbers.length === 0) return bytes;
    const found = random.pick(numbers);
    const value = random.pick([
      String(random.pick(EDGES)),
      '-1',
      '99999999999999999999',
      '0.5',
      '1e309',
      String(Number(found[0]) + 1),
    ]);
    return Buffer.from(text.slice(0, found.index) + value + text.slice(found.index + found[0].length), 'latin1');
  },
  remove(bytes, random) {
    const { start, end } = part(bytes, random);
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
  },
  repeat(bytes, random) {
    const { start, end } = part(bytes, random);
    const piece = bytes.subarray(start, end);
    const times = 1 + random.int(Math.max(1, Math.floor(MOST_REPEATED / piece.length)) + 1);
    return Buffer.concat([bytes.subarray(0, end), ...Array(Math.min(times, 4096)).fill(piece), bytes.subarray(end)]);
  },
  copy(bytes, random) {
    const { start, end } = part(bytes, random);
    const at = random.int(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(start, end), bytes.subarray(at)]);
  },
  overwrite(bytes, random) {
    const { start, end } = part(bytes, random);
    const changed = Buffer.from(bytes);
    bytes.copy(changed, random.int(bytes.length), start, end);
    return changed;
  },
  wipe(bytes, random) {
    const { start, end } = part(bytes, random);
    return Buffer.from(bytes).fill(random.pick([0, 0xff, 0x20]), start, end);
  },
  insert(bytes, random) {
    const at = place(bytes, random);
    return Buffer.concat([bytes.subarray(0, at), random.bytes(random.between(1, 64)), bytes.subarray(at)]);
  },
  splice: (bytes, random, other) =>
    Buffer.concat([bytes.subarray(0, random.int(bytes.length)), other.subarray(random.int(other.length + 1))]),
  append: (bytes, _random, other) => Buffer.concat([bytes, other]),
};

const NAMES = Object.keys(MUTATIONS);

/**
 * One file, broken in one to four ways.
 * @param {Buffer} bytes
 * @param {import('../random.mjs').Random} random
 * @param {Buffer} other another file of the same format
 * @returns {{ bytes: Buffer, how: string }} `how` names the ways
 */
export function mutate(bytes, random, other) {
  const ways = [];
  let broken = bytes;
  for (let left = random.between(1, MOST_AT_ONCE); left > 0 && broken.length > 0; left--) {
    const name = random.pick(NAMES);
    broken = MUTATIONS[name](broken, random, other);
    ways.push(name);
  }
  return { bytes: broken, how: ways.join('+') };
}

/** The beginning of a file: the `index`-th of `count`, evenly spread, the last one just before its end. */
export function cutAt(bytes, index, count) {
  return bytes.subarray(0, Math.floor((bytes.length * (index + 1)) / (count + 0.1)));
}

/** The file with one byte changed. */
export function flipOne(bytes, random) {
  const flipped = Buffer.from(bytes);
  flipped[random.int(bytes.length)] ^= random.between(1, 255);
  return flipped;
}
