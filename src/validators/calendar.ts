/**
 * Calendar checks for numbers that carry a birth date. There is no clock here: the same input must give the same
 * output next year, so the latest year is a constant and a date is never compared with today.
 */

/** Birth years outside this range are taken for something else. */
export const EARLIEST_BIRTH_YEAR = 1900;
export const LATEST_BIRTH_YEAR = 2035;

/** Days of each month, from 1. */
const DAYS = Uint8Array.of(0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);
const SHORTEST_MONTH = 28;

/** Whether the day exists in the Gregorian calendar; `month` from 1. */
export function isDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  if (day <= SHORTEST_MONTH) return true;
  if (month !== 2) return day <= DAYS[month]!;
  return day === 29 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Whether the day exists in at least one of the centuries from 1900 for a year of two digits. */
export function isShortDate(yearOfCentury: number, month: number, day: number): boolean {
  return isDate(1900 + yearOfCentury, month, day) || isDate(2000 + yearOfCentury, month, day);
}

/** Whether the day exists and its year is plausible for a living person's birth. */
export function isBirthDate(year: number, month: number, day: number): boolean {
  return year >= EARLIEST_BIRTH_YEAR && year <= LATEST_BIRTH_YEAR && isDate(year, month, day);
}
