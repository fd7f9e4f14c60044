/** Egyptian national number: century, birth date, governorate, serial; the rule of its last digit is not published. */
import type { Verdict } from '../core/verdict.js';
import { isBirthDate } from './calendar.js';
import { numberOf, readDigits } from './digits.js';

const LENGTH = 14;
const digits = new Uint8Array(LENGTH);

/**
 * Rule (Civil Status Organization): century (2 = 1900, 3 = 2000), YYMMDD, governorate of birth (01-04 the cities, 11-19 the delta,
 * 21-29 the valley, 31-35 the borders, 88 abroad), serial, check digit. The check digit is not tested: the Ministry of Interior
 * does not publish its rule. `valid` all the same, since one random number in three hundred passes. Example: 29001011234567.
 */
export function egyptNationalId(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH) return 'invalid';
  // Other first digits are centuries in which nobody alive was born.
  const year = 1700 + digits[0]! * 100 + numberOf(digits, 1, 2);
  if (!isBirthDate(year, numberOf(digits, 3, 2), numberOf(digits, 5, 2))) return 'invalid';
  return isGovernorate(numberOf(digits, 7, 2)) ? 'valid' : 'invalid';
}

function isGovernorate(code: number): boolean {
  if (code === 88) return true;
  const region = Math.floor(code / 10);
  const place = code % 10;
  return place > 0 && (region === 0 ? place <= 4 : region === 3 ? place <= 5 : region <= 2);
}
