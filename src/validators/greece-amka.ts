/** Greek social security number (AMKA): birth date, serial, Luhn check digit. */
import type { Verdict } from '../core/verdict.js';
import { isShortDate } from './calendar.js';
import { luhnSum, numberOf, readDigits } from './digits.js';

const LENGTH = 11;
const digits = new Uint8Array(LENGTH);

/**
 * Rule (Ν. 3655/2008, amka.gr): DDMMYY, four digits for the serial and the sex, Luhn check digit. Finds every single wrong digit.
 * Example: 01013099997. Does not prove that the number was issued.
 */
export function greeceAmka(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH) return 'invalid';
  if (!isShortDate(numberOf(digits, 4, 2), numberOf(digits, 2, 2), numberOf(digits, 0, 2))) return 'invalid';
  return luhnSum(bytes, start, end) % 10 === 0 ? 'valid' : 'invalid';
}
