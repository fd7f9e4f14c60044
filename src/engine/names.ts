/**
 * Keywords in the names of columns and fields. A name is an identifier more often than prose, so a change of case ends a
 * word (`customerSsn`), and a keyword of six letters and more may stand anywhere in it (`mypassportnumber`). A keyword of several
 * words may go on in the name below (`mailjet: { apiKey }`) or behind a dot (`mailjet.api.key`).
 * Callers cache the answer per column or path, so this is written for clarity.
 */
import { foldText } from '../core/fold.js';
import type { NameList } from '../core/segment.js';
import { foldWord, isGap, isSame, joined, traitsOf } from './letters.js';

/** Keywords with that many letters are found inside longer words too. */
export const FREE_LETTERS = 6;

/**
 * Indexes of the `words` that occur in `names`, each once, the best first: by name in order, then by place in the name,
 * then the longer word, then the smaller index. All names together come last, as one.
 * @param names decoded names, from the root of the path to the field
 * @param words keywords as sheets spell them; a space matches nothing, `_`, `-` or a space
 */
export function keywordsInNames(names: NameList, words: readonly string[]): number[] {
  const best = new Map<number, { name: number; place: number; length: number }>();
  const pieces = piecesOf(names);
  for (const [name, text] of [...names, ...(pieces.length > 1 ? [pieces.join(' ')] : [])].entries()) {
    const parts = Array.from(foldText(text), (part) => traitsOf(part.codePointAt(0)!));
    for (const [index, word] of patternsOf(words).entries()) {
      if (best.has(index)) continue;
      // From one name to the next, words count whole: `add.apiKey` holds no `dd api key`.
      const found = findInName(parts, name < names.length ? word : { ...word, isFree: false });
      if (found !== null) best.set(index, { name, ...found });
    }
  }
  const order = [...best.entries()].sort(
    ([i, a], [j, b]) => a.name - b.name || a.place - b.place || b.length - a.length || i - j,
  );
  return order.map(([index]) => index);
}

/** What the names are joined of where a keyword goes on from one to the next: paths are also written as one name with dots. */
export function piecesOf(names: NameList): readonly string[] {
  // Most names hold no dot, and hostile data makes up a hundred thousand.
  return names.some((name) => name.includes('.')) ? names.flatMap((name) => name.split('.')) : names;
}

/** Code points of a name's end in which a keyword is looked for: longer names are made up. */
const LONGEST_END = 64;

