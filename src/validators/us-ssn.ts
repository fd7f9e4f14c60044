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

/**
 * Numbers that became public and that thousands of people used as their own: specimen cards in wallets (the first of them in
 * 1938) and advertisements, which the SSA lists as misused ("pocketbook" numbers); and the rows of digits in manuals.
 */
export const isPublishedSsn = publishedValues([
  '002281852',
  '042103580',
  '062360749',
  '078051120',
  '095073645',
  '111223333',
  '123456789',
  '128036045',
  '135016629',
  '141186941',
  '165167999',
  '165187999',
  '165207999',
  '165227999',
  '165247999',
  '189092294',
  '212097694',
  '212099999',
  '219099999',
  '306302348',
  '308125070',
  '457555462',
  '468288779',
  '549241889',
]);
