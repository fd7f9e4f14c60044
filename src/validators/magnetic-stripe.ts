/** The check of magnetic stripe tracks: the card number that each of them starts with. */
import type { Verdict } from '../core/verdict.js';
import { digitAt } from './digits.js';
import { luhn } from './luhn.js';

/** `B`, the format code of track 1 for bank cards. */
const FORMAT_BANK = 0x42;
/** Separates card number, name and the rest on track 1. */
const CARET = 0x5e;

/**
 * ISO/IEC 7813: track 1 is `%B` card number `^` name `^` expiry, service code, data `?`; track 2 is `;` card number `=`
 * expiry, service code, data `?`. The card number passes Luhn (see `luhn`) and the month of the expiry YYMM is 01 to 12.
 * Example: `;4798643261622430=28051011234567890?`. The longitudinal check character behind `?` is not examined, text
 * dumps drop it.
 */
export function magneticStripe(bytes: Uint8Array, start: number, end: number): Verdict {
  const track1 = (bytes[start + 1]! & 0xdf) === FORMAT_BANK;
  const first = start + (track1 ? 2 : 1);
  let last = first;
  while (last < end && digitAt(bytes, last) >= 0) last++;
  if (luhn(bytes, first, last) !== 'valid') return 'invalid';
  let month = last + 3;
  if (track1) {
    let caret = last + 1;
    while (caret < end && bytes[caret] !== CARET) caret++;
    month = caret + 3;
  }
  const value = digitAt(bytes, month) * 10 + digitAt(bytes, month + 1);
  return month + 1 < end && value >= 1 && value <= 12 ? 'valid' : 'invalid';
}
