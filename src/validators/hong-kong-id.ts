/** Hong Kong identity card number: one or two letters, six digits, check character, often in brackets. */
import type { Verdict } from '../core/verdict.js';
import { digitOf, readAlnum } from './digits.js';

const DIGITS = 6;
/** What stands for the letter that most numbers lack. */
const BLANK = 36;
const OPEN = 0x28;
const CLOSE = 0x29;
const codes = new Uint8Array(9);

/**
 * Rule (Immigration Department): values A = 10 … Z = 35, blank = 36; Σ value·(9,8,7,6,5,4,3,2) over blank or letter, letter and digits,
 * plus the check character (A for 10), is a multiple of 11. Finds every single wrong digit. Example: A123456(3).
 * Does not prove that the number was issued.
 */
export function hongKongId(bytes: Uint8Array, start: number, end: number): Verdict {
  const bracketed = bytes[end - 1] === CLOSE;
  if (bracketed !== (bytes[end - 3] === OPEN)) return 'invalid';
  let count = readAlnum(bytes, start, bracketed ? end - 3 : end, codes);
  if (bracketed) {
    const added = readAlnum(bytes, end - 2, end - 1, codes.subarray(count));
    count = added === 1 ? count + 1 : -1;
  }
  const letters = count - DIGITS - 1;
  if (letters !== 1 && letters !== 2) return 'invalid';
  let sum = letters === 1 ? BLANK * 9 : 0;
  for (let i = 0; i < count; i++) {
    const digit = digitOf(codes[i]!);
    if (digit >= 0 === i < letters && i < count - 1) return 'invalid';
    sum += (digit >= 0 ? digit : codes[i]! - 55) * (count - i);
  }
  const check = codes[count - 1]!;
  return (digitOf(check) >= 0 || check === 0x41) && sum % 11 === 0 ? 'valid' : 'invalid';
}
