/** The context of users' identifiers, by Macie's rules for them: the keyword stands in front, within a distance that holds the value. */
import type { CustomRule } from '../core/custom.js';
import type { Unit } from './context.js';
import { EDGE_RUN } from './letters.js';
import { charactersOf, findKeywords, type WordTable, wordTable } from './reference-context.js';

/** Bytes of a character, and how many times its bytes a keyword may take as it is written. */
const CHARACTER_BYTES = 4;
/** Bytes beyond a keyword that decide whether it stands in a token: letters and digits of ASCII, what ends them, a backslash. */
const TOKEN_BYTES = EDGE_RUN + 2;

/**
 * @param inNames the keyword in the names of the value's column or field
 * @returns undefined where it is no hit
 */
export function customContext(
  rule: CustomRule,
  unit: Unit,
  start: number,
  end: number,
  inNames: string | undefined,
): { readonly keyword: string | undefined } | undefined {
  if (rule.ignoreWords.length > 0) {
    const value = Buffer.from(unit.bytes.buffer, unit.bytes.byteOffset + start, end - start).toString('utf8');
    if (rule.ignoreWords.some((word) => value.includes(word))) return undefined;
  }
  if (rule.keywords.length === 0) return { keyword: undefined };
  const keyword = keywordBefore(rule, unit, start, end) ?? inNames;
  return keyword === undefined ? undefined : { keyword };
}

const tables = new WeakMap<CustomRule, { readonly words: WordTable; readonly longest: number }>();

function wordsOf(rule: CustomRule): { readonly words: WordTable; readonly longest: number } {
  const known = tables.get(rule);
  if (known) return known;
  const longest = Math.max(...rule.keywords.map((word) => Array.from(word).length));
  const made = { words: wordTable(rule.keywords), longest };
  tables.set(rule, made);
  return made;
}

/** Whether a character goes on at `at`. */
function isInside(bytes: Uint8Array, at: number): boolean {
  return (bytes[at]! & 0xc0) === 0x80;
}

/** The keyword that ends nearest to the value, as the rule spells it. */
function keywordBefore(rule: CustomRule, unit: Unit, start: number, end: number): string | undefined {
  const { bytes } = unit;
  const { words, longest } = wordsOf(rule);
  // A character of a keyword may be written as a letter and marks; around it stands the token that it may be part of.
  let windowStart = Math.max(unit.start, start - CHARACTER_BYTES * (rule.distance + 3 * longest) - TOKEN_BYTES);
  while (windowStart < start && isInside(bytes, windowStart)) windowStart++;
  let windowEnd = Math.min(unit.end, end + TOKEN_BYTES);
  while (windowEnd > end && windowEnd < unit.end && isInside(bytes, windowEnd)) windowEnd--;
  const characters = charactersOf(bytes.subarray(windowStart, windowEnd));
  const first = characters.before[start - windowStart]!;
  const last = characters.before[end - windowStart]!;
  let nearest: { readonly word: string; readonly end: number } | undefined;
  const found = findKeywords(characters, words);
  for (const word of rule.keywords) {
    for (const place of found.get(word) ?? []) {
      if (place.end > first || last - place.end > rule.distance || place.end <= (nearest?.end ?? -1)) continue;
      nearest = { word, end: place.end };
    }
  }
  return nearest?.word;
}
