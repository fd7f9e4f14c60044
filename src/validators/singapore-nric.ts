/** Singaporean NRIC and FIN: prefix letter, seven digits, check letter. */
import type { Verdict } from '../core/verdict.js';
import { digitOf, readAlnum } from './digits.js';

const LENGTH = 9;
const WEIGHTS = [2, 7, 6, 5, 4, 3, 2];
/** What is added and the check letter by remainder, for each prefix: S, T citizens and residents, F, G, M foreigners. */
const SERIES: Readonly<Record<string, readonly [offset: number, letters: string]>> = {
  S: [0, 'JZIHGFEDCBA'],
  T: [4, 'JZIHGFEDCBA'],
  F: [0, 'XWUTRQPNMLK'],
  G: [4, 'XWUTRQPNMLK'],
  M: [3, 'XWUTRQPNJLK'],
};
const codes = new Uint8Array(LENGTH);

/**
 * Rule (Immigration & Checkpoints Authority; the M series since 2022): r = (offset + Σ digit·(2,7,6,5,4,3,2)) mod 11 chooses the
 * letter. Finds every single wrong digit. Example: S1234567D: Σ = 106, r = 7 → D. Does not prove that the number was issued.
 */
export function singaporeNric(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readAlnum(bytes, start, end, codes) !== LENGTH) return 'invalid';
  const series = SERIES[String.fromCharCode(codes[0]!)];
  if (series === undefined) return 'invalid';
  let sum = series[0];
  for (let i = 0; i < WEIGHTS.length; i++) {
    const digit = digitOf(codes[i + 1]!);
    if (digit < 0) return 'invalid';
    sum += digit * WEIGHTS[i]!;
  }
  return series[1].charCodeAt(sum % 11) === codes[LENGTH - 1] ? 'valid' : 'invalid';
}
