/** Czech and Slovak birth number (rodné číslo): birth date with the sex in the month, serial, since 1954 a check digit. */
import type { Verdict } from '../core/verdict.js';
import { isDate } from './calendar.js';
import { numberOf, readDigits } from './digits.js';

const SHORT = 9;
const LONG = 10;
const FIRST_LONG_YEAR = 1954;
/** Until then a remainder of 10 was written 0. */
const LAST_EXCEPTION_YEAR = 1985;
/** From then on a month may be raised by 20 where a day has no serials left. */
const FIRST_RAISED_YEAR = 2004;
const FEMALE = 50;
const RAISED = 20;
const digits = new Uint8Array(LONG);

/**
 * Rule (zákon č. 133/2000 Sb., § 13; zákon č. 301/1995 Z. z.): YYMMDD, the month raised by 50 for women and by 20 more where serials
 * ran out; ten digits are a multiple of 11, but until 1985 the check digit may be 0 where the first nine leave 10. Nine digits (births
 * before 1954) have no check digit and are `unknown`. Example: 710319/2745. Finds every single wrong digit but in that exception.
 * Does not prove that the number was issued.
 */
export function czechBirthNumber(bytes: Uint8Array, start: number, end: number): Verdict {
  const count = readDigits(bytes, start, end, digits);
  if (count !== SHORT && count !== LONG) return 'invalid';
  const short = 1900 + numberOf(digits, 0, 2);
  const year = count === LONG && short < FIRST_LONG_YEAR ? short + 100 : short;
  if (count === SHORT && (year >= FIRST_LONG_YEAR || numberOf(digits, 6, 3) === 0)) return 'invalid';
  let month = numberOf(digits, 2, 2);
  if (month > FEMALE) month -= FEMALE;
  if (month > RAISED && year >= FIRST_RAISED_YEAR) month -= RAISED;
  if (!isDate(year, month, numberOf(digits, 4, 2))) return 'invalid';
  if (count === SHORT) return 'unknown';
  const rest = numberOf(digits, 0, 9) % 11;
  return rest === digits[9] || (rest === 10 && digits[9] === 0 && year <= LAST_EXCEPTION_YEAR) ? 'valid' : 'invalid';
}
