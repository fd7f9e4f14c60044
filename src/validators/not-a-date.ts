/** Refuses dates among numbers of eight digits: a licence is named together with the days on which it was issued and expires. */
import type { Verdict } from '../core/verdict.js';
import { isDate } from './calendar.js';
import { numberOf, readDigits } from './digits.js';

const LENGTH = 8;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;
const digits = new Uint8Array(LENGTH);

/**
 * `invalid` for year-month-day, day-month-year and month-day-year of the years 1900 to 2099, with separators or without; anything
 * else is `unknown`. One number of eight digits in 500 is lost by it. Example: 14-03-2015. Proves nothing of what it lets pass.
 */
export function notADate(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH) return 'unknown';
  const first = numberOf(digits, 0, 2);
  const second = numberOf(digits, 2, 2);
  const endYear = numberOf(digits, 4, 4);
  const isFound =
    isInYear(numberOf(digits, 0, 4), numberOf(digits, 4, 2), numberOf(digits, 6, 2)) ||
    isInYear(endYear, second, first) ||
    isInYear(endYear, first, second);
  return isFound ? 'invalid' : 'unknown';
}

function isInYear(year: number, month: number, day: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR && isDate(year, month, day);
}
