/** Vehicle identification number: seventeen characters; a check digit is compulsory in North America only. */
import type { Verdict } from '../core/verdict.js';
import { isRepeated, readAlnum } from './digits.js';

const LENGTH = 17;
const CHECK_AT = 8;
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
/** Transliteration of A-Z (49 CFR 565.15, table III); 0 marks I, O and Q, which a VIN never has. */
const LETTERS = [1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9];
const ZERO = 0x30;
const LETTER_A = 0x41;
const LETTER_X = 0x58;
const codes = new Uint8Array(LENGTH);

/** By ASCII code: the value, and `LETTER` or `REFUSED` as a bit above it. */
const LETTER = 0x10;
const REFUSED = 0x20;
const values = new Uint8Array(128);
for (let i = 0; i < 10; i++) values[ZERO + i] = i;
for (const [i, value] of LETTERS.entries()) values[LETTER_A + i] = LETTER | (value === 0 ? REFUSED : value);

/**
 * Rule (ISO 3779, 3780; 49 CFR 565.15): check at place 9 = Σ value·(8,7,6,5,4,3,2,10,0,9,8,7,6,5,4,3,2) mod 11, X for 10.
 * Example: 1M8GDM9AXKP042788 → X. A number that passes is `valid`; one that does not is `unknown`, because makers outside North
 * America put what they like at place 9. `invalid` are a first character 0 (not given to any region by ISO 3780), the letters I, O, Q,
 * digits only (a manufacturer's code has a letter), and one character throughout.
 */
export function vin(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readAlnum(bytes, start, end, codes) !== LENGTH || codes[0] === ZERO) return 'invalid';
  let sum = 0;
  let all = 0;
  for (let i = 0; i < LENGTH; i++) {
    const value = values[codes[i]!]!;
    all |= value;
    sum += (value & 15) * WEIGHTS[i]!;
  }
  if ((all & (LETTER | REFUSED)) !== LETTER || isRepeated(codes, LENGTH)) return 'invalid';
  const check = sum % 11;
  return codes[CHECK_AT] === (check === 10 ? LETTER_X : ZERO + check) ? 'valid' : 'unknown';
}
