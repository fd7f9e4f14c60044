// What the members of an object say of each other: `"name": "DB_PASSWORD"` is what the `"value"` behind it is called. Keeps, level by
// level, where the names stand that were seen so far; they are looked at only where a value takes one, since most objects have a
// `name`, `type` or `id` and no such value. Which keys give and take names says siblings.ts of the readers.
import { join, maskEqual, validMask } from './chunk';
import { calledChild, JOINED, knownCalled, nodeKind } from './names';

// Kinds of keys, in bits: what they give, and from bit 3 on what they take.
const TYPE: u32 = 1;
const TITLE: u32 = 2;
const NAME: u32 = 4;
export const GIVEN: u32 = 7;
const TAKEN: u32 = 3;
const KINDS: u32 = 3;

// Levels whose members are looked at; deeper ones name each other no more.
const LEVELS: u32 = 64;
// Longest name, in characters and in bytes.
const LONGEST: i32 = 64;
const NAME_BYTES: u32 = 128;
// More digits, or more spaces, are data.
const MOST_DIGITS: i32 = 6;
const MOST_SPACES: i32 = 5;
// Nothing can match in fewer bytes.
const SHORTEST: u32 = 3;

// A level: address and length of its type, title and name, and whether they are those of the level above.
const ABOVE: u32 = 24;
const LEVEL_BYTES: u32 = 32;
const SLOTS_BYTES: u32 = (LEVELS + 1) * LEVEL_BYTES;
// Behind the levels, room for the names of each, for what is kept from block to block.
const KEPT_BYTES: u32 = KINDS * NAME_BYTES;
const STATE_BYTES: u32 = SLOTS_BYTES + (LEVELS + 1) * KEPT_BYTES;

let levelsAt: u32 = 0;
let isUsed: bool = false;

// Bytes of the state, and of the room behind it in which names are joined.
export function siblingBytes(): u32 {
  return STATE_BYTES + KEPT_BYTES + 64;
}

export function laySiblings(at: u32): void {
  levelsAt = at;
}

export function siblingsUsed(): bool {
  return isUsed;
}

export function useSiblings(on: bool): void {
  isUsed = on;
}

// Copies the levels up to `depth` from one state to another.
export function copySiblings(to: u32, from: u32, depth: u32): void {
  const levels = min(depth, LEVELS) + 1;
  memory.copy(to, from, levels * LEVEL_BYTES);
  memory.copy(to + SLOTS_BYTES, from + SLOTS_BYTES, levels * KEPT_BYTES);
}

// @ts-ignore: decorator
@inline
function at(level: u32): u32 {
  return levelsAt + level * LEVEL_BYTES;
}

function clear(level: u32): void {
  memory.fill(at(level), 0, LEVEL_BYTES);
}

// To be called where a level opens below `node`: what the level above is called, its value is called.
// @ts-ignore: decorator
@inline
export function openSiblings(level: u32, node: u32): void {
  if (!isUsed || level > LEVELS) return;
  if ((nodeKind(node) >> TAKEN) & TITLE) {
    memory.copy(at(level), at(level - 1), LEVEL_BYTES);
    store<u32>(at(level), 1, ABOVE);
  } else {
    clear(level);
  }
}

// Copies the names of the levels up to `depth` out of the block, which goes on to another place.
export function keepSiblings(depth: u32): void {
  if (!isUsed) return;
  // Deep levels first, and the title first: they may still lie in the room of what they were taken from.
  for (let level = <i32>min(depth, LEVELS); level >= 0; level--) {
    keep(level, 1);
    keep(level, 0);
    keep(level, 2);
  }
}

function keep(level: u32, slot: u32): void {
  const entry = at(level) + slot * 8;
  const to = levelsAt + SLOTS_BYTES + level * KEPT_BYTES + slot * NAME_BYTES;
  memory.copy(to, load<u32>(entry), load<u32>(entry, 4));
  store<u32>(entry, to);
}

// Takes what the text [start, end) of the member `node` of an object says of its siblings; `path` is that of the object.
export function giveName(level: u32, node: u32, path: u32, isBelowObject: bool, start: u32, end: u32): void {
  if (level > LEVELS || end - start > NAME_BYTES) return;
  if (!isUsed) {
    isUsed = true;
    for (let i: u32 = 0; i <= LEVELS; i++) clear(i);
  }
  const given = nodeKind(node) & GIVEN;
  put(level, given, start, end - start);
  // `"type": { "text": … }` is what the siblings of the type are called.
  const above = nodeKind(path) & GIVEN;
  if (above && isBelowObject && given != TYPE) put(level - 1, above, start, end - start);
}

function put(level: u32, given: u32, start: u32, bytes: u32): void {
  const to = at(level);
  const slot: u32 = given & NAME ? 16 : given & TITLE ? 8 : 0;
  // What is no name does not take the place of one; else that is asked when a value takes it.
  if ((load<u32>(to, ABOVE) || load<u32>(to + slot, 4)) && !isName(start, bytes)) return;
  if (load<u32>(to, ABOVE)) clear(level);
  // Of two names the first is one more title, and of two types, where there is none.
  const isMoved = slot == 16 || (slot == 0 && !isTaken(to + 8));
  if (isMoved && isTaken(to + slot)) store<u64>(to, load<u64>(to + slot), 8);
  store<u32>(to + slot, start);
  store<u32>(to + slot, bytes, 4);
}

