/** French NIR (numéro d'inscription au répertoire, social security number): thirteen characters and a key of two digits. */
import type { Verdict } from '../core/verdict.js';
import { digitOf, numberOfCodes, readAlnum } from './digits.js';

const LENGTH = 15;
const codes = new Uint8Array(LENGTH);
const ZERO = 0x30;

/**
 * Rule (INSEE, arrêté of 1982): key = 97 − (number mod 97) over the first thirteen digits. In the Corsican departments the letter
 * counts as 0 after a subtraction: 2A = number with 19, 2B = number with 18 in its place. Months 01-12, or 20-42 and 50-99 where unknown.
 * Example: 1 85 05 78 006 084 → mod 97 = 6 → key 91. Does not prove that the number was issued.
 */
export function franceNir(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readAlnum(bytes, start, end, codes) !== LENGTH) return 'invalid';
  const letter = codes[6]!;
  if (digitOf(letter) < 0) {
    if (codes[5] !== ZERO + 2 || (letter !== 0x41 && letter !== 0x42)) return 'invalid';
    codes[5] = ZERO + 1;
    codes[6] = letter === 0x41 ? ZERO + 9 : ZERO + 8;
  }
  const month = numberOfCodes(codes, 3, 2);
  if (month === 0 || (month > 12 && month < 20) || (month > 42 && month < 50)) return 'invalid';
  // In two parts, for a remainder of small numbers takes a tenth of the time.
  const high = numberOfCodes(codes, 0, 7);
  const low = numberOfCodes(codes, 7, 6);
  const key = numberOfCodes(codes, 13, 2);
  if (Math.min(high, low) < 0) return 'invalid';
  return key === 97 - (((high % 97) * 1_000_000 + low) % 97) ? 'valid' : 'invalid';
}
