/** Peruvian identity number (DNI, CUI): eight digits, and often a check digit or letter. */
import type { Verdict } from '../core/verdict.js';
import { digitOf, readAlnum } from './digits.js';

const LENGTH = 8;
const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2];
/** Check digit and check letter by remainder; cards bear the one or the other. */
const DIGITS = '65432110987';
const LETTERS = 'KJIHGFEDCBA';
const codes = new Uint8Array(LENGTH + 1);

/**
 * Rule (RENIEC): r = Σ digit·(3,2,7,6,5,4,3,2) mod 11 chooses the check digit of 6,5,4,3,2,1,1,0,9,8,7 or the letter of K … A.
 * Example: 10117410-2. Eight digits without check are `unknown`. Does not prove that the number was issued.
 */
export function peruDni(bytes: Uint8Array, start: number, end: number): Verdict {
  const count = readAlnum(bytes, start, end, codes);
  if (count !== LENGTH && count !== LENGTH + 1) return 'invalid';
  let sum = 0;
  for (let i = 0; i < LENGTH; i++) {
    const digit = digitOf(codes[i]!);
    if (digit < 0) return 'invalid';
    sum += digit * WEIGHTS[i]!;
  }
  if (sum === 0) return 'invalid';
  if (count === LENGTH) return 'unknown';
  const check = codes[LENGTH];
  return check === DIGITS.charCodeAt(sum % 11) || check === LETTERS.charCodeAt(sum % 11) ? 'valid' : 'invalid';
}
