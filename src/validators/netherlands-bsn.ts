/** Dutch citizen service number (burgerservicenummer, BSN): nine digits that pass the eleven-test. */
import type { Verdict } from '../core/verdict.js';
import { isRepeated, readDigits, weightedSum } from './digits.js';

const LENGTH = 9;
const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1];
const digits = new Uint8Array(LENGTH);

/**
 * Rule (Besluit burgerservicenummer; elfproef): Σ digit·(9,8,7,6,5,4,3,2,−1) mod 11 = 0. Finds every single wrong digit.
 * Example: 111222333: 9+8+7+12+10+8+9+6−3 = 66. Nine equal digits are refused. Does not prove that the number was issued.
 */
export function netherlandsBsn(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH || isRepeated(digits, LENGTH)) return 'invalid';
  return weightedSum(digits, WEIGHTS) % 11 === 0 ? 'valid' : 'invalid';
}
