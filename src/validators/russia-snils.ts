/** Russian insurance number of an individual account (СНИЛС): nine digits and two check digits. */
import type { ReservedCheck, Verdict } from '../core/verdict.js';
import { numberOf, readDigits, weightedSum } from './digits.js';
import { publishedValues } from './published-values.js';

const LENGTH = 11;
const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, 1];
/** Up to this one, numbers were given out without check digits. */
const LAST_UNCHECKED = 1_001_998;
const digits = new Uint8Array(LENGTH);

/**
 * Rule (Социальный фонд России, приложение к форме АДВ-1): check = Σ digit·(9,8,…,1) mod 101, where 100 is written 00; the rule holds above
 * 001-001-998, so what is below is `unknown`. Example: 112-233-445 95. Finds every single wrong digit where the check is not 00.
 * Does not prove that the number was issued.
 */
export function russiaSnils(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH) return 'invalid';
  const account = numberOf(digits, 0, 9);
  if (account === 0) return 'invalid';
  if (account <= LAST_UNCHECKED) return 'unknown';
  return (weightedSum(digits, WEIGHTS) % 101) % 100 === numberOf(digits, 9, 2) ? 'valid' : 'invalid';
}

/** The number that every description of the check takes as its example. */
export const isPublishedSnils: ReservedCheck = publishedValues(['11223344595']);
