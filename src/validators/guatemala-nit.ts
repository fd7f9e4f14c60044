/** Guatemalan taxpayer number (NIT): digits and a check character, also K. */
import type { Verdict } from '../core/verdict.js';
import { digitOf, readAlnum } from './digits.js';

const LETTER_K = 0x4b;
const SHORTEST = 7;
const codes = new Uint8Array(9);

/**
 * Rule (SAT de Guatemala): check = (11 − Σ digit·(2,3,4 … from the right) mod 11) mod 11, 10 is K. Finds every single wrong digit.
 * Example: 576937-K. All zeros are refused. Does not prove a registration.
 */
export function guatemalaNit(bytes: Uint8Array, start: number, end: number): Verdict {
  const count = readAlnum(bytes, start, end, codes);
  if (count < SHORTEST) return 'invalid';
  let sum = 0;
  for (let i = 0; i < count - 1; i++) {
    const digit = digitOf(codes[i]!);
    if (digit < 0) return 'invalid';
    sum += digit * (count - i);
  }
  const check = (11 - (sum % 11)) % 11;
  const last = codes[count - 1]!;
  return sum > 0 && (check === 10 ? last === LETTER_K : digitOf(last) === check) ? 'valid' : 'invalid';
}
