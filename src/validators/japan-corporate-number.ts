/** Japanese corporate number: a check digit, then twelve digits. */
import type { Verdict } from '../core/verdict.js';
import { readDigits, weightedSum } from './digits.js';

const LENGTH = 13;
const WEIGHTS = [2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];
const digits = new Uint8Array(LENGTH);

/**
 * Rule (National Tax Agency, Ordinance on corporate numbers, article 2): check = 9 − Σ digit·(2,1,2,1 …) mod 9 over the last twelve, so 1
 * to 9. Example: 5835678256246: Σ = 94, 94 mod 9 = 4, check 5. Mistakes 0 for 9 and the other way round; finds all other wrong
 * digits. Twelve zeros are refused. Does not prove a registration.
 */
export function japanCorporateNumber(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH) return 'invalid';
  const sum = weightedSum(digits, WEIGHTS, 1);
  return sum > 0 && digits[0] === 9 - (sum % 9) ? 'valid' : 'invalid';
}
