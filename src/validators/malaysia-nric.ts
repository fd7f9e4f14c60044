/** Malaysian identity card number (MyKad): birth date, place of birth, serial; no check digit. */
import type { Verdict } from '../core/verdict.js';
import { isShortDate } from './calendar.js';
import { numberOf, readDigits } from './digits.js';

const LENGTH = 12;
/** Codes that the National Registration Department gives to no state and no country. */
const UNASSIGNED = new Set([0, 17, 18, 19, 20, 69, 70, 73, 80, 81, 94, 95, 96, 97]);
const digits = new Uint8Array(LENGTH);

/**
 * Rule (National Registration Department): YYMMDD, place of birth, three digits, and a last one odd for men, even for women.
 * Example: 770305-02-1234. `valid` without a check digit, since one random number in thirty passes.
 */
export function malaysiaNric(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH || UNASSIGNED.has(numberOf(digits, 6, 2))) return 'invalid';
  return isShortDate(numberOf(digits, 0, 2), numberOf(digits, 2, 2), numberOf(digits, 4, 2)) ? 'valid' : 'invalid';
}
