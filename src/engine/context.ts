/**
 * Keywords and confidence. The prefilter finds keywords near candidates, generously; here it is decided in characters and
 * letters which one is in reach of a value, and what that is worth.
 */
import { isBreakLetter } from '../core/boundary.js';
import { type Segment, VALUE_CONTINUED, VALUE_CONTINUES } from '../core/segment.js';
import type { Validator, Verdict } from '../core/verdict.js';
import type { FormMode, FormSpec } from '../detectors/define.js';
import type { CompiledForm } from './form.js';
import type { KeywordOwner } from './keyword-owners.js';
import type { KeywordTable } from './keywords.js';
import { joined, traitsOf } from './letters.js';
import { emptyList } from './number-lists.js';
import type { Hit } from './types.js';

/** Characters up to which all of a value, and its names, are in reach. */
const SHORT_VALUE = 256;
/** A shape that random text has less often needs neither keyword nor check for `medium`. */
export const RARE = 0.0001;

/** What of a form, with what its sheet lends it, says on what it stands. */
interface Standing {
  readonly mode: FormMode;
  readonly falseAccept: number;
  readonly validator: Validator | undefined;
  readonly before?: string | undefined;
  readonly starts?: FormSpec['starts'] | undefined;
  readonly selfEvident?: boolean | undefined;
}

/** Whether, without a keyword, all that speaks for a match of the form is that it passes its check. */
export function standsOnCheck({ mode, falseAccept, validator, before, starts, selfEvident }: Standing): boolean {
  if (validator === undefined || selfEvident === true || falseAccept <= RARE) return false;
  // These are told by a keyword, a name or a list.
  return mode !== 'required' && mode !== 'named' && before === undefined && starts === undefined;
}

/** Confidence as a number: 0 low, 1 medium, 2 high (see `CONFIDENCES`). */
export function confidenceOf(form: CompiledForm, verdict: Verdict, hasKeyword: boolean, isReserved: boolean): number {
  if (isReserved) return 0;
  if (form.selfEvident) return 2;
  if (form.doubt === 'likeness' || form.doubt === 'companion') return 0;
  const proofs = Number(verdict === 'valid') + Number(hasKeyword);
  if (proofs > 0) return proofs;
  return form.falseAccept <= RARE ? 1 : 0;
}

/** The unit of matching in which keywords are looked for. */
export interface Unit {
  readonly bytes: Uint8Array;
  /** Half-open, in `bytes`. */
  start: number;
  end: number;
  /** All of it is in reach. */
  isShort: boolean;
}

/** Which detectors the automaton's sets of keywords belong to. Made once, for all lists of hits, and of each set at its first hit. */
export class KeywordSets {
  readonly words: number;
  /** Number of sets. */
  readonly count: number;
  /** Longest keyword in bytes. */
  readonly longest: number;
  /** Bits of each set's detectors, `words` entries a set. Only those of sets that were given to `meet` hold. */
  readonly bits: Uint32Array;
  private readonly isMet: Uint8Array;
  private readonly table: KeywordTable;
  /** By set, then by detector: the set's words that were asked for, as their sheets spell them. */
  private readonly texts: (Map<number, string> | undefined)[];

  constructor(table: KeywordTable, detectorCount: number) {
    this.table = table;
    this.longest = table.longest;
    this.words = (detectorCount + 31) >>> 5;
    this.count = table.setCount;
    this.bits = new Uint32Array(this.count * this.words);
    this.isMet = new Uint8Array(this.count);
    this.texts = emptyList(this.count);
  }

  /** Sees to it that the bits of a set hold. */
  meet(set: number): void {
    if (this.isMet[set] !== 0) return;
    this.isMet[set] = 1;
    const { bits, table, words } = this;
    for (const keyword of table.sets.at(set)) {
      for (const { detector } of table.owners.of(keyword)) bits[set * words + (detector >>> 5)]! |= 1 << (detector & 31);
    }
  }

  /** The set's word of a detector that has one in it, as its sheet spells it. */
  wordOf(set: number, detector: number): string {
    return this.texts[set]?.get(detector) ?? this.firstWordOf(set, detector);
  }

  private firstWordOf(set: number, detector: number): string {
    const owner = firstOwners(this.table, this.table.sets.at(set)).get(detector)!;
    const text = this.table.textOf(owner);
    const texts = this.texts[set] ?? new Map<number, string>();
    this.texts[set] = texts.set(detector, text);
    return text;
  }
}

