/** The prefixes of UK National Insurance numbers, which have no check digit. */

import { byteSet } from '../core/boundary.js';
import type { Verdict } from '../core/verdict.js';
import { readAlnum } from './digits.js';

const FIRST = byteSet('A-CEGHJ-PR-TW-Z');
const SECOND = byteSet('A-CEGHJ-NPR-TW-Z');
/** Never allocated (HMRC National Insurance Manual, NIM39110). */
const UNUSED_PREFIXES = new Set(
  ['BG', 'GB', 'KN', 'NK', 'NT', 'TN', 'ZZ'].map((prefix) => prefix.charCodeAt(0) * 256 + prefix.charCodeAt(1)),
);
const codes = new Uint8Array(9);

/**
 * National Insurance number (HMRC NIM39110): two letters, six digits, a suffix A to D. The first letter is not D F I Q U V,
 * the second not D F I O Q U V, and the pairs BG GB KN NK NT TN ZZ are not used. Example: JG 10 37 59 A.
 * No check digit, so the verdict is never `valid`.
 */
export function ninoPrefix(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readAlnum(bytes, start, end, codes) !== 9) return 'invalid';
  if (!FIRST[codes[0]!] || !SECOND[codes[1]!]) return 'invalid';
  return UNUSED_PREFIXES.has(codes[0]! * 256 + codes[1]!) ? 'invalid' : 'unknown';
}
