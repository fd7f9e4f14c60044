/** French tax number (numéro fiscal, SPI): thirteen digits of which the last three are a key. */
import type { Verdict } from '../core/verdict.js';
import { numberOf, readDigits } from './digits.js';

const LENGTH = 13;
const digits = new Uint8Array(LENGTH);

/**
 * Rule (OECD, "France: information on tax identification numbers"; DGFiP): the first digit is 0 to 3 and
 * key = (first ten digits) mod 511, in three digits. Example: 3023217600 mod 511 = 53 → 3023217600053. All zeros pass the
 * formula and are refused. Does not prove that the number was issued.
 */
export function franceSpi(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH || digits[0]! > 3) return 'invalid';
  const number = numberOf(digits, 0, 10);
  return number > 0 && number % 511 === numberOf(digits, 10, 3) ? 'valid' : 'invalid';
}
