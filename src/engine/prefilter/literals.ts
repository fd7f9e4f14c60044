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
const ANY: readonly number[] = Array.from({ length: 256 }, (_, byte) => byte);

/** Rounds in which each literal may move to the bucket where it costs least; few move after the second. */
const ROUNDS = 4;

/** A table of 16 for each of `TABLES`, a bit a bucket. */
export function literalNibbles(literals: readonly LiteralMark[]): Uint8Array {
  const buckets = Array.from({ length: BUCKETS }, (): LiteralMark[] => []);
  const home = new Map<LiteralMark, number>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const literal of literals) {
      const from = home.get(literal);
      if (from !== undefined) buckets[from]!.splice(buckets[from]!.indexOf(literal), 1);
      const [first, end] = literal.startsWord ? [0, FIRST_FREE_BUCKET] : [FIRST_FREE_BUCKET, BUCKETS];
      const added = buckets.slice(first, end).map((bucket) => rateOf([...bucket, literal]) - rateOf(bucket));
      const to = first + added.indexOf(Math.min(...added));
      buckets[to]!.push(literal);
      home.set(literal, to);
    }
  }
  const tables = new Uint8Array(TABLES.length * 16);
  buckets.forEach((bucket, i) => {
    for (const literal of bucket) put(tables, i, literal);
  });
  return tables;
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

function put(tables: Uint8Array, bucket: number, literal: LiteralMark): void {
  TABLES.forEach(({ position, shift }, table) => {
    for (const byte of bytesAt(literal, position)) tables[table * 16 + ((byte >> shift) & 15)]! |= 1 << bucket;
  });
}

/** Chance that four bytes pass a bucket with these literals. */
function rateOf(bucket: readonly LiteralMark[]): number {
  const tables = new Uint8Array(TABLES.length * 16);
  for (const literal of bucket) put(tables, 0, literal);
  let rate = bucket.length === 0 ? 0 : 1;
  for (const position of POSITIONS) {
    let share = 0;
    for (let byte = 0; byte < 256; byte++) if (passes(tables, 0, position, byte)) share += SHARES[byte]!;
    rate *= share;
  }
  return rate;
}

function passes(tables: Uint8Array, bucket: number, at: number, byte: number): boolean {
  return TABLES.every(
    ({ position, shift }, table) => position !== at || ((tables[table * 16 + ((byte >> shift) & 15)]! >> bucket) & 1) === 1,
  );
}
