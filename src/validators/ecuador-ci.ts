/** Ecuadorian identity number (cédula): province, serial, Luhn check digit; with 001 behind it a person's RUC. */
import type { Verdict } from '../core/verdict.js';
import { luhnSum, numberOf, readDigits } from './digits.js';

const LENGTH = 10;
const LAST_PROVINCE = 24;
/** Codes of Ecuadorians and foreigners who registered abroad. */
const ABROAD = new Set([30, 50]);
/** Third digit of persons; 7 to 9 are organisations' and the state's. */
const LAST_PERSON = 6;
const digits = new Uint8Array(LENGTH);

/**
 * Rule (Dirección General de Registro Civil): province 01 to 24, 30 or 50, third digit 0 to 6, all ten pass Luhn. Finds every single
 * wrong digit. Example: 171430710-3. Does not prove that the number was issued.
 */
export function ecuadorCi(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH || digits[2]! > LAST_PERSON) return 'invalid';
  const province = numberOf(digits, 0, 2);
  if (province < 1 || (province > LAST_PROVINCE && !ABROAD.has(province))) return 'invalid';
  return luhnSum(bytes, start, end) % 10 === 0 ? 'valid' : 'invalid';
}
