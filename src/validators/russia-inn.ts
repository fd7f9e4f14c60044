/** Russian taxpayer number of a person (ИНН): twelve digits, the last two check digits. */
import type { Verdict } from '../core/verdict.js';
import { isRepeated, readDigits, weightedSum } from './digits.js';

const LENGTH = 12;
const FIRST = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const SECOND = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const digits = new Uint8Array(LENGTH);

/**
 * Rule (приказ ФНС России № ЕД-7-14/559@): d11 = Σ digit·(7,2,4,10,3,5,9,4,6,8) mod 11 mod 10, d12 = Σ digit·(3,7,2,4,10,3,5,9,4,6,8) mod 11
 * mod 10. Example: 123456789047. Finds every single wrong digit where neither check digit is 0. The ten digits of organisations are
 * left out. Does not prove that the number was issued.
 */
export function russiaInn(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH || isRepeated(digits, LENGTH)) return 'invalid';
  const passes = (weightedSum(digits, FIRST) % 11) % 10 === digits[10] && (weightedSum(digits, SECOND) % 11) % 10 === digits[11];
  return passes ? 'valid' : 'invalid';
}
