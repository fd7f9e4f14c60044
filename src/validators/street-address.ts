/**
 * An address as people write it into one field: words and the number of a house. A header says that it is one; this tells it from the
 * addresses of machines, mail and memory, and from flags and codes in columns of the same name.
 */
import type { Verdict } from '../core/verdict.js';
import { utf8 } from './ascii.js';

/** Longest address in one field, in characters. */
const LONGEST = 160;
const SHORTEST = 5;
/** Letters and digits, and what stands between them in addresses. */
const TEXT = /^[\p{L}\p{M}\p{N} ,.'\u2019\u00b4`\-\u2013/#\u00b0\u00ba\u00aa&()\n"\u30fb:]+$/u;
/** A number of a house, flat or box; not one behind a letter, as in tokens. */
const HOUSE_NUMBER = /(?<![\p{L}\p{M}\d])\d{1,6}(?!\d)/u;
/** A word of a street or place: not an abbreviation alone. */
const WORD = /\p{L}[\p{L}\p{M}'\u2019.-]{2,}/u;
const IDEOGRAPHIC_WORD = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]{2}/u;
const GAP = /[ ,\n]/u;
/** Ports, versions, times, and fields with their names. */
const NO_ADDRESS = /:\d|\d\.\d|https?:/iu;

/** `valid` for words and a number of 1 to 6 digits, which random printable text of that length is not once in ten; a header must say the rest. */
export function streetAddress(bytes: Uint8Array, start: number, end: number): Verdict {
  if (end - start > 4 * LONGEST) return 'invalid';
  const text = utf8(bytes, start, end).normalize('NFC');
  if (text.length < SHORTEST || text.length > LONGEST || !TEXT.test(text) || NO_ADDRESS.test(text)) return 'invalid';
  if (IDEOGRAPHIC_WORD.test(text)) return /\p{Nd}/u.test(text) ? 'valid' : 'invalid';
  return GAP.test(text) && WORD.test(text) && HOUSE_NUMBER.test(text) ? 'valid' : 'invalid';
}
