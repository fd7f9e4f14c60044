/** South African identity number: birth date, serial with the sex, citizenship, Luhn check digit. */
import type { Verdict } from '../core/verdict.js';
import { isShortDate } from './calendar.js';
import { luhnSum, numberOf, readDigits } from './digits.js';

const LENGTH = 13;
const CITIZENSHIP_AT = 10;
/** 0 citizen, 1 permanent resident, 2 refugee. */
const LAST_CITIZENSHIP = 2;
const digits = new Uint8Array(LENGTH);

/**
 * Rule (Department of Home Affairs; Identification Act 68 of 1997): YYMMDD, four digits of serial, citizenship 0 to 2, a digit without
 * meaning today, and all thirteen pass Luhn. Finds every single wrong digit. Example: 7503305044089 (30 March 1975).
 * Does not prove that the number was issued.
 */
export function southAfricaId(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH || digits[CITIZENSHIP_AT]! > LAST_CITIZENSHIP) return 'invalid';
  if (!isShortDate(numberOf(digits, 0, 2), numberOf(digits, 2, 2), numberOf(digits, 4, 2))) return 'invalid';
  return luhnSum(bytes, start, end) % 10 === 0 ? 'valid' : 'invalid';
}
