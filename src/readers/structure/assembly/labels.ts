// Finds colons that may end the label of a value: those behind which no code, time or address goes on, and before which a word ends
// that names a field, told by a bit for its last letters. In prose one colon in fifty is left, and only these cost a call.
import { join } from './chunk';

// `core/label-ends.ts` says what the bits mean.
const ENDS_BYTES: u32 = 8192;
const END_LETTERS: u32 = 6;
const FACTOR: u32 = 61;

const TAB: u32 = 0x09;
const SPACE: u32 = 0x20;
const OPEN: u32 = 0x28;
const CLOSE: u32 = 0x29;
const SLASH: u32 = 0x2f;
const COLON: u32 = 0x3a;
const EQUALS: u32 = 0x3d;
const BACKSLASH: u32 = 0x5c;

// Bytes of a remark in brackets.
const MOST_ADDED: u32 = 40;

let endsAt: u32 = 0;

export function labelEndsBytes(): u32 {
  return ENDS_BYTES;
}

export function layLabels(at: u32): void {
  endsAt = at;
}

// Address of the bits, which the host writes.
export function labelEndsAt(): u32 {
  return endsAt;
}

// @ts-ignore: decorator
@inline
function isDigit(byte: u32): bool {
  return byte - 48 < 10;
}

// Blanks, emphasis and numbers between the words of a label and its colon.
// @ts-ignore: decorator
@inline
function isBehind(byte: u32): bool {
  return byte == SPACE || isDigit(byte) || byte == TAB || byte == 0x2a || byte == 0x5f || byte == 0x60 || byte == 0x2e || byte == 0x23;
}

// Whether the bytes beside a colon rule a label out: URLs, times and ratios, scopes of code, drives and assignments.
// @ts-ignore: decorator
@inline
function isOther(floor: u32, colon: u32, limit: u32): bool {
  const next: u32 = colon + 1 < limit ? load<u8>(colon, 1) : 0;
  const last: u32 = colon > floor ? load<u8>(colon - 1) : 0;
  if (next == COLON || last == COLON || next == SLASH || next == BACKSLASH || next == EQUALS) return true;
  return isDigit(next) && isDigit(last);
}

// Where blanks, emphasis and numbers begin that end at `at`, not before `floor`.
// @ts-ignore: decorator
@inline
function beforeBlanks(at: u32, floor: u32): u32 {
  while (at > floor) {
    if (isBehind(load<u8>(at - 1))) at--;
    // The wide blank, U+3000.
    else if (at - floor >= 3 && load<u8>(at - 1) == 0x80 && load<u8>(at - 2) == 0x80 && load<u8>(at - 3) == 0xe3) at -= 3;
    else break;
  }
  return at;
}

// Where the words end that stand before `end`: as `nameEnd` of `fields/labels.ts`.
function nameEnd(end: u32, floor: u32): u32 {
  const at = beforeBlanks(end, floor);
  if (at == floor || load<u8>(at - 1) != CLOSE) return at;
  const farthest = at - floor > MOST_ADDED ? at - MOST_ADDED : floor;
  for (let open = at - 1; open > farthest; open--) if (load<u8>(open - 1) == OPEN) return beforeBlanks(open - 1, floor);
  return at;
}

// Whether a word that names a field may end before the colon at `colon`.
// @ts-ignore: decorator
@inline
function mayName(floor: u32, colon: u32, back: u32): bool {
  const farthest = colon - floor > back ? colon - back : floor;
  let at = colon;
  // Mostly a letter stands there.
  if (at > farthest && <u32>(load<u8>(at - 1) | 0x20) - 97 >= 26) at = nameEnd(at, farthest);
  const first = at - floor > END_LETTERS ? at - END_LETTERS : floor;
  let slot: u32 = 0;
  for (; at > first; at--) {
    const byte: u32 = load<u8>(at - 1);
    const letter = byte >= 0x80 ? byte : byte | 0x20;
    if (letter - 97 >= 26 && byte < 0x80) break;
    slot = slot * FACTOR + letter;
  }
  slot &= ENDS_BYTES * 8 - 1;
  return (load<u8>(endsAt + (slot >> 3)) & (1 << (slot & 7))) != 0;
}

// Address of the next colon in [from, to), of ASCII or the wide one, that may end a label; or `to`. Up to `back` bytes before it are
// looked at, down to `floor`; behind it, up to `limit`.
export function nextLabel(floor: u32, from: u32, to: u32, limit: u32, back: u32): u32 {
  const plain = i8x16.splat(<i8>COLON);
  const wide = i8x16.splat(<i8>0xef);
  for (let p = from; p < to; p += 64) {
    const a = v128.load(p);
    const b = v128.load(p, 16);
    const c = v128.load(p, 32);
    const d = v128.load(p, 48);
    const ea = v128.or(i8x16.eq(a, plain), i8x16.eq(a, wide));
    const eb = v128.or(i8x16.eq(b, plain), i8x16.eq(b, wide));
    const ec = v128.or(i8x16.eq(c, plain), i8x16.eq(c, wide));
    const ed = v128.or(i8x16.eq(d, plain), i8x16.eq(d, wide));
    if (!v128.any_true(v128.or(v128.or(ea, eb), v128.or(ec, ed)))) continue;
    let bits = join(ea, eb, ec, ed);
    while (bits) {
      const at = p + <u32>ctz(bits);
      if (at >= to) return to;
      bits &= bits - 1;
      if (load<u8>(at) == COLON) {
        if (isOther(floor, at, limit)) continue;
      } else if (at + 2 >= limit || load<u8>(at, 1) != 0xbc || load<u8>(at, 2) != 0x9a) continue;
      if (mayName(floor, at, back)) return at;
    }
  }
  return to;
}
