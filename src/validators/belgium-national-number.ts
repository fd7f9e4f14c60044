/** Belgian national register number and BIS number: birth date, serial, two check digits. */
import type { Verdict } from '../core/verdict.js';
import { isDate, LATEST_BIRTH_YEAR } from './calendar.js';
import { numberOf, readDigits } from './digits.js';

const LENGTH = 11;
const digits = new Uint8Array(LENGTH);

/**
 * Rule (Arrêté royal of 3 April 1984): check = 97 − (first nine digits mod 97), with a 2 before the nine digits for births from 2000.
 * In BIS numbers the month is raised by 20 or 40; month and day are 00 where unknown. Example: 85.07.30-033.28 (850730033 mod 97 = 69).
 * Finds every single wrong digit within a century. Does not prove that the number was issued.
 */
export function belgiumNrn(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH) return 'invalid';
  const number = numberOf(digits, 0, 9);
  const check = numberOf(digits, 9, 2);
  if (numberOf(digits, 6, 3) === 0) return 'invalid';
  const isOld = check === 97 - (number % 97) && hasDate(1900);
  const isNew = check === 97 - ((2_000_000_000 + number) % 97) && hasDate(2000);
  return isOld || isNew ? 'valid' : 'invalid';
}

function hasDate(century: number): boolean {
  const year = century + numberOf(digits, 0, 2);
  const month = numberOf(digits, 2, 2);
  const day = numberOf(digits, 4, 2);
  if (month > 52 || year > LATEST_BIRTH_YEAR) return false;
  return month % 20 === 0 || day === 0 ? month % 20 <= 12 && day <= 31 : isDate(year, month % 20, day);
}
