/**
 * All keywords of all sheets in one table, so that a place is looked up once for every detector. Words are compared as
 * letters.ts says; the boundaries around them are checked by whoever walks the table.
 */
import { ConfigError } from '../core/errors.js';
import type { DetectorSheet } from '../detectors/define.js';
import { type Automaton, buildAutomaton, stepOf } from './automaton.js';
import { type KeywordOwner, KeywordOwners } from './keyword-owners.js';
import { foldWord, GAPS, HYPHENS, traitsOf } from './letters.js';
import { NumberLists } from './number-lists.js';
import { type Node, utf8Node } from './pattern.js';

/** What depends on the words alone. */
export interface WordTable {
  readonly automaton: Automaton;
  /** Sets of the automaton: indexes of keywords. */
  readonly sets: NumberLists;
  /** How many they are. */
  readonly setCount: number;
  /** Letters of each keyword, without separators: with six and more it may stand inside a longer word of a name. */
  readonly letters: ArrayLike<number>;
  /** Keyword of each spelling in the sheets. */
  readonly index: ReadonlyMap<string, number>;
  /** Longest keyword in bytes, in its longest spelling, and the longest part of one before a byte outside ASCII or its end. */
  readonly longest: number;
  readonly longestLead: number;
  /** The same in text as it is written: a character that folds to one of ASCII has up to three bytes. */
  readonly longestWritten: number;
}

export interface KeywordTable extends WordTable {
  readonly owners: KeywordOwners;
  /** The keyword as its owner spells it. */
  textOf(owner: KeywordOwner): string;
}

/**
 * Code points that fold or decompose to a letter and are neither of its cases: by the folded letter with its marks. Those of the
 * Greek letters with an accent stand twice in Unicode, with tonos and with oxia.
 */
const FOLDED_FROM: ReadonlyMap<string, readonly number[]> = new Map(
  (
    [
      ['k', [0x212a]],
      ['s', [0x17f]],
      ['ß', [0x1e9e]],
      ['å', [0x212b]],
      ['β', [0x3d0]],
      ['ε', [0x3f5]],
      ['θ', [0x3d1, 0x3f4]],
      ['ι', [0x345, 0x1fbe]],
      ['κ', [0x3f0]],
      ['μ', [0xb5]],
      ['π', [0x3d6]],
      ['ρ', [0x3f1]],
      // The sigma at the end of a word.
      ['σ', [0x3c2]],
      ['φ', [0x3d5]],
      ['ω', [0x2126]],
      ['ά', [0x1f71, 0x1fbb]],
      ['έ', [0x1f73, 0x1fc9]],
      ['ή', [0x1f75, 0x1fcb]],
      ['ί', [0x1f77, 0x1fdb]],
      ['ό', [0x1f79, 0x1ff9]],
      ['ύ', [0x1f7b, 0x1feb]],
      ['ώ', [0x1f7d, 0x1ffb]],
      ['в', [0x1c80]],
      ['д', [0x1c81]],
      ['о', [0x1c82]],
      ['с', [0x1c83]],
      ['т', [0x1c84, 0x1c85]],
      ['ъ', [0x1c86]],
      ['年', [0xf98e]],
      ['行', [0xfa08]],
      ['留', [0xf9cd]],
      ['社', [0xfa4c]],
      // Combining grave and acute.
      ['\u0300', [0x340]],
      ['\u0301', [0x341]],
    ] as const
  ).map(([text, codes]) => [text.normalize('NFD'), codes]),
);
const SEPARATOR: Node = { kind: 'repeat', min: 0, max: 1, part: utf8Node([...GAPS].sort((a, b) => a[0] - b[0])) };
const HYPHEN: Node = utf8Node(HYPHENS);

