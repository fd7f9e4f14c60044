/**
 * Why a hit is one: the form that matched, what stands beside it, what the check says, where its keyword stands. Made for one
 * hit at a time, on the bytes in which the engine found it; scans do without.
 */
import type { BoundaryName } from '../core/boundary.js';
import type { Segment } from '../core/segment.js';
import type { Verdict } from '../core/verdict.js';
import type { DetectorSheet, FormMode, FormSpec } from '../detectors/define.js';
import { isWholeInReach } from './context.js';
import { charactersOf, findKeywords, wordTable } from './reference-context.js';
import type { Hit } from './types.js';

const DEFAULT_DISTANCE = 30;
/** Bytes around a window that are looked at besides, so that no word is cut there: the longest keyword is shorter. */
const WORD_BYTES = 256;

/** What stands beside a value: nothing (the text, cell or string ends), or a character of a kind. Never the character. */
export type Neighbour = 'nothing' | 'letter' | 'digit' | 'space' | 'line end' | 'punctuation' | 'character beyond ASCII';

/** Where the keyword of a hit stands. */
export type KeywordPlace =
  /** In the value's text, so many characters (between the nearest edges) before or after it. */
  | { readonly kind: 'text'; readonly side: 'before' | 'after'; readonly characters: number }
  /** In the name of its column or on the path to its field. */
  | { readonly kind: 'name' };

/** How the engine came to a hit. Plain data without a character of the value. */
export interface HitTrace {
  /** The form that matched: its number in the sheet from 1, of how many, and what it declares. */
  readonly form: {
    readonly number: number;
    readonly of: number;
    readonly pattern: string;
    /** What stands before the value, where the form says so. */
    readonly before: string | undefined;
    readonly boundary: BoundaryName;
    readonly falseAccept: number;
    readonly keywordMode: FormMode;
    /** A match proves itself. */
    readonly isSelfEvident: boolean;
  };
  readonly before: Neighbour;
  readonly after: Neighbour;
  /** Name and verdict of the check; undefined where the form has none. */
  readonly check: { readonly name: string; readonly verdict: Verdict } | undefined;
  /** A published test value, or in a reserved range. */
  readonly isReserved: boolean;
  readonly keyword: { readonly word: string; readonly place: KeywordPlace } | undefined;
  /** Characters within which a keyword counts; undefined where the whole value and its names are in reach. */
  readonly reach: number | undefined;
}

/** @param sheet the hit's own */
export function traceHit(hit: Hit, segment: Segment, sheet: DetectorSheet): HitTrace {
  const { bytes, at, to, unitStart, unitEnd, keyword } = hit;
  const form = sheet.forms[hit.form]!;
  const spec: FormSpec = typeof form === 'string' ? { pattern: form } : form;
  const validator = spec.validator ?? sheet.validator;
  const around = { start: unitStart, end: unitEnd };
  const { custom } = sheet;
  const reach = isWholeInReach(hit, segment) ? undefined : (custom?.distance ?? sheet.keywords.distance ?? DEFAULT_DISTANCE);
  const ownMode = custom && (custom.keywords.length > 0 ? 'required' : 'none');
  return {
    form: {
      number: hit.form + 1,
      of: sheet.forms.length,
      pattern: spec.pattern,
      before: spec.before,
      boundary: spec.boundary ?? sheet.boundary,
      falseAccept: spec.falseAccept ?? sheet.falseAccept,
      keywordMode: ownMode ?? spec.keywordMode ?? sheet.keywords.mode,
      isSelfEvident: spec.selfEvident ?? false,
    },
    before: neighbourOf(at > unitStart ? bytes[at - 1] : undefined),
    after: neighbourOf(to < unitEnd ? bytes[to] : undefined),
    check: validator && { name: validator.name, verdict: validator(bytes, at, to, around) },
    // Where it counts all the same, it says nothing.
    isReserved: hit.confidence === 'low' && sheet.reserved?.(bytes, at, to, around) === true,
    keyword: keyword === undefined ? undefined : { word: keyword, place: placeOf(keyword, hit, reach) },
    reach,
  };
}

function neighbourOf(byte: number | undefined): Neighbour {
  if (byte === undefined) return 'nothing';
  if (byte >= 0x80) return 'character beyond ASCII';
  const character = String.fromCharCode(byte);
  if (/[0-9]/.test(character)) return 'digit';
  if (/[A-Za-z]/.test(character)) return 'letter';
  if (/[\n\r]/.test(character)) return 'line end';
  return /\s/.test(character) ? 'space' : 'punctuation';
}

/** The nearest place of the keyword in reach; where there is none, a name has it. */
function placeOf(word: string, { bytes, at, to, unitStart, unitEnd }: Hit, reach: number | undefined): KeywordPlace {
  const margin = reach === undefined ? Number.POSITIVE_INFINITY : 4 * reach + WORD_BYTES;
  const start = characterStart(bytes, Math.max(unitStart, at - margin), at);
  const window = bytes.subarray(start, characterEnd(bytes, to, Math.min(unitEnd, to + margin)));
  const characters = charactersOf(window);
  const first = characters.before[at - start]!;
  const last = characters.before[to - start]!;
  let nearest: (KeywordPlace & { kind: 'text' }) | undefined;
  for (const place of findKeywords(characters, wordTable([word])).get(word) ?? []) {
    const side = place.end <= first ? 'before' : 'after';
    const distance = side === 'before' ? first - place.end : place.start - last;
    if (distance < 0 || distance > (reach ?? distance) || distance >= (nearest?.characters ?? Number.POSITIVE_INFINITY)) continue;
    nearest = { kind: 'text', side, characters: distance };
  }
  return nearest ?? { kind: 'name' };
}

/** First beginning of a character from `from` on, at most `most`. */
function characterStart(bytes: Uint8Array, from: number, most: number): number {
  let start = from;
  while (start < most && (bytes[start]! & 0xc0) === 0x80) start++;
  return start;
}

/** Last end of a whole character up to `limit`, at least `least`: at the end of a block, one may be cut. */
function characterEnd(bytes: Uint8Array, least: number, limit: number): number {
  let lead = limit - 1;
  while (lead >= least && (bytes[lead]! & 0xc0) === 0x80) lead--;
  if (lead < least) return limit;
  const byte = bytes[lead]!;
  const length = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
  return lead + length <= limit ? lead + length : lead;
}
