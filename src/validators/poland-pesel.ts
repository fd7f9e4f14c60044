/** Polish PESEL: birth date with the century in the month, serial, check digit. */
import type { Verdict } from '../core/verdict.js';
import { isDate } from './calendar.js';
import { numberOf, readDigits, weightedSum } from './digits.js';

const LENGTH = 11;
const WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1];
/** Century by the month's offset of 20: 80 = 1800, 0 = 1900, 20 = 2000, 40 = 2100, 60 = 2200. */
const CENTURIES = [1900, 2000, 2100, 2200, 1800];
const digits = new Uint8Array(LENGTH);

/**
 * Rule (Ustawa o ewidencji ludności, art. 15): YYMMDD with the century added to the month, then Σ digit·(1,3,7,9,1,3,7,9,1,3,1) mod 10 = 0.
 * Finds every single wrong digit. Example: 44051401359 (14 May 1944). Does not prove that the number was issued.
 */
export function polandPesel(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH) return 'invalid';
  const month = numberOf(digits, 2, 2);
  const year = CENTURIES[Math.floor(month / 20)]! + numberOf(digits, 0, 2);
  if (!isDate(year, month % 20, numberOf(digits, 4, 2))) return 'invalid';
  return weightedSum(digits, WEIGHTS) % 10 === 0 ? 'valid' : 'invalid';
}
