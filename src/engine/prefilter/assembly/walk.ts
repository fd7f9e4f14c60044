/**
 * Walks the fit table from each marked start and emits what fits, has its boundaries, and may have its context. The gate
 * is wider than the rule it stands for (bytes for characters, letters of other scripts unchecked): the host decides.
 */
import {
  allRuns,
  candidateCapacity,
  candidates,
  digitPlaces,
  fitAccept,
  fitColumns,
  fitFirstAccept,
  fitFirstLeaf,
  fitHere,
  fitNext,
  freeRoot,
  freeRuns,
  freeSeconds,
  gateBytes,
  leftBoundary,
  leftClasses,
  leftCount,
  letterStarts,
  literalRoot,
  literalStarts,
  longestLead,
  longestOwner,
  longestWord,
  middleRoot,
  middleStarts,
  nameGate,
  ownerGates,
  ownerLongest,
  prefixBytes,
  reach,
  rightBoundary,
  rightClasses,
  rightCount,
  runClasses,
  runOwners,
  setFilter,
  setFree,
  setGate,
  setHeads,
  setTail,
  shapeRoot,
  shapeStarts,
  widePlaces,
  wordAccept,
  wordBeginnings,
  wordCapacity,
  wordColumns,
  wordFirstAccept,
  wordFirstLeaf,
  wordGate,
  wordGated,
  wordHere,
  wordNext,
  wordPlaces,
  wordRoot,
  words,
  wordsAside,
  wordAsideCapacity,
} from './layout';
import { blockIsWide, isBreakLetter } from './mark';

/** Values up to this many characters have all of themselves in reach; longer ones are free text. */
const SHORT_VALUE = 256;
/** What a set needs: a keyword in reach; nothing, though keywords count; nothing, and keywords do not count. */
const GATED: u8 = 0;
const FREE_WITHOUT_WORDS: u8 = 2;
/** Flags VALUE_CONTINUED and VALUE_CONTINUES of src/core/segment.ts. */
const PIECE: u32 = 6;
const NO_VALUE: u32 = 0xffffffff;
/** Room that one start may need in the outputs, and the ends that keywords from one place may have. */
const SPARE = 2048;
const MOST_ENDS = 64;

/** Pages of the tables are brought when a walk first leads there. Twin of `PAGE_BYTES` in ../../stored-bytes.ts. */
const PAGE_BITS: usize = 12;
/** What the host brings pages of. Twins of `PAGED` in ../prefilter.ts. */
const FIT = 0;
const WORDS = 1;

/** Reads a page of a table from its file. */
@external('tables', 'bring')
declare function bring(table: i32, page: i32): void;

let base: usize = 0;
/** The unit of matching that holds the current start. */
let unitStart: i32 = 0;
let unitEnd: i32 = 0;
let unitShort: bool = false;
let unitGate: usize = 0;
/** Where the starts of a short unit are walked from; 0 until that is known. */
let unitRoot: u32 = 0;
let unitValue: u32 = NO_VALUE;
/** Keywords are looked up in ascending order, each place once. */
let wordCursor: i32 = 0;
let wordCount: i32 = 0;
/** The first keyword hit that a later start may still have in reach and that some form needs. */
let liveWord: i32 = 0;
/** Where keyword hits go, and how many fit. */
let wordTarget: usize = 0;
let wordRoom: i32 = 0;
let candidateCount: i32 = 0;
let valueCursor: i32 = 0;

let walked: u64 = 0;
let fitted: u64 = 0;
let looked: u64 = 0;

export function candidateTotal(): i32 {
  return candidateCount;
}
export function wordTotal(): i32 {
  return wordCount;
}
/** Counters since the last call, in one u64 each. */
export function takeWalked(): f64 {
  const count = <f64>walked;
  walked = 0;
  return count;
}
export function takeFitted(): f64 {
  const count = <f64>fitted;
  fitted = 0;
  return count;
}
export function takeLooked(): f64 {
  const count = <f64>looked;
  looked = 0;
  return count;
}

@inline
function boundaryMask(tables: usize, near: i32, far: i32): u32 {
  const mask = <u32>load<u8>(tables + near);
  return far < 0 ? mask : mask | (load<u8>(tables + 256 + near) & load<u8>(tables + 512 + far));
}