/** The part of the table that depends on the words alone. */
export function buildKeywordTable(detectors: readonly DetectorSheet[]): WordTable {
  const byFolded = new Map<string, number>();
  const words: (readonly number[])[] = [];
  const index = new Map<string, number>();
  for (const text of detectors.flatMap((sheet) => sheet.keywords.words)) {
    const folded = foldWord(text);
    // The prefilter looks keywords up at the beginnings of words.
    if (traitsOf(folded[0] ?? 0x20).script < 0)
      throw new ConfigError(`the keyword ${JSON.stringify(text)} does not begin with a letter`);
    const key = folded.join();
    if (!byFolded.has(key)) {
      byFolded.set(key, words.length);
      words.push(folded);
    }
    index.set(text, byFolded.get(key)!);
  }
  const patterns = words.map((folded) => ({ node: keywordNode(folded), allEnds: true }));
  const automaton = buildAutomaton(patterns, [patterns.map((_, i) => i)]);
  return {
    automaton,
    sets: NumberLists.of(automaton.sets),
    setCount: automaton.sets.length,
    letters: words.map((folded) => folded.filter((code) => traitsOf(code).script >= 0).length),
    index,
    longest: longestPath(automaton, 256),
    longestLead: longestPath(automaton, 128, 1, true),
    longestWritten: longestPath(automaton, 256, 3),
  };
}

/**
 * Adds the sheets that list each keyword. What is large is left where it is until it is asked for.
 * @param ownersOf by default asks the sheets
 */
export function ownKeywords(
  table: WordTable,
  detectors: readonly DetectorSheet[],
  ownersOf: () => KeywordOwners = () => KeywordOwners.ofSheets(table.letters.length, table.index, detectors),
): KeywordTable {
  const { automaton, setCount, longest, longestLead, longestWritten } = table;
  let owners: KeywordOwners | undefined;
  return {
    automaton,
    setCount,
    longest,
    longestLead,
    longestWritten,
    get sets() {
      return table.sets;
    },
    get letters() {
      return table.letters;
    },
    get index() {
      return table.index;
    },
    get owners() {
      owners ??= ownersOf();
      return owners;
    },
    textOf: ({ detector, index }) => detectors[detector]!.keywords.words[index]!,
  };
}

/**
 * Bytes of the longest walk to an accepting state on bytes below `limit`, one of ASCII counted as `ascii`. The table has no cycle.
 * @param isOpen the walk may end anywhere
 */
function longestPath(table: Automaton, limit: number, ascii = 1, isOpen = false): number {
  const lengths = new Map<number, number>();
  const visit = (state: number): number => {
    const known = lengths.get(state);
    if (known !== undefined) return known;
    let longest = isOpen || state >= table.firstAccept ? 0 : Number.NEGATIVE_INFINITY;
    for (let byte = 0; byte < limit; byte++) {
      const next = stepOf(table, state, byte);
      if (next !== 0) longest = Math.max(longest, (byte < 0x80 ? ascii : 1) + visit(next));
    }
    lengths.set(state, longest);
    return longest;
  };
  return Math.max(0, visit(table.roots[0]!));
}

/** All spellings of a folded word: each letter in both cases, composed and decomposed; a space matches nothing or one of `GAPS`. */
function keywordNode(folded: readonly number[]): Node {
  const parts: Node[] = [];
  for (let at = 0; at < folded.length; ) {
    const letter = folded[at]!;
    let marks = 0;
    while (folded[at + 1 + marks] !== undefined && traitsOf(folded[at + 1 + marks]!).isMark) marks++;
    if (letter === 0x20) parts.push(SEPARATOR);
    else if (letter === 0x2d) parts.push(HYPHEN);
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
    const rest = marks.slice(taken).map((code) => utf8Node(casesOf(code, []).map((one) => [one, one] as const)));
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
  const more = FOLDED_FROM.get(String.fromCodePoint(...folded)) ?? [];
  const fits = [...new Set([...codes, ...more])].filter((code) => {
    const own = traitsOf(code).folded;
    return own.length === folded.length && own.every((part, i) => part === folded[i]);
  });
  return fits.sort((a, b) => a - b);
}
