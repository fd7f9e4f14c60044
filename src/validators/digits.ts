/**
 * Digits and letters of a matched value, read from bytes without building strings: validators run on millions of
 * candidates. What may stand between them (space, hyphen, dot, slash) is skipped here, once for all validators.
 */

const ZERO = 0x30;
const NINE = 0x39;
const UPPER_A = 0x41;
const UPPER_Z = 0x5a;
const LOWER_A = 0x61;

/**
 * What each byte adds to a Luhn sum: at its own index where it counts once, 256 further where it is doubled. By table, for
 * the doubling of random digits and the separators between them are branches that cannot be foretold.
 */
const luhnValueOf = new Uint8Array(512);
/** 256 for digits, which change whether the next one is doubled, 0 for all other bytes. */
const luhnTurnOf = new Uint16Array(256).fill(256, ZERO, NINE + 1);
for (let digit = 0; digit < 10; digit++) {
  luhnValueOf[ZERO + digit] = digit;
  luhnValueOf[256 + ZERO + digit] = digit > 4 ? digit * 2 - 9 : digit * 2;
}

/**
 * Upper-case ASCII code of each letter and digit, 0 for separators, `STRANGE` for all other bytes: a table, because where
 * letters and digits are mixed nothing foretells which comes next.
 */
const STRANGE = 0x80;
const codeOf = new Uint8Array(256).fill(STRANGE);
for (let byte = 0; byte < STRANGE; byte++) {
  const code = byte >= LOWER_A ? byte - 0x20 : byte;
  if ((code >= ZERO && code <= NINE) || (code >= UPPER_A && code <= UPPER_Z)) codeOf[byte] = code;
  else if (isSeparator(byte)) codeOf[byte] = 0;
}

/** Value of the ASCII digit at `index`, or -1 where there is none. */
export function digitAt(bytes: Uint8Array, index: number): number {
  const byte = bytes[index]!;
  return byte >= ZERO && byte <= NINE ? byte - ZERO : -1;
}

/** Whether a byte is a separator that forms may put between groups: space, hyphen, dot or slash. */
export function isSeparator(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x2d && byte <= 0x2f);
}

/**
 * Writes the values 0-9 of the digits in `bytes[start, end)` to `into`, without separators.
 * @returns their number, or -1 where there is another character or there are more than `into` holds
 */
export function readDigits(bytes: Uint8Array, start: number, end: number, into: Uint8Array): number {
  let count = 0;
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if (byte >= ZERO && byte <= NINE) {
      if (count === into.length) return -1;
      into[count++] = byte - ZERO;
    } else if (!isSeparator(byte)) return -1;
  }
  return count;
}

/**
 * Writes the letters and digits in `bytes[start, end)` to `into` as upper-case ASCII codes, without separators.
 * @returns their number, or -1 where there is another character or there are more than `into` holds
 */
export function readAlnum(bytes: Uint8Array, start: number, end: number, into: Uint8Array): number {
  let count = 0;
  for (let i = start; i < end; i++) {
    const code = codeOf[bytes[i]!]!;
    if (code === 0) continue;
    if (code === STRANGE || count === into.length) return -1;
    into[count++] = code;
  }
  return count;
}

/** Digit value of an ASCII code, or -1. */
export function digitOf(code: number): number {
  return code >= ZERO && code <= NINE ? code - ZERO : -1;
}

/** Number written by `count` digit values of `digits` from `from`; exact up to 15 digits. */
export function numberOf(digits: Uint8Array, from: number, count: number): number {
  let value = 0;
  for (let i = from; i < from + count; i++) value = value * 10 + digits[i]!;
  return value;
}

/** Number written by `count` ASCII digit codes of `codes` from `from`, or -1 where one is no digit. */
export function numberOfCodes(codes: Uint8Array, from: number, count: number): number {
  let value = 0;
  for (let i = from; i < from + count; i++) {
    const digit = digitOf(codes[i]!);
    if (digit < 0) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Sum of `digits[from + i] · weights[i]` over all weights. */
export function weightedSum(digits: Uint8Array, weights: readonly number[], from = 0): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += digits[from + i]! * weights[i]!;
  return sum;
}

/** Whether the first `count` entries are all equal, as in 000000000: passes many checksums and is never issued. */
export function isRepeated(digits: Uint8Array, count: number): boolean {
  for (let i = 1; i < count; i++) if (digits[i] !== digits[0]) return false;
  return true;
}

/**
 * Luhn sum (ISO/IEC 7812-1) of the digits in `bytes[start, end)`: from the right, every second digit is doubled and 9
 * taken off where that gives more than 9. Other bytes are skipped. A value is valid where the sum is a multiple of 10.
 */
export function luhnSum(bytes: Uint8Array, start: number, end: number): number {
  let sum = 0;
  let double = 0;
  for (let i = end - 1; i >= start; i--) {
    const byte = bytes[i]!;
    sum += luhnValueOf[double | byte]!;
    double ^= luhnTurnOf[byte]!;
  }
  return sum;
}
