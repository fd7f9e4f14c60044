/** Croatian personal identification number (OIB): ten random digits and a check digit. */
import type { Verdict } from '../core/verdict.js';
import { readDigits } from './digits.js';
import { passesMod11And10 } from './iso7064.js';

const LENGTH = 11;
const digits = new Uint8Array(LENGTH);

/**
 * Rule (Zakon o osobnom identifikacijskom broju, NN 60/2008): the last digit is the ISO/IEC 7064 MOD 11,10 check digit.
 * Finds every single wrong digit. Example: 33392005961. Organisations have such numbers too. Does not prove that it was issued.
 */
export function croatiaOib(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH) return 'invalid';
  return passesMod11And10(digits, LENGTH) ? 'valid' : 'invalid';
}
