/** Greek tax number (AFM): nine digits, the last a check digit. */
import type { Verdict } from '../core/verdict.js';
import { isRepeated, readDigits, weightedSum } from './digits.js';

const LENGTH = 9;
const WEIGHTS = [256, 128, 64, 32, 16, 8, 4, 2];
const digits = new Uint8Array(LENGTH);

/**
 * Rule (ΑΑΔΕ): check = Σ digit·(256,128,64,32,16,8,4,2) mod 11, 10 is written 0. Example: 094259216. Finds every single wrong digit where
 * the check digit is not 0. Organisations have such numbers too. Does not prove that the number was issued.
 */
export function greeceAfm(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH || isRepeated(digits, LENGTH)) return 'invalid';
  return (weightedSum(digits, WEIGHTS) % 11) % 10 === digits[8] ? 'valid' : 'invalid';
}
