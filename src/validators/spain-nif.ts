/** Spanish personal numbers with a control letter: DNI (eight digits), NIE (X, Y, Z) and special NIF (K, L, M). */
import type { Verdict } from '../core/verdict.js';
import { digitOf, numberOfCodes, readAlnum } from './digits.js';

const LENGTH = 9;
const LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';
const CAPITAL_Z = 0x5a;
const codes = new Uint8Array(LENGTH);

/**
 * Rule (Real Decreto 1065/2007; Ministerio del Interior): letter = TRWAGMYFPDXBNJZSQVHLCKE[number mod 23], where a leading X, Y, Z
 * counts as 0, 1, 2 and a leading K, L, M is left out. Finds every single wrong digit. Example: 12345678 mod 23 = 14 → Z.
 * 00000000 is refused for the DNI. Does not prove that the number was issued.
 */
export function spainNif(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readAlnum(bytes, start, end, codes) !== LENGTH) return 'invalid';
  const first = codes[0]!;
  const tail = numberOfCodes(codes, 1, 7);
  const lead = digitOf(first) >= 0 ? digitOf(first) : first >= 0x58 ? first - 0x58 : first >= 0x4b && first <= 0x4d ? 0 : -1;
  if (tail < 0 || lead < 0) return 'invalid';
  const number = lead * 10_000_000 + tail;
  if (number === 0 && digitOf(first) === 0) return 'invalid';
  return LETTERS.charCodeAt(number % 23) === codes[8] ? 'valid' : 'invalid';
}

/** The same in capitals, as people write them: eight digits and a small letter are as often the beginning of a hash. */
export function spainNifInCapitals(bytes: Uint8Array, start: number, end: number): Verdict {
  return bytes[end - 1]! <= CAPITAL_Z ? spainNif(bytes, start, end) : 'invalid';
}

/** The specimen numbers 12345678Z and 99999999R, printed on sample cards and in documentation. */
export function isSpainNifSpecimen(bytes: Uint8Array, start: number, end: number): boolean {
  if (readAlnum(bytes, start, end, codes) !== LENGTH) return false;
  const number = numberOfCodes(codes, 0, 8);
  return number === 12_345_678 || number === 99_999_999;
}
