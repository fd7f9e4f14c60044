/**
 * All keywords of all sheets in one table, so that a place is looked up once for every detector. Words are compared as
 * letters.ts says; the boundaries around them are checked by whoever walks the table.
 */
import type { DetectorSheet } from '../detectors/define.js';
import { type Automaton, buildAutomaton } from './automaton.js';
import { foldText, traitsOf } from './letters.js';
import { type Node, utf8Node } from './pattern.js';

/** A keyword with the detectors that list it. */
export interface Keyword {
  /** Letters, without separators: with six and more it may stand inside a longer word of a name. */
  readonly letters: number;
  /** Ascending by detector, one entry each. */
  readonly owners: readonly KeywordOwner[];
}

export interface KeywordOwner {
  readonly detector: number;
  /** Place in the sheet's list, and the spelling there. */
  readonly index: number;
  readonly text: string;
}

export interface KeywordTable {
  readonly keywords: readonly Keyword[];
  /** Sets of the automaton hold indexes of `keywords`. */
  readonly automaton: Automaton;
  /** Longest keyword in bytes, in its longest spelling. */
  readonly longest: number;
}

/** Letters that fold to an ASCII letter from outside ASCII, and those that decompose to one letter only. */
const FOLDED_FROM: ReadonlyMap<string, readonly number[]> = new Map([
  ['k', [0x212a]],
  ['s', [0x17f]],
]);
const SEPARATOR: Node = {
  kind: 'repeat',
  min: 0,
  max: 1,
  part: {
    kind: 'bytes',
    ranges: [
      [0x20, 0x20],
      [0x2d, 0x2d],
      [0x5f, 0x5f],
    ],
  },
};

export function buildKeywordTable(detectors: readonly DetectorSheet[]): KeywordTable {
  const byFolded = new Map<string, { folded: readonly number[]; owners: KeywordOwner[] }>();
  detectors.forEach((sheet, detector) => {
    sheet.keywords.words.forEach((text, index) => {
      const folded = foldText(text);
      const key = folded.join();
      const known = byFolded.get(key);
      if (!known) byFolded.set(key, { folded, owners: [{ detector, index, text }] });
      else if (known.owners.at(-1)!.detector !== detector) known.owners.push({ detector, index, text });
    });
  });
  const entries = [...byFolded.values()];
  const keywords = entries.map(({ folded, owners }) => ({
    letters: folded.filter((code) => traitsOf(code).script >= 0).length,
    owners,
  }));
  const patterns = entries.map(({ folded }) => ({ node: keywordNode(folded), allEnds: true }));
  const automaton = buildAutomaton(patterns, [patterns.map((_, i) => i)]);
  // A letter takes at most three bytes more than its folded form: its decomposition has one or two combining marks.
  const longest = Math.max(0, ...entries.map(({ folded }) => 3 * Buffer.byteLength(String.fromCodePoint(...folded))));
  return { keywords, automaton, longest: Math.min(longest, 255) };
}

/** All spellings of a folded word: each letter in both cases, composed and decomposed; a space matches nothing, ` `, `-`, `_`. */
function keywordNode(folded: readonly number[]): Node {
  const parts: Node[] = [];
  for (let at = 0; at < folded.length; ) {
    const letter = folded[at]!;
    let marks = 0;
    while (folded[at + 1 + marks] !== undefined && traitsOf(folded[at + 1 + marks]!).isMark) marks++;
    if (letter === 0x20) parts.push(SEPARATOR);
    else parts.push(letterNode(letter, folded.slice(at + 1, at + 1 + marks)));
    at += 1 + marks;
  }
  return { kind: 'cat', parts };
}

/** One letter with its combining marks: composed letters that fold to all of them or to the first few, and the rest as marks. */
function letterNode(letter: number, marks: readonly number[]): Node {
  const ways: Node[] = [];
  for (let taken = marks.length; taken >= 0; taken--) {
    const composed = casesOf(letter, marks.slice(0, taken));
    if (composed.length === 0) continue;
    const rest = marks.slice(taken).map((code) => utf8Node([[code, code]]));
    ways.push({ kind: 'cat', parts: [utf8Node(composed.map((code) => [code, code] as const)), ...rest] });
  }
  return ways.length === 1 ? ways[0]! : { kind: 'alt', parts: ways };
}

/** Single code points, ascending, that fold to the letter followed by these marks. */
function casesOf(letter: number, marks: readonly number[]): number[] {
  const folded = [letter, ...marks];
  const text = String.fromCodePoint(letter);
  const spellings = [text, text.toUpperCase(), text.toLowerCase()].flatMap((base) => {
    const composed = (base + String.fromCodePoint(...marks)).normalize('NFC');
    return [composed, composed.toUpperCase(), composed.toLowerCase()];
  });
  const codes = spellings.filter((one) => Array.from(one).length === 1).map((one) => one.codePointAt(0)!);
  const more = marks.length === 0 ? (FOLDED_FROM.get(text) ?? []) : [];
  const fits = [...new Set([...codes, ...more])].filter((code) => {
    const own = traitsOf(code).folded;
    return own.length === folded.length && own.every((part, i) => part === folded[i]);
  });
  return fits.sort((a, b) => a - b);
}
