/**
 * Folds typographic spaces and dashes, full-width characters and digits of other scripts to ASCII: the fast twin of
 * ../../../core/fold.ts, which says what folds and where.
 */
import { foldPairs } from './layout';

/** What `read` says of a character: its ASCII byte, its length from bit 8 on, and one of these. */
const PLAIN: i32 = 0x1000;
const SEPARATOR: i32 = 0x2000;
const LONG_DASH: i32 = 0x4000;

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

/** Places among 64 at which a character may fold. */
@inline
function leads(at: usize): u64 {
  const any = v128.or(v128.or(v128.load(at), v128.load(at, 16)), v128.or(v128.load(at, 32), v128.load(at, 48)));
  if (i8x16.bitmask(any) == 0) return 0;
  const zero = i8x16.splat(0);
  const a = <u32>i8x16.bitmask(i8x16.ne(leadLanes(at), zero));
  const b = <u32>i8x16.bitmask(i8x16.ne(leadLanes(at + 16), zero));
  const c = <u32>i8x16.bitmask(i8x16.ne(leadLanes(at + 32), zero));
  const d = <u32>i8x16.bitmask(i8x16.ne(leadLanes(at + 48), zero));
  return <u64>(a | (b << 16)) | (<u64>(c | (d << 16)) << 32);
}

/** What the character at `at`, of which `left` bytes are there, stands for; 0 if for itself. */
function read(at: usize, left: i32): i32 {
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
    if ((code >= 0x2010 && code <= 0x2013) || code == 0x2212) return 0x300 | SEPARATOR | 45;
    return code == 0x2014 || code == 0x2015 ? 0x300 | LONG_DASH | 45 : 0;
  }
  if (lead == 0xef) {
    const ascii = code - 0xfee0;
    if (ascii >= 0x21 && ascii <= 0x7e) return 0x300 | (isPlain(ascii) ? PLAIN : SEPARATOR) | ascii;
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
  return kind & LONG_DASH ? isDigit(byte) : isPlain(byte);
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

/** Copies whole vectors: up to 15 bytes behind the target's end are overwritten. */
@inline
function copy(target: usize, source: usize, length: i32): void {
  for (let at = 0; at < length; at += 16) v128.store(target + at, v128.load(source + at));
}

/**
 * Writes the unit `[from, to)` at `base`, folded, to `target`, which has 16 bytes to spare; returns its length. `foldPairs` then
 * holds for each character that was folded the offsets behind it, in what was written (from 0) and in the unit (from `base`).
 */
export function fold(base: usize, from: i32, to: i32, target: usize): i32 {
  let out = target;
  let copied = from;
  let pair = foldPairs;
  for (let chunk = from; chunk < to; chunk += 64) {
    let bits = leads(base + chunk);
    while (bits) {
      const place = chunk + <i32>ctz(bits);
      bits &= bits - 1;
      if (place >= to) break;
      const found = foldAt(base, from, to, place);
      if (found == 0) continue;
      copy(out, base + copied, place - copied);
      out += place - copied;
      store<u8>(out++, found);
      copied = place + ((found >> 8) & 15);
      store<u32>(pair, <u32>(out - target));
      store<u32>(pair, copied, 4);
      pair += 8;
    }
  }
  copy(out, base + copied, to - copied);
  pairs = <i32>((pair - foldPairs) >> 3);
  return <i32>(out - target) + to - copied;
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
