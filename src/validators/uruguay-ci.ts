/** Uruguayan identity card number (cédula de identidad): six or seven digits and a check digit. */
import type { Verdict } from '../core/verdict.js';
import { readDigits } from './digits.js';

const WEIGHTS = [2, 9, 8, 7, 6, 3, 4];
const digits = new Uint8Array(8);

/**
 * Rule (Dirección Nacional de Identificación Civil): with a zero in front where it has seven digits, Σ digit·(2,9,8,7,6,3,4) plus the
 * check digit is a multiple of 10. Finds every wrong digit at the weights 9, 7 and 3, at the others but for a change by 5.
 * Example: 1.234.567-2. All zeros are refused. Does not prove that the number was issued.
 */
export function uruguayCi(bytes: Uint8Array, start: number, end: number): Verdict {
  const count = readDigits(bytes, start, end, digits);
  if (count !== 7 && count !== 8) return 'invalid';
  let sum = digits[count - 1]!;
  for (let i = 0; i < count - 1; i++) sum += digits[i]! * WEIGHTS[i + 8 - count]!;
  return sum > 0 && sum % 10 === 0 ? 'valid' : 'invalid';
}
