/** German driving licence number of eleven characters, as on cards since 1999: authority, serial, check character, issue. */
import type { Verdict } from '../core/verdict.js';
import { digitOf, readAlnum } from './digits.js';
import { publishedValues } from './published-values.js';

const LENGTH = 11;
const CHECKED = 9;
const X = 0x58;
const codes = new Uint8Array(LENGTH);

/**
 * Rule (Fahrerlaubnisnummer of card licences, de.wikipedia.org/wiki/Führerscheinnummer): letters count A = 10 … Z = 35, digits their value; check =
 * Σ value·(9, 8, 7, 6, 5, 4, 3, 2, 1) mod 11 over authority and serial, 10 written X, as in vehicle identification numbers. The last
 * character counts the copies issued and is not checked. Example: B072RRE2I → 99 + 0 + 49 + 12 + 135 + 108 + 42 + 4 + 18 = 467
 * → 5. Finds every single wrong digit; not a letter eleven places off (A for L). Does not prove that the number was issued.
 */
export function germanyDrivingLicence(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readAlnum(bytes, start, end, codes) !== LENGTH) return 'invalid';
  let sum = 0;
  for (let i = 0; i < CHECKED; i++) {
    const code = codes[i]!;
    const digit = digitOf(code);
    sum += (digit >= 0 ? digit : code - 55) * (CHECKED - i);
  }
  const stated = codes[CHECKED] === X ? 10 : digitOf(codes[CHECKED]!);
  return sum % 11 === stated ? 'valid' : 'invalid';
}

/** The number on the specimen card that official pictures show. */
export const isGermanSpecimenLicence = publishedValues(['B072RRE2I55']);
