/**
 * Starts that lists tell: a word in capitals that begins the name of a person, and the words before a postal code. The pass in mark.ts
 * finds where to look; what is set here is wider than the forms, and RE2 and the lists themselves decide.
 */
import { candidateCapacity, candidates, personStarts, personWords, placeStarts } from './layout';

/** Bytes of the longest word that is looked up. Twin of LONGEST_WORD in ../listed-words.ts. */
const LONGEST_WORD = 20;
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

/** A word in capitals ends before `place`, a space or full stop: a name starts with it if the lists have it and another word follows. */
export function markPerson(base: usize, place: i32, length: i32): void {
  let next = place + 1;
  const separator = load<u8>(base + place);
  if (separator == FULL_STOP) {
    if (next >= length || load<u8>(base + next) != SPACE) return;
    next++;
  } else if (separator != SPACE) return;
  if (next >= length) return;
  // A capital, or the particles that begin with d and v (de, da, van, von).
  const follower = <i32>load<u8>(base + next);
  if (!isCapital(follower) && follower != 100 && follower != 118) return;
  // A letter beyond ASCII, or what is written with its bytes, may stand right before: it is the word's, or it is not.
  const stop = max(0, place - LONGEST_WORD);
  for (let start = place - 1; start >= stop && isLatin(load<u8>(base + start)); start--) {
    if (isCapital(load<u8>(base + start)) && !(start > 0 && isLetter(load<u8>(base + start - 1)))) markWord(base, start, place);
  }
}

/** The word is looked up, and a compound that it ends begins with the word before it. */
function markWord(base: usize, start: i32, end: i32): void {
  let hash: u32 = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = (hash ^ load<u8>(base + at)) * 0x01000193;
  const bit = (hash ^ (hash >> 16)) & 0xffff;
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
