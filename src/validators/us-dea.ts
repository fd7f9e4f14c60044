/** The check digit of US Drug Enforcement Administration registration numbers. */
import type { Verdict } from '../core/verdict.js';
import { isRepeated, readDigits } from './digits.js';

const digits = new Uint8Array(7);

/**
 * DEA registration number (DEA Diversion Control Division): two letters (registrant type; first letter of the name, or 9)
 * and seven digits with (d1+d3+d5) + 2(d2+d4+d6) ≡ d7 (mod 10). Example: FH0925721 gives (0+2+7) + 2(9+5+2) = 41, d7 = 1.
 * Finds every wrong digit at an odd place, and at an even place but for a change by 5. Does not prove a registration.
 */
export function deaRegistration(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start + 2, end, digits) !== 7 || isRepeated(digits, 7)) return 'invalid';
  const sum = digits[0]! + digits[2]! + digits[4]! + 2 * (digits[1]! + digits[3]! + digits[5]!);
  return sum % 10 === digits[6] ? 'valid' : 'invalid';
}
