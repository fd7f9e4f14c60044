/**
 * Folds typographic spaces and dashes, full-width characters and digits of other scripts to ASCII: the fast twin of
 * ../../../core/fold.ts, which says what folds and where.
 */
import { foldPairs } from './layout';

/** What `read` says of a character: its ASCII byte, its length from bit 8 on, and one of these. */
const PLAIN: i32 = 0x1000;
const PUNCTUATION: i32 = 0x2000;
const SEPARATOR: i32 = 0x4000;

/** Pairs that the last `fold` has written. */
let pairs: i32 = 0;

export function foldCount(): i32 {
  return pairs;
}

/** Bits of the first two bytes of characters that may fold, by their nibbles: C2 A0, D9 Ax, DB Bx, E0 A5, E2 8x, E3 80, EF Bx. */
@inline
function leadLanes(at: usize): v128 {
  const low = i8x16.splat(15);
  const first = v128.load(at);
  const second = v128.load(at, 1);
  const firstHigh = i8x16(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2 | 4, 8 | 16 | 32 | 64, 0);
  const firstLow = i8x16(8, 0, 1 | 16, 32, 0, 0, 0, 0, 0, 2, 0, 4, 0, 0, 0, 64);
  const secondHigh = i8x16(0, 0, 0, 0, 0, 0, 0, 0, 16 | 32, 0, 1 | 2 | 8, 4 | 64, 0, 0, 0, 0);
  const secondLow = i8x16(
    1 | 2 | 4 | 16 | 32, 2 | 4 | 16, 2 | 4, 2 | 4, 2 | 4, 2 | 4 | 8, 2 | 4, 2 | 4,
    2 | 4 | 16, 2 | 4 | 64, 0, 0, 64, 64, 0, 0,
  );
  const lead = v128.and(
    i8x16.swizzle(firstHigh, v128.and(i16x8.shr_u(first, 4), low)),
    i8x16.swizzle(firstLow, v128.and(first, low)),
  );
  const next = v128.and(
    i8x16.swizzle(secondHigh, v128.and(i16x8.shr_u(second, 4), low)),
    i8x16.swizzle(secondLow, v128.and(second, low)),
  );
  return v128.and(lead, next);
}

/**
 * Whether among four vectors may be first bytes of what may fold without a digit beside it: D9 to DB, E0, EF. The greatest bytes
 * tell, in two orders of all bytes: one ends with EF to FF, the other with D9 to E0.
 */
@inline
export function hasPlainLeads(a: v128, b: v128, c: v128, d: v128): bool {
  const high = i8x16.max_u(i8x16.max_u(a, b), i8x16.max_u(c, d));
  const shift = i8x16.splat(<i8>0x9f);
  const low = i8x16.max_s(
    i8x16.max_s(i8x16.add(a, shift), i8x16.add(b, shift)),
    i8x16.max_s(i8x16.add(c, shift), i8x16.add(d, shift)),
  );
  const limit = i8x16.splat(<i8>0xef);
  return v128.any_true(v128.or(i8x16.eq(i8x16.max_u(high, limit), high), i8x16.gt_s(low, i8x16.splat(0x77))));
}

/** Bits of the places among 64 whose first two bytes may begin a character that folds. */
export function leadPairs(at: usize): u64 {
  const zero = i8x16.splat(0);
  return joinMasks(
    i8x16.bitmask(i8x16.ne(leadLanes(at), zero)),
    i8x16.bitmask(i8x16.ne(leadLanes(at + 16), zero)),
    i8x16.bitmask(i8x16.ne(leadLanes(at + 32), zero)),
    i8x16.bitmask(i8x16.ne(leadLanes(at + 48), zero)),
  );
}

/** The sign tells separators that may fold by their bytes: C2 A0, E2 but for curly quotes (E2 80 98 to 9E), E3 80 80. */
@inline
function separatorLanes(at: usize): v128 {
  const first = v128.load(at);
  const second = v128.load(at, 1);
  const third = v128.load(at, 2);
  const space = v128.and(i8x16.eq(first, i8x16.splat(<i8>0xc2)), i8x16.eq(second, i8x16.splat(<i8>0xa0)));
  const quote = i8x16.gt_s(i8x16.add(third, i8x16.splat(<i8>0xe1)), i8x16.splat(120));
  const punctuation = v128.andnot(i8x16.eq(first, i8x16.splat(<i8>0xe2)), quote);
  const bytes80 = v128.and(i8x16.eq(second, i8x16.splat(<i8>0x80)), i8x16.eq(third, i8x16.splat(<i8>0x80)));
  return v128.or(v128.or(space, punctuation), v128.and(i8x16.eq(first, i8x16.splat(<i8>0xe3)), bytes80));
}

