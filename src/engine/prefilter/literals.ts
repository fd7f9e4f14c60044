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
/** Literals that may stand inside a word have the last bucket, whose bit is a lane's sign; the others count at word starts only. */
const FREE_BUCKET = BUCKETS - 1;
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

/** A table of 16 for each of `TABLES`, a bit a bucket. */
export function literalNibbles(literals: readonly LiteralMark[]): Uint8Array {
  const tables = new Uint8Array(TABLES.length * 16);
  const rates = new Float64Array(BUCKETS);
  for (const literal of literals) {
    let best = FREE_BUCKET;
    let lowest = Number.POSITIVE_INFINITY;
    for (let bucket = 0; bucket < FREE_BUCKET && literal.startsWord; bucket++) {
      const added = rateWith(tables, bucket, literal) - rates[bucket]!;
      if (added < lowest) {
        lowest = added;
        best = bucket;
      }
    }
    rates[best] = rateWith(tables, best, literal);
    put(tables, best, literal);
  }
  return tables;
}

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

/** Chance that four bytes pass the bucket once it holds the literal. */
function rateWith(tables: Uint8Array, bucket: number, literal: LiteralMark): number {
  const own = tables.slice();
  put(own, bucket, literal);
  let rate = 1;
  for (const position of POSITIONS) {
    let share = 0;
    for (let byte = 0; byte < 256; byte++) if (passes(own, bucket, position, byte)) share += SHARES[byte]!;
    rate *= share;
  }
  return rate;
}

function passes(tables: Uint8Array, bucket: number, at: number, byte: number): boolean {
  return TABLES.every(
    ({ position, shift }, table) => position !== at || ((tables[table * 16 + ((byte >> shift) & 15)]! >> bucket) & 1) === 1,
  );
}