@inline
function leftMask(at: i32): u32 {
  if (at <= unitStart) return 0;
  const near = <i32>load<u8>(base + at - 1);
  const far = at - 2 >= unitStart ? <i32>load<u8>(base + at - 2) : -1;
  return isBreakLetter(near, far) ? 0 : boundaryMask(leftBoundary, near, far);
}

@inline
function rightMask(at: i32): u32 {
  if (at >= unitEnd) return 0;
  const far = at + 1 < unitEnd ? <i32>load<u8>(base + at + 1) : -1;
  return boundaryMask(rightBoundary, load<u8>(base + at), far);
}

/** A page that is not there is all zero, so every walk that comes there ends: only then has one to look. */
@inline
function isHere(here: usize, offset: usize): bool {
  return load<u8>(here + (offset >> PAGE_BITS)) != 0;
}

function bringPage(table: i32, here: usize, offset: usize): void {
  const page = offset >> PAGE_BITS;
  bring(table, <i32>page);
  store<u8>(here + page, 1);
}

/** Looks up a keyword at `at`; every end is recorded. */
function lookUp(at: i32): void {
  if (wordCount >= wordRoom) return;
  let state = wordRoot;
  let place = at;
  const first = load<u8>(base + at);
  // An ASCII letter before an ASCII letter is no boundary; other scripts are the host's business.
  while (place < unitEnd) {
    const byte = load<u8>(base + place);
    const offset = load<u32>(wordColumns + (<usize>byte << 2)) + (<usize>state << 6);
    state = load<u16>(wordNext + offset);
    if (state == 0) {
      if (isHere(wordHere, offset)) return;
      bringPage(WORDS, wordHere, offset);
      state = load<u16>(wordNext + offset);
      if (state == 0) return;
    }
    place++;
    if (state < wordFirstAccept) continue;
    const isWhole =
      !(place < unitEnd && isLetter(byte) && isLetter(load<u8>(base + place))) &&
      !(first < 0x80 && at > unitStart && isLetter(load<u8>(base + at - 1)) && !isOfBreak(at - 1)) &&
      !isInToken(byte, place, 1) &&
      !isInToken(first, at - 1, -1);
    if (isWhole) {
      const out = wordTarget + <usize>(wordCount * 12);
      store<u32>(out, at);
      store<u32>(out, place, 4);
      store<u32>(out, load<u16>(wordAccept + (<usize>state << 1)), 8);
      wordCount++;
    }
    if (state >= wordFirstLeaf) return;
  }
}

/** Twin of `EDGE_RUN` in ../../letters.ts. */
const EDGE_RUN: i32 = 16;

/** Twin of `isInToken` in ../../letters.ts: `inner` = the keyword's last byte to that side, `at` = the byte beyond it. */
function isInToken(inner: i32, at: i32, step: i32): bool {
  if (at < unitStart || at >= unitEnd) return false;
  const kind = kindOf(load<u8>(base + at));
  if (kind == 0 || kindOf(inner) != 3 - kind || (step < 0 && isOfBreak(at))) return false;
  for (let i = 0; i < EDGE_RUN; i++) {
    at += step;
    if (at < unitStart || at >= unitEnd) return false;
    const next = step < 0 && isOfBreak(at) ? 0 : kindOf(load<u8>(base + at));
    if (next != kind) return next != 0;
  }
  return false;
}

/** Twin of `ALL_CONDITIONS` in src/core/boundary.ts: a literal may begin with the letter of `\n`, a value never does. */
const ALL_CONDITIONS: u32 = 0x7f;

/** Whether the byte at a place of the unit is the letter of `\n`. */
@inline
function isOfBreak(at: i32): bool {
  return at > unitStart && isBreakLetter(load<u8>(base + at), load<u8>(base + at - 1));
}

/** 1 for digits, 2 for letters of ASCII, 0 for the rest. */
@inline
function kindOf(byte: i32): i32 {
  return isLetter(byte) ? 2 : <u32>(byte - 48) < 10 ? 1 : 0;
}

@inline
function isLetter(byte: i32): bool {
  return <u32>((byte | 32) - 97) < 26;
}

/**
 * Two tables that stay in the first cache tell most words from all keywords: one bit for the low five bits of the first
 * three bytes, and one for a hash of the first four.
 */