@inline
function joinMasks(a: i32, b: i32, c: i32, d: i32): u64 {
  return <u64>(<u32>a | (<u32>b << 16)) | (<u64>(<u32>c | (<u32>d << 16)) << 32);
}

/** Bits of the places among 64 at which a separator may fold. */
export function separatorPlaces(at: usize): u64 {
  return joinMasks(
    i8x16.bitmask(separatorLanes(at)),
    i8x16.bitmask(separatorLanes(at + 16)),
    i8x16.bitmask(separatorLanes(at + 32)),
    i8x16.bitmask(separatorLanes(at + 48)),
  );
}

/** Bits of the places among 64 at which a character may fold. */
@inline
function leads(at: usize): u64 {
  const a = v128.load(at);
  const b = v128.load(at, 16);
  const c = v128.load(at, 32);
  const d = v128.load(at, 48);
  if (i8x16.bitmask(v128.or(v128.or(a, b), v128.or(c, d))) == 0) return 0;
  return hasPlainLeads(a, b, c, d) ? leadPairs(at) : separatorPlaces(at);
}

/** What the character at `at`, of which `left` bytes are there, stands for; 0 if for itself. */
@inline
function read(at: usize, left: i32): i32 {
  // Curly quotes, the frequent characters among those that begin like dashes: E2 80 98 to E2 80 9F.
  return (load<u32>(at) & 0xf8ffff) == 0x9880e2 ? 0 : readOther(at, left);
}

function readOther(at: usize, left: i32): i32 {
  const lead = <i32>load<u8>(at);
  if (lead < 0xe0) {
    if (left < 2) return 0;
    const next = <i32>load<u8>(at, 1);
    if (lead == 0xc2) return next == 0xa0 ? 0x200 | SEPARATOR | 32 : 0;
    const digit = lead == 0xd9 ? next - 0xa0 : lead == 0xdb ? next - 0xb0 : -1;
    return <u32>digit < 10 ? 0x200 | PLAIN | (48 + digit) : 0;
  }
  if (left < 3) return 0;
  const code = ((lead & 15) << 12) | ((<i32>load<u8>(at, 1) & 63) << 6) | (<i32>load<u8>(at, 2) & 63);
  if (lead == 0xe2) {
    if (code <= 0x200a || code == 0x202f || code == 0x205f) return code < 0x2000 ? 0 : 0x300 | SEPARATOR | 32;
    return (code >= 0x2010 && code <= 0x2015) || code == 0x2212 ? 0x300 | SEPARATOR | 45 : 0;
  }
  if (lead == 0xef) {
    const ascii = code - 0xfee0;
    if (ascii >= 0x21 && ascii <= 0x7e) return 0x300 | (isPlain(ascii) ? PLAIN : PUNCTUATION) | ascii;
    return code == 0xfe58 || code == 0xfe63 ? 0x300 | SEPARATOR | 45 : 0;
  }
  if (lead == 0xe0) return code >= 0x966 && code <= 0x96f ? 0x300 | PLAIN | (48 + code - 0x966) : 0;
  return code == 0x3000 ? 0x300 | SEPARATOR | 32 : 0;
}

@inline
function isDigit(byte: i32): bool {
  return <u32>(byte - 48) < 10;
}

@inline
function isPlain(byte: i32): bool {
  return isDigit(byte) || <u32>((byte | 32) - 97) < 26;
}

@inline
function isBeside(byte: i32, kind: i32): bool {
  return kind & SEPARATOR ? isDigit(byte) : isPlain(byte);
}

/** Whether a separator that was read as `found` touches what it needs: `before` is the folded byte before it, 0 where there is none. */
function touches(found: i32, before: i32, behind: usize, left: i32): bool {
  if (isBeside(before, found)) return true;
  if (left <= 0) return false;
  const byte = <i32>load<u8>(behind);
  if (byte < 0x80) return isBeside(byte, found);
  const next = byte >= 0xc2 ? read(behind, left) : 0;
  return (next & PLAIN) != 0 && isBeside(next & 0xff, found);
}

