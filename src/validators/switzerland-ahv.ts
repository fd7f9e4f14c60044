/** Swiss social security number (AHV, AVS): 756, nine random digits, check digit. */
import type { ReservedCheck, Verdict } from '../core/verdict.js';
import { numberOf, readDigits } from './digits.js';
import { passesGs1 } from './gs1.js';
import { publishedValues } from './published-values.js';

const LENGTH = 13;
const COUNTRY = 756;
const digits = new Uint8Array(LENGTH);

/**
 * Rule (ZAS/CdC, AHVV art. 133): 756 (Switzerland in ISO 3166-1), nine digits, check digit of EAN-13. Finds every single wrong digit.
 * Example: 756.9217.0769.85. Does not prove that the number was issued.
 */
export function switzerlandAhv(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH || numberOf(digits, 0, 3) !== COUNTRY) return 'invalid';
  return numberOf(digits, 3, 9) > 0 && passesGs1(digits, LENGTH) ? 'valid' : 'invalid';
}

/** Numbers printed on specimens of the insurance card and in the office's leaflets. */
export const isPublishedAhv: ReservedCheck = publishedValues(['7569217076985', '7561234567897']);
