/** Indian GSTIN: state, the holder's PAN, number of the registration, Z, check character. */
import type { Verdict } from '../core/verdict.js';
import { digitOf, numberOfCodes, readAlnum } from './digits.js';
import { indiaPan } from './india-pan.js';

const LENGTH = 15;
const ALPHABET = 36;
const LETTER_Z = 0x5a;
/** States by code: 01 to 38, 97 other territory. */
const LAST_STATE = 38;
const OTHER_TERRITORY = 97;
const codes = new Uint8Array(LENGTH);

/**
 * Rule (GST Network): two digits of the state, a PAN of ten characters, 1-9 or A-Z, Z, and the Luhn formula modulo 36 with values 0-9,
 * A = 10 … Z = 35: from the right each second value is doubled, its digits to base 36 added, the sum is a multiple of 36. Finds
 * every single wrong character. Example: 27AAPFU0939F1ZV. Does not prove a registration.
 */
export function indiaGstin(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readAlnum(bytes, start, end, codes) !== LENGTH || codes[13] !== LETTER_Z || digitOf(codes[12]!) === 0) return 'invalid';
  const state = numberOfCodes(codes, 0, 2);
  if (state < 1 || (state > LAST_STATE && state !== OTHER_TERRITORY)) return 'invalid';
  if (indiaPan(codes, 2, 12) === 'invalid') return 'invalid';
  let sum = 0;
  for (let i = 0; i < LENGTH; i++) {
    const digit = digitOf(codes[i]!);
    const product = (digit >= 0 ? digit : codes[i]! - 55) * (i % 2 === 1 ? 2 : 1);
    sum += Math.floor(product / ALPHABET) + (product % ALPHABET);
  }
  return sum % ALPHABET === 0 ? 'valid' : 'invalid';
}
