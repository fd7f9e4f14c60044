/** Mexican CURP: letters of the name, birth date, sex, state, consonants, and a check digit. */
import type { Verdict } from '../core/verdict.js';
import { isDate } from './calendar.js';
import { digitOf, numberOfCodes, readAlnum } from './digits.js';

const LENGTH = 18;
const codes = new Uint8Array(LENGTH);

/**
 * Rule (RENAPO, Instructivo normativo para la asignación de la CURP): values 0-9, A = 10 … N = 23, Ñ = 24, O = 25 … Z = 36;
 * check = (10 − Σ value·(18 … 2) mod 10) mod 10. A digit at place 17 means born before 2000, a letter later; the date must exist.
 * Example: BOXW310820HNERXN09. Finds nine single errors in ten (even weights miss a difference of five).
 */
export function mexicoCurp(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readAlnum(bytes, start, end, codes) !== LENGTH) return 'invalid';
  const century = digitOf(codes[16]!) >= 0 ? 1900 : 2000;
  if (!isDate(century + numberOfCodes(codes, 4, 2), numberOfCodes(codes, 6, 2), numberOfCodes(codes, 8, 2))) return 'invalid';
  let sum = 0;
  for (let i = 0; i < LENGTH - 1; i++) sum += letterValue(codes[i]!) * (LENGTH - i);
  return (10 - (sum % 10)) % 10 === digitOf(codes[LENGTH - 1]!) ? 'valid' : 'invalid';
}

/** Value in the alphabet 0-9, A-N, Ñ, O-Z. */
function letterValue(code: number): number {
  const digit = digitOf(code);
  return digit >= 0 ? digit : code - 55 + (code > 0x4e ? 1 : 0);
}
