/** Danish CPR number: birth date and a serial of four digits that also tells the century. */
import type { Verdict } from '../core/verdict.js';
import { isDate } from './calendar.js';
import { numberOf, readDigits, weightedSum } from './digits.js';

const LENGTH = 10;
const WEIGHTS = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
const digits = new Uint8Array(LENGTH);

/**
 * Rule (CPR-kontoret, "Personnummeret i CPR"): DDMMYY must exist in the century that digit 7 tells. Until 2007
 * Σ digit·(4,3,2,7,6,5,4,3,2,1) mod 11 = 0 held for all; numbers since then may break it, so one that passes is `valid` and one
 * that does not is `unknown`. Example: 211062-5629. Does not prove that the number was issued.
 */
export function denmarkCpr(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH) return 'invalid';
  const year = numberOf(digits, 4, 2);
  if (!isDate(centuryOf(digits[6]!, year) + year, numberOf(digits, 2, 2), numberOf(digits, 0, 2))) return 'invalid';
  return weightedSum(digits, WEIGHTS) % 11 === 0 ? 'valid' : 'unknown';
}

/** Digit 7: 0-3 are the 1900s; 4 and 9 the 2000s up to 36, then the 1900s; 5-8 the 2000s up to 57, then the 1800s. */
function centuryOf(seventh: number, year: number): number {
  if (seventh < 4) return 1900;
  if (seventh === 4 || seventh === 9) return year < 37 ? 2000 : 1900;
  return year < 58 ? 2000 : 1800;
}
