/** Indian Aadhaar number: twelve digits, the last a Verhoeff check digit. */
import type { Verdict } from '../core/verdict.js';
import { readDigits } from './digits.js';
import { passesVerhoeff } from './verhoeff.js';

const LENGTH = 12;
const digits = new Uint8Array(LENGTH);

/**
 * Rule (UIDAI, "A UID numbering scheme"): the first digit is 2 to 9, the last the Verhoeff check digit; palindromes are not given
 * out. Example: 2341 2341 2346. Does not prove that the number was issued.
 */
export function indiaAadhaar(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH || digits[0]! < 2) return 'invalid';
  let isPalindrome = true;
  for (let i = 0; i < LENGTH / 2; i++) if (digits[i] !== digits[LENGTH - 1 - i]) isPalindrome = false;
  return !isPalindrome && passesVerhoeff(digits, LENGTH) ? 'valid' : 'invalid';
}
