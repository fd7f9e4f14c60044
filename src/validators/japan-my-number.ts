/** Japanese individual number ("My Number"): eleven digits and a check digit. */
import type { Verdict } from '../core/verdict.js';
import { isRepeated, readDigits, weightedSum } from './digits.js';

const LENGTH = 12;
const WEIGHTS = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const digits = new Uint8Array(LENGTH);

/**
 * Rule (Ministry of Internal Affairs, Ordinance 85 of 2014, article 5): r = Σ digit·(6,5,4,3,2,7,6,5,4,3,2) mod 11; check = 0 where r is
 * 0 or 1, else 11 − r. Example: 123456789018: Σ = 212, r = 3, check 8. Finds every single wrong digit of numbers that do not end
 * in 0. Twelve equal digits are refused. Does not prove that the number was issued.
 */
export function japanMyNumber(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH || isRepeated(digits, LENGTH)) return 'invalid';
  const rest = weightedSum(digits, WEIGHTS) % 11;
  return digits[LENGTH - 1] === (rest < 2 ? 0 : 11 - rest) ? 'valid' : 'invalid';
}
