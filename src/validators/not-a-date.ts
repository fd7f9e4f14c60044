/** Refuses dates among numbers of eight digits, and book numbers: a licence is named together with the days on which it was issued and expires. */
import type { Verdict } from '../core/verdict.js';
import { isDate } from './calendar.js';
import { numberOf, readDigits } from './digits.js';
import { passesGs1 } from './gs1.js';

const LENGTH = 8;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;
const ISBN_LENGTH = 13;
const digits = new Uint8Array(LENGTH);
const isbn = new Uint8Array(ISBN_LENGTH);

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

/**
 * `notADate`, and `invalid` for an ISBN (ISO 2108): thirteen digits that begin with 978 or 979, the check digit of GS1 last. Of other
 * numbers of thirteen digits, 1 in 5,000 is lost by it. Example: 978-0-306-40615-7. Proves nothing of what it lets pass.
 */
export function notADateNorIsbn(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, isbn) === ISBN_LENGTH) {
    const prefix = numberOf(isbn, 0, 3);
    return (prefix === 978 || prefix === 979) && passesGs1(isbn, ISBN_LENGTH) ? 'invalid' : 'unknown';
  }
  return notADate(bytes, start, end);
}

function isInYear(year: number, month: number, day: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR && isDate(year, month, day);
}
