/** Chilean RUN and RUT: seven or eight digits and a check character, also K. */
import type { Verdict } from '../core/verdict.js';
import { digitOf, readAlnum } from './digits.js';

const LETTER_K = 0x4b;
const codes = new Uint8Array(9);

/**
 * Rule (Servicio de Registro Civil; module 11): weights 2,3,4,5,6,7 repeating from the right over the number; check = 11 − (sum mod 11),
 * where 11 is 0 and 10 is K. Finds every single wrong digit. Example: 12.531.909-2. All zeros are refused.
 * Does not prove that the number was issued.
 */
export function chileRut(bytes: Uint8Array, start: number, end: number): Verdict {
  const count = readAlnum(bytes, start, end, codes);
  if (count !== 8 && count !== 9) return 'invalid';
  let sum = 0;
  let total = 0;
  for (let i = count - 2, weight = 2; i >= 0; i--, weight = weight === 7 ? 2 : weight + 1) {
    const digit = digitOf(codes[i]!);
    if (digit < 0) return 'invalid';
    sum += digit * weight;
    total += digit;
  }
  const check = (11 - (sum % 11)) % 11;
  const last = codes[count - 1]!;
  return total > 0 && (check === 10 ? last === LETTER_K : digitOf(last) === check) ? 'valid' : 'invalid';
}
