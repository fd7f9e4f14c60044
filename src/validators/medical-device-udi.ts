/** Unique device identifiers of medical devices in the writing of two of the agencies that the FDA accredits: GS1 and HIBCC. */
import type { Verdict } from '../core/verdict.js';
import { numberOf, readDigits } from './digits.js';
import { passesGs1 } from './gs1.js';

const GTIN = 14;
/** Length of `(01)`, after which the item number stands. */
const PREFIX = 4;
const PARENTHESIS = 0x28;
const PLUS = 0x2b;
/** Characters by their value in HIBC's check, 0 to 42. */
const HIBC_VALUES = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%';
const digits = new Uint8Array(GTIN);

/**
 * Rule (21 CFR 801.20, 830.20): GS1 writes (01) and a GTIN-14 with its check digit; HIBCC a plus, the data and the sum of all values
 * modulo 43 as last character (ANSI/HIBC 2.6). Examples: (01)00614141999996, +A123BJC5D6E71G. Finds every single wrong digit of
 * GTIN and HIBC; dates, lots and serial numbers behind a GTIN are not checked. Does not prove that the device exists.
 */
export function medicalDeviceUdi(bytes: Uint8Array, start: number, end: number): Verdict {
  if (bytes[start] === PARENTHESIS) return passesGtin(bytes, start + PREFIX, end) ? 'valid' : 'invalid';
  if (bytes[start] === PLUS) return passesHibc(bytes, start, end) ? 'valid' : 'invalid';
  return 'invalid';
}

function passesGtin(bytes: Uint8Array, start: number, end: number): boolean {
  if (start + GTIN > end || readDigits(bytes, start, start + GTIN, digits) !== GTIN) return false;
  return numberOf(digits, 0, GTIN) > 0 && passesGs1(digits, GTIN);
}

function passesHibc(bytes: Uint8Array, start: number, end: number): boolean {
  let sum = 0;
  for (let i = start; i < end - 1; i++) {
    const value = hibcValue(bytes[i]!);
    if (value < 0) return false;
    sum += value;
  }
  return hibcValue(bytes[end - 1]!) === sum % HIBC_VALUES.length;
}

function hibcValue(byte: number): number {
  return HIBC_VALUES.indexOf(String.fromCharCode(byte));
}
