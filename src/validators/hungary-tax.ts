/** Hungarian tax identification number of a person (adóazonosító jel): 8, days since 1867, serial, check digit. */
import type { Verdict } from '../core/verdict.js';
import { numberOf, readDigits, weightedSum } from './digits.js';

const LENGTH = 10;
const PERSON = 8;
const WEIGHTS = [1, 2, 3, 4, 5, 6, 7, 8, 9];
/** Days from 1 January 1867 to 1 January 1900 and to 31 December 2035: the birth years that `calendar.ts` takes for plausible. */
const EARLIEST_DAY = 12_053;
const LATEST_DAY = 61_725;
const digits = new Uint8Array(LENGTH);

/**
 * Rule (1996. évi XX. törvény, annex): 8, the days between 1 January 1867 and the birthday in five digits, three digits, check =
 * Σ digit·(1,2,…,9) mod 11; numbers that give 10 are not used. Finds every single wrong digit. Example: 8365670003 (born 13
 * February 1967). Does not prove that the number was issued.
 */
export function hungaryTaxNumber(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH || digits[0] !== PERSON) return 'invalid';
  const day = numberOf(digits, 1, 5);
  if (day < EARLIEST_DAY || day > LATEST_DAY) return 'invalid';
  return weightedSum(digits, WEIGHTS) % 11 === digits[9] ? 'valid' : 'invalid';
}
