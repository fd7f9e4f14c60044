/**
 * Starts that lists tell: a word in capitals that begins the name of a person, and the words before a postal code. The pass in mark.ts
 * finds where to look; what is set here is wider than the forms, and RE2 and the lists themselves decide.
 */
import { candidateCapacity, candidates, personStarts, personWords, placeStarts } from './layout';

/** Bytes of the longest word that is looked up. Twin of LONGEST_WORD in ../listed-words.ts. */
const LONGEST_WORD = 20;
/** 2^32 divided by the golden ratio. Twin of that in ../listed-words.ts. */
const HASH_FACTOR: u32 = 0x9e3779b1;
/** Words before a postal code at which a place may start. Their patterns have fewer (../../../detectors/contact/address.ts). */
const MOST_PLACE_WORDS = 12;
/** Bytes of a place's words that hyphens join. */
const LONGEST_COMPOUND = 200;
const SPACE = 32;
const COMMA = 44;
const HYPHEN = 45;
const FULL_STOP = 46;

@inline
function setStart(map: usize, place: i32): void {
  const at = map + <usize>((place >> 6) << 3);
  store<u64>(at, load<u64>(at) | (<u64>1 << (<u64>place & 63)));
}

@inline
function isCapital(byte: i32): bool {
  return <u32>(byte - 65) < 26 || <u32>(byte - 0xc3) < 3;
}

@inline
function isLetter(byte: i32): bool {
  return <u32>((byte | 32) - 97) < 26;
}

/** A letter of ASCII, or a byte of a Latin letter beyond it. */
@inline
function isLatin(byte: i32): bool {
  return isLetter(byte) || <u32>(byte - 0x80) < 0x40 || <u32>(byte - 0xc3) < 3;
}

/**
 * Of the places among 64 at which words in capitals end, those behind which a name may go on: a space and a capital or one of the
 * particles that begin with d and v (de, da, van, von), or a full stop, a space and a capital.
 */
@inline
export function nameEnds(here: usize, ends: u64, capital: u64, second: u64, letter: u64): u64 {
  const d = i8x16.splat(100);
  const v = i8x16.splat(118);
  const particles = joinMasks(
    v128.or(i8x16.eq(v128.load(here, 1), d), i8x16.eq(v128.load(here, 1), v)),
    v128.or(i8x16.eq(v128.load(here, 17), d), i8x16.eq(v128.load(here, 17), v)),
    v128.or(i8x16.eq(v128.load(here, 33), d), i8x16.eq(v128.load(here, 33), v)),
    v128.or(i8x16.eq(v128.load(here, 49), d), i8x16.eq(v128.load(here, 49), v)),
  );
  const space = i8x16.splat(<i8>SPACE);
  const spaces = joinMasks(
    i8x16.eq(v128.load(here), space),
    i8x16.eq(v128.load(here, 16), space),
    i8x16.eq(v128.load(here, 32), space),
    i8x16.eq(v128.load(here, 48), space),
  );
  const behind = (spaces >> 1) | (u64(load<u8>(here, 64) == SPACE) << 63);
  return ends & ((spaces & (capital | (letter & particles))) | (~spaces & behind & second));
}

@inline
function joinMasks(a: v128, b: v128, c: v128, d: v128): u64 {
  const low = <u32>i8x16.bitmask(a) | (<u32>i8x16.bitmask(b) << 16);
  const high = <u32>i8x16.bitmask(c) | (<u32>i8x16.bitmask(d) << 16);
  return <u64>low | (<u64>high << 32);
}

/**
 * A word in capitals ends before `place`, which `nameEnds` has told: a name starts with it if the lists have it.
 * @param letters letters of ASCII directly before
 */