/** What stands behind the words of a name: numbers and separators, marks of forms, remarks in brackets. Tried in this order. */
const BEHIND = [/[\d_\s-]+$/u, /[\d_\s\-:*?!.#)\]}"']+$/u, /[\d_\s-]*[([{][^()[\]{}]*[)\]}][\d_\s\-:*?!.#]*$/u];

/**
 * Index of the longest of the `words` with which the name ends, but for what may stand behind it (`password_2`, `Phone *`,
 * `Name (Last, First)`), or undefined; of equal ones the first. The name is what the value is called, and not only something about
 * it (`passwordHint`).
 */
export function keywordAtEnd(name: string, words: readonly string[]): number | undefined {
  const folded = foldText(name);
  const tried = new Set<string>();
  for (const behind of BEHIND) {
    const text = folded.replace(behind, '').slice(-LONGEST_END);
    if (tried.has(text)) continue;
    tried.add(text);
    const index = keywordAtEndOf(text, words);
    if (index !== undefined) return index;
  }
  return undefined;
}

/**
 * The same for a path: where its last name says nothing by itself, a keyword counts that begins in the name above and ends with the whole
 * of the last one (`name family` in `name.family`, as two names or one with a dot). From one name to the next, words count whole.
 */
export function keywordAtPathEnd(names: NameList, words: readonly string[]): number | undefined {
  const leaf = names.at(-1);
  if (leaf === undefined) return undefined;
  const atEnd = keywordAtEnd(leaf, words);
  if (atEnd !== undefined) return atEnd;
  const [last, above] = piecesOf(names.slice(-2)).toReversed();
  if (above === undefined || last === undefined || last.trim() === '') return undefined;
  const behind = foldText(last.trim());
  const over = keywordAtEndOf(`${foldText(above.slice(-LONGEST_END).trim())} ${behind.slice(-LONGEST_END)}`, words, false);
  const isWhole = over !== undefined && words[over]!.toLowerCase().endsWith(` ${behind.toLowerCase()}`);
  return isWhole ? over : undefined;
}

/** @param mayBeFree whether long keywords count inside longer words too */
function keywordAtEndOf(text: string, words: readonly string[], mayBeFree = true): number | undefined {
  const parts = Array.from(text, (part) => traitsOf(part.codePointAt(0)!));
  const last = parts.at(-1)?.folded.at(-1);
  if (last === undefined) return undefined;
  let best: number | undefined;
  let longest = 0;
  for (const [index, { pattern, isFree }] of patternsOf(words).entries()) {
    // Most words end otherwise.
    const end = pattern.at(-1);
    if (end === undefined || (end !== 0x20 && !isSame(last, end))) continue;
    for (let place = 0; place < parts.length - longest; place++) {
      const isWord = ((isFree && mayBeFree) || endsWord(parts, place)) && endsOf(parts, place, pattern).includes(parts.length);
      if (!isWord) continue;
      best = index;
      longest = parts.length - place;
      break;
    }
  }
  return best;
}

interface WordPattern {
  readonly pattern: readonly number[];
  /** It may stand inside a longer word. */
  readonly isFree: boolean;
}

const patterns = new WeakMap<readonly string[], readonly WordPattern[]>();

function patternsOf(words: readonly string[]): readonly WordPattern[] {
  const known = patterns.get(words);
  if (known !== undefined) return known;
  const made = words.map((word) => ({ pattern: foldWord(word), isFree: lettersOf(word) >= FREE_LETTERS }));
  patterns.set(words, made);
  return made;
}

function lettersOf(word: string): number {
  return Array.from(word).filter((part) => traitsOf(part.codePointAt(0)!).script >= 0).length;
}

export type Parts = readonly ReturnType<typeof traitsOf>[];

/** First place of `word`, and its length there, in code points of the name. */
function findInName(parts: Parts, { pattern, isFree }: WordPattern): { place: number; length: number } | null {
  for (let place = 0; place < parts.length; place++) {
    for (const end of endsOf(parts, place, pattern)) {
      const isWhole = isFree || (endsWord(parts, place) && endsWord(parts, end));
      if (isWhole && !parts[end]?.isMark) return { place, length: end - place };
    }
  }
  return null;
}

/** Ends of the ways in which the folded word stands at `place`, the longest first. */
function endsOf(parts: Parts, place: number, pattern: readonly number[]): number[] {
  const [head, ...rest] = pattern;
  if (head === undefined) return [place];
  const part = parts[place];
  if (head === 0x20) {
    const over = part !== undefined && isGap(part.folded[0]!) ? endsOf(parts, place + 1, rest) : [];
    return [...over, ...endsOf(parts, place, rest)];
  }
  if (part === undefined || !part.folded.every((code, i) => isSame(code, pattern[i] ?? -1))) return [];
  return endsOf(parts, place + 1, pattern.slice(part.folded.length));
}

/** Whether a word may begin or end before `parts[at]`: no letters on both sides, or a change of case or script between them. */
export function endsWord(parts: Parts, at: number): boolean {
  let before = at - 1;
  while (parts[before]?.isMark) before--;
  const left = parts[before];
  const right = parts[at];
  if (left === undefined || right === undefined || !joined(left, right)) return true;
  let after = at + 1;
  while (parts[after]?.isMark) after++;
  // `ssnNumber` ends a word before `N`, and so does `SSNNumber`: there the capital belongs to what follows it.
  return right.isUpper && (left.isLower || (left.isUpper && parts[after]?.isLower === true));
}