@inline
function mayBeginWord(at: usize): bool {
  const bytes = load<u32>(at);
  const three = ((bytes & 31) << 10) | ((bytes >> 3) & 0x3e0) | ((bytes >> 16) & 31);
  const four = (three * 37 + ((bytes >> 24) & 31)) & 0x7fff;
  // Both bits are read without a branch between them, which could not be predicted.
  const begins = <u32>load<u8>(wordBeginnings + (three >> 3)) >> (three & 7);
  return (begins & (<u32>load<u8>(wordBeginnings + 4096 + (four >> 3)) >> (four & 7)) & 1) != 0;
}

/** Looks up the keywords that start in `[from, to)` and were not looked up yet, and those of the last 64 bytes begun. */
function lookUpRange(from: i32, to: i32): void {
  let at = max(from, wordCursor);
  if (at >= to) return;
  // Whole words of the bitmap: the next start then finds its keywords looked up.
  to = min(unitEnd, (to + 63) & ~63);
  wordCursor = to;
  const bytes = base;
  let count: u64 = 0;
  while (at < to) {
    const chunk = at >> 6;
    let bits = load<u64>(letterStarts + <usize>(chunk << 3)) & (~(<u64>0) << (<u64>at & 63));
    const end = (chunk + 1) << 6;
    if (end > to) bits &= (<u64>1 << (<u64>to & 63)) - 1;
    count += popcnt(bits);
    while (bits) {
      const place = (chunk << 6) + <i32>ctz(bits);
      bits &= bits - 1;
      if (mayBeginWord(bytes + place)) lookUp(place);
    }
    at = end;
  }
  looked += count;
}

@inline
function sharesGate(a: usize, b: usize): bool {
  for (let i = 0; i < gateBytes; i += 16) {
    if (v128.any_true(v128.and(v128.load(a + i), v128.load(b + i)))) return true;
  }
  return false;
}

/** Whether a byte outside ASCII stands in `[from, to)`. */
function isWideIn(from: i32, to: i32): bool {
  from = max(from, unitStart);
  to = min(to, unitEnd);
  if (from >= to) return false;
  const last = (to - 1) >> 6;
  let cut = ~(<u64>0) << (<u64>from & 63);
  for (let chunk = from >> 6; chunk < last; chunk++) {
    if (load<u64>(widePlaces + <usize>(chunk << 3)) & cut) return true;
    cut = ~(<u64>0);
  }
  return (load<u64>(widePlaces + <usize>(last << 3)) & cut & (~(<u64>0) >> <u64>(63 - ((to - 1) & 63)))) != 0;
}

/** Bytes that hold the characters of context before `start`: the longest keyword that ends there lies in what is looked at. */
@inline
function reachBefore(start: i32): i32 {
  return blockIsWide && isWideIn(start - reach - longestWord, start) ? reach << 2 : reach;
}

/** Bytes that hold the characters of context behind a match that ends in `[from, end]`. */
@inline
function reachBehind(from: i32, end: i32): i32 {
  return blockIsWide && isWideIn(from, end + reach) ? reach << 2 : reach;
}

/**
 * Where a keyword may begin that has its end in the `reached` bytes before `start`. Calls for later starts never need more to the left
 * than those for earlier ones have asked for: what is wide between two starts makes the later one's reach longer only up to the other's.
 */
@inline
function contextStart(start: i32, reached: i32): i32 {
  return max(unitStart, start - reached - (reached > reach ? longestWord : longestLead));
}

/** Whether a keyword that one of the set's detectors asks for may be in reach of `[start, end)`. */
function isInContext(set: u32, start: i32, end: i32): bool {
  const gate = setGate + <usize>(set * gateBytes);
  if (unitShort) {
    lookUpRange(unitStart, unitEnd);
    if (unitGate != 0 && sharesGate(gate, unitGate)) return true;
    return hasWord(gate, unitStart, unitEnd);
  }
  const last = end + <i32>load<u16>(setTail + (<usize>set << 1));
  const to = min(unitEnd, last + reachBehind(end, last) + 1);
  const before = reachBefore(start);
  lookUpRange(contextStart(start, before), to);
  return hasWord(gate, start - before, to);
}

function hasWord(gate: usize, from: i32, to: i32): bool {
  for (let i = wordCount - 1; i >= 0; i--) {
    const word = words + <usize>(i * 12);
    const start = <i32>load<u32>(word);
    if (start < from - longestWord) return false;
    if (start < to && <i32>load<u32>(word, 4) >= from && sharesGate(gate, wordGate + <usize>(load<u32>(word, 8) * gateBytes))) return true;
  }
  return false;
}

