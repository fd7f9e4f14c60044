/** Slovenian tax number (davčna številka): seven digits and a check digit. */
import type { Verdict } from '../core/verdict.js';
import { isRepeated, readDigits, weightedSum } from './digits.js';

const LENGTH = 8;
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2];
const digits = new Uint8Array(LENGTH);

/**
 * Rule (Zakon o davčni službi; FURS): check = 11 − (Σ digit·(8,7,6,5,4,3,2) mod 11), 10 is written 0 and 11 is not used; the first digit
 * is not 0. Finds every single wrong digit. Example: 50223054. Organisations have such numbers too. Does not prove that it was issued.
 */
export function sloveniaTaxNumber(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH || digits[0] === 0 || isRepeated(digits, LENGTH)) return 'invalid';
  const check = 11 - (weightedSum(digits, WEIGHTS) % 11);
  return (check === 10 ? 0 : check) === digits[7] ? 'valid' : 'invalid';
}
