/** Australian tax file number: nine digits, or eight in numbers of the first years. */
import type { Verdict } from '../core/verdict.js';
import { isRepeated, readDigits, weightedSum } from './digits.js';

const WEIGHTS_9 = [1, 4, 3, 7, 5, 8, 6, 9, 10];
const WEIGHTS_8 = [10, 7, 8, 4, 6, 3, 5, 1];
const digits = new Uint8Array(9);

/**
 * Rule (Australian Taxation Office): Σ digit·weight mod 11 = 0 with weights 1,4,3,7,5,8,6,9,10 for nine digits and
 * 10,7,8,4,6,3,5,1 for eight. Finds every single wrong digit. Example: 123456782: 1+8+9+28+25+48+42+72+20 = 253 = 23·11.
 * Does not prove that the number was issued.
 */
export function australiaTfn(bytes: Uint8Array, start: number, end: number): Verdict {
  const count = readDigits(bytes, start, end, digits);
  if ((count !== 8 && count !== 9) || isRepeated(digits, count)) return 'invalid';
  return weightedSum(digits, count === 9 ? WEIGHTS_9 : WEIGHTS_8) % 11 === 0 ? 'valid' : 'invalid';
}
