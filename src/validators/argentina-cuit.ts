/** Argentine CUIT and CUIL: tax and labour number of a person or an organisation. */
import type { Verdict } from '../core/verdict.js';
import { numberOf, readDigits, weightedSum } from './digits.js';

const LENGTH = 11;
const WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const digits = new Uint8Array(LENGTH);

/**
 * Rule (AFIP, Resolución General 3995/2017; ANSES): check = 11 − (Σ digit·(5,4,3,2,7,6,5,4,3,2) mod 11), 11 counts as 0; where it would
 * be 10 another prefix (23, 24, 33, 34) is used, so 10 never occurs. Finds every single wrong digit. Example: 20-05536168-2.
 * Kinds by prefix are the forms' business. Does not prove that the number was issued.
 */
export function argentinaCuit(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH || numberOf(digits, 2, 8) === 0) return 'invalid';
  const check = (11 - (weightedSum(digits, WEIGHTS) % 11)) % 11;
  return check === digits[10] ? 'valid' : 'invalid';
}
