/** Brazilian driving licence number (CNH): nine digits and two check digits. */
import type { Verdict } from '../core/verdict.js';
import { isRepeated, readDigits, weightedSum } from './digits.js';

const LENGTH = 11;
const FIRST_WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, 1];
const SECOND_WEIGHTS = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const digits = new Uint8Array(LENGTH);

/**
 * Rule (SENATRAN, formerly DENATRAN): first check = Σ digit·(9 … 1) mod 11, second = Σ digit·(1 … 9) mod 11, 10 becomes 0. Where the first
 * remainder is 10, the second digit is lowered by 2, and descriptions differ on what happens below zero: such a number is `unknown`.
 * Example: 02650306461. Eleven equal digits are refused. Does not prove that the licence exists.
 */
export function brazilCnh(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH || isRepeated(digits, LENGTH)) return 'invalid';
  const first = weightedSum(digits, FIRST_WEIGHTS) % 11;
  if (digits[9] !== first % 10) return 'invalid';
  if (first === 10) return 'unknown';
  return digits[10] === (weightedSum(digits, SECOND_WEIGHTS) % 11) % 10 ? 'valid' : 'invalid';
}
