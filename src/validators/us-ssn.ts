/** The structure of US Social Security numbers, which have no check digit. */
import type { Verdict } from '../core/verdict.js';
import { isSeparator } from './digits.js';
import { publishedValues } from './published-values.js';

/** Its multiples of nine digits have nine equal ones. */
const NINE_EQUAL = 111_111_111;

/**
 * Social Security Administration: AAA-GG-SSSS, where the area is never 000, 666 or 900-999, the group never 00 and the
 * serial never 0000; also after the randomisation of 2011. Nine equal digits are placeholders. Example: 536-90-4399.
 * Nine random numbers in ten pass, so the verdict is never `valid`.
 */
export function ssnAreaGroupSerial(bytes: Uint8Array, start: number, end: number): Verdict {
  let count = 0;
  let value = 0;
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    const digit = byte - 0x30;
    if (digit >= 0 && digit <= 9) {
      if (++count > 9) return 'invalid';
      value = value * 10 + digit;
    } else if (!isSeparator(byte)) return 'invalid';
  }
  if (count !== 9 || value % NINE_EQUAL === 0) return 'invalid';
  const front = (value / 10_000) | 0;
  const area = (front / 100) | 0;
  if (area === 0 || area === 666 || area >= 900) return 'invalid';
  return front % 100 === 0 || value % 10_000 === 0 ? 'invalid' : 'unknown';
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
