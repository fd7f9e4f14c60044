/**
 * What counts as a letter, as the same letter and as the end of a word, for everything that looks for keywords.
 * Keywords are compared by code points, case-insensitively (Unicode simple case folding, CaseFolding.txt status C and S)
 * and canonically (NFC equals NFD), because column names and texts come in either form.
 */

import { DASHES, foldText, SPACES } from '../core/fold.js';

/** Scripts that are told apart. Letters of any other script count as one script together. */
const SCRIPTS = 'Latin Cyrillic Greek Han Hiragana Katakana Thai Hangul Arabic Hebrew Devanagari Armenian Georgian'.split(' ');
const LATIN = 0;
const OTHER_SCRIPT = SCRIPTS.length;
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

/** What Unicode says of a character, loaded for the first one outside ASCII: most texts have none. */
interface UnicodeClasses {
  readonly letter: RegExp;
  readonly mark: RegExp;
  readonly upper: RegExp;
  readonly lower: RegExp;
  readonly scripts: readonly RegExp[];
}

let classes: UnicodeClasses | undefined;

function unicodeClasses(): UnicodeClasses {
  return {
    letter: /\p{L}/u,
    mark: /[\p{M}\u{1160}-\u{11FF}]/u,
    upper: /\p{Lu}/u,
    lower: /\p{Ll}/u,
    scripts: SCRIPTS.map((name) => new RegExp(`\\p{Script=${name}}`, 'u')),
  };
}

/** What a character in a text may be for one in a keyword: a space matches those of `GAPS`, a hyphen those of `HYPHENS`. */
export const HYPHENS: readonly (readonly [first: number, last: number])[] = [[0x2d, 0x2d], ...DASHES];
export const GAPS: readonly (readonly [first: number, last: number])[] = [[0x20, 0x20], ...HYPHENS, [0x5f, 0x5f], ...SPACES];

/** Whether a character of a text matches one of a keyword, both folded. */
export function isSame(inText: number, inWord: number): boolean {
  return inText === inWord || (inWord === 0x2d && isIn(HYPHENS, inText));
}

export function isGap(inText: number): boolean {
  return isIn(GAPS, inText);
}

function isIn(ranges: readonly (readonly [first: number, last: number])[], code: number): boolean {
  return ranges.some(([first, last]) => code >= first && code <= last);
}

export function traitsOf(codePoint: number): Traits {
  const found = known.get(codePoint);
  if (found !== undefined) return found;
  const traits = codePoint < 0x80 ? asciiTraits(codePoint) : unicodeTraits(codePoint);
  known.set(codePoint, traits);
  return traits;
}

function asciiTraits(codePoint: number): Traits {
  const isUpper = codePoint >= 0x41 && codePoint <= 0x5a;
  const isLower = codePoint >= 0x61 && codePoint <= 0x7a;
  return {
    folded: [isUpper ? codePoint + 0x20 : codePoint],
    script: isUpper || isLower ? LATIN : -1,
    isMark: false,
    isUpper,
    isLower,
  };
}

function unicodeTraits(codePoint: number): Traits {
  classes ??= unicodeClasses();
  const { letter, mark, upper, lower, scripts } = classes;
  const text = String.fromCodePoint(codePoint);
  const script = letter.test(text) ? scripts.findIndex((pattern) => pattern.test(text)) : -1;
  return {
    folded: Array.from(text.normalize('NFD'), (part) => foldCase(part.codePointAt(0)!)),
    script: script < 0 && letter.test(text) ? OTHER_SCRIPT : script,
    isMark: mark.test(text),
    isUpper: upper.test(text),
    isLower: lower.test(text),
  };
}

/** A keyword as keywords are compared: its characters in ASCII where they stand for such, decomposed, folded. */
export function foldWord(text: string): number[] {
  const folded = Array.from(foldText(text)).flatMap((part) => traitsOf(part.codePointAt(0)!).folded);
  return folded.map((code) => (isIn(SPACES, code) ? 0x20 : isIn(DASHES, code) ? 0x2d : code));
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

/** Characters beyond a keyword that tell whether it is part of a longer token. */
export const EDGE_RUN = 16;

/**
 * Whether letters and digits of ASCII alternate to one side of a keyword, as in a random id: between letter and digit a word ends
 * (`cvv2`, `2fa`, `ssn1`), but not where behind these digits, or letters, the token goes on with the other kind (`r0r9cvV4`).
 * @param inner the keyword's last character to that side
 * @param beyond the characters from there on, outward; undefined where there is none
 */
export function isInToken(inner: number, beyond: (distance: number) => number | undefined): boolean {
  const first = beyond(0);
  const kind = first === undefined ? OTHER : kindOf(first);
  if (kind === OTHER || kindOf(inner) !== (kind === DIGIT ? ASCII_LETTER : DIGIT)) return false;
  for (let distance = 1; distance <= EDGE_RUN; distance++) {
    const code = beyond(distance);
    const next = code === undefined ? OTHER : kindOf(code);
    if (next !== kind) return next !== OTHER;
  }
  return false;
}

const OTHER = 0;
const DIGIT = 1;
const ASCII_LETTER = 2;

function kindOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return DIGIT;
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a ? ASCII_LETTER : OTHER;
}

/**
 * Simple case folding. JavaScript has lower and upper case but no folding; its regular expressions fold exactly so
 * with the flags `iu`, which tells apart `ſ` (folds to `s`) from `ı` (folds to itself).
 */
function foldCase(codePoint: number): number {
  const text = String.fromCodePoint(codePoint);
  if (codePoint < 0x80) return asciiTraits(codePoint).folded[0]!;
  for (const candidate of [text.toUpperCase().toLowerCase(), text.toLowerCase()]) {
    const folded = candidate.codePointAt(0)!;
    if (candidate === String.fromCodePoint(folded) && new RegExp(`^\\u{${folded.toString(16)}}$`, 'iu').test(text)) return folded;
  }
  return codePoint;
}
