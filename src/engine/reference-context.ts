/**
 * Keywords in text for the reference twin: every place of every keyword in a unit, found by comparing code points one by
 * one. Shares nothing with the engine's keyword search but the rules for letters. Explanations ask it where a keyword stands.
 */
import { isBreakLetter } from '../core/boundary.js';
import { foldWord, isGap, isInToken, isSame, joined, traitsOf } from './letters.js';

/** A keyword in a unit; `start` and `end` count characters (code points), half-open. */
export interface KeywordPlace {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Words of many detectors by the first code point of their folded text. */
export type WordTable = ReadonlyMap<number, readonly FoldedWord[]>;

interface FoldedWord {
  readonly word: string;
  readonly folded: readonly number[];
}

/** @param words keywords as sheets spell them; a space in one matches nothing, `_`, `-` or a space */
export function wordTable(words: Iterable<string>): WordTable {
  const table = new Map<number, FoldedWord[]>();
  for (const word of new Set(words)) {
    const folded = foldWord(word);
    const first = folded[0];
    if (first === undefined) continue;
    const row = table.get(first);
    if (row === undefined) table.set(first, [{ word, folded }]);
    else row.push({ word, folded });
  }
  return table;
}

/** The unit's characters, and how many of them stand before a byte. */
export interface Characters {
  readonly codePoints: readonly number[];
  /** Entry `i`: characters that begin before byte `i`; one entry more than there are bytes. */
  readonly before: Uint32Array;
}

/** @param bytes valid UTF-8 */
export function charactersOf(bytes: Uint8Array): Characters {
  const before = new Uint32Array(bytes.length + 1);
  for (let i = 0; i < bytes.length; i++) before[i + 1] = before[i]! + ((bytes[i]! & 0xc0) === 0x80 ? 0 : 1);
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  return { codePoints: Array.from(text, (part) => part.codePointAt(0)!), before };
}

/** All places of all words, by word, in ascending order. */
export function findKeywords(characters: Characters, table: WordTable): ReadonlyMap<string, readonly KeywordPlace[]> {
  const parts = characters.codePoints.map(traitsOf);
  const places = new Map<string, KeywordPlace[]>();
  for (let start = 0; start < parts.length; start++) {
    const row = table.get(parts[start]!.folded[0]!);
    if (row === undefined) continue;
    const isBehindBreak = isBreakLetter(characters.codePoints[start - 1] ?? -1, characters.codePoints[start - 2] ?? -1);
    if (!isBehindBreak && !isWordEdge(parts, start)) continue;
    for (const { word, folded } of row) {
      for (const end of endsOf(parts, start, folded, 0)) {
        if (!isWordEdge(parts, end) || isCutOut(characters.codePoints, start, end)) continue;
        const known = places.get(word);
        if (known === undefined) places.set(word, [{ word, start, end }]);
        else known.push({ word, start, end });
      }
    }
  }
  return places;
}

type Parts = readonly ReturnType<typeof traitsOf>[];

/** Ends of the ways in which `folded` from index `from` stands at `at`. */
function endsOf(parts: Parts, at: number, folded: readonly number[], from: number): number[] {
  if (from === folded.length) return [at];
  const part = parts[at];
  if (folded[from] === 0x20) {
    const without = endsOf(parts, at, folded, from + 1);
    return part !== undefined && isGap(part.folded[0]!) ? [...endsOf(parts, at + 1, folded, from + 1), ...without] : without;
  }
  if (part === undefined) return [];
  for (const [i, code] of part.folded.entries()) if (!isSame(code, folded[from + i] ?? -1)) return [];
  return endsOf(parts, at + 1, folded, from + part.folded.length);
}

/** Whether a keyword is part of a longer token to one side. */
function isCutOut(codePoints: readonly number[], start: number, end: number): boolean {
  return (
    isInToken(codePoints[start]!, (distance) => beforeBreak(codePoints, start - 1 - distance)) ||
    isInToken(codePoints[end - 1]!, (distance) => codePoints[end + distance])
  );
}

/** The character at a place; none where it is the letter of `\n`. */
function beforeBreak(codePoints: readonly number[], at: number): number | undefined {
  return isBreakLetter(codePoints[at] ?? -1, codePoints[at - 1] ?? -1) ? undefined : codePoints[at];
}

/** Whether a keyword may begin or end before `parts[at]`. A mark there still belongs to the letter before it. */
function isWordEdge(parts: Parts, at: number): boolean {
  const right = parts[at];
  if (right === undefined) return true;
  if (right.isMark) return false;
  let before = at - 1;
  while (before >= 0 && parts[before]!.isMark) before--;
  return before < 0 || !joined(parts[before]!, right);
}