function tryStart(start: i32, root: u32): void {
  let state = root;
  walked++;
  const next = fitNext;
  const columns = fitColumns;
  const firstAccept = fitFirstAccept;
  let at = base + start;
  const end = base + unitEnd;
  while (at < end) {
    const offset = load<u32>(columns + (<usize>load<u8>(at) << 2)) + (<usize>state << 6);
    state = load<u16>(next + offset);
    if (state == 0) {
      if (isHere(fitHere, offset)) return;
      bringPage(FIT, fitHere, offset);
      state = load<u16>(next + offset);
      if (state == 0) return;
    }
    at++;
    if (state < firstAccept) continue;
    accept(start, <i32>(at - base), load<u16>(fitAccept + (<usize>state << 1)));
    if (state >= fitFirstLeaf) return;
  }
}

function accept(start: i32, end: i32, found: u32): void {
  const leftRefused = isOfBreak(start) ? ALL_CONDITIONS : leftMask(start);
  const rightRefused = rightMask(end);
  const head = load<u32>(setHeads + (<usize>found << 2));
  let set = head & 0xffff;
  if ((leftRefused | rightRefused) & (head >> 16)) {
    const left = <u32>load<u8>(leftClasses + leftRefused);
    const right = <u32>load<u8>(rightClasses + rightRefused);
    set = load<u16>(setFilter + (<usize>((found * leftCount + left) * rightCount + right) << 1));
    if (set == 0) return;
  }
  fitted++;
  // The call also looks up the keywords that the host needs to judge a candidate that is free to come without.
  const needs = load<u8>(setFree + set);
  if (needs != FREE_WITHOUT_WORDS && !isInContext(set, start, end) && needs == GATED) return;
  const out = candidates + <usize>(candidateCount << 4);
  store<u32>(out, start);
  store<u32>(out, end, 4);
  store<u32>(out, set, 8);
  store<u32>(out, unitValue, 12);
  candidateCount++;
}

/** Whether the unit is so short that one look tells that no word begins in it, as in most cells of numbers. */
@inline
function isWordless(): bool {
  const length = <u64>(unitEnd - unitStart);
  return length <= 56 && (bitsFrom(letterStarts, unitStart) & ~(~(<u64>0) << length)) == 0;
}

/** A unit without a keyword, of its own or in its names, is walked from the free root; others by what each start asks for. */
function rootOfUnit(): u32 {
  lookUpRange(unitStart, unitEnd);
  return unitGate != 0 || hasAnyWord(unitStart, unitEnd) ? shapeRoot : freeRoot;
}

/**
 * Where a start is walked from: without a keyword in reach that one of its `owners` needs (two sets, of which those in both
 * count), forms that need one are left out. Their many shapes of plain digits would otherwise be followed through all numbers.
 */
function rootAt(start: i32, owners: i32, others: i32): u32 {
  if (unitShort) {
    if (unitRoot == freeRoot) return freeRoot;
  }
  const a = gatesOf(owners);
  const b = gatesOf(others);
  if (!sharesGate(a, b)) return freeRoot;
  if (unitShort) {
    if (unitGate != 0 && sharesGates(a, b, unitGate)) return shapeRoot;
    lookUpRange(unitStart, unitEnd);
    return hasWordOf(a, b, unitStart, unitEnd) ? shapeRoot : freeRoot;
  }
  const longest = min(load<i32>(ownerLongest + (<usize>owners << 2)), load<i32>(ownerLongest + (<usize>others << 2)));
  const to = min(unitEnd, start + longest + reachBehind(start, start + longest) + 1);
  const before = reachBefore(start);
  const from = contextStart(start, before);
  lookUpRange(from, from <= wordCursor ? to + AHEAD : to);
  return hasWordOf(a, b, start - before, to) ? shapeRoot : freeRoot;
}

/** Where starts stand close together, keywords are looked up this many bytes further, so that the next starts find none at a glance. */
const AHEAD = 128;

/** Whether no form needs a keyword that a start in the value at hand has in reach. All of a short unit is in reach of all its starts. */
@inline
function isFree(start: i32): bool {
  if (!unitShort) return isQuiet(start);
  if (unitRoot == 0) unitRoot = isWordless() ? (unitGate != 0 ? shapeRoot : freeRoot) : rootOfUnit();
  return unitRoot == freeRoot;
}

