/** The check digits of international bank account numbers. */
import type { Verdict } from '../core/verdict.js';
import { isSeparator } from './digits.js';
import { bbanLength, IBAN_COUNTRIES } from './iban-registry.js';

const LETTER_A = 0x41;

/** Value of each byte: digits 0-9, letters of both cases A = 10 … Z = 35. */
const SEPARATOR = 62;
const STRANGE = 63;
const values = new Uint8Array(256).fill(STRANGE);
for (let byte = 0; byte < 128; byte++) if (isSeparator(byte)) values[byte] = SEPARATOR;
for (let i = 0; i < 36; i++) for (const c of [i.toString(36), i.toString(36).toUpperCase()]) values[c.charCodeAt(0)] = i;

/** Remainder mod 97 behind one more character, by 64 · remainder + value: a digit is one decimal place, a letter two. Made at first use. */
let remainders: Uint8Array | undefined;

function remaindersBehind(): Uint8Array {
  const next = new Uint8Array(97 * 64);
  for (let i = 0; i < next.length; i++) next[i] = ((i >> 6) * (i % 64 < 10 ? 10 : 100) + (i % 64)) % 97;
  return next;
}

/** Length of an IBAN by its two letters (26 · first + second, A = 0), 0 for no country. */
const lengthOf = new Uint8Array(26 * 26);
for (const country of IBAN_COUNTRIES) {
  lengthOf[(country.code.charCodeAt(0) - LETTER_A) * 26 + country.code.charCodeAt(1) - LETTER_A] = 4 + bbanLength(country.bban);
}

/** Values of the country and the check digits, which count behind the rest. */
const head = new Uint8Array(4);

/**
 * IBAN, ISO 13616 with ISO 7064 MOD 97-10: the first four characters go to the end, A = 10 … Z = 35, and the number so
 * written is ≡ 1 (mod 97). Check digits are 98 − remainder, so 00, 01 and 99 never occur although they can satisfy the sum.
 * The length is the country's. Lower case counts as upper case. Example: DE89 3704 0044 0532 0130 00.
 * Finds every wrong character and every swap of neighbours. Does not prove that the account exists; the structure of the
 * account number (digits or letters) is the forms' work.
 */
export function ibanMod97(bytes: Uint8Array, start: number, end: number): Verdict {
  remainders ??= remaindersBehind();
  const next = remainders;
  let count = 0;
  let remainder = 0;
  for (let i = start; i < end; i++) {
    const value = values[bytes[i]!]!;
    if (value === SEPARATOR) continue;
    if (value === STRANGE) return 'invalid';
    if (count < 4) head[count] = value;
    else remainder = next[(remainder << 6) | value]!;
    count++;
  }
  // A digit in the first place lies before the table of lengths, a letter in the third makes more than 98.
  if (count < 5 || head[1]! < 10 || lengthOf[(head[0]! - 10) * 26 + head[1]! - 10] !== count) return 'invalid';
  const check = head[2]! * 10 + head[3]!;
  if (head[3]! > 9 || check < 2 || check > 98) return 'invalid';
  for (let i = 0; i < 4; i++) remainder = next[(remainder << 6) | head[i]!]!;
  return remainder === 1 ? 'valid' : 'invalid';
}
