/** Latvian personal code: birth date, century, serial and check digit until 2017, since then nine random digits after 32. */
import type { Verdict } from '../core/verdict.js';
import { isDate } from './calendar.js';
import { numberOf, readDigits, weightedSum } from './digits.js';

const LENGTH = 11;
const WEIGHTS = [10, 5, 8, 4, 2, 1, 6, 3, 7, 9];
/** No day: the mark of codes without a birth date. */
const DATELESS = 32;
const LAST_CENTURY = 2;
const digits = new Uint8Array(LENGTH);

/**
 * Rule (Fizisko personu reģistra likums; Pilsonības un migrācijas lietu pārvalde): DDMMYY-CNNNK, C = 0, 1, 2 for the 1800s, 1900s, 2000s,
 * K = (1 + Σ digit·(10,5,8,4,2,1,6,3,7,9)) mod 11, 10 is written 0. Codes since July 2017 are 32 and nine digits, without date or
 * check digit: `unknown`. Example: 161175-19997. Finds every single wrong digit where K is not 0. Does not prove that the code was issued.
 */
export function latviaPersonalCode(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH) return 'invalid';
  const day = numberOf(digits, 0, 2);
  if (day === DATELESS) return numberOf(digits, 2, 9) > 0 ? 'unknown' : 'invalid';
  const century = digits[6]!;
  if (century > LAST_CENTURY) return 'invalid';
  if (!isDate(1800 + century * 100 + numberOf(digits, 4, 2), numberOf(digits, 2, 2), day)) return 'invalid';
  return ((1 + weightedSum(digits, WEIGHTS)) % 11) % 10 === digits[10] ? 'valid' : 'invalid';
}
