/** Venezuelan taxpayer number (RIF): kind of taxpayer, eight digits, check digit. */
import type { Verdict } from '../core/verdict.js';
import { digitOf, readAlnum } from './digits.js';

const LENGTH = 10;
const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2];
/** Kinds, whose place from 1 counts fourfold: persons born there, foreigners, companies, passports, state. */
const KINDS = 'VEJPG';
const codes = new Uint8Array(LENGTH);

/**
 * Rule (SENIAT): r = (4·kind + Σ digit·(3,2,7,6,5,4,3,2)) mod 11; check = 0 where r is 0 or 1, else 11 − r. Finds every single wrong digit
 * of numbers that do not end in 0. Example: V-11470283-4. Does not prove a registration.
 */
export function venezuelaRif(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readAlnum(bytes, start, end, codes) !== LENGTH) return 'invalid';
  const kind = KINDS.indexOf(String.fromCharCode(codes[0]!)) + 1;
  if (kind === 0) return 'invalid';
  let sum = 4 * kind;
  for (let i = 0; i < WEIGHTS.length; i++) {
    const digit = digitOf(codes[i + 1]!);
    if (digit < 0) return 'invalid';
    sum += digit * WEIGHTS[i]!;
  }
  const rest = sum % 11;
  return digitOf(codes[LENGTH - 1]!) === (rest < 2 ? 0 : 11 - rest) ? 'valid' : 'invalid';
}
