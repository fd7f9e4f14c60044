/** Hungarian social security number (TAJ): eight digits and a check digit. */
import type { Verdict } from '../core/verdict.js';
import { isRepeated, readDigits, weightedSum } from './digits.js';

const LENGTH = 9;
const WEIGHTS = [3, 7, 3, 7, 3, 7, 3, 7];
const digits = new Uint8Array(LENGTH);

/**
 * Rule (1996. évi XX. törvény, annex): check = Σ digit·(3,7,3,7,3,7,3,7) mod 10. Finds every single wrong digit.
 * Example: 111 111 110. Does not prove that the number was issued.
 */
export function hungaryTaj(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH || isRepeated(digits, LENGTH)) return 'invalid';
  return weightedSum(digits, WEIGHTS) % 10 === digits[8] ? 'valid' : 'invalid';
}
