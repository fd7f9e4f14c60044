// Finds places worth a look for whoever decodes: long runs of letters that base64 is written in, and percent signs before two
// hexadecimal digits. One pass, nothing decoded: nearly all text has neither.
import { join } from './chunk';

// Letters of the shortest run that is given, and how many of them are looked at to say whether it can be text.
const RUN_BYTES: u32 = 24;
const PERCENT: u32 = 37;
const BACKSLASH: u32 = 92;

// End of the run that `nextEncoded` gave; its start plus 1 for a percent sign.
export let encodedEnd: u32 = 0;

// Lanes that are letters, digits or one of `+ / - _`, of both alphabets of base64 (RFC 4648).
// @ts-ignore: decorator
@inline
function alphabet(v: v128): v128 {
  const letters = i8x16.lt_u(i8x16.sub(v128.or(v, i8x16.splat(0x20)), i8x16.splat(97)), i8x16.splat(26));
  const digits = i8x16.lt_u(i8x16.sub(v, i8x16.splat(47)), i8x16.splat(11));
  const plus = i8x16.eq(v, i8x16.splat(43));
  const minus = i8x16.eq(v, i8x16.splat(45));
  const under = i8x16.eq(v, i8x16.splat(95));
  return v128.or(v128.or(letters, digits), v128.or(v128.or(plus, minus), under));
}

// Lanes that divide a run, because one of the alphabets lacks them: `+ / - _`.
// @ts-ignore: decorator
@inline
function dividers(v: v128): u32 {
  const standard = v128.or(i8x16.eq(v, i8x16.splat(43)), i8x16.eq(v, i8x16.splat(47)));
  const urlSafe = v128.or(i8x16.eq(v, i8x16.splat(45)), i8x16.eq(v, i8x16.splat(95)));
  return i8x16.bitmask(v128.or(standard, urlSafe));
}

// Whether the 16 letters at `at` may be the beginning of text, all at once: twelve bytes without control characters, and none that
// UTF-8 (RFC 3629) does not know, or not there. Most of what is no base64 ends here.
// @ts-ignore: decorator
@inline
function mayBegin(at: u32): bool {
  const v = v128.load(at);
  const small = i8x16.gt_s(v, i8x16.splat(96));
  const capital = i8x16.gt_s(v, i8x16.splat(64));
  let sextets = i8x16.add(v, v128.bitselect(i8x16.splat(-71), v128.bitselect(i8x16.splat(-65), i8x16.splat(4), capital), small));
  sextets = v128.bitselect(i8x16.splat(62), sextets, v128.or(i8x16.eq(v, i8x16.splat(43)), i8x16.eq(v, i8x16.splat(45))));
  sextets = v128.bitselect(i8x16.splat(63), sextets, v128.or(i8x16.eq(v, i8x16.splat(47)), i8x16.eq(v, i8x16.splat(95))));
  // Three bytes from each four sextets, the lowest first.
  const first = v128.or(
    v128.and(i32x4.shl(sextets, 2), i32x4.splat(0xfc)),
    v128.and(i32x4.shr_u(sextets, 12), i32x4.splat(0x03)),
  );
  const second = v128.or(
    v128.and(i32x4.shl(sextets, 4), i32x4.splat(0xf000)),
    v128.and(i32x4.shr_u(sextets, 10), i32x4.splat(0x0f00)),
  );
  const third = v128.or(
    v128.and(i32x4.shl(sextets, 6), i32x4.splat(0xc00000)),
    v128.and(i32x4.shr_u(sextets, 8), i32x4.splat(0x3f0000)),
  );
  const order = i8x16(0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 0, 0, 0, 0);
  const bytes = i8x16.swizzle(v128.or(v128.or(first, second), third), order);
  const space = v128.or(i8x16.eq(bytes, i8x16.splat(9)), v128.or(i8x16.eq(bytes, i8x16.splat(10)), i8x16.eq(bytes, i8x16.splat(13))));
  const control = v128.or(v128.andnot(i8x16.lt_u(bytes, i8x16.splat(32)), space), i8x16.eq(bytes, i8x16.splat(127)));
  const wide = <u32>i8x16.bitmask(bytes) & 0xfff;
  const going = <u32>i8x16.bitmask(i8x16.lt_s(bytes, i8x16.splat(-64))) & 0xfff;
  // Behind the first byte of a character stands one that goes on, and before one that goes on no character of one byte.
  const isBroken = (((wide & ~going) << 1) & ~going & 0xfff) | (going & ~(wide << 1));
  return ((i8x16.bitmask(control) & 0xfff) | isBroken) == 0;
}

// @ts-ignore: decorator
@inline
function sextet(byte: u32): u32 {
  if (byte - 97 < 26) return byte - 71;
  if (byte - 65 < 26) return byte - 65;
  if (byte - 48 < 10) return byte + 4;
  return byte == 43 || byte == 45 ? 62 : 63;
}

