/** New Zealand National Health Index number: three letters, then digits, or digits and a letter, and a check character. */
import type { Verdict } from '../core/verdict.js';
import { digitOf, readAlnum } from './digits.js';

const LENGTH = 7;
/** Letters in the order of their values from 1. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const codes = new Uint8Array(LENGTH);

/**
 * Rule (HISO 10046:2023, Consumer Health Identity Standard): letters count 1 to 24 without I and O; s = Σ value·(7,6,5,4,3,2).
 * Old form AAANNNC: r = s mod 11, 0 is never issued, check = 11 − r, 10 is 0. New form AAANNAC: check letter has the value
 * 23 − s mod 23. Examples: ZAC5361, ZBN77VL. Finds every single wrong digit. Does not prove that the number was issued.
 */
export function newZealandNhi(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readAlnum(bytes, start, end, codes) !== LENGTH) return 'invalid';
  let sum = 0;
  for (let i = 0; i < LENGTH - 1; i++) {
    const value = characterValue(codes[i]!, i < 3 || (i === 5 && digitOf(codes[6]!) < 0));
    if (value < 0) return 'invalid';
    sum += value * (LENGTH - i);
  }
  const check = digitOf(codes[LENGTH - 1]!);
  if (check < 0) return LETTERS.indexOf(String.fromCharCode(codes[LENGTH - 1]!)) + 1 === 23 - (sum % 23) ? 'valid' : 'invalid';
  return sum % 11 > 0 && check === (11 - (sum % 11)) % 10 ? 'valid' : 'invalid';
}

/** Value of a letter or of a digit, whichever belongs there, or -1. */
function characterValue(code: number, letter: boolean): number {
  if (!letter) return digitOf(code);
  const index = LETTERS.indexOf(String.fromCharCode(code));
  return index < 0 ? -1 : index + 1;
}
