/** Brazilian PIS, PASEP and NIS: ten digits and a check digit. */
import type { Verdict } from '../core/verdict.js';
import { isRepeated, readDigits, weightedSum } from './digits.js';

const LENGTH = 11;
const WEIGHTS = [3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
const digits = new Uint8Array(LENGTH);

/**
 * Rule (Caixa Econômica Federal): r = Σ digit·(3,2,9,8,7,6,5,4,3,2) mod 11; check = 0 where r is 0 or 1, else 11 − r. Finds every single
 * wrong digit of numbers that do not end in 0. Example: 120.56874.10-7. Eleven equal digits are refused.
 * Does not prove that the number was issued.
 */
export function brazilPis(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH || isRepeated(digits, LENGTH)) return 'invalid';
  const rest = weightedSum(digits, WEIGHTS) % 11;
  return digits[LENGTH - 1] === (rest < 2 ? 0 : 11 - rest) ? 'valid' : 'invalid';
}
