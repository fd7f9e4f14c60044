/** The check digits of international bank account numbers. */
import type { Verdict } from '../core/verdict.js';
import { digitOf, readAlnum } from './digits.js';
import { bbanLength, IBAN_COUNTRIES } from './iban-registry.js';

const LONGEST = 34;
const LETTER_A = 0x41;
const codes = new Uint8Array(LONGEST);

/** Length of an IBAN by its two letters (26 · first + second, A = 0), 0 for no country. */
const lengthOf = new Uint8Array(26 * 26);
for (const country of IBAN_COUNTRIES) {
  lengthOf[(country.code.charCodeAt(0) - LETTER_A) * 26 + country.code.charCodeAt(1) - LETTER_A] = 4 + bbanLength(country.bban);
}

/**
 * IBAN, ISO 13616 with ISO 7064 MOD 97-10: the first four characters go to the end, A = 10 … Z = 35, and the number so
 * written is ≡ 1 (mod 97). Check digits are 98 − remainder, so 00, 01 and 99 never occur although they can satisfy the sum.
 * The length is the country's. Lower case counts as upper case. Example: DE89 3704 0044 0532 0130 00.
 * Finds every wrong character and every swap of neighbours. Does not prove that the account exists; the structure of the
 * account number (digits or letters) is the forms' work.
 */
export function ibanMod97(bytes: Uint8Array, start: number, end: number): Verdict {
  const count = readAlnum(bytes, start, end, codes);
  if (count < 5) return 'invalid';
  const first = codes[0]! - LETTER_A;
  const second = codes[1]! - LETTER_A;
  if (first < 0 || second < 0 || lengthOf[first * 26 + second] !== count) return 'invalid';
  const check = digitOf(codes[2]!) * 10 + digitOf(codes[3]!);
  if (digitOf(codes[2]!) < 0 || digitOf(codes[3]!) < 0 || check < 2 || check > 98) return 'invalid';
  let remainder = 0;
  for (let i = 4; i < count; i++) remainder = append(remainder, codes[i]!);
  for (let i = 0; i < 4; i++) remainder = append(remainder, codes[i]!);
  return remainder === 1 ? 'valid' : 'invalid';
}

/** Remainder mod 97 after one more character: a digit is one decimal place, a letter two. */
function append(remainder: number, code: number): number {
  const digit = digitOf(code);
  return digit >= 0 ? (remainder * 10 + digit) % 97 : (remainder * 100 + code - LETTER_A + 10) % 97;
}
