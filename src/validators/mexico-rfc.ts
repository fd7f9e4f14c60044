/** Mexican RFC: letters of the name, date of birth or foundation, homoclave with a check character. */
import type { Verdict } from '../core/verdict.js';
import { isShortDate } from './calendar.js';
import { digitOf, numberOfCodes, readAlnum } from './digits.js';

const PERSON_LENGTH = 13;
const ORGANIZATION_LENGTH = 12;
const LETTER_A = 0x41;
/** Value of the blank that fills an organisation's number up to thirteen characters. */
const BLANK = 37;
const codes = new Uint8Array(PERSON_LENGTH);

/**
 * Rule (SAT, Anexo 1 of the homoclave procedure): values 0-9, A = 10 … N = 23, & = 24, O = 25 … Z = 36, blank = 37, Ñ = 38;
 * check = (11 − Σ value·(13 … 2) mod 11) mod 11, where 10 is written A. Example: GODE561231GR8. A number that passes is `valid`;
 * one that does not is `unknown`, because a known share of live numbers (about 1.5 %) breaks the rule. The date must exist.
 */
export function mexicoRfc(bytes: Uint8Array, start: number, end: number): Verdict {
  const count = readAlnum(bytes, start, end, codes);
  if (count !== PERSON_LENGTH && count !== ORGANIZATION_LENGTH) return 'invalid';
  const at = count - 9;
  if (!isShortDate(numberOfCodes(codes, at, 2), numberOfCodes(codes, at + 2, 2), numberOfCodes(codes, at + 4, 2)))
    return 'invalid';
  let sum = count === ORGANIZATION_LENGTH ? BLANK * PERSON_LENGTH : 0;
  for (let i = 0; i < count - 1; i++) sum += letterValue(codes[i]!) * (count - i);
  const check = (11 - (sum % 11)) % 11;
  const last = codes[count - 1]!;
  return (check === 10 ? last === LETTER_A : digitOf(last) === check) ? 'valid' : 'unknown';
}

function letterValue(code: number): number {
  const digit = digitOf(code);
  return digit >= 0 ? digit : code - 55 + (code > 0x4e ? 1 : 0);
}
