/** Cypriot tax identification code: eight digits and a check letter. */
import type { Verdict } from '../core/verdict.js';
import { digitOf, readAlnum } from './digits.js';

const LENGTH = 9;
/** What a digit in an odd place adds. */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
const LETTER_A = 0x41;
const codes = new Uint8Array(LENGTH);

/**
 * Rule (Tax Department; OECD TIN sheet of Cyprus): check letter = A plus (digits in even places + (1,0,5,7,9,13,15,17,19,21) of the digits
 * in odd places) mod 26; no number begins with 12. Finds every single wrong digit. Example: 10259033P. Organisations have such
 * numbers too. Does not prove that the number was issued.
 */
export function cyprusTin(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readAlnum(bytes, start, end, codes) !== LENGTH) return 'invalid';
  let sum = 0;
  for (let i = 0; i < LENGTH - 1; i++) {
    const digit = digitOf(codes[i]!);
    if (digit < 0) return 'invalid';
    sum += i % 2 === 0 ? ODD[digit]! : digit;
  }
  if (digitOf(codes[0]!) === 1 && digitOf(codes[1]!) === 2) return 'invalid';
  return codes[8] === LETTER_A + (sum % 26) ? 'valid' : 'invalid';
}
