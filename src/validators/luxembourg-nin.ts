/** Luxembourg national identification number (matricule): birth date, serial, a Luhn and a Verhoeff check digit. */
import type { Verdict } from '../core/verdict.js';
import { isDate, LATEST_BIRTH_YEAR } from './calendar.js';
import { numberOf, readDigits } from './digits.js';
import { passesVerhoeff } from './verhoeff.js';

const LENGTH = 13;
/** Digits that both check digits are made of. */
const PAYLOAD = 11;
/** The example that is published everywhere was born in 1893. */
const EARLIEST_YEAR = 1880;
const digits = new Uint8Array(LENGTH);

/**
 * Rule (règlement grand-ducal of 28 November 2013): YYYYMMDD, three digits, then the Luhn and the Verhoeff check digit, both over
 * those eleven digits. Finds every single wrong digit. Example: 1893120105732. Does not prove that the number was issued.
 */
export function luxembourgNin(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH) return 'invalid';
  const year = numberOf(digits, 0, 4);
  if (year < EARLIEST_YEAR || year > LATEST_BIRTH_YEAR) return 'invalid';
  if (!isDate(year, numberOf(digits, 4, 2), numberOf(digits, 6, 2)) || !passesLuhn()) return 'invalid';
  digits[PAYLOAD] = digits[PAYLOAD + 1]!;
  return passesVerhoeff(digits, PAYLOAD + 1) ? 'valid' : 'invalid';
}

function passesLuhn(): boolean {
  let sum = digits[PAYLOAD]!;
  for (let i = 0; i < PAYLOAD; i++) {
    const product = digits[i]! * (i % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return sum % 10 === 0;
}