export function markPerson(base: usize, place: i32, letters: i32): void {
  const separator = load<u8>(base + place);
  if (separator != SPACE && separator != FULL_STOP) return;
  const first = place - letters;
  if (letters > 0 && (first == 0 || load<u8>(base + first - 1) < 0x80)) {
    if (letters <= LONGEST_WORD && isCapital(load<u8>(base + first))) markWord(base, first, place);
    return;
  }
  // A letter beyond ASCII, or what is written with its bytes, stands right before: it is the word's, or it is not.
  const stop = max(0, place - LONGEST_WORD);
  for (let start = place - 1; start >= stop && isLatin(load<u8>(base + start)); start--) {
    if (isCapital(load<u8>(base + start)) && !(start > 0 && isLetter(load<u8>(base + start - 1)))) markWord(base, start, place);
  }
}

/** The word is looked up, and a compound that it ends begins with the word before it. Hashed four bytes at a time. */
function markWord(base: usize, start: i32, end: i32): void {
  let hash: u32 = 0;
  let at = start;
  for (; at + 4 <= end; at += 4) hash = (hash ^ load<u32>(base + at)) * HASH_FACTOR;
  if (at < end) hash = (hash ^ (load<u32>(base + at) & (0xffffff >> ((3 - (end - at)) << 3)))) * HASH_FACTOR;
  const bit = hash >> 13;
  if (((<u32>load<u8>(personWords + <usize>(bit >> 3)) >> (bit & 7)) & 1) == 0) return;
  setStart(personStarts, start);
  if (start == 0 || load<u8>(base + start - 1) != HYPHEN) return;
  const stop = max(0, start - 1 - 2 * LONGEST_WORD);
  for (let at = start - 2; at >= stop && isLatin(load<u8>(base + at)); at--) {
    if (isCapital(load<u8>(base + at))) setStart(personStarts, at);
  }
}

/** The byte at `place` ends a token of capitals and digits, and a space and a digit follow: a place may start with the words before. */
export function markPlace(base: usize, place: i32): void {
  if (load<u8>(base + place + 1) != SPACE) return;
  let at = place;
  while (at >= 0 && place - at < 5 && (<u32>(load<u8>(base + at) - 48) < 10 || <u32>(load<u8>(base + at) - 65) < 26)) at--;
  for (let words = 0; words < MOST_PLACE_WORDS; words++) {
    if (at < 1 || load<u8>(base + at) != SPACE) return;
    at--;
    if (load<u8>(base + at) == COMMA) at--;
    const end = at + 1;
    for (; at >= 0 && end - at <= LONGEST_COMPOUND && isPlaceByte(load<u8>(base + at)); at--) {
      if (isCapital(load<u8>(base + at))) setStart(placeStarts, at);
    }
    if (at + 1 == end) return;
  }
}

@inline
function isPlaceByte(byte: i32): bool {
  return isLatin(byte) || byte == HYPHEN || byte == FULL_STOP || byte == 39 || byte == 0xe2;
}

let to: i32 = 0;

/** Writes the starts in `[from, end)` to the candidates' room, four times the place plus 1 for a person, 2 for a place; returns how many. */
export function listStarts(from: i32, end: i32): i32 {
  let count = 0;
  const most = candidateCapacity * 4 - 64;
  to = end;
  for (let chunk = from & ~63; chunk < end; chunk += 64) {
    const persons = load<u64>(personStarts + <usize>(chunk >> 3));
    const places = load<u64>(placeStarts + <usize>(chunk >> 3));
    let starts = persons | places;
    if (chunk < from) starts &= ~(<u64>0) << <u64>(from - chunk);
    if (count >= most) {
      to = chunk;
      return count;
    }
    while (starts) {
      const bit = ctz(starts);
      starts &= starts - 1;
      const at = chunk + <i32>bit;
      if (at >= end) return count;
      const kinds = <u32>((persons >> bit) & 1) | (<u32>((places >> bit) & 1) << 1);
      store<u32>(candidates + (<usize>count << 2), (<u32>at << 2) | kinds);
      count++;
    }
  }
  return count;
}

/** Where the next call goes on. */
export function listedTo(): i32 {
  return to;
}