// @ts-ignore: decorator
@inline
function isHex(byte: u32): bool {
  return byte - 48 < 10 || (byte | 32) - 97 < 6;
}

// Whether the letters at `at` are those of readable text in UTF-8 (RFC 3629): of what is no base64, next to nothing comes through.
function mayBeText(at: u32): bool {
  if (!mayBegin(at)) return false;
  let bits: u32 = 0;
  let left: u32 = 0;
  let rest: u32 = 0;
  for (let p = at; p < at + RUN_BYTES; p++) {
    bits = (bits << 6) | sextet(load<u8>(p));
    left += 6;
    if (left < 8) continue;
    left -= 8;
    const byte = (bits >> left) & 0xff;
    if (rest > 0) {
      if ((byte & 0xc0) != 0x80) return false;
      rest--;
    } else if (byte < 0x80) {
      if ((byte < 0x20 && byte != 9 && byte != 10 && byte != 13) || byte == 0x7f) return false;
    } else {
      if (byte < 0xc2 || byte > 0xf4) return false;
      rest = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    }
  }
  return true;
}

// Whether a run may hold text, from its beginning or behind a letter that divides it.
function mayHoldText(floor: u32, start: u32, end: u32): bool {
  // The letter behind a backslash may be an escape's, and what follows it the beginning.
  if (start > floor && load<u8>(start - 1) == BACKSLASH) return true;
  if (mayBeText(start)) return true;
  for (let p = start; p + RUN_BYTES < end; p += 16) {
    let places = dividers(v128.load(p));
    while (places) {
      const at = p + ctz(places);
      places &= places - 1;
      if (at + RUN_BYTES < end && mayBeText(at + 1)) return true;
    }
  }
  return false;
}

// End of the run that has a letter at `at`.
function runEnd(at: u32, limit: u32): u32 {
  for (let p = at; p < limit; p += 16) {
    const others = ~i8x16.bitmask(alphabet(v128.load(p))) & 0xffff;
    if (others) {
      const end = p + <u32>ctz(others);
      return end < limit ? end : limit;
    }
  }
  return limit;
}

// Address of the next run or percent sign from `from` on that begins before `to`, or 0. A run may begin before `from`, down to
// `floor`, and end behind `to`, up to `limit`. Runs that cannot be text are left out.
export function nextEncoded(floor: u32, from: u32, to: u32, limit: u32): u32 {
  const percent = i8x16.splat(<i8>PERCENT);
  // Letters before the chunk that go on in it, and those of them that are to be given with it: in later chunks, runs of 24 letters
  // are given where they begin.
  let tail: u32 = 0;
  while (from - tail > floor && i8x16.extract_lane_u(alphabet(i8x16.splat(load<i8>(from - tail - 1))), 0)) tail++;
  let mostTail: u32 = tail;
  let done = from;
  for (let p = from; p < to; p += 64) {
    const a = v128.load(p);
    const b = v128.load(p, 16);
    const c = v128.load(p, 32);
    const d = v128.load(p, 48);
    const letters = join(alphabet(a), alphabet(b), alphabet(c), alphabet(d));
    const ea = i8x16.eq(a, percent);
    const eb = i8x16.eq(b, percent);
    const ec = i8x16.eq(c, percent);
    const ed = i8x16.eq(d, percent);
    // Bit i of `starts`: letters from i to i + 23, and none before.
    const eight = letters & (letters >> 1) & ((letters & (letters >> 1)) >> 2);
    const long = eight & (eight >> 4);
    let starts = long & (long >> 8) & (long >> 16);
    starts &= ~(starts << 1);
    const head = <u32>ctz(~letters);
    if (tail > 0) {
      starts &= ~(<u64>1);
      if (head > 0 && tail + head >= RUN_BYTES && tail <= mostTail) starts |= 1;
    }
    if (v128.any_true(v128.or(v128.or(ea, eb), v128.or(ec, ed)))) starts |= join(ea, eb, ec, ed);
    while (starts) {
      const at = p + <u32>ctz(starts);
      starts &= starts - 1;
      if (at < done) continue;
      if (at >= to) return 0;
      if (load<u8>(at) == PERCENT) {
        if (at + 2 >= limit || !isHex(load<u8>(at, 1)) || !isHex(load<u8>(at, 2))) continue;
        encodedEnd = at + 1;
        return at;
      }
      const start = at == p ? at - tail : at;
      done = runEnd(at, limit);
      if (done - start < RUN_BYTES || !mayHoldText(floor, start, done)) continue;
      encodedEnd = done;
      return start;
    }
    tail = head == 64 ? tail + 64 : <u32>clz(~letters);
    mostTail = RUN_BYTES - 1;
  }
  return 0;
}
