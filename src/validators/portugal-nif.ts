/** Portuguese tax number (NIF, NIPC): nine digits, the last a check digit. */
import type { Verdict } from '../core/verdict.js';
import { isRepeated, readDigits, weightedSum } from './digits.js';

const LENGTH = 9;
const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2];
const digits = new Uint8Array(LENGTH);

/**
 * Rule (Autoridade Tributária; Decreto-Lei 14/2013): s = Σ digit·(9,8,7,6,5,4,3,2) mod 11; check = 0 for s = 0 and 1, else 11 − s.
 * Example: 501964843. Finds nearly every single wrong digit (0 stands for two remainders). Does not prove that the number was issued.
 */
export function portugalNif(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH || digits[0] === 0 || isRepeated(digits, LENGTH)) return 'invalid';
  const rest = weightedSum(digits, WEIGHTS) % 11;
  return digits[8] === (rest < 2 ? 0 : 11 - rest) ? 'valid' : 'invalid';
}
