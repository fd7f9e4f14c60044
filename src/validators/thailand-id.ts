/** Thai national identity number: kind of person, place, serial, check digit. */
import type { Verdict } from '../core/verdict.js';
import { readDigits, weightedSum } from './digits.js';

const LENGTH = 13;
const WEIGHTS = [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2];
const digits = new Uint8Array(LENGTH);

/**
 * Rule (Department of Provincial Administration): the first digit is 1 to 8; check = (11 − Σ digit·(13 … 2) mod 11) mod 10. Finds every
 * single wrong digit but the third, whose weight is 11, and where the check digit is 0 or 1, which stand for two remainders each. Example: 1-1014-00000-04-9.
 * Does not prove that the number was issued.
 */
export function thailandId(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH || digits[0] === 0 || digits[0] === 9) return 'invalid';
  return digits[LENGTH - 1] === (11 - (weightedSum(digits, WEIGHTS) % 11)) % 10 ? 'valid' : 'invalid';
}