// Whether a name stands in the slot. What is none is left there as well, until another one comes.
function isTaken(slot: u32): bool {
  return load<u32>(slot, 4) != 0 && isName(load<u32>(slot), load<u32>(slot, 4));
}

// Id of the value of `bytes` bytes at the end of `node`, by what its siblings call it.
export function calledNode(level: u32, node: u32, bytes: u32): u32 {
  if (!isUsed || level > LEVELS || bytes < SHORTEST) return node;
  const taken = (nodeKind(node) >> TAKEN) & GIVEN;
  let count: u32 = 0;
  let last: u32 = 0;
  for (let slot: u32 = 0; slot < KINDS; slot++) {
    if (!((taken >> slot) & 1) || !load<u32>(at(level) + slot * 8, 4)) continue;
    count++;
    last = slot;
  }
  if (!count) return node;
  if (count == 1) {
    const name = load<u32>(at(level) + last * 8);
    const length = load<u32>(at(level) + last * 8, 4);
    const known = knownCalled(node, name, length, last);
    if (known) return known;
    return isName(name, length) ? calledChild(node, name, length, last) : node;
  }
  const joined = levelsAt + STATE_BYTES;
  let top = joined;
  for (let slot: u32 = 0; slot < KINDS; slot++) {
    const length = load<u32>(at(level) + slot * 8, 4);
    const name = load<u32>(at(level) + slot * 8);
    if (!((taken >> slot) & 1) || !length || !isName(name, length)) continue;
    memory.copy(top, name, length);
    top += length;
    // Which of them it is, told by what ends it: no name holds a control character.
    store<u8>(top++, <u8>(slot + 1));
  }
  if (top == joined) return node;
  const known = knownCalled(node, joined, top - joined, JOINED);
  return known ? known : calledChild(node, joined, top - joined, JOINED);
}

// Whether a text, as it is written in JSON, may be what a value is called.
function isName(start: u32, bytes: u32): bool {
  if (bytes < 2) return false;
  let letters: i32 = 0;
  let digits: i32 = 0;
  let spaces: i32 = 0;
  let characters: i32 = 0;
  for (let i: u32 = 0; i < bytes; i += 64) {
    const p = start + i;
    const a = v128.load(p);
    const b = v128.load(p, 16);
    const c = v128.load(p, 32);
    const d = v128.load(p, 48);
    const valid = validMask(p, start + bytes);
    const parts = join(isPart(a), isPart(b), isPart(c), isPart(d)) & valid;
    letters += <i32>popcnt(join(isLetter(a), isLetter(b), isLetter(c), isLetter(d)) & valid & ~parts);
    digits += <i32>popcnt(join(isDigit(a), isDigit(b), isDigit(c), isDigit(d)) & valid);
    spaces += <i32>popcnt(maskEqual(a, b, c, d, i8x16.splat(32)) & valid);
    characters += <i32>popcnt(valid & ~parts);
    if (join(isMark(a), isMark(b), isMark(c), isMark(d)) & valid) return false;
    // `\u00e9` is a letter: its digits are none.
    for (let escapes = maskEqual(a, b, c, d, i8x16.splat(92)) & valid; escapes; escapes &= escapes - 1) {
      const at = p + <u32>ctz(escapes);
      if (at + 5 < start + bytes && load<u8>(at + 1) == 117) {
        characters -= 5;
        for (let digit = at + 2; digit < at + 6; digit++) digits -= i32(<u32>load<u8>(digit) - 48 < 10);
      }
    }
  }
  return letters >= 2 && digits <= MOST_DIGITS && spaces <= MOST_SPACES && characters <= LONGEST;
}

// Bytes behind the first one of a character.
// @ts-ignore: decorator
@inline
function isPart(bytes: v128): v128 {
  return i8x16.eq(v128.and(bytes, i8x16.splat(<i8>0xc0)), i8x16.splat(<i8>0x80));
}

// Letters of ASCII, and all else beyond it.
// @ts-ignore: decorator
@inline
function isLetter(bytes: v128): v128 {
  const folded = v128.or(bytes, i8x16.splat(32));
  const ascii = v128.and(i8x16.ge_u(folded, i8x16.splat(97)), i8x16.le_u(folded, i8x16.splat(122)));
  return v128.or(ascii, i8x16.ge_u(bytes, i8x16.splat(<i8>0x80)));
}

// @ts-ignore: decorator
@inline
function isDigit(bytes: v128): v128 {
  return v128.and(i8x16.ge_u(bytes, i8x16.splat(48)), i8x16.le_u(bytes, i8x16.splat(57)));
}

// Control characters, and the marks of code: `;`, `<`, `=`, `>`, `{`, `}`.
// @ts-ignore: decorator
@inline
function isMark(bytes: v128): v128 {
  const control = i8x16.lt_u(bytes, i8x16.splat(32));
  const compares = v128.and(i8x16.ge_u(bytes, i8x16.splat(59)), i8x16.le_u(bytes, i8x16.splat(62)));
  const braces = v128.or(i8x16.eq(bytes, i8x16.splat(123)), i8x16.eq(bytes, i8x16.splat(125)));
  return v128.or(control, v128.or(compares, braces));
}
