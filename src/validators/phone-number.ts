/**
 * Phone numbers by numbering plan (ITU-T E.164 and the national plans in Google's libphonenumber metadata).
 * A number is accepted where calling code, length and leading digits belong to an assigned range. There is no check
 * digit: whether the number is in service, and whose it is, cannot be known.
 */
import type { ReservedCheck, Validator, Verdict } from '../core/verdict.js';
import { digitAt } from './digits.js';
import { countsInPairs, inText } from './in-text.js';
import { notADate } from './not-a-date.js';
import { partsAreaCode, partsItalianAreaCode } from './phone-groups.js';
import { isFractionOrRegistry, isPhoneLookalike, isSummand } from './phone-lookalikes.js';
import { TRUNK_ZERO_CODES } from './phone-metadata.js';
import { callingCodeAt, isNanpElsewhere, isNationalNumber, phoneDigits, readPhoneDigits } from './phone-plan.js';
import { isFictitious, isSetAside } from './phone-reserved.js';

const SPACE = 0x20;
const OPENING = 0x28;
const CLOSING = 0x29;
const PLUS = 0x2b;
const HYPHEN = 0x2d;
const DOT = 0x2e;
const SLASH = 0x2f;
const COLON = 0x3a;
const LETTER_E = 0x65;
const LETTER_T = 0x74;
const LETTER_X = 0x78;

/** Shorter international numbers exist (Niue, Saint Helena), but a `+` before seven digits is mostly something else. */
const MIN_INTERNATIONAL_DIGITS = 8;

/** E.164: at most 15 digits with the calling code. */
const MAX_INTERNATIONAL_DIGITS = 15;

/**
 * Germany's metadata allow 15 digits after +49, because the plan is open; the regulator's rule for new numbers is 11 with the
 * area code. Without this limit the next number in the line is swallowed.
 */
const maxNationalDigits = new Uint8Array(1000).fill(MAX_INTERNATIONAL_DIGITS);
const GERMANY = 49;
maxNationalDigits[GERMANY] = 11;

/**
 * Italy's metadata allow six digits, which two groups of a date or time have as well (`02 1999`). Numbers of fewer than
 * eight are a few old ones of public services.
 */
const ITALY = 39;
const MIN_ITALIAN_DIGITS = 8;

/** Shortest national number of any other plan. */
const MIN_NATIONAL_DIGITS = 6;

/** What stands before the national number when it is dialled inside the country. */
export type Trunk =
  /** `0` must be written (France, Germany, United Kingdom). */
  | 'zero'
  /** `0` may be written, also with a two-digit carrier code behind it (Brazil). */
  | 'zero-and-carrier'
  /** `1` may be written (North America). */
  | 'one'
  /** Nothing; a leading zero belongs to the number (Italy, Spain). */
  | 'none';

/** By calling code: 1 where a trunk zero is tolerated behind it. */
const hasTrunkZero = new Uint8Array(1000);
for (const code of TRUNK_ZERO_CODES) hasTrunkZero[code] = 1;

/** By calling code: 1 where it has a sheet of its own; North America has one for the United States and Canada. */
const hasOwnSheet = new Uint8Array(1000);
for (const code of [33, 34, ITALY, 44, 49, 55]) hasOwnSheet[code] = 1;

/** The digits as the module's own constant, which the compiler knows at each use. */
const digits = phoneDigits;

/**
 * International writing of one calling code: `+`, the code, the national number, in which a trunk zero is tolerated
 * (`+44 (0)20 7946 0958`). `valid`, because one random code in ten at most is this one.
 */
export function internationalPhone(code: number): Validator {
  return (bytes, start, end) => {
    const count = readPhoneDigits(bytes, start, end);
    const found = codeWithin(0, count);
    if (found >> 2 !== code || trunkless(code, found & 3, count) < 0) return 'invalid';
    return written(bytes, start, end, count);
  };
}

