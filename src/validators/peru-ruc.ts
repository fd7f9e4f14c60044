/** Peruvian taxpayer number (RUC): kind of taxpayer, number, check digit. */
import type { Verdict } from '../core/verdict.js';
import { numberOf, readDigits, weightedSum } from './digits.js';

const LENGTH = 11;
const WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
/** 10 persons, with their DNI behind it, 15, 16 and 17 others without one, 20 organisations. */
const KINDS = new Set([10, 15, 16, 17, 20]);
const digits = new Uint8Array(LENGTH);

/**
 * Rule (SUNAT): check = (11 − Σ digit·(5,4,3,2,7,6,5,4,3,2) mod 11) mod 10. Finds every single wrong digit but where the check digit is
 * 0 or 1, which stand for two remainders each. Example: 20512333797. Does not prove a registration.
 */
export function peruRuc(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH || !KINDS.has(numberOf(digits, 0, 2))) return 'invalid';
  return digits[LENGTH - 1] === (11 - (weightedSum(digits, WEIGHTS) % 11)) % 10 ? 'valid' : 'invalid';
}
