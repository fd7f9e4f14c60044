/** Chilean RUN and RUT: seven or eight digits and a check character, also K. */
import type { ReservedCheck, Verdict } from '../core/verdict.js';
import { isDate } from './calendar.js';
import { digitOf, numberOfCodes, readAlnum } from './digits.js';

const LETTER_K = 0x4b;
const codes = new Uint8Array(9);

/**
 * Rule (Servicio de Registro Civil; module 11): weights 2,3,4,5,6,7 repeating from the right over the number; check = 11 − (sum mod 11),
 * where 11 is 0 and 10 is K. Finds every single wrong digit. Example: 12.531.909-2. All zeros are refused.
 * Does not prove that the number was issued.
 */
export function chileRut(bytes: Uint8Array, start: number, end: number): Verdict {
  const count = readAlnum(bytes, start, end, codes);
  if (count !== 8 && count !== 9) return 'invalid';
  let sum = 0;
  let total = 0;
  for (let i = count - 2, weight = 2; i >= 0; i--, weight = weight === 7 ? 2 : weight + 1) {
    const digit = digitOf(codes[i]!);
    if (digit < 0) return 'invalid';
    sum += digit * weight;
    total += digit;
  }
  const check = (11 - (sum % 11)) % 11;
  const last = codes[count - 1]!;
  return total > 0 && (check === 10 ? last === LETTER_K : digitOf(last) === check) ? 'valid' : 'invalid';
}

/** A hyphen in this place, with no dot before it, is that of `20220630-1`. */
const HYPHEN = 0x2d;
const DATE_DIGITS = 8;

/**
 * A date with a number behind it (`20220630-1`: versions, runs, file names), written as a number without its dots may be, and
 * placeholders that count up. One number in thirty between 19 and 20.4 million looks like a date, and is reported as `low` too.
 */
export const isDatedNumber: ReservedCheck = (bytes, start, end) => {
  if (end - start !== DATE_DIGITS + 2 || bytes[start + DATE_DIGITS] !== HYPHEN) return false;
  readAlnum(bytes, start, end, codes);
  const year = numberOfCodes(codes, 0, 4);
  if (year >= 1900 && year < 2050 && isDate(year, numberOfCodes(codes, 4, 2), numberOfCodes(codes, 6, 2))) return true;
  return numberOfCodes(codes, 0, DATE_DIGITS) === 12_345_678;
};