/** International writing of any calling code without a sheet of its own, the rest of the North American plan included. */
export const otherInternationalPhone: Validator = (bytes, start, end) => {
  const count = readPhoneDigits(bytes, start, end);
  const found = codeWithin(0, count);
  if (found === 0) return 'invalid';
  const code = found >> 2;
  const from = found & 3;
  // Toll-free numbers belong to all members of the North American plan; they are left to the United States and Canada.
  const isOther =
    code === 1
      ? isNanpElsewhere(from, count) && !isNationalNumber(1, from, count)
      : hasOwnSheet[code] === 0 && trunkless(code, from, count) >= 0;
  return isOther ? written(bytes, start, end, count) : 'invalid';
};

/** What the writing of a number of `count` digits with `+` says, its digits being in order. */
function written(bytes: Uint8Array, start: number, end: number, count: number): Verdict {
  // What only looks like a number has one sign alone behind the `+`.
  const signs = end - start - count - (digitAt(bytes, start) < 0 ? 1 : 0);
  if (signs === 0 && isSummand(bytes, start, end)) return 'unknown';
  if (signs !== 1) return 'valid';
  if (isPhoneLookalike(bytes, start, end)) return 'invalid';
  return isFractionOrRegistry(bytes, start, end) ? 'unknown' : 'valid';
}

/** The same numbers with `00` in place of `+`. Never `valid`: a count or an id can look like it. */
export const otherDialledPhone: Validator = (bytes, start, end) => {
  const count = readPhoneDigits(bytes, start, end);
  if (digits[0] !== 0 || digits[1] !== 0) return 'invalid';
  const found = codeWithin(2, count);
  const code = found >> 2;
  if (code === 1 || hasOwnSheet[code] === 1) return 'invalid';
  return trunkless(code, 2 + (found & 3), count) >= 0 ? 'unknown' : 'invalid';
};

/** National writing, or `00` and the calling code. Never `valid`: most numbers of that length are assigned. */
export function nationalPhone(code: number, trunk: Trunk): Validator {
  return (bytes, start, end, around) => {
    const limit = around?.start ?? 0;
    if (isFractionOfSecond(bytes, start, limit) || isBehindSlash(bytes, start, limit)) return 'invalid';
    const from = nationalStart(code, trunk, readPhoneDigits(bytes, start, end));
    if (from < 0 || isWrittenDate(bytes, start, end)) return 'invalid';
    if (code === GERMANY && from === 1 && partsAreaCode(bytes, start, end)) return 'invalid';
    return code === ITALY && partsItalianAreaCode(bytes, start, end) ? 'invalid' : 'unknown';
  };
}

/** National writing in a text where no word says that it is a phone, of numbers that hardly anything else is written as. */
export function unlabelledPhone(code: number, trunk: Trunk): Validator {
  const national = nationalPhone(code, trunk);
  return inText((bytes, start, end, around) =>
    countsInPairs(bytes, start, end) ? 'invalid' : national(bytes, start, end, around),
  );
}

/** Two digits, a sign, two, a sign and four, or four first, that are a date (`03-10-2007`). */
const WRITTEN_DATE = 10;

function isWrittenDate(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start === WRITTEN_DATE && notADate(bytes, start, end) === 'invalid';
}

/** What a digit and a slash stand before is the rest of a date (`11/06/2025 11:02`). */
function isBehindSlash(bytes: Uint8Array, start: number, limit: number): boolean {
  return start > limit + 1 && bytes[start - 1] === SLASH && digitAt(bytes, start - 2) >= 0;
}

/** Two digits and a point behind a colon, as times of machines end (`09:50:08.514088`). */
function isFractionOfSecond(bytes: Uint8Array, start: number, limit: number): boolean {
  return start > limit && bytes[start - 1] === COLON && digitAt(bytes, start + 1) >= 0 && bytes[start + 2] === DOT;
}

