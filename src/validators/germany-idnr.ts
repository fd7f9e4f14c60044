/** German tax identification number (steuerliche Identifikationsnummer, IdNr): eleven digits, one of them a check digit. */
import type { Verdict } from '../core/verdict.js';
import { readDigits } from './digits.js';
import { passesMod11And10 } from './iso7064.js';

const LENGTH = 11;
const digits = new Uint8Array(LENGTH);

/**
 * Rule (BZSt, "Aufbau der Identifikationsnummer"; § 139b AO): the first digit is not 0; among the first ten digits exactly one
 * digit occurs twice or three times and no other more than once; three equal ones do not stand side by side; the eleventh
 * is the ISO 7064 MOD 11,10 check digit. Example: 86095742719 (6 … 8, only 7 twice; check digit 9).
 * Does not prove that the number was issued.
 */
export function germanyIdnr(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH || digits[0] === 0) return 'invalid';
  // One bit for each value that occurs at least once, twice, …
  let once = 0;
  let twice = 0;
  let thrice = 0;
  let moreOften = 0;
  for (let i = 0; i < 10; i++) {
    const bit = 1 << digits[i]!;
    moreOften |= thrice & bit;
    thrice |= twice & bit;
    twice |= once & bit;
    once |= bit;
  }
  const isOneRepeated = twice !== 0 && (twice & (twice - 1)) === 0;
  if (!isOneRepeated || moreOften !== 0 || hasTripleRun()) return 'invalid';
  return passesMod11And10(digits, LENGTH) ? 'valid' : 'invalid';
}

function hasTripleRun(): boolean {
  for (let i = 2; i < 10; i++) if (digits[i] === digits[i - 1] && digits[i] === digits[i - 2]) return true;
  return false;
}
