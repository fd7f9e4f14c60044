/** Taiwanese national and resident numbers: letter of the place, sex or kind, serial, check digit. */
import type { Verdict } from '../core/verdict.js';
import { digitOf, readAlnum } from './digits.js';

const LENGTH = 10;
/** Place by letter, in the order of their values from 10: I, O, W and Z came later. */
const PLACES = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';
const LETTER_A = 0x41;
const LETTER_D = 0x44;
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 1, 1];
const codes = new Uint8Array(LENGTH);

/**
 * Rule (Department of Household Registration; National Immigration Agency): the letter stands for a number n from 10; tens of n +
 * 9·(units of n) + Σ digit·(8,7,6,5,4,3,2,1,1) ≡ 0 (mod 10). The second place is 1 or 2 for nationals, 8 or 9 for residents since
 * 2021, and a letter A to D for residents before, which counts as the units of its own number. Finds every wrong digit at an odd
 * weight, and at an even one but for a change by 5. Example: A123456789. Does not prove that the number was issued.
 */
export function taiwanNational(bytes: Uint8Array, start: number, end: number): Verdict {
  return check(bytes, start, end, digitOf(bytes[start + 1]!) >= 1 && digitOf(bytes[start + 1]!) <= 2);
}

/** The same formula for residents. Examples: A800000014, AC01234567. */
export function taiwanResident(bytes: Uint8Array, start: number, end: number): Verdict {
  const kind = digitOf(bytes[start + 1]!);
  return check(bytes, start, end, kind < 0 || kind > 2);
}

function check(bytes: Uint8Array, start: number, end: number, isKind: boolean): Verdict {
  if (!isKind) return 'invalid';
  if (readAlnum(bytes, start, end, codes) !== LENGTH) return 'invalid';
  const place = PLACES.indexOf(String.fromCharCode(codes[0]!));
  if (place < 0) return 'invalid';
  let sum = 1 + Math.floor(place / 10) + 9 * (place % 10);
  for (let i = 0; i < WEIGHTS.length; i++) {
    const digit = i === 0 ? kindOf(codes[1]!) : digitOf(codes[i + 1]!);
    if (digit < 0) return 'invalid';
    sum += digit * WEIGHTS[i]!;
  }
  return sum % 10 === 0 ? 'valid' : 'invalid';
}

/** Value of the second place, or -1 where it is none of its kinds. */
function kindOf(code: number): number {
  if (code >= LETTER_A && code <= LETTER_D) return code - LETTER_A;
  const digit = digitOf(code);
  return digit === 1 || digit === 2 || digit === 8 || digit === 9 ? digit : -1;
}
