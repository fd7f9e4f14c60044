/** South Korean resident and foreigner registration numbers: birth date, sex with century, and a check digit until October 2020. */
import type { Verdict } from '../core/verdict.js';
import { isBirthDate } from './calendar.js';
import { numberOf, readDigits, weightedSum } from './digits.js';

const LENGTH = 13;
const WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
/** Century of birth by the seventh digit: 1, 2 and 3, 4 citizens, 5, 6 and 7, 8 foreigners; 9 and 0 were born before 1900. */
const CENTURIES = [0, 1900, 1900, 2000, 2000, 1900, 1900, 2000, 2000, 0];
/** The check is taken from this for citizens, and for foreigners. */
const CITIZENS = 11;
const FOREIGNERS = 13;
const digits = new Uint8Array(LENGTH);

/**
 * Rule (Ministry of the Interior and Safety, Enforcement Rule of the Resident Registration Act): YYMMDD, a digit for sex and century, six
 * digits. Until October 2020 the last was check = (11 − Σ digit·(2,3,4,5,6,7,8,9,2,3,4,5) mod 11) mod 10, for foreigners
 * (13 − Σ … mod 11) mod 10; since then the digits are random. So a number whose check holds is `valid`, one whose check does not
 * is `unknown`, and one without a birth date is `invalid`. Example: 850101-1234566 passes, 850101-1234569 is `unknown`.
 */
export function koreaResident(bytes: Uint8Array, start: number, end: number): Verdict {
  return registration(bytes, start, end, CITIZENS);
}

/** The same of foreigners: digits 5 to 8 for sex and century. Example: 880714-5123450. */
export function koreaForeigner(bytes: Uint8Array, start: number, end: number): Verdict {
  return registration(bytes, start, end, FOREIGNERS);
}

function registration(bytes: Uint8Array, start: number, end: number, base: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH) return 'invalid';
  const kind = digits[6]!;
  if (kind >= 5 !== (base === FOREIGNERS)) return 'invalid';
  const year = CENTURIES[kind]! + numberOf(digits, 0, 2);
  if (!isBirthDate(year, numberOf(digits, 2, 2), numberOf(digits, 4, 2))) return 'invalid';
  return digits[LENGTH - 1] === (base - (weightedSum(digits, WEIGHTS) % 11)) % 10 ? 'valid' : 'unknown';
}
