/** Australian Medicare card number: eight digits, check digit, issue number, and often the person's place on the card. */
import type { Verdict } from '../core/verdict.js';
import { readDigits, weightedSum } from './digits.js';

const WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9];
const digits = new Uint8Array(11);

/**
 * Rule (Services Australia; AIHW METEOR 270101): the first digit is 2 to 6; the ninth = Σ digit·(1,3,7,9,1,3,7,9) mod 10; the tenth, the
 * issue, and the eleventh, the person on the card, are not 0. Finds every single wrong digit of the first nine.
 * Example: 2123 45670 1: Σ = 2+3+14+27+4+15+42+63 = 170. Does not prove that the card was issued.
 */
export function australiaMedicare(bytes: Uint8Array, start: number, end: number): Verdict {
  const count = readDigits(bytes, start, end, digits);
  if ((count !== 10 && count !== 11) || digits[0]! < 2 || digits[0]! > 6) return 'invalid';
  if (digits[9] === 0 || (count === 11 && digits[10] === 0)) return 'invalid';
  return weightedSum(digits, WEIGHTS) % 10 === digits[8] ? 'valid' : 'invalid';
}
