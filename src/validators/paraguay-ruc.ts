/** Paraguayan taxpayer number (RUC): the identity card's or organisation's number and a check digit. */
import type { Verdict } from '../core/verdict.js';
import { readDigits } from './digits.js';

const digits = new Uint8Array(9);

/**
 * Rule (Dirección Nacional de Ingresos Tributarios): check = (−Σ digit·(2,3,4 … from the right) mod 11) mod 10. Finds every single wrong
 * digit but where the check digit is 0, which stands for two remainders. Example: 80028061-0. All zeros are refused.
 * Does not prove a registration.
 */
export function paraguayRuc(bytes: Uint8Array, start: number, end: number): Verdict {
  const count = readDigits(bytes, start, end, digits);
  if (count < 6) return 'invalid';
  let sum = 0;
  for (let i = 0; i < count - 1; i++) sum += digits[i]! * (count - i);
  return sum > 0 && digits[count - 1] === ((11 - (sum % 11)) % 11) % 10 ? 'valid' : 'invalid';
}
