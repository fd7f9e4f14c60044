/**
 * Fixed beginnings of values as nibble tables (the method known as Teddy): a byte passes if the tables of its nibbles share a
 * bucket, and four bytes in a row must share one. Literals are put into eight buckets so that few other bytes pass by chance.
 */
import { SHARES } from '../byte-shares.js';
import type { LiteralMark } from '../marks.js';

export const MOST_LITERALS = 256;
/** Bytes of a row of `literalMasks`, a bit a literal. */
const MASK_ROW = MOST_LITERALS / 8;
const BUCKETS = 8;
/**
 * Literals that may stand inside a word have the last buckets, the highest bits of a lane; the others count at word starts only.
 * Twin of FREE_LANES in assembly/mark.ts.
 */
const FIRST_FREE_BUCKET = 5;
const POSITIONS = [0, 1, 2, 3] as const;
/** Tables by nibble: of the first and third byte only the low one is asked. Both of all four cost a quarter more and refuse little. */
const TABLES = [
  { position: 0, shift: 0 },
  { position: 1, shift: 0 },
  { position: 1, shift: 4 },
  { position: 2, shift: 0 },
  { position: 3, shift: 0 },
  { position: 3, shift: 4 },
] as const;
/** Of each position, which of `TABLES` tell its low nibble and its high one. */
const ASKED = POSITIONS.map((position) => ({
  low: TABLES.findIndex((table) => table.position === position && table.shift === 0),
  high: tableOfHigh(position),
}));
const ANY: readonly number[] = Array.from({ length: 256 }, (_, byte) => byte);

function tableOfHigh(position: number): number | undefined {
  const table = TABLES.findIndex((one) => one.position === position && one.shift === 4);
  return table < 0 ? undefined : table;
}

/** Rounds in which each literal may move to the bucket where it costs least; few move after the second. */
const ROUNDS = 4;

/** A table of 16 for each of `TABLES`, a bit a bucket. */
export function literalNibbles(literals: readonly LiteralMark[]): Uint8Array {
  const nibbles = new Map(literals.map((literal) => [literal, nibblesOf(literal)]));
  const buckets = Array.from({ length: BUCKETS }, () => new Bucket());
  const home = new Map<LiteralMark, Bucket>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const literal of literals) {
      const own = nibbles.get(literal)!;
      home.get(literal)?.remove(own);
      const [first, end] = literal.startsWord ? [0, FIRST_FREE_BUCKET] : [FIRST_FREE_BUCKET, BUCKETS];
      const open = buckets.slice(first, end);
      const added = open.map((bucket) => rateOf(joined(bucket.nibbles, own)) - bucket.rate);
      const to = open[added.indexOf(Math.min(...added))]!;
      to.add(own);
      home.set(literal, to);
    }
  }
  const tables = new Uint8Array(TABLES.length * 16);
  buckets.forEach((bucket, i) => {
    bucket.nibbles.forEach((bits, table) => {
      for (let nibble = 0; nibble < 16; nibble++) if ((bits >> nibble) & 1) tables[table * 16 + nibble]! |= 1 << i;
    });
  });
  return tables;
}

/** Literals that share a bit of the tables, and the chance that four bytes pass it. */
class Bucket {
  nibbles: Nibbles = NO_NIBBLES;
  rate = 0;
  readonly #members = new Set<Nibbles>();

  add(literal: Nibbles): void {
    this.#members.add(literal);
    this.#become(joined(this.nibbles, literal));
  }

  remove(literal: Nibbles): void {
    this.#members.delete(literal);
    this.#become([...this.#members].reduce(joined, NO_NIBBLES));
  }

  #become(nibbles: Nibbles): void {
    this.nibbles = nibbles;
    this.rate = rateOf(nibbles);
  }
}

/** For each of `TABLES` the nibbles that pass, a bit each. */
type Nibbles = readonly number[];
const NO_NIBBLES: Nibbles = TABLES.map(() => 0);

function joined(a: Nibbles, b: Nibbles): Nibbles {
  return a.map((bits, table) => bits | b[table]!);
}

function nibblesOf(literal: LiteralMark): Nibbles {
  return TABLES.map(({ position, shift }) =>
    bytesAt(literal, position).reduce((bits, byte) => bits | (1 << ((byte >> shift) & 15)), 0),
  );
}

/** Chance that four bytes pass these nibbles. */
function rateOf(nibbles: Nibbles): number {
  let rate = 1;
  for (const { low, high } of ASKED) {
    const [lows, highs] = [nibbles[low]!, high === undefined ? 0xffff : nibbles[high]!];
    let share = 0;
    for (let nibble = 0; nibble < 16; nibble++) {
      if (((lows >> nibble) & 1) === 0) continue;
      for (let byte = nibble; byte < 256; byte += 16) if ((highs >> (byte >> 4)) & 1) share += SHARES[byte]!;
    }
    rate *= share;
  }
  return rate;
}

/** Bits of `literalTriples`. Twin of the shift in assembly/mark.ts. */
const TRIPLE_BITS = 16;

/** A bit for each hash of three bytes with which a literal begins: most places that pass the nibbles by chance end here. */
export function literalTriples(literals: readonly LiteralMark[]): Uint8Array {
  const bits = new Uint8Array(1 << (TRIPLE_BITS - 3));
  for (const { bytes } of literals) {
    for (const first of bytes[0]) {
      for (const second of bytes[1]) {
        for (const third of bytes[2]) {
          const hash = Math.imul(first | (second << 8) | (third << 16), TRIPLE_FACTOR) >>> (32 - TRIPLE_BITS);
          bits[hash >> 3]! |= 1 << (hash & 7);
        }
      }
    }
  }
  return bits;
}

/** 2^32 divided by the golden ratio (Knuth, The Art of Computer Programming, 6.4). Twin of that in assembly/mark.ts. */
const TRIPLE_FACTOR = 0x9e3779b1;

/** For each position and byte, the literals that take it there: 256 bits a byte. */
export function literalMasks(literals: readonly LiteralMark[]): Uint8Array {
  const masks = new Uint8Array(4 * 256 * MASK_ROW);
  literals.forEach((literal, i) => {
    for (const position of POSITIONS) {
      for (const byte of bytesAt(literal, position)) masks[(position * 256 + byte) * MASK_ROW + (i >> 3)]! |= 1 << (i & 7);
    }
  });
  return masks;
}

/** Bytes of a row of `literalLaters`: 32 of flags, then the distance. */
const LATER_ROW = 64;

/** For each literal the byte set that must stand `distance` bytes behind its first byte; all bytes where there is none. */
export function literalLaters(literals: readonly LiteralMark[]): Uint8Array {
  const rows = new Uint8Array(MOST_LITERALS * LATER_ROW);
  literals.forEach(({ later }, i) => {
    const at = i * LATER_ROW;
    for (const byte of later?.bytes ?? ANY) rows[at + (byte >> 3)]! |= 1 << (byte & 7);
    rows[at + 32] = later?.distance ?? 0;
  });
  return rows;
}

/** The bytes that a literal takes at a place; all where it does not matter. */
function bytesAt(literal: LiteralMark, position: 0 | 1 | 2 | 3): readonly number[] {
  const bytes = literal.bytes[position];
  return bytes.length === 0 ? ANY : bytes;
}
