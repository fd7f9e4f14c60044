/** Indian Permanent Account Number: structure only, because its check letter's rule is not published. */
import type { Verdict } from '../core/verdict.js';
import { numberOfCodes, readAlnum } from './digits.js';

const LENGTH = 10;
/** Kind of holder, the fourth letter (Income Tax Department): P person, C company, H family, F firm, A, T, B, L, J, G, K others. */
const HOLDERS = 'ABCFGHJKLPT';
const codes = new Uint8Array(LENGTH);

/**
 * Rule: five letters of which the fourth names the kind of holder, a running number 0001-9999, a letter.
 * Example: ABCPD1234E. Never `valid`: about two in five random texts of this shape pass.
 */
export function indiaPan(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readAlnum(bytes, start, end, codes) !== LENGTH) return 'invalid';
  return HOLDERS.includes(String.fromCharCode(codes[3]!)) && numberOfCodes(codes, 5, 4) > 0 ? 'unknown' : 'invalid';
}
