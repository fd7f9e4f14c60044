/** A birth date in one of the layouts that forms and documents use: it must exist, and its year must be plausible. */
import type { Verdict } from '../core/verdict.js';
import { latin1 } from './ascii.js';
import { EARLIEST_BIRTH_YEAR, isBirthDate, isShortDate } from './calendar.js';
import { digitAt } from './digits.js';
import { monthOfWord } from './month-names.js';

const ZERO = 0x30;
const SPACE = 0x20;
const COMMA = 0x2c;
const COLON = 0x3a;
const LETTER_T = 0x54;
/** Longest run of digits that a layout has. */
const SOLID_LENGTH = 8;
/** Numbers, or two of them and a month's name. */
const PARTS = 3;
const numbers = new Int32Array(PARTS);
const lengths = new Uint8Array(PARTS);

/**
 * Accepts year-month-day, day-month-year and month-day-year, solid (eight digits), with separators, with a month's name, and with a
 * time behind it, which is not looked at where it is part of the value. Years 1900-2035, or two digits. Refused before a space or `T` and
 * a time with seconds; and 1 January 1900, which stands for no date in databases. Example: `12. März 1985`. Never `valid`: one number in thirty of eight digits is a date. Does not prove that the
 * date is a birth date.
 */
export function birthDate(bytes: Uint8Array, start: number, end: number): Verdict {
  let count = 0;
  let month = 0;
  let at = start;
  while (at < end) {
    const byte = bytes[at]!;
    let digit = byte - ZERO;
    if (digit >= 0 && digit <= 9) {
      const from = at;
      let value = 0;
      while (digit >= 0 && digit <= 9) {
        if (at - from === SOLID_LENGTH) return 'invalid';
        value = value * 10 + digit;
        digit = ++at < end ? bytes[at]! - ZERO : -1;
      }
      if (at - from === SOLID_LENGTH) return count === 0 && isSolidDate(value) ? 'unknown' : 'invalid';
      numbers[count] = value;
      lengths[count++] = at - from;
    } else if (isWordByte(byte)) {
      const from = at;
      while (at < end && isWordByte(bytes[at]!)) at++;
      if (byte >= 0x80 && at - from === EAST_ASIAN_BYTES && EAST_ASIAN_SIGNS.has(latin1(bytes, from, at))) continue;
      const named = monthOfWord(bytes, from, at);
      if (named < 0 || (named > 0 && month > 0)) return 'invalid';
      if (named > 0) month = named;
    } else {
      at++;
      continue;
    }
    // Three parts are a date, and what stands behind them is not looked at.
    if (count + (month > 0 ? 1 : 0) === PARTS) break;
  }
  const isPlausible = month > 0 ? count === 2 && isNamedDate(month) : count === PARTS && isNumericDate();
  return isPlausible && !standsBeforeSeconds(bytes, end) ? 'unknown' : 'invalid';
}

/** What stands behind year, month and day in Chinese, Japanese and Korean, one character a byte. */
const EAST_ASIAN_SIGNS: ReadonlySet<string> = new Set(
  ['年', '月', '日', '년', '월', '일'].map((sign) => Buffer.from(sign, 'utf8').toString('latin1')),
);
const EAST_ASIAN_BYTES = 3;

/**
 * Whether a time with seconds other than 00 follows (`2019-04-12 10:21:33`), or a comma and a time as in lines of a chat
 * (`12/8/25, 19:07 -`), which is when something was recorded.
 */
function standsBeforeSeconds(bytes: Uint8Array, end: number): boolean {
  if (bytes[end] === COMMA && bytes[end + 1] === SPACE) {
    const colon = digitAt(bytes, end + 3) < 0 ? end + 3 : end + 4;
    return (
      digitAt(bytes, end + 2) >= 0 && bytes[colon] === COLON && digitAt(bytes, colon + 1) >= 0 && digitAt(bytes, colon + 2) >= 0
    );
  }
  if (bytes[end] !== SPACE && bytes[end] !== LETTER_T) return false;
  if (bytes[end + 3] !== COLON || bytes[end + 6] !== COLON) return false;
  for (const at of [1, 2, 4, 5, 7, 8]) if (digitAt(bytes, end + at) < 0) return false;
  return digitAt(bytes, end + 7) > 0 || digitAt(bytes, end + 8) > 0;
}

function isSolidDate(value: number): boolean {
  const front = (value / 10_000) | 0;
  const back = value % 10_000;
  if (isBirthDate(front, (back / 100) | 0, back % 100)) return true;
  const first = (front / 100) | 0;
  const second = front % 100;
  return isBirthDate(back, second, first) || isBirthDate(back, first, second);
}

function isNamedDate(month: number): boolean {
  const yearFirst = lengths[0] === 4;
  return isInYear(yearFirst ? 0 : 1, month, numbers[yearFirst ? 1 : 0]!);
}

function isNumericDate(): boolean {
  const first = numbers[0]!;
  const second = numbers[1]!;
  if (lengths[0] === 4) return isInYear(0, second, numbers[2]!);
  return isInYear(2, second, first) || isInYear(2, first, second);
}

/** Whether month and day exist in the year that stands in group `index`, of four or two digits. */
function isInYear(index: number, month: number, day: number): boolean {
  const year = numbers[index]!;
  if (lengths[index] === 4) return isBirthDate(year, month, day) && !isNoDate(year, month, day);
  return lengths[index] === 2 && isShortDate(year, month, day);
}

/** Nobody alive was born that early; it is the first day that databases and spreadsheets know. */
function isNoDate(year: number, month: number, day: number): boolean {
  return year === EARLIEST_BIRTH_YEAR && month === 1 && day === 1;
}

/** Letters, and all bytes of multi-byte characters. */
function isWordByte(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte >= 0x80;
}
