/** Romanian personal numeric code (CNP): sex and century, birth date, county, serial, check digit. */
import type { Verdict } from '../core/verdict.js';
import { isDate, isShortDate } from './calendar.js';
import { numberOf, readDigits, weightedSum } from './digits.js';

const LENGTH = 13;
const WEIGHTS = [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9];
/** Century by the first digit; 7 to 9 (residents and foreigners) do not tell it. */
const CENTURIES = [0, 1900, 1900, 1800, 1800, 2000, 2000];
/** Counties 01 to 46, the sectors 7 and 8 that Bucharest once had, Călărași 51 and Giurgiu 52. */
const LAST_OF_FIRST = 48;
const LATER_COUNTIES = [51, 52];
const digits = new Uint8Array(LENGTH);

/**
 * Rule (OUG 97/2005; Legea 105/1996): SYYMMDDJJNNNC, C = Σ digit·(2,7,9,1,4,6,3,5,8,2,7,9) mod 11, 10 is written 1. Example: 1630615123457.
 * Finds every single wrong digit where C is not 1. Does not prove that the code was issued.
 */
export function romaniaCnp(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH || digits[0] === 0) return 'invalid';
  const year = numberOf(digits, 1, 2);
  const month = numberOf(digits, 3, 2);
  const day = numberOf(digits, 5, 2);
  const century = CENTURIES[digits[0]!];
  if (!(century === undefined ? isShortDate(year, month, day) : isDate(century + year, month, day))) return 'invalid';
  const county = numberOf(digits, 7, 2);
  if (county === 0 || (county > LAST_OF_FIRST && !LATER_COUNTIES.includes(county))) return 'invalid';
  const rest = weightedSum(digits, WEIGHTS) % 11;
  return digits[12] === (rest === 10 ? 1 : rest) ? 'valid' : 'invalid';
}
