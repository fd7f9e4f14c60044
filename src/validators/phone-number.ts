/**
 * Phone numbers by numbering plan (ITU-T E.164 and the national plans in Google's libphonenumber metadata).
 * A number is accepted where calling code, length and leading digits belong to an assigned range. There is no check
 * digit: whether the number is in service, and whose it is, cannot be known.
 */
import type { ReservedCheck, Validator, Verdict } from '../core/verdict.js';
import { isFractionOrRegistry, isPhoneLookalike } from './phone-lookalikes.js';
import { TRUNK_ZERO_CODES } from './phone-metadata.js';
import { callingCode, callingCodeLength, isNanpElsewhere, isNationalNumber, phoneDigits, readPhoneDigits } from './phone-plan.js';
import { isFictitious, isSetAside } from './phone-reserved.js';

/** Shorter international numbers exist (Niue, Saint Helena), but a `+` before seven digits is mostly something else. */
const MIN_INTERNATIONAL_DIGITS = 8;

/** E.164: at most 15 digits with the calling code. */
const MAX_INTERNATIONAL_DIGITS = 15;

/** Shortest national number of any plan. */
const SHORTEST_NATIONAL_DIGITS = 6;

/**
 * Germany's metadata allow 15 digits after +49, because the plan is open; the regulator's rule for new numbers is 11 with the
 * area code. Without this limit the next number in the line is swallowed.
 */
const MAX_NATIONAL_DIGITS = byCode({ 49: 11 }, MAX_INTERNATIONAL_DIGITS);

/**
 * Italy's metadata allow six digits, which two groups of a date or time have as well (`02 1999`). Numbers of fewer than
 * eight are a few old ones of public services.
 */
const MIN_NATIONAL_DIGITS = byCode({ 39: 8 }, SHORTEST_NATIONAL_DIGITS);

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

const trunkZero = flagsOf(TRUNK_ZERO_CODES);

/** Calling codes that have a sheet of their own; North America has one for the United States and Canada. */
const OWN_SHEET = flagsOf([33, 34, 39, 44, 49, 55]);

/** A number for each calling code, `usual` where none is given. */
function byCode(given: Readonly<Record<number, number>>, usual: number): Uint8Array {
  return Uint8Array.from({ length: 1000 }, (_, code) => given[code] ?? usual);
}

function flagsOf(codes: Iterable<number>): Uint8Array {
  const flags = new Uint8Array(1000);
  for (const code of codes) flags[code] = 1;
  return flags;
}

/**
 * International writing of one calling code: `+`, the code, the national number, in which a trunk zero is tolerated
 * (`+44 (0)20 7946 0958`). `valid`, because one random code in ten at most is this one.
 */
export function internationalPhone(code: number): Validator {
  return (bytes, start, end) => {
    const count = readPhoneDigits(bytes, start, end);
    const from = nationalFrom(0, count);
    return from > 0 && callingCode(0, from) === code && fits(code, from, count) ? written(bytes, start, end) : 'invalid';
  };
}

/** International writing of any calling code without a sheet of its own, the rest of the North American plan included. */
export const otherInternationalPhone: Validator = (bytes, start, end) => {
  const count = readPhoneDigits(bytes, start, end);
  const from = nationalFrom(0, count);
  if (from === 0) return 'invalid';
  const code = callingCode(0, from);
  // Toll-free numbers belong to all members of the North American plan; they are left to the United States and Canada.
  const isOther =
    code === 1
      ? isNanpElsewhere(from, count) && !isNationalNumber(1, from, count)
      : OWN_SHEET[code] === 0 && fits(code, from, count);
  return isOther ? written(bytes, start, end) : 'invalid';
};

/** What the writing of a number with `+` says, its digits being in order. */
function written(bytes: Uint8Array, start: number, end: number): Verdict {
  if (isPhoneLookalike(bytes, start, end)) return 'invalid';
  return isFractionOrRegistry(bytes, start, end) ? 'unknown' : 'valid';
}

