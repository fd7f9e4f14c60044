/** What is written like an international phone number and is none: signed decimal fractions, positions of ISO 6709, and summands of program text. */
import { byteSet } from '../core/boundary.js';
import { digitAt } from './digits.js';

const HYPHEN = 0x2d;
const DOT = 0x2e;

/** What ends an operand, letters and digits left out: those no boundary allows before a number. */
const OPERAND_ENDS = byteSet(')]_$');
const QUOTES = byteSet('"\'`');
const WORDS = byteSet('0-9A-Za-z');

/** A calling code has at most three digits, so a dot behind more of them ends no calling code (`+1.8005551212` is a number). */
const LONGEST_CALLING_CODE = 3;

/**
 * Whether `bytes[start, end)`, which begins with `+`, is a decimal fraction (`+35236450.6`) or a latitude and a longitude in
 * degrees and minutes, perhaps seconds (`+4953-09709`, `+492717-0023210`). Only where one sign alone parts two groups of digits.
 */
export function isPhoneLookalike(bytes: Uint8Array, start: number, end: number): boolean {
  let sign = -1;
  for (let i = start + 1; i < end; i++) {
    if (digitAt(bytes, i) >= 0) continue;
    if (sign >= 0 || (bytes[i] !== HYPHEN && bytes[i] !== DOT)) return false;
    sign = i;
  }
  const before = sign - start - 1;
  if (bytes[sign] === DOT) return before > LONGEST_CALLING_CODE;
  const behind = end - sign - 1;
  if (behind !== before + 1 || (before !== 4 && before !== 6)) return false;
  return isAngle(bytes, start + 1, 2, before, 90) && isAngle(bytes, sign + 1, 3, behind, 180);
}

/**
 * Whether `bytes[start, end)` is one to three digits, a dot and digits behind a `+`: a number as domain registries write it
 * (RFC 5733: `+1.8003569377`), or a decimal fraction (`+36.87462906`, a declination of a star).
 */
export function isFractionOrRegistry(bytes: Uint8Array, start: number, end: number): boolean {
  let dot = start + 1;
  while (dot < end && digitAt(bytes, dot) >= 0) dot++;
  if (dot < start + 2 || dot > start + 1 + LONGEST_CALLING_CODE || dot >= end || bytes[dot] !== DOT) return false;
  for (let i = dot + 1; i < end; i++) if (digitAt(bytes, i) < 0) return false;
  return true;
}

/**
 * Whether the solid number `bytes[start, end)` with its `+` is added to what stands before it, as in minified code: `a[1]+468242149`,
 * `f(x)+468242149`, `"a"+468242149`. What opens a string stands behind no letter or digit, or the string ends where the number does.
 */
export function isSummand(bytes: Uint8Array, start: number, end: number): boolean {
  const before = bytes[start - 1]!;
  if (OPERAND_ENDS[before]) return true;
  return QUOTES[before] === 1 && WORDS[bytes[start - 2]!] === 1 && bytes[end] !== before;
}

/** Whether `length` digits at `from` are degrees of `degrees` digits up to `most`, then minutes and perhaps seconds below 60. */
function isAngle(bytes: Uint8Array, from: number, degrees: number, length: number, most: number): boolean {
  let value = 0;
  for (let i = from; i < from + degrees; i++) value = value * 10 + digitAt(bytes, i);
  if (value > most) return false;
  for (let i = from + degrees; i < from + length; i += 2) if (digitAt(bytes, i) > 5) return false;
  return true;
}
