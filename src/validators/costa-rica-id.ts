/** Costa Rican cédula of persons: province, volume, entry; there is no check digit. */
import type { Verdict } from '../core/verdict.js';
import { readDigits } from './digits.js';

const LENGTH = 10;
const digits = new Uint8Array(LENGTH);

/**
 * Rule (Tribunal Supremo de Elecciones): province 1 to 7, 8 for naturalised persons, 9 for late registrations; four digits of the volume,
 * four of the entry; in ten digits a 0 stands in front. Example: 1-0613-0584. Never `valid`.
 */
export function costaRicaId(bytes: Uint8Array, start: number, end: number): Verdict {
  const count = readDigits(bytes, start, end, digits);
  if (count !== LENGTH - 1 && (count !== LENGTH || digits[0] !== 0)) return 'invalid';
  return digits[count - (LENGTH - 1)] === 0 ? 'invalid' : 'unknown';
}
