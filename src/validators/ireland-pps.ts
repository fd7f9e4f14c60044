/** Irish Personal Public Service number: seven digits, check letter, since 2013 a second letter. */
import type { Verdict } from '../core/verdict.js';
import { digitOf, readAlnum } from './digits.js';

const SHORT = 8;
const LONG = 9;
const CHECKS = 'WABCDEFGHIJKLMNOPQRSTUV';
const LETTER_A = 0x41;
/** The last letter that counts in the check; W, T and X, used before 2013, do not. */
const LETTER_I = 0x49;
const codes = new Uint8Array(LONG);

/**
 * Rule (Department of Social Protection; Revenue eBrief 03/13): check letter = "WABC…V"[(Σ digit·(8,7,6,5,4,3,2) + 9 · second letter) mod 23],
 * the second letter counted from A = 1 and as 0 where there is none or it is W, T or X. Finds every single wrong digit.
 * Examples: 6433435F, 6433435OA. Does not prove that the number was issued.
 */
export function irelandPps(bytes: Uint8Array, start: number, end: number): Verdict {
  const count = readAlnum(bytes, start, end, codes);
  if (count !== SHORT && count !== LONG) return 'invalid';
  const second = codes[7 + 1]!;
  if (count === LONG && second < LETTER_A) return 'invalid';
  let sum = count === LONG && second <= LETTER_I ? 9 * (second - LETTER_A + 1) : 0;
  for (let i = 0; i < 7; i++) {
    const digit = digitOf(codes[i]!);
    if (digit < 0) return 'invalid';
    sum += digit * (8 - i);
  }
  return sum > 0 && CHECKS.charCodeAt(sum % 23) === codes[7] ? 'valid' : 'invalid';
}
