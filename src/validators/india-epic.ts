/** Indian voter's card number (EPIC): three letters and seven digits with a Luhn check digit. */
import type { Verdict } from '../core/verdict.js';
import { luhnSum, readDigits } from './digits.js';

const LETTERS = 3;
const digits = new Uint8Array(7);

/**
 * Rule (Election Commission of India): three letters of the constituency's series, seven digits that pass Luhn. Finds every single wrong
 * digit. Example: WKH1186253. Cards of the old numbering, with slashes, are not of this rule. Does not prove that the card exists.
 */
export function indiaEpic(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start + LETTERS, end, digits) !== digits.length) return 'invalid';
  const sum = luhnSum(bytes, start + LETTERS, end);
  return sum > 0 && sum % 10 === 0 ? 'valid' : 'invalid';
}
