/** The structure of US Social Security numbers, which have no check digit. */
import type { Verdict } from '../core/verdict.js';
import { isRepeated, numberOf, readDigits } from './digits.js';
import { publishedValues } from './published-values.js';

const digits = new Uint8Array(9);

/**
 * Social Security Administration: AAA-GG-SSSS, where the area is never 000, 666 or 900-999, the group never 00 and the
 * serial never 0000; also after the randomisation of 2011. Nine equal digits are placeholders. Example: 536-90-4399.
 * Nine random numbers in ten pass, so the verdict is never `valid`.
 */
export function ssnAreaGroupSerial(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== 9 || isRepeated(digits, 9)) return 'invalid';
  const area = numberOf(digits, 0, 3);
  if (area === 0 || area === 666 || area >= 900) return 'invalid';
  return numberOf(digits, 3, 2) === 0 || numberOf(digits, 5, 4) === 0 ? 'invalid' : 'unknown';
}

/** Numbers that became public: a wallet insert of 1938, an SSA pamphlet, an advertisement, and the row of digits. */
export const isPublishedSsn = publishedValues(['078051120', '219099999', '457555462', '123456789']);
