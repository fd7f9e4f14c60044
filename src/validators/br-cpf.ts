/** The check digits of the Brazilian CPF. */
import type { Verdict } from '../core/verdict.js';
import { isRepeated, readDigits, weightedSum } from './digits.js';

const FIRST_WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2];
const SECOND_WEIGHTS = [11, 10, 9, 8, 7, 6, 5, 4, 3, 2];
const digits = new Uint8Array(11);

/**
 * CPF (Receita Federal do Brasil): eleven digits, NNN.NNN.NNN-DD. Each check digit = (11 − s mod 11) mod 11, 10 becomes 0:
 * the first with weights 10 … 2 over nine digits, the second with 11 … 2 over ten. Example: 452.538.644-40.
 * Eleven equal digits satisfy the sums and are not issued. Finds every wrong digit among the first nine but for the few
 * that only move a sum between 0 and 1 (mod 11) in both digits. Does not prove a registration.
 */
export function cpf(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== 11 || isRepeated(digits, 11)) return 'invalid';
  const first = ((weightedSum(digits, FIRST_WEIGHTS) * 10) % 11) % 10;
  const second = ((weightedSum(digits, SECOND_WEIGHTS) * 10) % 11) % 10;
  return first === digits[9] && second === digits[10] ? 'valid' : 'invalid';
}
