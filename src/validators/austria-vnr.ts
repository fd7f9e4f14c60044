/** Austrian social insurance number (Versicherungsnummer): serial, check digit, birth date. */
import type { Verdict } from '../core/verdict.js';
import { isShortDate } from './calendar.js';
import { numberOf, readDigits, weightedSum } from './digits.js';

const LENGTH = 10;
/** The check digit itself stands fourth and does not count. */
const WEIGHTS = [3, 7, 9, 0, 5, 8, 4, 2, 1, 6];
/** Months 13 to 15 are given out where a birthday has no serials left. */
const LAST_MONTH = 15;
const LAST_DAY = 31;
const digits = new Uint8Array(LENGTH);

/**
 * Rule (§ 31 ASVG; Dachverband der Sozialversicherungsträger): NNNC DDMMYY, C = Σ digit·(3,7,9,–,5,8,4,2,1,6) mod 11; numbers that
 * give 10 are not used, and the serial does not begin with 0. Finds every single wrong digit. Example: 1237 010180.
 * Does not prove that the number was issued, nor that the date is the birthday.
 */
export function austriaVnr(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH || digits[0] === 0) return 'invalid';
  const day = numberOf(digits, 4, 2);
  const month = numberOf(digits, 6, 2);
  const isOverflow = month > 12 && month <= LAST_MONTH && day >= 1 && day <= LAST_DAY;
  if (!isOverflow && !isShortDate(numberOf(digits, 8, 2), month, day)) return 'invalid';
  return weightedSum(digits, WEIGHTS) % 11 === digits[3] ? 'valid' : 'invalid';
}
