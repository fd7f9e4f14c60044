/** A birth date in one of the layouts that forms and documents use: it must exist, and its year must be plausible. */
import type { Verdict } from '../core/verdict.js';
import { isBirthDate, isShortDate } from './calendar.js';
import { digitAt } from './digits.js';
import { monthOfWord } from './month-names.js';

/** Longest run of digits and number of runs that a layout has. */
const SOLID_LENGTH = 8;
const numbers = new Uint32Array(3);
const lengths = new Uint8Array(3);

/**
 * Accepts year-month-day, day-month-year and month-day-year, solid (eight digits), with separators, with a month's name, and with a
 * time behind it, which is not looked at. Years 1900-2035, or two digits. Example: `12. März 1985`. Never `valid`: one
 * number in thirty of eight digits is a date. Does not prove that the date is a birth date.
 */
export function birthDate(bytes: Uint8Array, start: number, end: number): Verdict {
  let count = 0;
  let month = 0;
  let at = start;
  while (at < end && count + (month > 0 ? 1 : 0) < 3) {
    if (digitAt(bytes, at) >= 0) {
      let value = 0;
      const from = at;
      for (; at < end && digitAt(bytes, at) >= 0; at++) value = value * 10 + digitAt(bytes, at);
      if (at - from > SOLID_LENGTH) return 'invalid';
      numbers[count] = value;
      lengths[count++] = at - from;
      if (at - from === SOLID_LENGTH) return count === 1 && isSolidDate(value) ? 'unknown' : 'invalid';
    } else if (isWordByte(bytes[at]!)) {
      const from = at;
      while (at < end && isWordByte(bytes[at]!)) at++;
      const named = monthOfWord(bytes, from, at);
      if (named < 0 || (named > 0 && month > 0)) return 'invalid';
      month ||= named;
    } else at++;
  }
  const isPlausible = month > 0 ? count === 2 && isNamedDate(month) : count === 3 && isNumericDate();
  return isPlausible ? 'unknown' : 'invalid';
}

function isSolidDate(value: number): boolean {
  const front = Math.floor(value / 10_000);
  const back = value % 10_000;
  return (
    isBirthDate(front, Math.floor(back / 100), back % 100) ||
    isBirthDate(back, front % 100, Math.floor(front / 100)) ||
    isBirthDate(back, Math.floor(front / 100), front % 100)
  );
}

function isNamedDate(month: number): boolean {
  const yearFirst = lengths[0] === 4;
  return isInYear(yearFirst ? 0 : 1, month, numbers[yearFirst ? 1 : 0]!);
}

function isNumericDate(): boolean {
  const [first, second, third] = [numbers[0]!, numbers[1]!, numbers[2]!];
  if (lengths[0] === 4) return isInYear(0, second, third);
  return isInYear(2, second, first) || isInYear(2, first, second);
}

/** Whether month and day exist in the year that stands in group `index`, of four or two digits. */
function isInYear(index: number, month: number, day: number): boolean {
  const year = numbers[index]!;
  return lengths[index] === 4 ? isBirthDate(year, month, day) : lengths[index] === 2 && isShortDate(year, month, day);
}

/** Letters, and all bytes of multi-byte characters. */
function isWordByte(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte >= 0x80;
}