/** Keyword hits of the last prefilter call, in ascending order of start, as triples (start, end, set). */
export class KeywordHits {
  private readonly hits: Uint32Array;
  private readonly sets: KeywordSets;
  /** Bits of the detectors that have a keyword near the candidate at hand. */
  private readonly gathered: Uint32Array;
  /** By set: the turn in which it was gathered last, since the same words come again and again. */
  private readonly gatheredFor: Float64Array;
  private turn = 0;
  /** Whether the bytes at hand are not all ASCII: only then must characters be counted. */
  isWide = true;
  private count = 0;
  /** First hit in the unit, or in reach of any form. */
  private first = 0;
  /** First hit that starts at the candidate or behind it: those in reach lie around it, however many the unit has. */
  private middle = 0;

  constructor(sets: KeywordSets, hits: Uint32Array) {
    this.hits = hits;
    this.sets = sets;
    this.gathered = new Uint32Array(sets.words);
    this.gatheredFor = new Float64Array(sets.count);
  }

  /** Takes over the hits of a new prefilter call. */
  reset(count: number): void {
    this.count = count;
    this.first = this.middle = 0;
  }

  /**
   * Moves to a candidate at `start`; hits that start before `from` are passed for good, since no later value can reach them.
   * Neither may go back within one call.
   */
  advance(from: number, start: number): void {
    const { hits, count } = this;
    let first = this.first;
    while (first < count && (hits[first * 3] as number) < from) first++;
    let middle = Math.max(first, this.middle);
    while (middle < count && (hits[middle * 3] as number) < start) middle++;
    this.first = first;
    this.middle = middle;
  }

  /** Whether no keyword that may still be reached starts before `end`. */
  areBehind(end: number): boolean {
    return this.first >= this.count || (this.hits[this.first * 3] as number) >= end;
  }

  /** Bytes that so many characters may take. */
  private bytesOf(characters: number): number {
    return this.isWide ? characters * 4 : characters;
  }

  /** Characters in `[start, end)`, where they are more than `most` at least one more than that. */
  private between({ bytes }: Unit, start: number, end: number, most: number): number {
    if (end - start > most * 4) return most + 1;
    return this.isWide ? charactersUpTo(bytes, start, end, most) : end - start;
  }

  /**
   * Notes whose keywords may be in reach of a candidate at `start`; `isNear` then tells without looking at each keyword for each
   * detector.
   * @param distance greatest of the forms that are asked about, in characters; Infinity where all of the unit is in reach
   * @param end the longest match ends there at most; for an infinite distance, the unit does
   */
  gather(start: number, distance: number, end: number): void {
    const { gathered, gatheredFor, hits, sets } = this;
    const { bits, words } = sets;
    gathered.fill(0);
    const turn = ++this.turn;
    const isAll = distance === Number.POSITIVE_INFINITY;
    const from = isAll ? 0 : start - sets.longest - this.bytesOf(distance);
    const limit = isAll ? end : end + this.bytesOf(distance) + 1;
    let i = this.middle;
    while (i > this.first && (hits[i * 3 - 3] as number) >= from) i--;
    for (; i < this.count && (hits[i * 3] as number) < limit; i++) {
      const set = hits[i * 3 + 2] as number;
      if (gatheredFor[set] === turn) continue;
      gatheredFor[set] = turn;
      sets.meet(set);
      for (let word = 0; word < words; word++) gathered[word]! |= bits[set * words + word]!;
    }
  }

  /** Whether a keyword of the detector was gathered; it may still be out of its reach. */
  isNear(detector: number): boolean {
    return (this.gathered[detector >>> 5]! & (1 << (detector & 31))) !== 0;
  }

  /** The spelling of the nearest keyword of `detector` in reach of `[start, end)`: fewest characters between, then the earlier, then the longer. */
  nearest(detector: number, distance: number, unit: Unit, start: number, end: number): string | undefined {
    const { hits } = this;
    const { bits, words, longest } = this.sets;
    const word = detector >>> 5;
    const bit = 1 << (detector & 31);
    const limit = unit.isShort ? unit.end : end + this.bytesOf(distance) + 1;
    const farthest = unit.isShort ? unit.end - unit.start : distance;
    let bestSet = -1;
    let bestDistance = farthest + 1;
    let bestStart = 0;
    let bestEnd = 0;
    let last = this.middle;
    while (last < this.count && (hits[last * 3] as number) < limit) last++;
    // From the last to the first: the near ones come early, and spare the counting of characters to those farther away.
    for (let i = last - 1; i >= this.first; i--) {
      const from = hits[i * 3] as number;
      if (from + longest + this.bytesOf(bestDistance) < start) break;
      const set = hits[i * 3 + 2] as number;
      this.sets.meet(set);
      if ((bits[set * words + word]! & bit) === 0) continue;
      const to = hits[i * 3 + 1] as number;
      if (from < unit.start || to > unit.end || (from < end && to > start)) continue;
      const between = to <= start ? this.between(unit, to, start, bestDistance) : this.between(unit, end, from, bestDistance);
      if (between > farthest || between > bestDistance) continue;
      const isBetter = between < bestDistance || (from === bestStart ? to > bestEnd : from < bestStart);
      if (!isBetter || !isWhole(unit, from, to)) continue;
      bestSet = set;
      bestDistance = between;
      bestStart = from;
      bestEnd = to;
    }
    return bestSet < 0 ? undefined : this.sets.wordOf(bestSet, detector);
  }
}

