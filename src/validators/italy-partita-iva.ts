/** Italian VAT number (partita IVA) of a company or sole trader: taxpayer, office, Luhn check digit. */
import type { Verdict } from '../core/verdict.js';
import { luhnSum, numberOf, readDigits } from './digits.js';

const LENGTH = 11;
/** Provinces are 001 to 100; the others are offices for large, foreign and online taxpayers. */
const LAST_PROVINCE = 100;
const OTHER_OFFICES = [120, 121, 888, 999];
const digits = new Uint8Array(LENGTH);

/**
 * Rule (DPR 633/1972, art. 35; DM 23 December 1976): seven digits for the taxpayer, three for the office, Luhn check digit.
 * Finds every single wrong digit. Example: 00743110157. Does not prove that the number was issued.
 */
export function italyPartitaIva(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH || numberOf(digits, 0, 7) === 0) return 'invalid';
  const office = numberOf(digits, 7, 3);
  if (office === 0 || (office > LAST_PROVINCE && !OTHER_OFFICES.includes(office))) return 'invalid';
  return luhnSum(bytes, start, end) % 10 === 0 ? 'valid' : 'invalid';
}
