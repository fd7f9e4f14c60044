/** Pakistani CNIC: the province and the digit of the sex; there is no check digit. */
import type { Verdict } from '../core/verdict.js';
import { readDigits } from './digits.js';

const LENGTH = 13;
/** Provinces and territories 1 to 7. */
const LAST_PROVINCE = 7;
const digits = new Uint8Array(LENGTH);

/** Rule (NADRA): the first digit is a province, the last, odd for men and even for women, is not 0. Example: 35202-1234567-3. Never `valid`. */
export function pakistanCnic(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH || digits[LENGTH - 1] === 0) return 'invalid';
  return digits[0]! >= 1 && digits[0]! <= LAST_PROVINCE ? 'unknown' : 'invalid';
}
