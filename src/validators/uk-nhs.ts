/** The check digit of NHS numbers, and the numbers that the NHS keeps for tests. */
import type { ReservedCheck, Verdict } from '../core/verdict.js';
import { digitAt, isRepeated, readDigits, weightedSum } from './digits.js';
import { publishedValues } from './published-values.js';

const WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2];
const digits = new Uint8Array(10);
const isDictionaryExample = publishedValues(['9434765919']);

/**
 * NHS number (NHS Data Model and Dictionary): ten digits; check digit = 11 − (10·d1 + 9·d2 + … + 2·d9 mod 11), 11 becomes 0,
 * and 10 means that the number is not used. Example: 429 141 9724 gives 282, 282 mod 11 = 7, check digit 4.
 * Finds every wrong digit and every swap of neighbours. Does not prove that the number was issued.
 */
export function nhsNumber(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== 10 || isRepeated(digits, 10)) return 'invalid';
  return (weightedSum(digits, WEIGHTS) + digits[9]!) % 11 === 0 ? 'valid' : 'invalid';
}

/** Numbers that start with 999 are never issued and serve as test data; 943 476 5919 is the dictionary's example. */
export const isTestNhsNumber: ReservedCheck = (bytes, start, end) =>
  (digitAt(bytes, start) === 9 && digitAt(bytes, start + 1) === 9 && digitAt(bytes, start + 2) === 9) ||
  isDictionaryExample(bytes, start, end);
