/** Colombian NIT: the citizen's or organisation's number with the check digit behind it. */
import type { Verdict } from '../core/verdict.js';
import { readDigits } from './digits.js';

/** From the right, beside the check digit. */
const WEIGHTS = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71];
const digits = new Uint8Array(WEIGHTS.length + 1);

/**
 * Rule (DIAN, Orden Administrativa 4 de 1989): s = Σ digit·(3,7,13,17,19,23,29,37,41,43 … from the right) mod 11; check = s for
 * 0 and 1, else 11 − s. Example: 213123432-1. Finds every single wrong digit of numbers that do not end in 1. All zeros are refused.
 * Does not prove that the number was issued.
 */
export function colombiaNit(bytes: Uint8Array, start: number, end: number): Verdict {
  const count = readDigits(bytes, start, end, digits);
  if (count < 7) return 'invalid';
  let sum = 0;
  for (let i = 0; i < count - 1; i++) sum += digits[count - 2 - i]! * WEIGHTS[i]!;
  const rest = sum % 11;
  return sum > 0 && digits[count - 1] === (rest < 2 ? rest : 11 - rest) ? 'valid' : 'invalid';
}
