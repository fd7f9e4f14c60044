/** Argentine identity card number (DNI): seven or eight digits that prove nothing, but for those that are never given out. */
import type { Verdict } from '../core/verdict.js';
import { numberOf, readDigits } from './digits.js';

const SHORT = 7;
const LONG = 8;
const PLACEHOLDER = 99_999_999;
const digits = new Uint8Array(LONG);

/**
 * Rule (RENAPER; Macie's exclusions): seven or eight digits, not all 0 and not 99.999.999. There is no check digit, so the best that
 * can be said is `unknown`. Example: 20.123.456. Does not prove that the number was issued.
 */
export function argentinaDni(bytes: Uint8Array, start: number, end: number): Verdict {
  const count = readDigits(bytes, start, end, digits);
  if (count !== SHORT && count !== LONG) return 'invalid';
  const number = numberOf(digits, 0, count);
  return number === 0 || number === PLACEHOLDER ? 'invalid' : 'unknown';
}
