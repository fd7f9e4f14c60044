/** Australian company number: eight digits and a check digit. */
import type { Verdict } from '../core/verdict.js';
import { readDigits, weightedSum } from './digits.js';

const LENGTH = 9;
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 1, 1];
const digits = new Uint8Array(LENGTH);

/**
 * Rule (ASIC): Σ digit·(8,7,6,5,4,3,2,1) and the check digit make a multiple of 10. Finds every wrong digit at an odd weight but 5,
 * and at an even one but for a change by 5. Example: 004 085 616. All zeros are refused. Does not prove a registration.
 */
export function australiaAcn(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH) return 'invalid';
  const sum = weightedSum(digits, WEIGHTS);
  return sum > 0 && sum % 10 === 0 ? 'valid' : 'invalid';
}
