/** Bulgarian unified civil number (EGN): birth date with the century in the month, serial, check digit. */
import type { Verdict } from '../core/verdict.js';
import { isDate } from './calendar.js';
import { numberOf, readDigits, weightedSum } from './digits.js';

const LENGTH = 10;
const WEIGHTS = [2, 4, 8, 5, 10, 9, 7, 3, 6];
/** Century by the month's offset of 20: 0 = 1900, 20 = 1800, 40 = 2000. */
const CENTURIES = [1900, 1800, 2000];
const digits = new Uint8Array(LENGTH);

/**
 * Rule (GRAO, Наредба № РД-02-20-9): YYMMDD with the century added to the month, then check = Σ digit·(2,4,8,5,10,9,7,3,6) mod 11,
 * 10 is written 0. Example: 7523169263 (16 March 1875). Finds every single wrong digit where the check digit is not 0.
 * Does not prove that the number was issued.
 */
export function bulgariaEgn(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH) return 'invalid';
  const month = numberOf(digits, 2, 2);
  const century = CENTURIES[Math.floor(month / 20)];
  if (century === undefined) return 'invalid';
  if (!isDate(century + numberOf(digits, 0, 2), month % 20, numberOf(digits, 4, 2))) return 'invalid';
  return (weightedSum(digits, WEIGHTS) % 11) % 10 === digits[9] ? 'valid' : 'invalid';
}
