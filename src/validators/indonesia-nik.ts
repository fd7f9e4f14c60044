/** Indonesian NIK: place of registration, birth date, serial; no check digit. */
import type { Verdict } from '../core/verdict.js';
import { isShortDate } from './calendar.js';
import { numberOf, readDigits } from './digits.js';

const LENGTH = 16;
/** Added to the day of women. */
const WOMEN = 40;
/** Provinces (Permendagri 72/2019 and the division of Papua of 2022), first two digits. */
const PROVINCES = new Set([
  11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 31, 32, 33, 34, 35, 36, 51, 52, 53, 61, 62, 63, 64, 65, 71, 72, 73, 74, 75, 76, 81, 82,
  91, 92, 93, 94, 95, 96,
]);
const digits = new Uint8Array(LENGTH);

/**
 * Rule (Law 24/2013, Peraturan Presiden 25/2008): province, regency (from 01), district (from 01), DDMMYY with 40 added to the day of
 * women, serial from 0001. Example: 3204110609970001. `valid` without a check digit, since one random number in fifty passes.
 */
export function indonesiaNik(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH || !PROVINCES.has(numberOf(digits, 0, 2))) return 'invalid';
  if (numberOf(digits, 2, 2) === 0 || numberOf(digits, 4, 2) === 0 || numberOf(digits, 12, 4) === 0) return 'invalid';
  const day = numberOf(digits, 6, 2);
  return isShortDate(numberOf(digits, 10, 2), numberOf(digits, 8, 2), day > WOMEN ? day - WOMEN : day) ? 'valid' : 'invalid';
}
