/** Spanish tax number of organisations (CIF, now NIF of legal entities): letter, seven digits, control digit or letter. */
import type { Verdict } from '../core/verdict.js';
import { digitOf, numberOfCodes, readAlnum } from './digits.js';

const LENGTH = 9;
const KINDS = 'ABCDEFGHJNPQRSUVW';
/** Kinds whose control must be a letter, and those whose control must be a digit (Orden EHA/451/2008). */
const LETTER_KINDS = 'NPQRSW';
const DIGIT_KINDS = 'ABEH';
const CONTROL_LETTERS = 'JABCDEFGHI';
const codes = new Uint8Array(LENGTH);

/**
 * Rule: s = digits 2, 4, 6 plus the digit sums of twice the digits 1, 3, 5, 7; c = (10 − s mod 10) mod 10; the control is
 * the digit c or the letter JABCDEFGHI[c]. Example: A58818501: 8+1+5 and 1+7+7+0 give 29, so c = 1. Finds every
 * single wrong digit. Does not prove that the number was issued.
 */
export function spainCif(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readAlnum(bytes, start, end, codes) !== LENGTH) return 'invalid';
  const kind = String.fromCharCode(codes[0]!);
  if (!KINDS.includes(kind) || numberOfCodes(codes, 1, 7) <= 0) return 'invalid';
  let sum = 0;
  for (let i = 1; i <= 7; i++) {
    const digit = digitOf(codes[i]!);
    sum += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  const control = (10 - (sum % 10)) % 10;
  const last = codes[8]!;
  const fits =
    digitOf(last) >= 0
      ? !LETTER_KINDS.includes(kind) && digitOf(last) === control
      : !DIGIT_KINDS.includes(kind) && last === CONTROL_LETTERS.charCodeAt(control);
  return fits ? 'valid' : 'invalid';
}
