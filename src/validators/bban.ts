/** National checks of domestic bank account numbers (the BBAN inside an IBAN): France, Spain, Italy, Germany, Poland, UK. */
import type { Verdict } from '../core/verdict.js';
import { digitOf, isRepeated, numberOfCodes, readAlnum } from './digits.js';

const codes = new Uint8Array(26);

/**
 * French RIB (Comité français d'organisation et de normalisation bancaires): bank b (5 digits), branch g (5), account c (11
 * letters or digits), key (2); key = 97 − ((89·b + 15·g + 3·c) mod 97). Letters count A-I = 1-9, J-R = 1-9, S-Z = 2-9.
 * Example: 20041 01005 0500013M026 06. Random values pass 1 time in 97. Monaco uses the same.
 */
export function frenchRib(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readAlnum(bytes, start, end, codes) !== 23) return 'invalid';
  const bank = numberOfCodes(codes, 0, 5);
  const branch = numberOfCodes(codes, 5, 5);
  const key = numberOfCodes(codes, 21, 2);
  if (bank < 0 || branch < 0) return 'invalid';
  let account = 0;
  for (let i = 10; i < 21; i++) account = (account * 10 + ribDigit(codes[i]!)) % 97;
  return key === 97 - ((89 * bank + 15 * branch + 3 * account) % 97) ? 'valid' : 'invalid';
}

/** A-I = 1-9, J-R = 1-9, S-Z = 2-9: the letter's place in its row, the last row starting at 2. */
function ribDigit(code: number): number {
  const digit = digitOf(code);
  if (digit >= 0) return digit;
  const place = code - 0x41;
  return place < 18 ? (place % 9) + 1 : place - 16;
}

/** 2^i mod 11: weights of both Spanish control digits. */
const CCC_WEIGHTS = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6];

/**
 * Spanish CCC (Consejo Superior Bancario): bank (4), branch (4), two control digits, account (10). Each control digit =
 * 11 − (Σ d·2^i mod 11), 11 becomes 0 and 10 becomes 1: the first over 00, bank and branch, the second over the account.
 * Example: 2100 0418 45 0200051332. Random values pass about 1 time in 100.
 */
export function spanishCcc(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readAlnum(bytes, start, end, codes) !== 20 || numberOfCodes(codes, 0, 20) < 0 || isRepeated(codes, 20)) return 'invalid';
  const first = cccDigit(0, 8, 2);
  const second = cccDigit(10, 10, 0);
  return first === digitOf(codes[8]!) && second === digitOf(codes[9]!) ? 'valid' : 'invalid';
}

function cccDigit(from: number, count: number, firstWeight: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += digitOf(codes[from + i]!) * CCC_WEIGHTS[firstWeight + i]!;
  const digit = 11 - (sum % 11);
  return digit === 11 ? 0 : digit === 10 ? 1 : digit;
}

/** Values of A-Z at odd places, and of 0-9 as of A-J: the table of the codice fiscale too. At even places a digit counts as itself, A = 0. */
const ODD_VALUES = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/**
 * Italian BBAN (Associazione Bancaria Italiana): control letter CIN, ABI (5), CAB (5), account (12 letters or digits).
 * CIN = A + (Σ values of the 22 characters mod 26), values at odd places from the table above. San Marino uses the same.
 * Example: X 05428 11101 000000123456. Random values pass 1 time in 26.
 */
export function italianCin(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readAlnum(bytes, start, end, codes) !== 23) return 'invalid';
  let sum = 0;
  for (let i = 1; i < 23; i++) {
    const digit = digitOf(codes[i]!);
    if (i <= 10 && digit < 0) return 'invalid';
    const value = digit >= 0 ? digit : codes[i]! - 0x41;
    sum += i % 2 === 0 ? value : ODD_VALUES[value]!;
  }
  return codes[0] === 0x41 + (sum % 26) ? 'valid' : 'invalid';
}

/**
 * German account: Bankleitzahl (8 digits, the first 1-8, Deutsche Bundesbank) and account number (10, not all zeros).
 * Its check method depends on the bank (more than a hundred of them), so the verdict is never `valid`.
 * Example: 37040044 0532013000.
 */
export function germanAccount(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readAlnum(bytes, start, end, codes) !== 18 || numberOfCodes(codes, 0, 18) < 0) return 'invalid';
  const district = digitOf(codes[0]!);
  return district >= 1 && district <= 8 && numberOfCodes(codes, 8, 10) > 0 ? 'unknown' : 'invalid';
}

/** `PL00` behind the account, as ISO 13616 has it for the check digits: P = 25, L = 21. */
const POLAND = 252100;

/**
 * Polish account number (NRB), the IBAN without its letters: two check digits, bank and branch (8), account (16). What stands behind the check
 * digits, then `PL` as 2521 and the check digits is ≡ 1 (mod 97); check digits are 02 to 98. Example: 61 1090 1014 0000 0712 1981 2874.
 * Random values pass 1 time in 100.
 */
export function polishNrb(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readAlnum(bytes, start, end, codes) !== 26 || numberOfCodes(codes, 0, 26) < 0) return 'invalid';
  const check = numberOfCodes(codes, 0, 2);
  if (check < 2 || check > 98) return 'invalid';
  let remainder = 0;
  for (let i = 2; i < 26; i++) remainder = (remainder * 10 + digitOf(codes[i]!)) % 97;
  return (remainder * 1_000_000 + POLAND + check) % 97 === 1 ? 'valid' : 'invalid';
}

/**
 * UK sort code (6 digits) and account number (8), with or without the four letters of the bank in front. The modulus checks
 * of Vocalink depend on the sort code, so the verdict is never `valid`; all zeros and equal digits are refused.
 * Example: 60-16-13 31926819.
 */
export function ukAccount(bytes: Uint8Array, start: number, end: number): Verdict {
  const count = readAlnum(bytes, start, end, codes);
  if (count !== 14 && count !== 18) return 'invalid';
  const from = count - 14;
  if (numberOfCodes(codes, from, 6) <= 0 || numberOfCodes(codes, from + 6, 8) <= 0) return 'invalid';
  return isRepeated(codes.subarray(from), 14) ? 'invalid' : 'unknown';
}

/** A UK account number alone (8 digits), where a sort code before it says what it is. Never `valid`; equal digits are refused. Example: 31926819. */
export function ukAccountAlone(bytes: Uint8Array, start: number, end: number): Verdict {
  return readAlnum(bytes, start, end, codes) !== 8 || numberOfCodes(codes, 0, 8) <= 0 || isRepeated(codes, 8)
    ? 'invalid'
    : 'unknown';
}
