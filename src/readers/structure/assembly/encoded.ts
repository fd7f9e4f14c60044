// Finds places worth a look for whoever decodes: long runs of letters that base64 is written in, and percent signs before two
// hexadecimal digits. One pass, nothing decoded: nearly all text has neither.
import { join } from './chunk';

// Shortest run that is given. Each has an aligned word of 8 bytes in one of every 16 bytes, so only those are looked at.
const RUN_BYTES: u32 = 24;
const STRIDE: u32 = 16;
const PERCENT: u32 = 37;

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

// @ts-ignore: decorator
@inline
function isInAlphabet(byte: u32): bool {
  return (byte | 32) - 97 < 26 || byte - 47 < 11 || byte == 43 || byte == 45 || byte == 95;
}

// @ts-ignore: decorator
@inline
function isHex(byte: u32): bool {
  return byte - 48 < 10 || (byte | 32) - 97 < 6;
}

// Address of the next run or percent sign from `from` on that begins before `to`, or 0. A run may begin before `from`, down to
// `floor`, and end behind `to`, up to `limit`.
export function nextEncoded(floor: u32, from: u32, to: u32, limit: u32): u32 {
  const percent = i8x16.splat(<i8>PERCENT);
  let done = from;
  for (let p = from; p < to; p += 64) {
    const a = v128.load(p);
    const b = v128.load(p, 16);
    const c = v128.load(p, 32);
    const d = v128.load(p, 48);
    const low = i8x16.bitmask(alphabet(v128.shuffle<u64>(a, b, 0, 2)));
    const high = i8x16.bitmask(alphabet(v128.shuffle<u64>(c, d, 0, 2)));
    let bits: u64 = 0;
    if ((low & 0xff) == 0xff) bits |= 1;
    if (low >>> 8 == 0xff) bits |= (<u64>1) << STRIDE;
    if ((high & 0xff) == 0xff) bits |= (<u64>1) << (2 * STRIDE);
    if (high >>> 8 == 0xff) bits |= (<u64>1) << (3 * STRIDE);
    const ea = i8x16.eq(a, percent);
    const eb = i8x16.eq(b, percent);
    const ec = i8x16.eq(c, percent);
    const ed = i8x16.eq(d, percent);
    if (v128.any_true(v128.or(v128.or(ea, eb), v128.or(ec, ed)))) bits |= join(ea, eb, ec, ed);
    while (bits) {
      const at = p + <u32>ctz(bits);
      bits &= bits - 1;
      if (at < done) continue;
      if (at >= to) return 0;
      if (load<u8>(at) == PERCENT) {
        if (at + 2 >= limit || !isHex(load<u8>(at, 1)) || !isHex(load<u8>(at, 2))) continue;
        encodedEnd = at + 1;
        return at;
      }
      let start = at;
      while (start > floor && isInAlphabet(load<u8>(start - 1))) start--;
      let end = at;
      while (end < limit && isInAlphabet(load<u8>(end))) end++;
      done = end;
      if (end - start < RUN_BYTES) continue;
      encodedEnd = end;
      return start;
    }
  }
  return 0;
}
