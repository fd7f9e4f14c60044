// Work on 64 bytes at a time: bit i of a mask stands for the byte at the chunk's address plus i.
// Nothing here keeps state, and nothing uses static data: the memory belongs to the engine.

// @ts-ignore: decorator
@inline
export function maskEqual(a: v128, b: v128, c: v128, d: v128, byte: v128): u64 {
  return join(i8x16.eq(a, byte), i8x16.eq(b, byte), i8x16.eq(c, byte), i8x16.eq(d, byte));
}

// One bit a byte of four compared vectors.
// @ts-ignore: decorator
@inline
export function join(a: v128, b: v128, c: v128, d: v128): u64 {
  return (
    (<u64>(<u32>i8x16.bitmask(a))) |
    ((<u64>(<u32>i8x16.bitmask(b))) << 16) |
    ((<u64>(<u32>i8x16.bitmask(c))) << 32) |
    ((<u64>(<u32>i8x16.bitmask(d))) << 48)
  );
}

// Mask of the chunk's bytes that lie before `to`.
// @ts-ignore: decorator
@inline
export function validMask(p: u32, to: u32): u64 {
  const left = to - p;
  return left >= 64 ? ~(<u64>0) : ((<u64>1) << left) - 1;
}

// Bit i of the result is the exclusive or of the bits 0 to i: from quotes to "inside quotes".
// @ts-ignore: decorator
@inline
export function prefixXor(bits: u64): u64 {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  bits ^= bits << 32;
  return bits;
}

// Address of the first `byte` in [from, to), or `to`.
export function find(from: u32, to: u32, byte: u32): u32 {
  const wanted = i8x16.splat(<i8>byte);
  let p = from;
  while (p < to) {
    const bits = maskEqual(v128.load(p), v128.load(p, 16), v128.load(p, 32), v128.load(p, 48), wanted);
    if (bits) {
      const at = p + <u32>ctz(bits);
      return at < to ? at : to;
    }
    p += 64;
  }
  return to;
}

// Number of bytes in [from, to) that end a line; the address behind the last one is left in `lineStart`, 0 if there is none.
export let lineStart: u32 = 0;
export function newlines(from: u32, to: u32, newline: u32): u32 {
  const wanted = i8x16.splat(<i8>newline);
  let total: u32 = 0;
  lineStart = 0;
  for (let p = from; p < to; p += 64) {
    let bits = maskEqual(v128.load(p), v128.load(p, 16), v128.load(p, 32), v128.load(p, 48), wanted);
    if (!bits) continue;
    bits &= validMask(p, to);
    if (!bits) continue;
    total += <u32>popcnt(bits);
    lineStart = p + 64 - <u32>clz(bits);
  }
  return total;
}

// Number of characters that start in [from, to): bytes that are not 10xxxxxx, that is, not below -64 as signed numbers.
export function characters(from: u32, to: u32): u32 {
  const limit = i8x16.splat(-64);
  let total: u32 = 0;
  for (let p = from; p < to; p += 64) {
    const bits = join(
      i8x16.ge_s(v128.load(p), limit),
      i8x16.ge_s(v128.load(p, 16), limit),
      i8x16.ge_s(v128.load(p, 32), limit),
      i8x16.ge_s(v128.load(p, 48), limit),
    );
    total += <u32>popcnt(bits & validMask(p, to));
  }
  return total;
}