/** The same numbers with `00` in place of `+`. Never `valid`: a count or an id can look like it. */
export const otherDialledPhone: Validator = (bytes, start, end) => {
  const count = readPhoneDigits(bytes, start, end);
  const from = count > 2 && phoneDigits[0] === 0 && phoneDigits[1] === 0 ? nationalFrom(2, count) : 0;
  if (from === 0) return 'invalid';
  const code = callingCode(2, from - 2);
  return code !== 1 && OWN_SHEET[code] === 0 && fits(code, from, count) ? 'unknown' : 'invalid';
};

/** National writing, or `00` and the calling code. Never `valid`: most numbers of that length are assigned. */
export function nationalPhone(code: number, trunk: Trunk): Validator {
  return (bytes, start, end) => (nationalStart(code, trunk, readPhoneDigits(bytes, start, end)) >= 0 ? 'unknown' : 'invalid');
}

/** Whether the number lies in a range set aside for fiction, or is a placeholder, in either writing. */
export function fictitiousPhone(code: number, trunk: Trunk): ReservedCheck {
  return (bytes, start, end) => {
    const count = readPhoneDigits(bytes, start, end);
    const from = bytes[start] === 0x2b ? trunkless(code, nationalFrom(0, count), count) : nationalStart(code, trunk, count);
    return from >= 0 && isFictitious(code, from, count);
  };
}

/** `fictitiousPhone` for the calling codes without a sheet of their own. */
export const otherFictitiousPhone: ReservedCheck = (bytes, start, end) => {
  const count = readPhoneDigits(bytes, start, end);
  const at = bytes[start] === 0x2b ? 0 : 2;
  const from = nationalFrom(at, count);
  if (from === 0) return false;
  const code = callingCode(at, from - at);
  return isFictitious(code, trunkless(code, from, count), count);
};

/** Index of the first digit behind the calling code at `at`, or 0 where there is none or the length is out of bounds. */
function nationalFrom(at: number, count: number): number {
  // One digit more for a trunk zero in parentheses.
  if (count - at < MIN_INTERNATIONAL_DIGITS || count - at > MAX_INTERNATIONAL_DIGITS + 1) return 0;
  const length = callingCodeLength(at, count);
  return length === 0 ? 0 : at + length;
}

/**
 * Fictitious ranges count as numbers of the plan, though most are unassigned in it: they are reported as reserved, not
 * dropped. Those of North America lie in each assigned area code, so the plan itself knows them.
 */
function belongs(code: number, from: number, count: number): boolean {
  return isNationalNumber(code, from, count) || (code !== 1 && isSetAside(code, from, count));
}

function fits(code: number, from: number, count: number): boolean {
  return trunkless(code, from, count) >= 0;
}

/** Where the national number starts in `phoneDigits[from, count)`, behind a tolerated trunk zero; -1 where the plan refuses it. */
function trunkless(code: number, from: number, count: number): number {
  const max = MAX_NATIONAL_DIGITS[code]!;
  if (count - from <= max && belongs(code, from, count)) return from;
  if (phoneDigits[from] === 0 && trunkZero[code] === 1 && count - from - 1 <= max && isNationalNumber(code, from + 1, count))
    return from + 1;
  return -1;
}

/** Where the national number starts in a number of `count` digits written without `+`; -1 where it is none. */
function nationalStart(code: number, trunk: Trunk, count: number): number {
  if (count < MIN_NATIONAL_DIGITS[code]!) return -1;
  if (phoneDigits[0] === 0 && phoneDigits[1] === 0) {
    const from = nationalFrom(2, count);
    return from > 0 && callingCode(2, from - 2) === code ? trunkless(code, from, count) : -1;
  }
  switch (trunk) {
    case 'none':
      return plain(code, 0, count);
    case 'one':
      return plain(code, phoneDigits[0] === 1 ? 1 : 0, count);
    case 'zero':
      return phoneDigits[0] === 0 ? plain(code, 1, count) : -1;
    case 'zero-and-carrier':
      if (phoneDigits[0] !== 0) return plain(code, 0, count);
      return plain(code, 1, count) >= 0 ? 1 : plain(code, 3, count);
  }
}

/** `from` where the plan has the number without any trunk prefix, else -1. */
function plain(code: number, from: number, count: number): number {
  return count - from <= MAX_NATIONAL_DIGITS[code]! && belongs(code, from, count) ? from : -1;
}
