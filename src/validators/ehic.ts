/** Number of a European Health Insurance Card (field 8): issuer of an identification card for health, country, institution, serial. */
import type { Verdict } from '../core/verdict.js';
import { numberOf, readDigits } from './digits.js';

const LENGTH = 20;
const digits = new Uint8Array(LENGTH);
/** ISO 3166-1 numeric codes of the states that issue the card: EU, EEA, Switzerland, United Kingdom. */
const COUNTRIES: ReadonlySet<number> = new Set([
  40, 56, 100, 191, 196, 203, 208, 233, 246, 250, 276, 300, 348, 352, 372, 380, 428, 438, 440, 442, 470, 528, 578, 616, 620, 642,
  703, 705, 724, 752, 756, 826,
]);

/**
 * Rule (Decision S2 of the Administrative Commission, EN 1867): 80, the country's ISO 3166-1 numeric code, five digits for the
 * institution, ten for the card. Example: 80 276 00001 0000000001. There is no check digit, but the country code
 * passes one random number in thirty and the prefix one in a hundred. Does not prove that the card was issued.
 */
export function ehic(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH || numberOf(digits, 0, 2) !== 80) return 'invalid';
  return COUNTRIES.has(numberOf(digits, 2, 3)) && numberOf(digits, 10, 10) > 0 ? 'valid' : 'invalid';
}
