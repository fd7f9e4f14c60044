/**
 * What counts as a letter, as the same letter and as the end of a word, for everything that looks for keywords.
 * Keywords are compared by code points, case-insensitively (Unicode simple case folding, CaseFolding.txt status C and S)
 * and canonically (NFC equals NFD), because column names and texts come in either form.
 */

const letter = /\p{L}/u;
const mark = /[\p{M}\u{1160}-\u{11FF}]/u;
const upper = /\p{Lu}/u;
const lower = /\p{Ll}/u;

/** Scripts that are told apart. Letters of any other script count as one script together. */
const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Han}/u,
  /\p{Script=Hiragana}/u,
  /\p{Script=Katakana}/u,
  /\p{Script=Thai}/u,
  /\p{Script=Hangul}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Devanagari}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Georgian}/u,
];
const OTHER_SCRIPT = scripts.length;
const FIRST_WITHOUT_SPACES = 3;
const LAST_WITHOUT_SPACES = 6;

/** A code point as keywords see it. Indexes of `LETTERS` are code points; filled as they are met. */
interface Traits {
  /** Its canonical decomposition, each code point case-folded. */
  readonly folded: readonly number[];
  /** Index of its script if it is a letter, else -1. */
  readonly script: number;
  /** A combining mark, or a Hangul vowel or final that belongs to the syllable before it. */
  readonly isMark: boolean;
  readonly isUpper: boolean;
  readonly isLower: boolean;
}

const known = new Map<number, Traits>();

export function traitsOf(codePoint: number): Traits {
  const found = known.get(codePoint);
  if (found !== undefined) return found;
  const text = String.fromCodePoint(codePoint);
  const script = letter.test(text) ? scripts.findIndex((pattern) => pattern.test(text)) : -1;
  const traits: Traits = {
    folded: Array.from(text.normalize('NFD'), (part) => foldCase(part.codePointAt(0)!)),
    script: script < 0 && letter.test(text) ? OTHER_SCRIPT : script,
    isMark: mark.test(text),
    isUpper: upper.test(text),
    isLower: lower.test(text),
  };
  known.set(codePoint, traits);
  return traits;
}

/** Text as keywords are compared: decomposed and folded. */
export function foldText(text: string): number[] {
  return Array.from(text).flatMap((part) => traitsOf(part.codePointAt(0)!).folded);
}

/**
 * Whether no word ends between the neighbours: both are letters of one script, and not of one that is written without
 * spaces (Han, Hiragana, Katakana, Thai).
 */
export function joined(left: Traits, right: Traits): boolean {
  const script = left.script;
  if (script < 0 || script !== right.script) return false;
  return script < FIRST_WITHOUT_SPACES || script > LAST_WITHOUT_SPACES;
}

/**
 * Simple case folding. JavaScript has lower and upper case but no folding; its regular expressions fold exactly so
 * with the flags `iu`, which tells apart `ſ` (folds to `s`) from `ı` (folds to itself).
 */
function foldCase(codePoint: number): number {
  const text = String.fromCodePoint(codePoint);
  if (codePoint < 0x80) return text.toLowerCase().codePointAt(0)!;
  for (const candidate of [text.toUpperCase().toLowerCase(), text.toLowerCase()]) {
    const folded = candidate.codePointAt(0)!;
    if (candidate === String.fromCodePoint(folded) && new RegExp(`^\\u{${folded.toString(16)}}$`, 'iu').test(text)) return folded;
  }
  return codePoint;
}
