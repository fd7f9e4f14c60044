/**
 * Values as people write them: typographic spaces and dashes, full-width characters and the digits of other scripts stand for
 * their ASCII characters. This is the definition; the engine folds its blocks by a faster twin (src/engine/prefilter).
 *
 * A letter or digit always folds. Spaces and dashes fold where they touch a digit (one that folds, too), full-width punctuation
 * where it touches a letter or digit. So the typography of prose stays what it is: what stands before `—` is no part of the
 * e-mail address behind it, and text without such values is matched where it lies. Keywords know these spaces and dashes themselves.
 */

/** Spaces and hyphens that may stand between the words of a keyword and between the groups of a number, as code points. */
export const SPACES: readonly (readonly [first: number, last: number])[] = [
  [0xa0, 0xa0],
  [0x2000, 0x200a],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
];
export const DASHES: readonly (readonly [first: number, last: number])[] = [
  [0x2010, 0x2015],
  [0x2212, 0x2212],
  [0xfe58, 0xfe58],
  [0xfe63, 0xfe63],
];

/** Full-width, Arabic-Indic, Persian and Devanagari. */
const LETTER_OR_DIGIT = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g;
const FULL_WIDTH = String.raw`\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff5e`;
const PUNCTUATION = new RegExp(touching(FULL_WIDTH, '0-9A-Za-z'), 'g');
const SEPARATOR = new RegExp(touching(classOf([...SPACES, ...DASHES]), '0-9'), 'g');
const BEYOND_ASCII = /[^\0-\x7f]/;
const IS_SPACE = new RegExp(`[${classOf(SPACES)}]`);

/** Text as it is matched. As many characters as before; each that folds is one ASCII character. */
export function foldText(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text;
  return text.replace(LETTER_OR_DIGIT, asciiOf).replace(PUNCTUATION, asciiOf).replace(SEPARATOR, asciiOf);
}

/** The characters of a class that stand directly before or behind one of another class. */
function touching(characters: string, beside: string): string {
  return `(?<=[${beside}])[${characters}]|[${characters}](?=[${beside}])`;
}

function classOf(ranges: readonly (readonly [first: number, last: number])[]): string {
  return ranges.map(([first, last]) => `${String.fromCharCode(first)}-${String.fromCharCode(last)}`).join('');
}

function asciiOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code >= 0x660 && code <= 0x669) return String.fromCharCode(code - 0x660 + 0x30);
  if (code >= 0x6f0 && code <= 0x6f9) return String.fromCharCode(code - 0x6f0 + 0x30);
  if (code >= 0x966 && code <= 0x96f) return String.fromCharCode(code - 0x966 + 0x30);
  return IS_SPACE.test(character) ? ' ' : '-';
}
