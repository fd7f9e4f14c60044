/** Brazilian voter's number (título eleitoral): serial, state, two check digits. */
import type { Verdict } from '../core/verdict.js';
import { numberOf, readDigits, weightedSum } from './digits.js';

const LENGTH = 12;
const FIRST_WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9];
const SECOND_WEIGHTS = [7, 8, 9];
/** 01 to 27 the states, 28 abroad. */
const LAST_STATE = 28;
/** São Paulo and Minas Gerais, where a remainder of 0 gives 1. */
const LAST_OTHERWISE = 2;
const digits = new Uint8Array(LENGTH);

/**
 * Rule (TSE, Resolução 21.538/2003, article 12): eight digits, the state, first check = Σ digit·(2 … 9) mod 11 of the eight, second =
 * Σ digit·(7,8,9) mod 11 of the state and the first check; 10 becomes 0, and 0 becomes 1 in São Paulo (01) and Minas Gerais (02).
 * Example: 1023 8501 0671. All zeros are refused. Does not prove that the number was issued.
 */
export function brazilVoter(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH) return 'invalid';
  const state = numberOf(digits, 8, 2);
  const sum = weightedSum(digits, FIRST_WEIGHTS);
  if (state < 1 || state > LAST_STATE || sum === 0) return 'invalid';
  const first = checkOf(sum, state);
  const second = checkOf(weightedSum(digits, SECOND_WEIGHTS, 8), state);
  return digits[10] === first && digits[11] === second ? 'valid' : 'invalid';
}

function checkOf(sum: number, state: number): number {
  const rest = sum % 11;
  return rest === 0 && state <= LAST_OTHERWISE ? 1 : rest % 10;
}