/** Whether the number lies in a range set aside for fiction, or is a placeholder, in either writing. */
export function fictitiousPhone(code: number, trunk: Trunk): ReservedCheck {
  return (bytes, start, end) => {
    const count = readPhoneDigits(bytes, start, end);
    const from = bytes[start] === PLUS ? trunkless(code, codeWithin(0, count) & 3, count) : nationalStart(code, trunk, count);
    return from >= 0 && isFictitious(code, from, count);
  };
}

/** `fictitiousPhone` for the calling codes without a sheet of their own. */
export const otherFictitiousPhone: ReservedCheck = (bytes, start, end) => {
  const count = readPhoneDigits(bytes, start, end);
  const at = bytes[start] === PLUS ? 0 : 2;
  const found = codeWithin(at, count);
  const code = found >> 2;
  const from = trunkless(code, at + (found & 3), count);
  return from >= 0 && isFictitious(code, from, count);
};

/** Plans whose sheets know their fictitious numbers, with what stands before those. */
const FICTION: readonly (readonly [code: number, trunk: Trunk])[] = [
  [1, 'one'],
  [33, 'zero'],
  [44, 'zero'],
  [49, 'zero'],
  [34, 'none'],
];

/** Whether one of those sheets calls the number fictitious: that of its calling code, or any if it has none. */
export function isFiction(bytes: Uint8Array, start: number, end: number): boolean {
  const count = readPhoneDigits(bytes, start, end);
  const found = bytes[start] === PLUS ? codeWithin(0, count) : 0;
  for (let i = 0; i < FICTION.length; i++) {
    const [code, trunk] = FICTION[i]!;
    if (bytes[start] === PLUS && found >> 2 !== code) continue;
    const from = bytes[start] === PLUS ? trunkless(code, found & 3, count) : nationalStart(code, trunk, count);
    if (from >= 0 && isFictitious(code, from, count)) return true;
  }
  return false;
}

const MIN_NAMED_DIGITS = 7;
/** Solid digits are a count or an id as well. */
const MIN_SOLID_DIGITS = 8;
const MAX_EXTENSION_DIGITS = 6;

/** From its first digit to its last, in bytes. */
const [SHORTEST_WRITING, LONGEST_WRITING] = [7, 26];

/**
 * A number in a field that is called a phone number, of whatever country: 7 to 15 digits, 8 if nothing parts them, an extension left out
 * (`502 572 052`, `(351) 931 303 601`). Never `valid`: the field's name is all that tells it. Refused: dates, decimal fractions, one digit
 * repeated, what regulators set aside, which the sheet of its country reports, and other writings.
 */
export const namedPhone: Validator = (bytes, start, end) => {
  const last = extensionStart(bytes, start, end);
  const plus = bytes[start] === OPENING ? start + 1 : start;
  const from = bytes[plus] === PLUS ? plus + 1 : start;
  const first = bytes[from] === OPENING ? from + 1 : from;
  if (last - first < SHORTEST_WRITING || last - first > LONGEST_WRITING) return 'invalid';
  if (digitAt(bytes, first) < 0 || digitAt(bytes, last - 1) < 0 || !isExtension(bytes, last, end)) return 'invalid';
  let [count, signs, dots, differ] = [0, 0, 0, false];
  for (let i = from; i < last; i++) {
    const digit = digitAt(bytes, i);
    if (digit < 0) {
      if (!isPhoneSign(bytes[i]!)) return 'invalid';
      signs++;
      if (bytes[i] === DOT) dots++;
      continue;
    }
    if (count > 0 && digit !== digits[0]) differ = true;
    if (count === MAX_INTERNATIONAL_DIGITS) return 'invalid';
    digits[count++] = digit;
  }
  if (count < (signs === 0 ? MIN_SOLID_DIGITS : MIN_NAMED_DIGITS) || !differ) return 'invalid';
  if (from > start && callingCodeAt(0, count) === 0) return 'invalid';
  if ((signs === 1 && dots === 1) || notADate(bytes, start, last) === 'invalid') return 'invalid';
  return isFiction(bytes, start, last) ? 'invalid' : 'unknown';
};