/** Whether all is looked up that any shape from `start` may have in reach, and no form needs what was found. */
@inline
function isQuiet(start: i32): bool {
  const to = start + longestOwner + (blockIsWide ? reach << 2 : reach) + 1;
  return min(to, unitEnd) <= wordCursor && liveWord == wordCount;
}

@inline
function gatesOf(owners: i32): usize {
  return ownerGates + <usize>(owners * gateBytes);
}

@inline
function sharesGates(a: usize, b: usize, c: usize): bool {
  for (let i = 0; i < gateBytes; i += 16) {
    if (v128.any_true(v128.and(v128.and(v128.load(a + i), v128.load(b + i)), v128.load(c + i)))) return true;
  }
  return false;
}

/** Whether a keyword that a detector in both sets needs lies in reach. `from` never goes back within one call of the host. */
function hasWordOf(owners: usize, others: usize, from: i32, to: i32): bool {
  if (!hasAnyWord(from, to)) return false;
  for (let i = liveWord; i < wordCount; i++) {
    const word = words + <usize>(i * 12);
    if (<i32>load<u32>(word) >= to) return false;
    if (<i32>load<u32>(word, 4) >= from && sharesGates(owners, others, wordGate + <usize>(load<u32>(word, 8) * gateBytes))) return true;
  }
  return false;
}

/** Whether a keyword that some form needs lies in reach. `from` never goes back within one call of the host. */
function hasAnyWord(from: i32, to: i32): bool {
  while (liveWord < wordCount) {
    const word = words + <usize>(liveWord * 12);
    if (<i32>load<u32>(word, 4) >= from && load<u8>(wordGated + load<u32>(word, 8))) return <i32>load<u32>(word) < to;
    liveWord++;
  }
  return false;
}

@inline
function hasGate(row: usize): bool {
  for (let i = 0; i < gateBytes; i += 16) if (v128.any_true(v128.load(row + i))) return true;
  return false;
}

/** Twins of ../../run-gates.ts. */
const RUN_LENGTHS: i32 = 57;
const MOST_LETTERS: u64 = 4;
const END_CLASS: i32 = 31;
const SECOND_LENGTHS: i32 = 16;
const BEHIND_CLASSES: i32 = 32;
const PREFIX_KIND: i32 = 6;

/** Bits of `map` from `place` on; at least the lowest 57 hold. */
@inline
function bitsFrom(map: usize, place: i32): u64 {
  return load<u64>(map + <usize>(place >> 3)) >> (<u64>place & 7);
}

/** Class of the byte behind a run of `length` at `place`. */
@inline
function behindRun(place: i32, length: i32): i32 {
  const on = place + length;
  return on >= unitEnd ? END_CLASS : <i32>load<u8>(runClasses + load<u8>(base + on));
}

/** 1 if the gate lets the run pass, with bits of other classes above. Verdicts are joined by &: branches could not be predicted. */
@inline
function allowed(gate: usize, row: i32, behind: i32): u32 {
  return load<u32>(gate + (<usize>row << 2)) >> behind;
}

/** The set of what may begin with a run and needs a keyword. */
@inline
function ownersOf(row: i32, behind: i32): i32 {
  return load<u16>(runOwners + (<usize>(row * BEHIND_CLASSES + behind) << 1));
}

/** Whether a free form may go on with the run of digits at `place`, behind a first one and the byte behind it. */
@inline
function maySecond(place: i32, first: i32, behind: i32): bool {
  const stop = <u64>1 << <u64>min(max(unitEnd - place, 0), SECOND_LENGTHS - 1);
  const second = <i32>ctz(~bitsFrom(digitPlaces, place) | stop);
  const row = (first * BEHIND_CLASSES + behind) * SECOND_LENGTHS + second;
  return (allowed(freeSeconds, row, behindRun(place, second)) & 1) != 0;
}

/**
 * Tries a start by shape where no form has a keyword in reach that it needs, as nearly everywhere: `tryShape` without the gates of
 * all shapes and their owners.
 */
