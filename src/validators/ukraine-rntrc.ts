/** Ukrainian taxpayer number of a person (РНОКПП): days since 1899, serial, check digit. */
import type { Verdict } from '../core/verdict.js';
import { numberOf, readDigits, weightedSum } from './digits.js';

const LENGTH = 10;
/** The first weight is −1, written as 10 modulo 11. */
const WEIGHTS = [10, 5, 7, 9, 4, 6, 10, 5, 7];
/** Days from 31 December 1899 to the end of 2035: the birth years that `calendar.ts` takes for plausible. */
const LATEST_DAY = 49_673;
const digits = new Uint8Array(LENGTH);

/**
 * Rule (Державна податкова служба; Положення про реєстрацію фізичних осіб): the days from 31 December 1899 to the birthday in five digits, four
 * digits for serial and sex, check = Σ digit·(−1,5,7,9,4,6,10,5,7) mod 11, 10 is written 0. Example: 1759013776. Finds every single wrong
 * digit where the check digit is not 0. Does not prove that the number was issued.
 */
export function ukraineRntrc(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH) return 'invalid';
  const day = numberOf(digits, 0, 5);
  if (day === 0 || day > LATEST_DAY) return 'invalid';
  return (weightedSum(digits, WEIGHTS) % 11) % 10 === digits[9] ? 'valid' : 'invalid';
}