/** Space, parentheses, hyphen, dot, slash. */
function isPhoneSign(byte: number): boolean {
  return byte === SPACE || byte === OPENING || byte === CLOSING || (byte >= HYPHEN && byte <= SLASH);
}

/** Whether `[start, end)` is nothing, or an extension: `x`, `X`, `ext` or `Ext`, perhaps a space on either side and a dot, up to six digits. */
function isExtension(bytes: Uint8Array, start: number, end: number): boolean {
  if (start === end) return true;
  let at = bytes[start] === SPACE ? start + 1 : start;
  const isWord = (bytes[at]! | 0x20) === LETTER_E;
  if (isWord && (bytes[at + 1] !== LETTER_X || bytes[at + 2] !== LETTER_T)) return false;
  at += isWord ? 3 : 1;
  if (bytes[at] === DOT) at++;
  if (bytes[at] === SPACE) at++;
  if (at >= end || end - at > MAX_EXTENSION_DIGITS) return false;
  while (at < end && digitAt(bytes, at) >= 0) at++;
  return at === end;
}

/** `check` on what stands before an extension (`x1234`, ` ext. 12`). */
export function beforeExtension(check: Validator): Validator {
  return (bytes, start, end, around) => check(bytes, start, extensionStart(bytes, start, end), around);
}

/** Where the extension begins, with the space before it; `end` where there is none. */
function extensionStart(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    if ((bytes[at]! | 0x20) !== LETTER_E && (bytes[at]! | 0x20) !== LETTER_X) continue;
    return bytes[at - 1] === SPACE ? at - 1 : at;
  }
  return end;
}

/** The calling code at `at` as `callingCodeAt` gives it, or 0, which has no plan, where there is none or the length is out of bounds. */
export function codeWithin(at: number, count: number): number {
  // One digit more for a trunk zero in parentheses.
  if (count - at < MIN_INTERNATIONAL_DIGITS || count - at > MAX_INTERNATIONAL_DIGITS + 1) return 0;
  return callingCodeAt(at, count);
}

/**
 * Whether `digits[from, count)` is a number of the plan, not longer than we take. Fictitious ranges count, though most are unassigned
 * in the plan: they are reported as reserved, not dropped. Those of North America lie in each assigned area code, so the plan knows them.
 */
function belongs(code: number, from: number, count: number): boolean {
  if (count - from > maxNationalDigits[code]!) return false;
  return isNationalNumber(code, from, count) || (code !== 1 && isSetAside(code, from, count));
}

/** Where the national number starts in `digits[from, count)`, behind a tolerated trunk zero; -1 where the plan refuses it. */
export function trunkless(code: number, from: number, count: number): number {
  if (belongs(code, from, count)) return from;
  if (digits[from] !== 0 || hasTrunkZero[code] === 0 || count - from - 1 > maxNationalDigits[code]!) return -1;
  return isNationalNumber(code, from + 1, count) ? from + 1 : -1;
}

/** Where the national number starts in a number of `count` digits written without `+`; -1 where it is none. */
export function nationalStart(code: number, trunk: Trunk, count: number): number {
  if (count < (code === ITALY ? MIN_ITALIAN_DIGITS : MIN_NATIONAL_DIGITS)) return -1;
  const hasZero = digits[0] === 0;
  if (hasZero && digits[1] === 0) {
    const found = codeWithin(2, count);
    return found >> 2 === code ? trunkless(code, 2 + (found & 3), count) : -1;
  }
  if (trunk === 'zero' && !hasZero) return -1;
  let from = 0;
  if (trunk === 'one') from = digits[0] === 1 ? 1 : 0;
  else if (trunk !== 'none' && hasZero) from = 1;
  if (belongs(code, from, count)) return from;
  return trunk === 'zero-and-carrier' && hasZero && belongs(code, 3, count) ? 3 : -1;
}
