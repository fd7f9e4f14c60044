/** Argentine CUIT and CUIL: tax and labour number of a person or an organisation. */
import type { Verdict } from '../core/verdict.js';
import { numberOf, readDigits, weightedSum } from './digits.js';

const LENGTH = 11;
const WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const digits = new Uint8Array(LENGTH);

/**
 * Rule (AFIP, Resolución General 3995/2017; ANSES): check = 11 − (Σ digit·(5,4,3,2,7,6,5,4,3,2) mod 11), where 11 is written 0 and 10
 * is written 9 (where the office has not changed the prefix instead). Example: 20-05536168-2. Finds every single wrong digit of
 * numbers that do not end in 9. Kinds by prefix are the forms' business. Does not prove that the number was issued.
 */
export function argentinaCuit(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH || numberOf(digits, 2, 8) === 0) return 'invalid';
  const check = (11 - (weightedSum(digits, WEIGHTS) % 11)) % 11;
  return (check === 10 ? 9 : check) === digits[10] ? 'valid' : 'invalid';
}