/** The best word of each detector in a set: the first in its sheet. */
export function firstOwners(table: KeywordTable, set: readonly number[]): Map<number, KeywordOwner> {
  const owners = new Map<number, KeywordOwner>();
  for (const keyword of set) {
    for (const owner of table.owners.of(keyword)) {
      const known = owners.get(owner.detector);
      if (!known || owner.index < known.index) owners.set(owner.detector, owner);
    }
  }
  return owners;
}

/** Characters that begin in `[start, end)`, counted no further than `most + 1`. */
function charactersUpTo(bytes: Uint8Array, start: number, end: number, most: number): number {
  let count = 0;
  for (let i = start; i < end && count <= most; i++) if (((bytes[i] as number) & 0xc0) !== 0x80) count++;
  return count;
}

/** Whether letters of the keyword's script do not go on at either end. ASCII beside ASCII was checked by the prefilter. */
function isWhole(unit: Unit, start: number, end: number): boolean {
  const { bytes } = unit;
  const touchesWide = (edge: number): boolean =>
    edge > unit.start && edge < unit.end && ((bytes[edge - 1] as number) >= 0x80 || (bytes[edge] as number) >= 0x80);
  return (!touchesWide(start) || isWordEdge(unit, start)) && (!touchesWide(end) || isWordEdge(unit, end));
}

/** Whether a word may begin or end at `edge`, which lies inside the unit. A mark there still belongs to the letter before it. */
function isWordEdge(unit: Unit, edge: number): boolean {
  const right = traitsOf(codePointAt(unit.bytes, edge));
  if (right.isMark) return false;
  if (edge - 2 >= unit.start && isBreakLetter(unit.bytes[edge - 1] as number, unit.bytes[edge - 2] as number)) return true;
  for (let at = previous(unit, edge); at >= unit.start; at = previous(unit, at)) {
    const left = traitsOf(codePointAt(unit.bytes, at));
    if (!left.isMark) return !joined(left, right);
    if (at === unit.start) break;
  }
  return true;
}

/** Start of the character before `at`. */
function previous(unit: Unit, at: number): number {
  let start = at - 1;
  while (start > unit.start && ((unit.bytes[start] as number) & 0xc0) === 0x80) start--;
  return start;
}

/** Decodes one character of valid UTF-8. */
function codePointAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number;
  const tail = (i: number): number => (bytes[at + i] as number) & 0x3f;
  if (lead < 0x80) return lead;
  if (lead < 0xe0) return ((lead & 0x1f) << 6) | tail(1);
  if (lead < 0xf0) return ((lead & 0x0f) << 12) | (tail(1) << 6) | tail(2);
  return ((lead & 0x07) << 18) | (tail(1) << 12) | (tail(2) << 6) | tail(3);
}

/** Whether a unit has at most 256 characters. */
export function isShortValue(unit: Unit): boolean {
  const bytes = unit.end - unit.start;
  if (bytes <= SHORT_VALUE) return true;
  return bytes <= SHORT_VALUE * 4 && charactersUpTo(unit.bytes, unit.start, unit.end, SHORT_VALUE) <= SHORT_VALUE;
}

/** Whether the unit of a hit is a value so short that all of it, and its names, are in reach. */
export function isWholeInReach({ value, bytes, unitStart, unitEnd, isNested }: Hit, { values }: Segment): boolean {
  if (isNested) return isShortValue({ bytes, start: unitStart, end: unitEnd, isShort: false });
  if (value < 0 || values === undefined) return false;
  const isPiece = (values.flags[value]! & (VALUE_CONTINUED | VALUE_CONTINUES)) !== 0;
  return !isPiece && isShortValue({ bytes, start: unitStart, end: unitEnd, isShort: false });
}
