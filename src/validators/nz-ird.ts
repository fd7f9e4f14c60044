/** New Zealand inland revenue number: eight or nine digits, the last a check digit by one of two rows of weights. */
import type { Verdict } from '../core/verdict.js';
import { numberOf, readDigits } from './digits.js';

const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2];
const OTHER_WEIGHTS = [7, 4, 3, 2, 5, 2, 7, 6];
const FIRST = 10_000_000;
const LAST = 150_000_000;
const digits = new Uint8Array(9);

/**
 * Rule (Inland Revenue, RWT and NRWT file specification): the number lies between 10,000,000 and 150,000,000; with a zero in front where
 * it has eight digits, check = −Σ digit·(3,2,7,6,5,4,3,2) mod 11; where that is 10, the weights 7,4,3,2,5,2,7,6 are taken, and where
 * they give 10 too, the number is not used. Examples: 49091850, 136410132. Does not prove that the number was issued.
 */
export function newZealandIrd(bytes: Uint8Array, start: number, end: number): Verdict {
  const count = readDigits(bytes, start, end, digits);
  if (count !== 8 && count !== 9) return 'invalid';
  const number = numberOf(digits, 0, count);
  if (number <= FIRST || number >= LAST) return 'invalid';
  const first = checkBy(WEIGHTS, count);
  return (first === 10 ? checkBy(OTHER_WEIGHTS, count) : first) === digits[count - 1] ? 'valid' : 'invalid';
}

/** −Σ mod 11 over all but the last digit; the weights are those of eight digits. */
function checkBy(weights: readonly number[], count: number): number {
  let sum = 0;
  for (let i = 0; i < count - 1; i++) sum += digits[i]! * weights[i + 9 - count]!;
  return (11 - (sum % 11)) % 11;
}