/** The byte before `place` as it is folded: all that may touch a separator is a letter or digit. */
function before(base: usize, from: i32, place: i32): i32 {
  if (place == from) return 0;
  const byte = <i32>load<u8>(base + place - 1);
  if (byte < 0x80) return byte;
  let at = place - 2;
  while (at >= from && at >= place - 3 && (load<u8>(base + at) & 0xc0) == 0x80) at--;
  if (at < from || load<u8>(base + at) < 0xc2) return 0;
  const found = read(base + at, place - at);
  return found & PLAIN ? found & 0xff : 0;
}

/** What folds at `place` of the unit `[from, to)`, as `read` says it; 0 if nothing. */
@inline
function foldAt(base: usize, from: i32, to: i32, place: i32): i32 {
  const found = read(base + place, to - place);
  if (found == 0 || found & PLAIN) return found;
  const length = (found >> 8) & 15;
  return touches(found, before(base, from, place), base + place + length, to - place - length) ? found : 0;
}

/** Whether a character folds at one of the places of `bits`, from `from` on; `length` bytes are there, all one unit. */
export function foldsAny(base: usize, from: i32, bits: u64, length: i32): bool {
  while (bits) {
    if (foldAt(base, 0, length, from + <i32>ctz(bits))) return true;
    bits &= bits - 1;
  }
  return false;
}

/** The first place of the unit `[from, to)` at which a character folds; `to` if there is none. */
export function nextFold(base: usize, from: i32, to: i32): i32 {
  for (let chunk = from; chunk < to; chunk += 64) {
    let bits = leads(base + chunk);
    while (bits) {
      const place = chunk + <i32>ctz(bits);
      if (place >= to) return to;
      if (foldAt(base, from, to, place)) return place;
      bits &= bits - 1;
    }
  }
  return to;
}

@inline
function copy64(target: usize, source: usize): void {
  v128.store(target, v128.load(source));
  v128.store(target, v128.load(source, 16), 16);
  v128.store(target, v128.load(source, 32), 32);
  v128.store(target, v128.load(source, 48), 48);
}

/**
 * Writes the unit `[from, to)` at `base`, folded, to `target`, which has 128 bytes to spare; returns its length. `foldPairs` then
 * holds for each character that was folded the offsets behind it, in what was written (from 0) and in the unit (from `base`).
 * Always copies 64 bytes, of which the next copy overwrites what is too much: loops over the bytes between were twice as slow.
 */
export function fold(base: usize, from: i32, to: i32, target: usize): i32 {
  let pair = foldPairs;
  /** Address of the byte that stands for the raw byte 0. */
  let out = target - <usize>from;
  let behind = from;
  for (let chunk = from; chunk < to; chunk += 64) {
    // The last character folded may end in this chunk.
    const start = max(chunk, behind);
    copy64(out + start, base + start);
    let bits = leads(base + chunk);
    while (bits) {
      const place = chunk + <i32>ctz(bits);
      bits &= bits - 1;
      if (place >= to) break;
      const found = foldAt(base, from, to, place);
      if (found == 0) continue;
      behind = place + ((found >> 8) & 15);
      store<u8>(out + place, found);
      out -= behind - place - 1;
      copy64(out + behind, base + behind);
      store<u32>(pair, <u32>(out + behind - target));
      store<u32>(pair, behind, 4);
      pair += 8;
    }
  }
  pairs = <i32>((pair - foldPairs) >> 3);
  return <i32>(out + to - target);
}

/** Sets `flag` on those of `count` values in which a character folds; those with a flag of `skip` stay as they are. */
export function flagFolds(base: usize, length: i32, count: i32, starts: usize, ends: usize, flags: usize, skip: u32, flag: u32): void {
  let index = 0;
  for (let chunk = 0; chunk < length; chunk += 64) {
    let bits = leads(base + chunk);
    while (bits) {
      const place = chunk + <i32>ctz(bits);
      bits &= bits - 1;
      while (index < count && <i32>load<u32>(ends + (<usize>index << 2)) <= place) index++;
      if (index >= count) return;
      const from = <i32>load<u32>(starts + (<usize>index << 2));
      const set = <u32>load<u8>(flags + index);
      if (from > place || set & (skip | flag)) continue;
      if (foldAt(base, from, load<u32>(ends + (<usize>index << 2)), place)) store<u8>(flags + index, set | flag);
    }
  }
}
