/** Unique master citizen number of Yugoslavia and its successors (JMBG, EMŠO, ЕМБГ): birth date, region, serial, check digit. */
import type { Validator, Verdict } from '../core/verdict.js';
import { isBirthDate } from './calendar.js';
import { numberOf, readDigits, weightedSum } from './digits.js';

const LENGTH = 13;
const WEIGHTS = [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
/** Years have three digits: those below are the 2000s. */
const FIRST_YEAR_OF_1000S = 800;
const digits = new Uint8Array(LENGTH);

/**
 * A check for the regions `first` to `last`, for the number tells in which republic it was given out.
 * Rule (Zakon o uvođenju jedinstvenog matičnog broja građana, 1976; Slovenian Zakon o centralnem registru prebivalstva): DDMMYYYRRSSSC,
 * C = 11 − (Σ digit·(7,6,5,4,3,2,7,6,5,4,3,2) mod 11), 10 and 11 are written 0. Finds every single wrong digit where C is not 0.
 * Example: 0101006500006 (Slovenia). Does not prove that the number was issued.
 */
export function jmbg(first: number, last: number): Validator {
  return (bytes, start, end): Verdict => {
    if (readDigits(bytes, start, end, digits) !== LENGTH) return 'invalid';
    const region = numberOf(digits, 7, 2);
    if (region < first || region > last) return 'invalid';
    const shortYear = numberOf(digits, 4, 3);
    const year = shortYear < FIRST_YEAR_OF_1000S ? 2000 + shortYear : 1000 + shortYear;
    if (!isBirthDate(year, numberOf(digits, 2, 2), numberOf(digits, 0, 2))) return 'invalid';
    const check = 11 - (weightedSum(digits, WEIGHTS) % 11);
    return (check > 9 ? 0 : check) === digits[12] ? 'valid' : 'invalid';
  };
}
