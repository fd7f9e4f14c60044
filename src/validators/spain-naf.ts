/** Spanish social security number (NAF, also NUSS): province, seven or eight digits, control of two digits. */
import type { Verdict } from '../core/verdict.js';
import { numberOf, readDigits } from './digits.js';

const digits = new Uint8Array(12);
/** Province codes are 01-53; 66 is for people registered abroad. */
const LAST_PROVINCE = 53;
const ABROAD = 66;

/**
 * Rule (Tesorería General de la Seguridad Social): control = (province ‖ number) mod 97, where the number is joined to the province
 * without its leading zero: province·10⁸ + number, or province·10⁷ + number where number < 10⁷. Finds every single wrong digit.
 * Example: 28 / 12345678: 2812345678 mod 97 = 40 → 28/12345678/40. Does not prove that the number was issued.
 */
export function spainNaf(bytes: Uint8Array, start: number, end: number): Verdict {
  const count = readDigits(bytes, start, end, digits);
  if (count !== 11 && count !== 12) return 'invalid';
  const province = numberOf(digits, 0, 2);
  const number = numberOf(digits, 2, count - 4);
  if (province === 0 || (province > LAST_PROVINCE && province !== ABROAD) || number === 0) return 'invalid';
  const joined = province * (number < 10_000_000 ? 10_000_000 : 100_000_000) + number;
  return joined % 97 === numberOf(digits, count - 2, 2) ? 'valid' : 'invalid';
}
