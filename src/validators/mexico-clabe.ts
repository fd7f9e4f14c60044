/** Mexican CLABE: bank, branch, account, check digit. */
import type { Verdict } from '../core/verdict.js';
import { readDigits } from './digits.js';

const LENGTH = 18;
const WEIGHTS = [3, 7, 1];
const digits = new Uint8Array(LENGTH);

/**
 * Rule (Banco de México, Asociación de Bancos de México): check = (10 − Σ (digit·(3,7,1 repeating) mod 10) mod 10) mod 10 over 17 digits.
 * Finds every single wrong digit. Example: 032180000118359719. A bank's code does not begin with 000. Lists of banks and places change
 * and are not asked. Does not prove that the account exists.
 */
export function mexicoClabe(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH || digits[0]! + digits[1]! + digits[2]! === 0) return 'invalid';
  let sum = digits[LENGTH - 1]!;
  for (let i = 0; i < LENGTH - 1; i++) sum += digits[i]! * WEIGHTS[i % 3]!;
  return sum % 10 === 0 ? 'valid' : 'invalid';
}
