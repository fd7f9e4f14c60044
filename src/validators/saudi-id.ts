/** Saudi identity number of citizens and residents (iqama): ten digits that pass Luhn. */
import type { Verdict } from '../core/verdict.js';
import { luhnSum, readDigits } from './digits.js';

const LENGTH = 10;
const digits = new Uint8Array(LENGTH);

/**
 * Rule (Ministry of Interior): the first digit is 1 for citizens, 2 for residents; all ten pass Luhn. Finds every single wrong digit.
 * Example: 1108420736. Does not prove that the number was issued.
 */
export function saudiId(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH || (digits[0] !== 1 && digits[0] !== 2)) return 'invalid';
  return luhnSum(bytes, start, end) % 10 === 0 ? 'valid' : 'invalid';
}
