/** Number of the Argentine public transport card SUBE: sixteen digits with a Luhn check digit. */
import type { Verdict } from '../core/verdict.js';
import { luhnSum } from './digits.js';

/**
 * Rule (ISO/IEC 7812-1): Luhn sum mod 10 = 0; the issuer's prefix 6061 is the forms' business. Finds every single wrong digit.
 * Example: 6061 2670 0000 0004. Does not prove that the card was issued.
 */
export function argentinaSube(bytes: Uint8Array, start: number, end: number): Verdict {
  return luhnSum(bytes, start, end) % 10 === 0 ? 'valid' : 'invalid';
}
