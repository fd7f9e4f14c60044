/** The check digits of the Brazilian CNPJ, numeric and alphanumeric. */
import type { Verdict } from '../core/verdict.js';
import { digitOf, isRepeated, readAlnum } from './digits.js';

const FIRST_WEIGHTS = [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
const SECOND_WEIGHTS = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
const ZERO = 0x30;
const codes = new Uint8Array(14);

/**
 * CNPJ (Receita Federal do Brasil; Instrução Normativa RFB 2.229/2024 for letters from July 2026): twelve letters or digits
 * and two check digits. A character counts as its ASCII code − 48 (0-9, A = 17 … Z = 42). Each check digit =
 * (11 − s mod 11) mod 11, 10 becomes 0: the first with weights 5 4 3 2 9 8 7 6 5 4 3 2, the second with 6 in front of them,
 * over the first check digit too. Example: 12.ABC.345/01DE-35, published with the instruction.
 * Fourteen equal digits are refused. Does not prove a registration.
 */
export function cnpj(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readAlnum(bytes, start, end, codes) !== 14 || isRepeated(codes, 14)) return 'invalid';
  return checkDigit(FIRST_WEIGHTS) === digitOf(codes[12]!) && checkDigit(SECOND_WEIGHTS) === digitOf(codes[13]!)
    ? 'valid'
    : 'invalid';
}

function checkDigit(weights: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += (codes[i]! - ZERO) * weights[i]!;
  return ((sum * 10) % 11) % 10;
}
