/**
 * The pass over all bytes: classifies 64 places at a time and sets a bit where a value may start. Each rule here has its
 * twin in ../../marks.ts, which decides when a form is compiled whether the rules cover it.
 */
import {
  atBehind,
  atLongest,
  atRun,
  digitPlaces,
  letterStarts,
  literalStarts,
  middleStarts,
  personStarts,
  placeStarts,
  schemeBehind,
  schemeLongest,
  schemeRun,
  shapeStarts,
  widePlaces,
  wordDigits,
  wordPlaces,
  literalLaters,
  literalMasks,
  literalNibbles,
  literalOffsets,
  literalTriples,
} from './layout';
import { foldsAny, hasPlainLeads, leadPairs, separatorPlaces } from './fold';
import { markPerson, markPlace, nameEnds } from './listed';

/** Twin of MOST_LEADING_LETTERS. */
const MOST_LEADING_LETTERS = 24;
/** Twin of MOST_WORD_LETTERS. */
const MOST_WORD_LETTERS = 12;
const BACKSLASH = 92;

/** Whether the block that was marked last has a byte outside ASCII. */
export let blockIsWide: bool = false;

export function isWide(): i32 {
  return i32(blockIsWide);
}

/** Whether a character of the block that was marked last folds, the block taken as one unit. */
let blockFolds: bool = false;

export function hasFolds(): i32 {
  return i32(blockFolds);
}

/** 64 bits of four vectors' signs. */
@inline
function mask64(a: v128, b: v128, c: v128, d: v128): u64 {
  const low = <u32>i8x16.bitmask(a) | (<u32>i8x16.bitmask(b) << 16);
  const high = <u32>i8x16.bitmask(c) | (<u32>i8x16.bitmask(d) << 16);
  return <u64>low | (<u64>high << 32);
}

@inline
function isAny(a: v128, b: v128, c: v128, d: v128): bool {
  return v128.any_true(v128.or(v128.or(a, b), v128.or(c, d)));
}

// Signed comparisons: x86 has no unsigned one, and takes four instructions for it.
@inline
function digitLanes(v: v128): v128 {
  return i8x16.gt_s(i8x16.add(v, i8x16.splat(70)), i8x16.splat(117));
}

@inline
function letterLanes(v: v128): v128 {
  return i8x16.gt_s(i8x16.add(v128.or(v, i8x16.splat(32)), i8x16.splat(5)), i8x16.splat(101));
}

/** Flags of the bytes 0x20 to 0x2f: bit 7 group separator (space ( ) - . /), bit 6 plus, bit 4 of + - /. */
@inline
function punctuation(v: v128): v128 {
  const flags = i8x16(-128, 0, 0, 0, 0, 0, 0, 0, -128, -128, 0, 0x50, 0, -112, -128, -112);
  return i8x16.swizzle(flags, i8x16.sub(v, i8x16.splat(0x20)));
}

/** The bytes of a long run that are no letters or digits: + - / _ */
@inline
function joinerLanes(v: v128, flags: v128): v128 {
  return v128.or(i16x8.shl(flags, 3), i8x16.eq(v, i8x16.splat(95)));
}

/** Places from which 32 bytes of a run follow, read from this chunk's and the next one's bits. */
@inline
function longRuns(run: u64, next: u64): u64 {
  let here = run & ((run >> 1) | (next << 63));
  let on = next & (next >> 1);
  here &= (here >> 2) | (on << 62);
  on &= on >> 2;
  here &= (here >> 4) | (on << 60);
  on &= on >> 4;
  here &= (here >> 8) | (on << 56);
  on &= on >> 8;
  return here & ((here >> 16) | (on << 48));
}

/** Added to a lane's buckets, makes the sign tell those of literals that count inside words too: the three highest (../literals.ts). */
const FREE_LANES: i8 = 0x60;

/** The lanes with such a bucket, by their sign. */
@inline
function freeLanes(buckets: v128): v128 {
  return i8x16.add_sat_u(buckets, i8x16.splat(FREE_LANES));
}

/** The lanes with any bucket, by their sign: one instruction, where a comparison with zero takes three. */
@inline
function anyLanes(buckets: v128): v128 {
  return i8x16.add_sat_u(buckets, i8x16.splat(0x7f));
}

