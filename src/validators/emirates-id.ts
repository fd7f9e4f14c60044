/** Emirates ID number: the country's number, year of birth, serial, Luhn check digit. */
import type { Verdict } from '../core/verdict.js';
import { EARLIEST_BIRTH_YEAR, LATEST_BIRTH_YEAR } from './calendar.js';
import { luhnSum, numberOf, readDigits } from './digits.js';

const LENGTH = 15;
/** ISO 3166-1 numeric code of the United Arab Emirates. */
const COUNTRY = 784;
const digits = new Uint8Array(LENGTH);

/**
 * Rule (Federal Authority for Identity, Citizenship, Customs and Port Security): 784, year of birth, seven digits, and all pass Luhn. Finds
 * every single wrong digit. Example: 784-1985-1234567-3. Does not prove that the number was issued.
 */
export function emiratesId(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH || numberOf(digits, 0, 3) !== COUNTRY) return 'invalid';
  const year = numberOf(digits, 3, 4);
  if (year < EARLIEST_BIRTH_YEAR || year > LATEST_BIRTH_YEAR) return 'invalid';
  return luhnSum(bytes, start, end) % 10 === 0 ? 'valid' : 'invalid';
}
