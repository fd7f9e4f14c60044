/** Turkish identification number (T.C. kimlik numarası): nine digits and two check digits. */
import type { Verdict } from '../core/verdict.js';
import { readDigits, weightedSum } from './digits.js';

const LENGTH = 11;
/** Makes the tenth digit: seven times the odd places less the even ones, modulo 10. */
const FIRST = [7, 9, 7, 9, 7, 9, 7, 9, 7];
const SECOND = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
const digits = new Uint8Array(LENGTH);

/**
 * Rule (Nüfus ve Vatandaşlık İşleri): the first digit is not 0; d10 = (7·(d1+d3+d5+d7+d9) − (d2+d4+d6+d8)) mod 10; d11 = Σ of the first
 * ten mod 10. Finds every single wrong digit. Example: 17291716060. Does not prove that the number was issued.
 */
export function turkiyeTckn(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH || digits[0] === 0) return 'invalid';
  const passes = weightedSum(digits, FIRST) % 10 === digits[9] && weightedSum(digits, SECOND) % 10 === digits[10];
  return passes ? 'valid' : 'invalid';
}