/** Moves lanes to the place behind, and the last one of the vector before to the first place. */
@inline
function behindOne(before: v128, v: v128): v128 {
  return v128.shuffle<u8>(before, v, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
}

/** Buckets of bytes at one of the four places of a literal (../literals.ts): by the low nibble, or by both. */
@inline
function nibbleLanes(low: v128, v: v128): v128 {
  return i8x16.swizzle(low, v128.and(v, i8x16.splat(15)));
}

@inline
function byteLanes(low: v128, high: v128, v: v128): v128 {
  const fifteen = i8x16.splat(15);
  return v128.and(i8x16.swizzle(low, v128.and(v, fifteen)), i8x16.swizzle(high, v128.and(i16x8.shr_u(v, 4), fifteen)));
}

/** Whether a literal may begin with the three bytes here (../literals.ts). */
@inline
function beginsLiteral(at: usize): bool {
  const hash = ((load<u32>(at) & 0xffffff) * 0x9e3779b1) >> 16;
  return ((<u32>load<u8>(literalTriples + <usize>(hash >> 3)) >> (hash & 7)) & 1) != 0;
}

@inline
function setBit(map: usize, place: i32): void {
  const at = map + <usize>((place >> 6) << 3);
  store<u64>(at, load<u64>(at) | (<u64>1 << (<u64>place & 63)));
}

@inline
function isLetter(byte: i32): bool {
  return <u32>((byte | 32) - 97) < 26;
}

@inline
function isHex(byte: i32): bool {
  return <u32>(byte - 48) < 10 || <u32>((byte | 32) - 97) < 6;
}

/** Twin of `isBreakLetter` in src/core/boundary.ts. */
@inline
export function isBreakLetter(letter: i32, before: i32): bool {
  return before == BACKSLASH && (letter == 110 || letter == 114 || letter == 116);
}

/** The first letter of a word that begins at `at`: behind the letter of `\n`, which is none of it. */
@inline
function wordStart(base: usize, at: i32): i32 {
  return at > 0 && isBreakLetter(load<u8>(base + at), load<u8>(base + at - 1)) ? at + 1 : at;
}

/** Of the places of letters behind backslashes, those of letters of a break. */
function breakLetters(here: usize, letters: u64): u64 {
  let found: u64 = 0;
  while (letters) {
    const place = ctz(letters);
    letters &= letters - 1;
    if (isBreakLetter(load<u8>(here + <usize>place), BACKSLASH)) found |= <u64>1 << place;
  }
  return found;
}

/** Letters in an unbroken run of at most 32 before each bit of `ends`. */
@inline
function fillBack(ends: u64, run: u64): u64 {
  let through = run;
  let filled = (ends >> 1) & run;
  filled |= (filled >> 1) & through;
  through &= through >> 1;
  filled |= (filled >> 2) & through;
  through &= through >> 2;
  filled |= (filled >> 4) & through;
  through &= through >> 4;
  filled |= (filled >> 8) & through;
  through &= through >> 8;
  return filled | ((filled >> 16) & through);
}

/** A digit at `place` that follows letters: the word's first letter starts a value if at most 24 letters lead. */
function markWord(base: usize, place: i32): void {
  let at = place - 1;
  const stop = max(-1, place - 2 - MOST_LEADING_LETTERS);
  while (at > stop && isLetter(load<u8>(base + at))) at--;
  const first = wordStart(base, at + 1);
  if (first < place && place - first <= MOST_LEADING_LETTERS) setBit(shapeStarts, first);
}

/** A digit group at `place` behind a space, hyphen or slash, perhaps a full stop, and a word of letters. */
function markWordGroup(base: usize, place: i32): void {
  const separator = load<u8>(base + place - 1);
  if (separator != 32 && separator != 45 && separator != 47) return;
  let last = place - 2;
  if (load<u8>(base + last) == 46) last--;
  let at = last;
  const stop = max(-1, last - 1 - MOST_WORD_LETTERS);
  while (at > stop && isLetter(load<u8>(base + at))) at--;
  const first = wordStart(base, at + 1);
  const count = last + 1 - first;
  if (count <= 0 || count > MOST_WORD_LETTERS) return;
  if (at >= 0 && <u32>(load<u8>(base + at) - 48) < 10) return;
  setBit(shapeStarts, first);
}

/** A colon at `place` with another at most five bytes on: at most four hex digits on either side of it. */
function markColonChain(base: usize, place: i32, length: i32): void {
  let on = place + 1;
  while (on < length && on < place + 5 && isHex(load<u8>(base + on))) on++;
  if (on >= length || load<u8>(base + on) != 58) return;
  let at = place - 1;
  const stop = max(-1, place - 5);
  while (at > stop && isHex(load<u8>(base + at))) at--;
  setBit(shapeStarts, at + 1);
}

/** A hyphen at `place` with another three bytes on and a third six bytes on: two hex digits before it begin a value. */
function markHyphenTriplet(base: usize, place: i32): void {
  if (place < 2 || load<u8>(base + place) != 45 || load<u8>(base + place, 3) != 45 || load<u8>(base + place, 6) != 45) return;
  if (isHex(load<u8>(base + place - 1)) && isHex(load<u8>(base + place - 2))) setBit(shapeStarts, place - 2);
}

/** An anchor at `place`, with its last byte before `after`: behind it a run and what may follow that, before it a run of one class. */
function markMiddle(base: usize, place: i32, after: i32, length: i32, behind: usize, run: usize, longest: i32): void {
  let on = after;
  while (on < length && load<u8>(behind + load<u8>(base + on)) == 1) on++;
  // A byte that is of the run and may follow it too ends the look ahead: nothing more can be said.
  if (on >= length || load<u8>(behind + load<u8>(base + on)) == 0) return;
  let at = place - 1;
  const stop = max(-1, place - 2 - longest);
  while (at > stop && load<u8>(run + load<u8>(base + at))) at--;
  // What a character that is not of the run leaves of itself: bytes that only continue one.
  let first = wordStart(base, at + 1);
  while (first < place && (load<u8>(base + first) & 0xc0) == 0x80) first++;
  const count = place - first;
  if (count > 0 && count <= longest) setBit(middleStarts, first);
}

function markLiteral(base: usize, place: i32, length: i32): void {
  const m0 = literalMasks + (<usize>load<u8>(base + place) << 5);
  const m1 = literalMasks + 8192 + (<usize>load<u8>(base + place, 1) << 5);
  const m2 = literalMasks + 16384 + (<usize>load<u8>(base + place, 2) << 5);
  const m3 = literalMasks + 24576 + (<usize>load<u8>(base + place, 3) << 5);
  const low = v128.and(v128.and(v128.load(m0), v128.load(m1)), v128.and(v128.load(m2), v128.load(m3)));
  const high = v128.and(v128.and(v128.load(m0, 16), v128.load(m1, 16)), v128.and(v128.load(m2, 16), v128.load(m3, 16)));
  if (v128.any_true(low)) {
    markFound(base, place, length, i64x2.extract_lane(low, 0), 0);
    markFound(base, place, length, i64x2.extract_lane(low, 1), 64);
  }
  if (v128.any_true(high)) {
    markFound(base, place, length, i64x2.extract_lane(high, 0), 128);
    markFound(base, place, length, i64x2.extract_lane(high, 1), 192);
  }
}

/** Marks the literals of `found`, of which bit 0 is literal `first`, whose later byte stands where it must. */
@inline
function markFound(base: usize, place: i32, length: i32, found: u64, first: i32): void {
  while (found) {
    const literal = first + <i32>ctz(found);
    found &= found - 1;
    const later = literalLaters + (<usize>literal << 6);
    const on = place + <i32>load<u8>(later, 32);
    if (on >= length) continue;
    const byte = <u32>load<u8>(base + on);
    if (((<u32>load<u8>(later + (byte >> 3)) >> (byte & 7)) & 1) == 0) continue;
    const start = place - <i32>load<u8>(literalOffsets + literal);
    if (start >= 0) setBit(literalStarts, start);
  }
}

/** The lowest `count` bits. */
@inline
function lowest(count: i32): u64 {
  return count <= 0 ? 0 : count >= 64 ? ~(<u64>0) : ~(<u64>0) >> <u64>(64 - count);
}

/**
 * Sets the bits of the maps for `length` bytes at `base` (a multiple of 64, 192 readable bytes behind it). Bytes behind the end
 * belong to nobody and are of no class: counters must not depend on them.
 */
export function mark(base: usize, length: i32): void {
  const chunks = (length + 63) >> 6;
  const n0 = v128.load(literalNibbles);
  const n1 = v128.load(literalNibbles, 16);
  const n2 = v128.load(literalNibbles, 32);
  const n3 = v128.load(literalNibbles, 48);
  const n4 = v128.load(literalNibbles, 64);
  const n5 = v128.load(literalNibbles, 80);
  const digitsInWords = <u64>wordDigits;
  const zero = i8x16.splat(0);
  let digitsBefore: u64 = 0;
  let lettersBefore: u64 = 0;
  let separatorsBefore: u64 = 0;
  let plusesBefore: u64 = 0;
  let runsBefore: u64 = 0;
  // Of the chunk before the next one.
  let backslashesBefore: u64 = 0;
  let carry: u64 = 0;
  let capitalCarry: u64 = 0;
  let anyWide: u64 = 0;
  let anyFolds: bool = false;
  // Classes of the chunk at hand; those of the next one, which rules look into, begin with `next`.
  let D: u64 = 0;
  let L: u64 = 0;
  let E: u64 = 0;
  let S: u64 = 0;
  let C: u64 = 0;
  let P: u64 = 0;
  let A: u64 = 0;
  let W: u64 = 0;
  let R: u64 = 0;
  // Fourth bytes of what may be a literal at a word's start, and anywhere.
  let T: u64 = 0;
  let F: u64 = 0;
  // Buckets that the bytes at the end of the chunk share: the last one, the last two, the last three.
  let lastOne = zero;
  let lastTwo = zero;
  let lastThree = zero;
  // First bytes of characters that may fold without a digit beside them.
  let G: u64 = 0;
  let U: u64 = 0;
  for (let chunk = -1; chunk < chunks; chunk++) {
    const from = chunk << 6;
    const here = base + <usize>from;
    const a = v128.load(here, 64);
    const b = v128.load(here, 80);
    const c = v128.load(here, 96);
    const d = v128.load(here, 112);
    let nextD = mask64(digitLanes(a), digitLanes(b), digitLanes(c), digitLanes(d));
    let nextL = mask64(letterLanes(a), letterLanes(b), letterLanes(c), letterLanes(d));
    // The letter of `\n` is of no word: what stands behind it begins one.
    let nextB: u64 = 0;
    const backslash = i8x16.splat(<i8>BACKSLASH);
    const ba = i8x16.eq(a, backslash);
    const bb = i8x16.eq(b, backslash);
    const bc = i8x16.eq(c, backslash);
    const bd = i8x16.eq(d, backslash);
    if (isAny(ba, bb, bc, bd)) nextB = mask64(ba, bb, bc, bd);
    let nextE = ((nextB << 1) | (backslashesBefore >> 63)) & nextL;
    if (nextE) nextE = breakLetters(here + 64, nextE);
    nextL &= ~nextE;
    backslashesBefore = nextB;
    // The bit that a small letter has and a capital has not, as the sign.
    let nextU = nextL & ~mask64(i16x8.shl(a, 2), i16x8.shl(b, 2), i16x8.shl(c, 2), i16x8.shl(d, 2));
    const colon = i8x16.splat(58);
    let nextC = mask64(i8x16.eq(a, colon), i8x16.eq(b, colon), i8x16.eq(c, colon), i8x16.eq(d, colon));
    const pa = punctuation(a);
    const pb = punctuation(b);
    const pc = punctuation(c);
    const pd = punctuation(d);
    let nextS = mask64(pa, pb, pc, pd) | nextC;
    let nextR = nextD | nextL | mask64(joinerLanes(a, pa), joinerLanes(b, pb), joinerLanes(c, pc), joinerLanes(d, pd));
    // Rare bytes cost their bits only where there are some.
    let nextP: u64 = 0;
    // Only sign bits are read, so lanes of 16 bits will do: x86 has no shift of bytes.
    if (i8x16.bitmask(i16x8.shl(v128.or(v128.or(pa, pb), v128.or(pc, pd)), 1))) {
      nextP = mask64(i16x8.shl(pa, 1), i16x8.shl(pb, 1), i16x8.shl(pc, 1), i16x8.shl(pd, 1));
    }
    let nextA: u64 = 0;
    const at64 = i8x16.splat(64);
    const ea = i8x16.eq(a, at64);
    const eb = i8x16.eq(b, at64);
    const ec = i8x16.eq(c, at64);
    const ed = i8x16.eq(d, at64);
    if (isAny(ea, eb, ec, ed)) nextA = mask64(ea, eb, ec, ed);
    let nextW: u64 = 0;
    let nextG: u64 = 0;
    if (i8x16.bitmask(v128.or(v128.or(a, b), v128.or(c, d)))) {
      nextW = mask64(a, b, c, d);
      if (!anyFolds && hasPlainLeads(a, b, c, d)) nextG = leadPairs(here + 64);
    }
    const oneA = nibbleLanes(n0, a);
    const oneB = nibbleLanes(n0, b);
    const oneC = nibbleLanes(n0, c);
    const oneD = nibbleLanes(n0, d);
    const twoA = v128.and(behindOne(lastOne, oneA), byteLanes(n1, n2, a));
    const twoB = v128.and(behindOne(oneA, oneB), byteLanes(n1, n2, b));
    const twoC = v128.and(behindOne(oneB, oneC), byteLanes(n1, n2, c));
    const twoD = v128.and(behindOne(oneC, oneD), byteLanes(n1, n2, d));
    const threeA = v128.and(behindOne(lastTwo, twoA), nibbleLanes(n3, a));
    const threeB = v128.and(behindOne(twoA, twoB), nibbleLanes(n3, b));
    const threeC = v128.and(behindOne(twoB, twoC), nibbleLanes(n3, c));
    const threeD = v128.and(behindOne(twoC, twoD), nibbleLanes(n3, d));
    const fourA = v128.and(behindOne(lastThree, threeA), byteLanes(n4, n5, a));
    const fourB = v128.and(behindOne(threeA, threeB), byteLanes(n4, n5, b));
    const fourC = v128.and(behindOne(threeB, threeC), byteLanes(n4, n5, c));
    const fourD = v128.and(behindOne(threeC, threeD), byteLanes(n4, n5, d));
    lastOne = oneD;
    lastTwo = twoD;
    lastThree = threeD;
    let nextT: u64 = 0;
    let nextF: u64 = 0;
    if (isAny(fourA, fourB, fourC, fourD)) {
      nextT = mask64(anyLanes(fourA), anyLanes(fourB), anyLanes(fourC), anyLanes(fourD));
      nextF = mask64(freeLanes(fourA), freeLanes(fourB), freeLanes(fourC), freeLanes(fourD));
    }
    if (from + 128 > length) {
      const valid = lowest(length - from - 64);
      nextD &= valid;
      nextL &= valid;
      nextE &= valid;
      nextC &= valid;
      nextS &= valid;
      nextR &= valid;
      nextP &= valid;
      nextA &= valid;
      nextW &= valid;
      nextG &= valid;
      nextU &= valid;
    }
    if (chunk >= 0) {
      const D1 = (D >> 1) | (nextD << 63);
      const D2 = (D >> 2) | (nextD << 62);
      const D3 = (D >> 3) | (nextD << 61);
      const S1 = (S >> 1) | (nextS << 63);
      const S2 = (S >> 2) | (nextS << 62);
      const L1 = (L >> 1) | (nextL << 63);
      const L2 = (L >> 2) | (nextL << 62);
      const digitBefore = (D << 1) | (digitsBefore >> 63);
      const letterBefore = (L << 1) | (lettersBefore >> 63);
      const alnumBefore = digitBefore | letterBefore;

      // A word that begins with a digit: three digits, or one or two before a letter, before a
      // separator and a letter or digit, or before two separators and a letter or digit (`12. März`).
      const L3 = (L >> 3) | (nextL << 61);
      const S3 = (S >> 3) | (nextS << 61);
      const D4 = (D >> 4) | (nextD << 60);
      // Spaces and dashes have to touch a digit, which few characters outside ASCII do.
      let folding = W & (digitBefore | D2 | D3);
      if (folding) folding &= separatorPlaces(here);
      folding |= G;
      if (folding && !anyFolds) anyFolds = foldsAny(base, from, folding, length);
      const L4 = (L >> 4) | (nextL << 60);
      const one = ~D1 & ((S1 & (D2 | L2 | (S2 & (D3 | L3)))) | L1);
      const two = D1 & ~D2 & ((S2 & (D3 | L3 | (S3 & (D4 | L4)))) | L2);
      const keep = (D1 & D2) | one | two | (P << 1) | (plusesBefore >> 63);
      const at = <usize>(chunk << 3);
      const longs = longRuns(R, nextR) & ~((R << 1) | (runsBefore >> 63));
      let starts = (D & ~alnumBefore & keep) | longs;
      store<u64>(middleStarts + at, 0);
      store<u64>(literalStarts + at, 0);
      store<u64>(digitPlaces + at, D);
      store<u64>(wordPlaces + at, D | L);
      store<u64>(widePlaces + at, W);
      store<u64>(letterStarts + at, ((E | (L & ~letterBefore)) & ~(D1 & ~digitsInWords)) | W);
      anyWide |= W;

      // A word that begins with a capital: its first bit, added, lands behind its last letter, as below.
      store<u64>(personStarts + at, 0);
      store<u64>(placeStarts + at, 0);
      const names = L | W;
      const capitals = (U | W) & ~alnumBefore;
      const through = names + capitals;
      const landed = through + capitalCarry;
      capitalCarry = u64(through < names) | u64(landed < through);
      let persons = landed & ~names & S;
      if (persons) {
        const follows = ((U | W) >> 1) | ((nextU | nextW) << 63);
        const followsSecond = ((U | W) >> 2) | ((nextU | nextW) << 62);
        persons = nameEnds(here, persons, follows, followsSecond, L1);
        while (persons) {
          const bit = ctz(persons);
          // Letters before the place, as the highest bits.
          const before = bit == 0 ? lettersBefore : (L << (64 - bit)) | (lettersBefore >> bit);
          markPerson(base, from + <i32>bit, <i32>clz(~before));
          persons &= persons - 1;
        }
      }
      const U3 = (U >> 3) | (nextU << 61);
      let places = S1 & D2 & ((U & D3) | ((U | D) & U3));
      while (places) {
        markPlace(base, from + <i32>ctz(places));
        places &= places - 1;
      }

      // A word that begins with letters: adding its first bit makes the carry run to the first byte that is no letter.
      const wordStarts = L & ~alnumBefore;
      const sum = L + wordStarts + carry;
      const landings = sum & ~L & D;
      // The way back from the digit to the word's first letter is a fill through letters, without a branch.
      starts |= fillBack(landings, L) & wordStarts;
      if (carry) {
        const first = (L + 1) & ~L & D;
        if (first) markWord(base, from + <i32>ctz(first));
      }
      carry = u64(sum < L);
      const separatorBefore = (S << 1) | (separatorsBefore >> 63);
      const secondBefore = (L << 2) | (lettersBefore >> 62) | (((S << 2) | (separatorsBefore >> 62)) & ((L << 3) | (lettersBefore >> 61)));
      store<u64>(shapeStarts + at, starts);
      let groups = D & ~digitBefore & separatorBefore & secondBefore;
      while (groups) {
        markWordGroup(base, from + <i32>ctz(groups));
        groups &= groups - 1;
      }
      const C1 = (C >> 1) | (nextC << 63);
      const C2 = (C >> 2) | (nextC << 62);
      const C3 = (C >> 3) | (nextC << 61);
      const C4 = (C >> 4) | (nextC << 60);
      const C5 = (C >> 5) | (nextC << 59);
      let chains = C & (C1 | C2 | C3 | C4 | C5);
      while (chains) {
        markColonChain(base, from + <i32>ctz(chains), length);
        chains &= chains - 1;
      }
      // Separators three apart with letters or digits between them: hyphens, if the place is told by a hardware address.
      const X1 = D1 | L1;
      const X2 = D2 | L2;
      let triplets = S & S3 & ((S >> 6) | (nextS << 58)) & X1 & X2;
      while (triplets) {
        markHyphenTriplet(base, from + <i32>ctz(triplets));
        triplets &= triplets - 1;
      }
      let schemes = C & S1 & S2;
      while (schemes) {
        const place = from + <i32>ctz(schemes);
        schemes &= schemes - 1;
        if (place + 2 < length && load<u16>(base + place, 1) == 0x2f2f) markMiddle(base, place, place + 3, length, schemeBehind, schemeRun, schemeLongest);
      }
      let anchors = A;
      while (anchors) {
        const place = from + <i32>ctz(anchors);
        markMiddle(base, place, place + 1, length, atBehind, atRun, atLongest);
        anchors &= anchors - 1;
      }
      let literals = (((T >> 3) | (nextT << 61)) & (D | L) & ~alnumBefore) | ((F >> 3) | (nextF << 61));
      if (literals) {
        if (from + 66 > length) literals &= lowest(length - 2 - from);
        while (literals) {
          const place = from + <i32>ctz(literals);
          if (beginsLiteral(base + place)) markLiteral(base, place, length);
          literals &= literals - 1;
        }
      }
    }
    digitsBefore = D;
    lettersBefore = L;
    separatorsBefore = S;
    plusesBefore = P;
    runsBefore = R;
    D = nextD;
    L = nextL;
    E = nextE;
    S = nextS;
    C = nextC;
    P = nextP;
    A = nextA;
    W = nextW;
    R = nextR;
    T = nextT;
    F = nextF;
    G = nextG;
    U = nextU;
  }
  blockIsWide = anyWide != 0;
  blockFolds = anyFolds;
}
