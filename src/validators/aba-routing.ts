/** The check digit of US bank routing numbers. */
import type { Verdict } from '../core/verdict.js';
import { isRepeated, readDigits, weightedSum } from './digits.js';

const WEIGHTS = [3, 7, 1, 3, 7, 1, 3, 7, 1];
const digits = new Uint8Array(9);

/**
 * ABA routing number (American Bankers Association, Key to Routing Numbers): nine digits with
 * 3(d1+d4+d7) + 7(d2+d5+d8) + (d3+d6+d9) ≡ 0 (mod 10); the first two are 00-12 (Federal Reserve and government), 21-32
 * (thrifts), 61-72 (electronic) or 80 (traveller's cheques). Example: 322075593 gives 140.
 * Finds every wrong digit. Does not prove that a bank holds the number.
 */
export function abaRouting(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== 9 || isRepeated(digits, 9)) return 'invalid';
  const district = digits[0]! * 10 + digits[1]!;
  const assigned = district <= 12 || (district >= 21 && district <= 32) || (district >= 61 && district <= 72) || district === 80;
  return assigned && weightedSum(digits, WEIGHTS) % 10 === 0 ? 'valid' : 'invalid';
}
