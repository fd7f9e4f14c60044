/** Danish CPR number: birth date and a serial of four digits that also tells the century. */
import type { Verdict } from '../core/verdict.js';
import { isDate } from './calendar.js';
import { numberOf, readDigits, weightedSum } from './digits.js';

const LENGTH = 10;
const WEIGHTS = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
/** Seventh digits 0-3 are the 1900s. The others tell the 1800s from the 2000s, which only matters to leap years at 00, and 1800 is not coded. */
const FIRST_SERIAL_FROM_2000 = 4;
const digits = new Uint8Array(LENGTH);

/**
 * Rule (CPR-kontoret, "Personnummeret i CPR"): DDMMYY must exist in the century that digit 7 tells. Until 2007
 * Σ digit·(4,3,2,7,6,5,4,3,2,1) mod 11 = 0 held for all; numbers since then may break it, so one that passes is `valid` and one
 * that does not is `unknown`. Example: 211062-5629. Does not prove that the number was issued.
 */
export function denmarkCpr(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH) return 'invalid';
  const year = numberOf(digits, 4, 2);
  const century = digits[6]! < FIRST_SERIAL_FROM_2000 ? 1900 : 2000;
  if (!isDate(century + year, numberOf(digits, 2, 2), numberOf(digits, 0, 2))) return 'invalid';
  return weightedSum(digits, WEIGHTS) % 11 === 0 ? 'valid' : 'unknown';
}
