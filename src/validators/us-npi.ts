/** The check digit of US National Provider Identifiers. */
import type { Verdict } from '../core/verdict.js';
import { luhnSum, readDigits } from './digits.js';
import { publishedValues } from './published-values.js';

/** Luhn sum that the constant prefix 80840 adds in front of ten digits: 8 + 0 + 8 + 0 + 8 (4 doubled). */
const PREFIX_SUM = 24;
const digits = new Uint8Array(10);

/**
 * National Provider Identifier (45 CFR 162.406; CMS, "NPI check digit"): ten digits, the first 1 or 2, which pass Luhn with
 * the prefix 80840 in front, so Luhn sum + 24 ≡ 0 (mod 10). Example: 1178217406 gives 36 + 24 = 60.
 * Finds every wrong digit. Does not prove that the number was assigned.
 */
export function nationalProviderIdentifier(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== 10 || digits[0]! < 1 || digits[0]! > 2) return 'invalid';
  return (luhnSum(bytes, start, end) + PREFIX_SUM) % 10 === 0 ? 'valid' : 'invalid';
}

/** The number in the worked example of CMS's description of the check digit. */
export const isPublishedNpi = publishedValues(['1234567893']);
