/** Australian business number: eleven digits with a remainder modulo 89. */
import type { Verdict } from '../core/verdict.js';
import { readDigits, weightedSum } from './digits.js';

const LENGTH = 11;
const WEIGHTS = [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19];
const digits = new Uint8Array(LENGTH);

/**
 * Rule (Australian Business Register): 1 is taken from the first digit, then Σ digit·(10,1,3,5,7,9,11,13,15,17,19) mod 89 = 0. Finds every
 * single wrong digit. Example: 83 914 571 673. The first two digits are the check, 11 to 99. Does not prove a registration.
 */
export function australiaAbn(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH || digits[0] === 0 || (digits[0] === 1 && digits[1] === 0))
    return 'invalid';
  return (weightedSum(digits, WEIGHTS) - WEIGHTS[0]!) % 89 === 0 ? 'valid' : 'invalid';
}
