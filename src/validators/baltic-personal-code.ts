/** Estonian and Lithuanian personal code: sex and century, birth date, serial, check digit of two rounds. */
import type { Verdict } from '../core/verdict.js';
import { isBirthDate } from './calendar.js';
import { numberOf, readDigits, weightedSum } from './digits.js';

const LENGTH = 11;
const FIRST = [1, 2, 3, 4, 5, 6, 7, 8, 9, 1];
const SECOND = [3, 4, 5, 6, 7, 8, 9, 1, 2, 3];
const digits = new Uint8Array(LENGTH);

/**
 * Rule (Estonian standard EVS 585; Lietuvos Respublikos gyventojų registro įstatymas): GYYMMDDNNNC, G = 1 and 2 for the 1800s, 3 and 4
 * for the 1900s, 5 and 6 for the 2000s; C = Σ digit·(1,2,…,9,1) mod 11; where that is 10, Σ digit·(3,4,…,9,1,2,3) mod 11, and 0 where
 * that is 10 too. Example: 36805280109. Finds every single wrong digit that leaves the first round below 10.
 * Lithuanian codes from 9, without a birth date, are left out. Does not prove that the code was issued.
 */
export function balticPersonalCode(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH) return 'invalid';
  // A first digit of 0 would be of the 1700s.
  const year = 1800 + Math.floor((digits[0]! - 1) / 2) * 100 + numberOf(digits, 1, 2);
  if (!isBirthDate(year, numberOf(digits, 3, 2), numberOf(digits, 5, 2))) return 'invalid';
  let rest = weightedSum(digits, FIRST) % 11;
  if (rest === 10) rest = (weightedSum(digits, SECOND) % 11) % 10;
  return rest === digits[10] ? 'valid' : 'invalid';
}
