/** UK Unique Taxpayer Reference: ten digits, the first of which is the check digit; a letter K may follow. */
import type { Verdict } from '../core/verdict.js';
import { digitOf, readAlnum } from './digits.js';

const LENGTH = 10;
const WEIGHTS = [6, 7, 8, 9, 10, 5, 4, 3, 2];
/** Check digit by remainder; none is 0. */
const CHECKS = '21987654321';
const LETTER_K = 0x4b;
const codes = new Uint8Array(LENGTH + 1);

/**
 * Rule (HMRC, Corporation Tax technical specification; same in python-stdnum): check = "21987654321"[Σ digit·(6,7,8,9,10,5,4,3,2)
 * mod 11] over digits 2 to 10. Example: 1955839661. Does not find every single error (remainders 0 and 9, 1 and 10 share
 * a check digit) and does not prove that the number was issued.
 */
export function ukUtr(bytes: Uint8Array, start: number, end: number): Verdict {
  const count = readAlnum(bytes, start, end, codes);
  if (count !== LENGTH && !(count === LENGTH + 1 && codes[LENGTH] === LETTER_K)) return 'invalid';
  let sum = 0;
  for (let i = 0; i < WEIGHTS.length; i++) {
    const digit = digitOf(codes[i + 1]!);
    if (digit < 0) return 'invalid';
    sum += digit * WEIGHTS[i]!;
  }
  return sum > 0 && codes[0] === CHECKS.charCodeAt(sum % 11) ? 'valid' : 'invalid';
}
