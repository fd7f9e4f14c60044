/** The Luhn check of payment cards and many other numbers. The sum itself lives with the other digit helpers. */
import type { Verdict } from '../core/verdict.js';
import { luhnSum } from './digits.js';

/**
 * Luhn formula, ISO/IEC 7812-1 annex B: from the right, each second digit is doubled (9 taken off above 9), and the sum
 * of all is a multiple of 10. Other bytes are skipped. Example: 7992 7398 713 gives 70, valid.
 * All zeros are refused: their sum is 0 and no number is issued like that.
 * Finds every wrong digit and all swaps of neighbours but 09 and 90. Does not prove that the number was issued.
 */
export function luhn(bytes: Uint8Array, start: number, end: number): Verdict {
  const sum = luhnSum(bytes, start, end);
  return sum > 0 && sum % 10 === 0 ? 'valid' : 'invalid';
}