@inline
function tryFree(place: i32): void {
  const digitBits = bitsFrom(digitPlaces, place);
  const stop = <u64>1 << <u64>min(unitEnd - place, RUN_LENGTHS - 1);
  const digits = <i32>ctz(~digitBits | stop);
  const behindDigits = behindRun(place, digits);
  if (place > unitStart) {
    const prefix = <i32>load<u8>(prefixBytes + load<u8>(base + place - 1));
    if (prefix && allowed(freeRuns, (PREFIX_KIND + prefix - 1) * RUN_LENGTHS + digits, behindDigits) & 1) tryStart(place - 1, freeRoot);
  }
  const wordBits = bitsFrom(wordPlaces, place);
  const length = <i32>ctz(~wordBits | stop);
  const letters = <i32>ctz(~wordBits | digitBits | stop | ((<u64>1) << MOST_LETTERS));
  const row = (1 + letters) * RUN_LENGTHS + length;
  if ((allowed(freeRuns, digits, behindDigits) & allowed(freeRuns, row, behindRun(place, length)) & 1) == 0) return;
  if (digits < SECOND_LENGTHS && !maySecond(place + digits + 1, digits, behindDigits)) return;
  tryStart(place, freeRoot);
}

/** Tries a start by shape, unless the runs of digits and letters at its beginning tell that no form has them. */
@inline
function tryShape(place: i32): void {
  const digitBits = bitsFrom(digitPlaces, place);
  const wordBits = bitsFrom(wordPlaces, place);
  // A bit where all runs end at the latest, in place of a minimum each.
  const stop = <u64>1 << <u64>min(unitEnd - place, RUN_LENGTHS - 1);
  const digits = <i32>ctz(~digitBits | stop);
  const behindDigits = behindRun(place, digits);
  if (place > unitStart) {
    const prefix = <i32>load<u8>(prefixBytes + load<u8>(base + place - 1));
    if (prefix) tryPrefixed(place, (PREFIX_KIND + prefix - 1) * RUN_LENGTHS + digits, behindDigits);
  }
  const length = <i32>ctz(~wordBits | stop);
  const letters = <i32>ctz(~wordBits | digitBits | stop | ((<u64>1) << MOST_LETTERS));
  const behindWord = behindRun(place, length);
  const row = (1 + letters) * RUN_LENGTHS + length;
  if ((allowed(allRuns, digits, behindDigits) & allowed(allRuns, row, behindWord) & 1) == 0) return;
  const root = rootAt(place, ownersOf(digits, behindDigits), ownersOf(row, behindWord));
  if (root == freeRoot) {
    if ((allowed(freeRuns, digits, behindDigits) & allowed(freeRuns, row, behindWord) & 1) == 0) return;
    if (digits < SECOND_LENGTHS && !maySecond(place + digits + 1, digits, behindDigits)) return;
  }
  tryStart(place, root);
}

/** Tries the start whose first byte stands before `place`. */
function tryPrefixed(place: i32, row: i32, behind: i32): void {
  if ((allowed(allRuns, row, behind) & 1) == 0) return;
  const owners = ownersOf(row, behind);
  const root = rootAt(place - 1, owners, owners);
  if (root == freeRoot && (allowed(freeRuns, row, behind) & 1) == 0) return;
  tryStart(place - 1, root);
}

@inline
function isFull(): bool {
  return candidateCount > candidateCapacity - SPARE || wordCount > wordCapacity - SPARE;
}

/** Forgets the outputs of the call before; keywords near `place` are looked up again. */
@inline
function restart(place: i32): void {
  candidateCount = 0;
  wordCount = 0;
  wordCursor = place;
  liveWord = 0;
  wordTarget = words;
  wordRoom = wordCapacity - MOST_ENDS;
}

/**
 * Text: tries the starts in `[from, to)` of the `length` bytes at `at`. Returns the place to go on from, `to` when done.
 * Outputs hold what was found since the call.
 */
export function walkText(at: usize, length: i32, from: i32, to: i32): i32 {
  base = at;
  unitStart = 0;
  unitEnd = length;
  unitShort = false;
  unitValue = NO_VALUE;
  restart(0);
  let place = from;
  while (place < to) {
    const chunk = place >> 6;
    const cut = ~(<u64>0) << (<u64>place & 63);
    const offset = <usize>(chunk << 3);
    const shapes = load<u64>(shapeStarts + offset) & cut;
    const literals = load<u64>(literalStarts + offset) & cut;
    const middles = load<u64>(middleStarts + offset) & cut;
    let bits = shapes | literals | middles;
    while (bits) {
      const bit = bits & (0 - bits);
      const next = (chunk << 6) + <i32>ctz(bits);
      bits ^= bit;
      if (next >= to) return to;
      if (isFull()) return next;
      if (shapes & bit) {
        if (isQuiet(next)) tryFree(next);
        else tryShape(next);
      }
      if (literals & bit) tryStart(next, literalRoot);
      if (middles & bit) tryStart(next, middleRoot);
    }
    place = (chunk + 1) << 6;
  }
  return to;
}

