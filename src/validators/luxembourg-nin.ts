/** Luxembourg national identification number (matricule): birth date, serial, a Luhn and a Verhoeff check digit. */
import type { Verdict } from '../core/verdict.js';
import { isBirthDate } from './calendar.js';
import { numberOf, readDigits } from './digits.js';
import { passesVerhoeff } from './verhoeff.js';

const LENGTH = 13;
/** Digits that both check digits are made of. */
const PAYLOAD = 11;
const digits = new Uint8Array(LENGTH);

/**
 * Rule (règlement grand-ducal of 28 November 2013): YYYYMMDD, three digits, then the Luhn and the Verhoeff check digit, both over
 * those eleven digits. Finds every single wrong digit. Example: 1893120105732. Does not prove that the number was issued.
 */
export function luxembourgNin(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH) return 'invalid';
  if (!isBirthDate(numberOf(digits, 0, 4), numberOf(digits, 4, 2), numberOf(digits, 6, 2))) return 'invalid';
  if (!passesLuhn()) return 'invalid';
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
