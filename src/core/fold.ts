/**
 * Values as people write them: typographic spaces and dashes, full-width characters and the digits of other scripts stand for
 * their ASCII characters. This is the definition; the engine folds its blocks by a faster twin (src/engine/prefilter).
 *
 * A letter or digit always folds. A separator folds only where it touches an ASCII letter or digit (folded ones too), so that
 * the punctuation of Chinese or French prose stays what it is; the em dash and the horizontal bar, which separate clauses
 * without spaces around them, only where they touch a digit: what stands before `—` is no part of the e-mail address behind it.
 */

/** Full-width, Arabic-Indic, Persian and Devanagari. */
const LETTER_OR_DIGIT = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g;
const SPACE = String.raw`\u00a0\u2000-\u200a\u202f\u205f\u3000`;
const DASH = String.raw`\u2010-\u2013\u2212\ufe58\ufe63`;
const LONG_DASH = String.raw`\u2014\u2015`;
const FULL_WIDTH = String.raw`\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff5e`;
const SEPARATOR = new RegExp(touching(SPACE + DASH + FULL_WIDTH, '0-9A-Za-z'), 'g');
const LONG_SEPARATOR = new RegExp(touching(LONG_DASH, '0-9'), 'g');
const IS_SPACE = new RegExp(`[${SPACE}]`);

/** Text as it is matched. As many characters as before; each that folds is one ASCII character. */
export function foldText(text: string): string {
  return text.replace(LETTER_OR_DIGIT, asciiOf).replace(SEPARATOR, asciiOf).replace(LONG_SEPARATOR, '-');
}

/** The characters of a class that stand directly before or behind one of another class. */
function touching(characters: string, beside: string): string {
  return `(?<=[${beside}])[${characters}]|[${characters}](?=[${beside}])`;
}

function asciiOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code >= 0x660 && code <= 0x669) return String.fromCharCode(code - 0x660 + 0x30);
  if (code >= 0x6f0 && code <= 0x6f9) return String.fromCharCode(code - 0x6f0 + 0x30);
  if (code >= 0x966 && code <= 0x96f) return String.fromCharCode(code - 0x966 + 0x30);
  return IS_SPACE.test(character) ? ' ' : '-';
}