/**
 * Looks up the keywords in reach of the match `[from, to)` that RE2 has measured in the unit `[start, end)`, all of a short
 * unit. The hits go to a place of their own, so that the candidates at hand keep theirs; returns how many there are.
 */
export function lookUpAside(at: usize, start: i32, end: i32, short: bool, from: i32, to: i32): i32 {
  base = at;
  unitStart = start;
  unitEnd = end;
  const count = wordCount;
  const cursor = wordCursor;
  wordTarget = wordsAside;
  wordRoom = wordAsideCapacity - MOST_ENDS;
  wordCount = 0;
  wordCursor = 0;
  if (short) lookUpRange(start, end);
  else lookUpRange(contextStart(from, reachBefore(from)), min(end, to + reachBehind(to, to) + 1));
  const found = wordCount;
  wordTarget = words;
  wordRoom = wordCapacity - MOST_ENDS;
  wordCount = count;
  wordCursor = cursor;
  return found;
}

/** Enters value `index` of the table as the unit of matching. `names` is 0 for a value that has none. */
@inline
function enterValue(index: i32, starts: usize, ends: usize, names: usize, isPiece: bool): void {
  unitStart = load<u32>(starts + <usize>(index << 2));
  unitEnd = load<u32>(ends + <usize>(index << 2));
  unitValue = index;
  unitShort = !isPiece && isShort(unitEnd - unitStart);
  unitGate = names == 0 ? 0 : nameGate + <usize>(load<u32>(names + <usize>(index << 2)) * gateBytes);
  if (unitGate != 0 && !hasGate(unitGate)) unitGate = 0;
  unitRoot = 0;
}

/** Whether the unit has at most 256 characters. */
@inline
function isShort(bytes: i32): bool {
  if (bytes <= SHORT_VALUE) return true;
  if (!blockIsWide || bytes > SHORT_VALUE << 2) return false;
  let characters = 0;
  for (let at = unitStart; at < unitEnd; at++) characters += <i32>((load<u8>(base + at) & 0xc0) != 0x80);
  return characters <= SHORT_VALUE;
}

/**
 * Values: tries the starts that lie in a value of the table and in `[from, to)`. `skip` = flags of values to leave out
 * (those with escapes, which are walked decoded), `nameless` = flags of values that have no names in reach. Returns the
 * place to go on from, `to` when done.
 */
export function walkValues(
  at: usize, from: i32, to: i32,
  count: i32, starts: usize, ends: usize, names: usize, flags: usize, skip: u32, nameless: u32,
): i32 {
  base = at;
  restart(0);
  if (from == 0) valueCursor = 0;
  let entered = -1;
  let place = from;
  while (place < to) {
    const chunk = place >> 6;
    const cut = ~(<u64>0) << (<u64>place & 63);
    const offset = <usize>(chunk << 3);
    const shapes = load<u64>(shapeStarts + offset) & cut;
    const literals = load<u64>(literalStarts + offset) & cut;
    const middles = load<u64>(middleStarts + offset) & cut;
    let bits = shapes | literals | middles;
    while (bits) {
      const bit = bits & (0 - bits);
      const next = (chunk << 6) + <i32>ctz(bits);
      bits ^= bit;
      if (next >= to) return to;
      while (valueCursor < count && <i32>load<u32>(ends + <usize>(valueCursor << 2)) <= next) valueCursor++;
      if (valueCursor >= count) return to;
      if (<i32>load<u32>(starts + <usize>(valueCursor << 2)) > next) continue;
      if (load<u8>(flags + valueCursor) & skip) continue;
      if (isFull()) return next;
      if (entered != valueCursor) {
        entered = valueCursor;
        const flag = load<u8>(flags + valueCursor);
        enterValue(valueCursor, starts, ends, flag & nameless ? 0 : names, (flag & PIECE) != 0);
      }
      if (shapes & bit) {
        if (isFree(next)) tryFree(next);
        else tryShape(next);
      }
      if (literals & bit) tryStart(next, literalRoot);
      if (middles & bit) tryStart(next, middleRoot);
    }
    place = (chunk + 1) << 6;
  }
  return to;
}
