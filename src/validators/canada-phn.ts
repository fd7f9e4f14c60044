/** Personal health number of British Columbia: ten digits beginning with 9. */
import type { Verdict } from '../core/verdict.js';
import { readDigits } from './digits.js';

const LENGTH = 10;
const WEIGHTS = [2, 4, 8, 5, 10, 9, 7, 3];
const digits = new Uint8Array(LENGTH);

/**
 * Rule (BC Ministry of Health, MSP Teleplan specification): Σ (digit·weight mod 11) over digits 2 to 9 with weights
 * 2,4,8,5,10,9,7,3; check = (11 − sum mod 11) mod 11, never 10. Finds every single wrong digit. Example: 9698 658 215.
 * The other provinces' numbers have no published check. Does not prove that the number was issued.
 */
export function canadaPhn(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH || digits[0] !== 9) return 'invalid';
  let sum = 0;
  for (let i = 0; i < WEIGHTS.length; i++) sum += (digits[i + 1]! * WEIGHTS[i]!) % 11;
  return (11 - (sum % 11)) % 11 === digits[9] ? 'valid' : 'invalid';
}
