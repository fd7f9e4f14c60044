/** Italian codice fiscale: sixteen characters with birth date and place and a check letter. */
import type { Verdict } from '../core/verdict.js';
import { readAlnum } from './digits.js';

const LENGTH = 16;
const codes = new Uint8Array(LENGTH);
/** Values of A-Z at odd places (the first is odd), and of 0-9 as of A-J; D.M. 23/12/1976, Ministero delle Finanze. */
const ODD_VALUES = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
const ZERO = 0x30;
const LETTER_A = 0x41;
/** Omocodia: where two people would get the same code, digits are replaced by these letters. */
const OMOCODIA = 'LMNPQRSTUV';
const MONTHS = 'ABCDEHLMPRST';

/** By ASCII code: values at odd and at even places; month, 0 for no letter of one; digit, also where omocodia has replaced it, or -1. */
const oddValueOf = new Uint8Array(128);
const evenValueOf = new Uint8Array(128);
const monthOf = new Uint8Array(128);
const plainDigitOf = new Int8Array(128).fill(-1);
for (let i = 0; i < 10; i++) {
  oddValueOf[ZERO + i] = ODD_VALUES[i]!;
  evenValueOf[ZERO + i] = plainDigitOf[ZERO + i] = plainDigitOf[OMOCODIA.charCodeAt(i)] = i;
}
for (let i = 0; i < 26; i++) {
  oddValueOf[LETTER_A + i] = ODD_VALUES[i]!;
  evenValueOf[LETTER_A + i] = i;
}
for (let i = 0; i < 12; i++) monthOf[MONTHS.charCodeAt(i)] = i + 1;

/**
 * Rule: check = (Σ odd-place values + Σ even-place values) mod 26 as a letter from A; at even places a digit counts its value and a
 * letter its place in the alphabet from 0. The day is 1-31, plus 40 for women, and must exist in the month.
 * Example: RSSMRA85T10A562 → S. Finds every single letter taken for another and every single digit for another. Does not
 * prove that the code was issued; surname and place are not looked up.
 */
export function italyCodiceFiscale(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readAlnum(bytes, start, end, codes) !== LENGTH) return 'invalid';
  const month = monthOf[codes[8]!]!;
  const tens = plainDigitOf[codes[9]!]!;
  const units = plainDigitOf[codes[10]!]!;
  if (month === 0 || units < 0 || plainDigitOf[codes[6]!]! < 0 || plainDigitOf[codes[7]!]! < 0) return 'invalid';
  const day = (tens * 10 + units) % 40;
  const longest = month === 2 ? 29 : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  if (tens > 7 || day < 1 || day > longest) return 'invalid';
  let sum = 0;
  for (let i = 0; i < LENGTH - 1; i++) sum += i % 2 === 0 ? oddValueOf[codes[i]!]! : evenValueOf[codes[i]!]!;
  return LETTER_A + (sum % 26) === codes[15] ? 'valid' : 'invalid';
}
