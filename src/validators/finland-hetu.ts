/** Finnish personal identity code (henkilötunnus, HETU): birth date, sign of the century, serial, check character. */
import type { Verdict } from '../core/verdict.js';
import { isDate } from './calendar.js';
import { digitAt } from './digits.js';

const LENGTH = 11;
const CHECKS = '0123456789ABCDEFHJKLMNPRSTUVWXY';
/** Signs of 1800, 1900 and 2000; the letters beside + - A are in use since 2023. */
const SIGNS = ['+', '-YXWVU', 'ABCDEF'];

/**
 * Rule (Väestötietolaki 661/2009, § 11; Digital and Population Data Services Agency): check = "0123456789ABCDEFHJKLMNPRSTUVWXY"[DDMMYYZZZ mod 31].
 * The serial is 002-899 for people; 900-999 is given out in test systems. Finds every single wrong digit.
 * Example: 131052-308T. Does not prove that the code was issued.
 */
export function finlandHetu(bytes: Uint8Array, start: number, end: number): Verdict {
  if (end - start !== LENGTH) return 'invalid';
  const date = numberAt(bytes, start, 6);
  const serial = numberAt(bytes, start + 7, 3);
  const century = SIGNS.findIndex((signs) => signs.includes(String.fromCharCode(bytes[start + 6]!)));
  if (serial < 2 || century < 0) return 'invalid';
  if (!isDate(1800 + century * 100 + (date % 100), Math.floor(date / 100) % 100, Math.floor(date / 10_000))) return 'invalid';
  return CHECKS.charCodeAt((date * 1000 + serial) % 31) === bytes[end - 1] ? 'valid' : 'invalid';
}

function numberAt(bytes: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let i = at; i < at + count; i++) {
    const digit = digitAt(bytes, i);
    if (digit < 0) return -1;
    value = value * 10 + digit;
  }
  return value;
}
