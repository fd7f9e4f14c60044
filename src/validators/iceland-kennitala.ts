/** Icelandic kennitala of a person: birth date, serial, until 2026 a check digit, century. */
import type { Verdict } from '../core/verdict.js';
import { isDate } from './calendar.js';
import { numberOf, readDigits, weightedSum } from './digits.js';

const LENGTH = 10;
const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2, 1];
const digits = new Uint8Array(LENGTH);

/**
 * Rule (Þjóðskrá): DDMMYY, two digits, check digit, and 9 or 0 for the 1900s or 2000s; Σ digit·(3,2,7,6,5,4,3,2,1) mod 11 = 0. Numbers given
 * out since 18 February 2026 have no check digit, so one that passes is `valid` and one that does not is `unknown`. Finds every single wrong
 * digit but the century's. Example: 120174-3399.
 * Organisations, with 40 added to the day, are left out. Does not prove that the number was issued.
 */
export function icelandKennitala(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH) return 'invalid';
  const mark = digits[9]!;
  if (mark !== 9 && mark !== 0) return 'invalid';
  const year = (mark === 9 ? 1900 : 2000) + numberOf(digits, 4, 2);
  if (!isDate(year, numberOf(digits, 2, 2), numberOf(digits, 0, 2))) return 'invalid';
  return weightedSum(digits, WEIGHTS) % 11 === 0 ? 'valid' : 'unknown';
}
