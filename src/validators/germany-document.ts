/** Serial number of a German passport or identity card, with the check digit that the machine-readable zone adds. */
import type { Verdict } from '../core/verdict.js';
import { digitOf, readAlnum } from './digits.js';

const SERIAL_LENGTH = 9;
const WEIGHTS = [7, 3, 1];
const codes = new Uint8Array(11);

/**
 * Rule (ICAO Doc 9303-3, 4.9): letters count A = 10 … Z = 35, digits their value; check = Σ value·(7, 3, 1 repeating) mod 10.
 * The nine characters alone have no check and are `unknown`; a tenth must be their check digit; an eleventh is the
 * nationality `D`. Example: C01X00T47 → 84 + 0 + 1 + 231 + 0 + 0 + 203 + 12 + 7 = 538 → check digit 8.
 * Does not prove that the document was issued.
 */
export function germanyDocument(bytes: Uint8Array, start: number, end: number): Verdict {
  const count = readAlnum(bytes, start, end, codes);
  if (count < SERIAL_LENGTH) return 'invalid';
  if (count === SERIAL_LENGTH) return 'unknown';
  let sum = 0;
  for (let i = 0; i < SERIAL_LENGTH; i++) {
    const code = codes[i]!;
    const digit = digitOf(code);
    sum += (digit >= 0 ? digit : code - 55) * WEIGHTS[i % 3]!;
  }
  return sum % 10 === digitOf(codes[SERIAL_LENGTH]!) ? 'valid' : 'invalid';
}
