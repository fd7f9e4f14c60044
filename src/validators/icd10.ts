/** Diagnosis codes of ICD-10 and its national modifications: the shape of the category and of what follows the point. */
import type { Surroundings, Verdict } from '../core/verdict.js';
import { latin1 } from './ascii.js';
import { digitOf, readAlnum } from './digits.js';

const LETTER_A = 0x41;
const LETTER_B = 0x42;
const LETTER_X = 0x58;
const POINT = 0x2e;
const CATEGORY = 3;
const codes = new Uint8Array(7);

/**
 * Rule (WHO, ICD-10; US ICD-10-CM): a letter, a digit, a digit or A or B; behind a point up to four characters, of which the second and
 * third are digits, or X as a placeholder. Example: S72.001A. Never `valid`: the list of codes differs between countries and years.
 */
export function icd10(bytes: Uint8Array, start: number, end: number): Verdict {
  const count = readAlnum(bytes, start, end, codes);
  const points = count > CATEGORY ? 1 : 0;
  if (count < CATEGORY || end - start !== count + points || (points > 0 && bytes[start + CATEGORY] !== POINT)) return 'invalid';
  const third = codes[2]!;
  if (digitOf(codes[0]!) >= 0 || digitOf(codes[1]!) < 0) return 'invalid';
  if (digitOf(third) < 0 && third !== LETTER_A && third !== LETTER_B) return 'invalid';
  for (let i = CATEGORY + 1; i < count && i < CATEGORY + 3; i++) {
    if (digitOf(codes[i]!) < 0 && codes[i] !== LETTER_X) return 'invalid';
  }
  return 'unknown';
}

/** Bytes before a category in which the word is looked for that makes it one. */
const WORD_REACH = 64;
/** A heading of a note, and words that announce a code or a diagnosis. */
const HEADING = /assessment|impression|diagnostics?\b/i;
const ANNOUNCED = /icd|cie|cim|cid|dx|diag(?!nostics?:)|rozpoznanie/i;

/**
 * A category alone, without a point, as `icd10`; `invalid` behind no more than the heading of a note, where vitamins, vertebrae and
 * tubes have its shape (B12, T12, C20).
 */
export function icd10Category(bytes: Uint8Array, start: number, end: number, around: Surroundings = { start, end }): Verdict {
  const before = latin1(bytes, Math.max(around.start, start - WORD_REACH), start);
  if (HEADING.test(before) && !ANNOUNCED.test(before)) return 'invalid';
  return icd10(bytes, start, end);
}
