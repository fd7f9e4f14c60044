/** Guatemalan personal code (CUI of the DPI): serial, check digit, department and municipality of birth. */
import type { Verdict } from '../core/verdict.js';
import { numberOf, readDigits, weightedSum } from './digits.js';

const LENGTH = 13;
const WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9];
/** Number of municipalities by department, from 01. */
const MUNICIPALITIES = [17, 8, 16, 16, 14, 14, 19, 8, 24, 21, 9, 30, 33, 21, 8, 17, 14, 5, 11, 11, 7, 17];
const digits = new Uint8Array(LENGTH);

/**
 * Rule (RENAP): the ninth digit = Σ digit·(2 … 9) mod 11 of the first eight, so no number has the remainder 10; then a department, 01 to
 * 22, and one of its municipalities. Example: 2430 16404 0101. Finds every single wrong digit of the first nine.
 * Does not prove that the number was issued.
 */
export function guatemalaCui(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH) return 'invalid';
  const most = MUNICIPALITIES[numberOf(digits, 9, 2) - 1];
  const municipality = numberOf(digits, 11, 2);
  if (most === undefined || municipality < 1 || municipality > most) return 'invalid';
  const sum = weightedSum(digits, WEIGHTS);
  return sum > 0 && sum % 11 === digits[8] ? 'valid' : 'invalid';
}
