/**
 * An address as people write it into one field: words and the number of a house. A header says that it is one; this tells it from the
 * addresses of machines, mail and memory, and from flags and codes in columns of the same name.
 */
import { atFirstUse } from '../core/at-first-use.js';
import type { Verdict } from '../core/verdict.js';
import { utf8 } from './ascii.js';

/** Longest address in one field, in characters. */
const LONGEST = 160;
const SHORTEST = 5;
/** How addresses are written. */
const WRITING = atFirstUse(() => ({
  /** Letters and digits, and what stands between them in addresses. */
  text: /^[\p{L}\p{M}\p{N} ,.'\u2019\u00b4`\-\u2013/#\u00b0\u00ba\u00aa&()\n"\u30fb:]+$/u,
  /** A number of a house, flat or box; not one behind a letter, as in tokens. */
  houseNumber: /(?<![\p{L}\p{M}\d])\d{1,6}(?!\d)/u,
  /** A word of a street or place: not an abbreviation alone. */
  word: /\p{L}[\p{L}\p{M}'\u2019.-]{2,}/u,
  ideographicWord: /[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]{2}/u,
  gap: /[ ,\n]/u,
  /** Ports, versions, times, and fields with their names; not the number of a house or flat, as in Turkish (`No:118 D:7`). */
  noAddress:
    /(?<!(?<!\p{L})(?:no|nr|n\u00b0|kap\u0131|d|k|kat|daire|blok|int|apt?|flat|block|blk|unit|room)):\d|\d\.\d|https?:/iu,
}));

/** `valid` for words and a number of 1 to 6 digits, which random printable text of that length is not once in ten; a header must say the rest. */
export function streetAddress(bytes: Uint8Array, start: number, end: number): Verdict {
  if (end - start > 4 * LONGEST) return 'invalid';
  const written = utf8(bytes, start, end).normalize('NFC');
  const { text, noAddress, ideographicWord, gap, word, houseNumber } = WRITING();
  if (written.length < SHORTEST || written.length > LONGEST || !text.test(written) || noAddress.test(written)) return 'invalid';
  if (ideographicWord.test(written)) return /\p{Nd}/u.test(written) ? 'valid' : 'invalid';
  return gap.test(written) && word.test(written) && houseNumber.test(written) ? 'valid' : 'invalid';
}
