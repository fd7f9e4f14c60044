/** Chinese resident identity card number: region, birth date, serial, ISO 7064 MOD 11-2 check character. */
import type { Verdict } from '../core/verdict.js';
import { isBirthDate } from './calendar.js';
import { digitOf, numberOfCodes, readAlnum } from './digits.js';

const LENGTH = 18;
const LETTER_X = 0x58;
/** Provinces and regions (GB/T 2260), first two digits; 81 to 83 stand in the permits of residents of Hong Kong, Macau and Taiwan. */
const PROVINCES = new Set([
  11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71,
  81, 82, 83,
]);
const codes = new Uint8Array(LENGTH);

/**
 * Rule (GB 11643-1999, GB/T 2260): six digits of the region, YYYYMMDD, three digits of serial, check. ISO 7064 MOD 11-2: s = 0; for
 * each digit a: s = 2·(s + a) mod 11; check = (12 − s) mod 11, 10 is X. Finds every single wrong digit.
 * Example: 11010519491231002X. Does not prove that the number was issued.
 */
export function chinaResidentIdentity(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readAlnum(bytes, start, end, codes) !== LENGTH || !PROVINCES.has(numberOfCodes(codes, 0, 2))) return 'invalid';
  if (!isBirthDate(numberOfCodes(codes, 6, 4), numberOfCodes(codes, 10, 2), numberOfCodes(codes, 12, 2))) return 'invalid';
  let sum = 0;
  for (let i = 0; i < LENGTH - 1; i++) {
    const digit = digitOf(codes[i]!);
    if (digit < 0) return 'invalid';
    sum = (2 * (sum + digit)) % 11;
  }
  const check = (12 - sum) % 11;
  const last = codes[LENGTH - 1]!;
  return (check === 10 ? last === LETTER_X : digitOf(last) === check) ? 'valid' : 'invalid';
}
