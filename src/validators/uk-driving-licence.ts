/** The date of birth inside driver numbers of Great Britain; the algorithm of their check letters is not public. */
import type { Verdict } from '../core/verdict.js';
import { numberOfCodes, readAlnum } from './digits.js';
import { publishedValues } from './published-values.js';

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const codes = new Uint8Array(18);

/**
 * DVLA driver number: five characters of the surname padded with 9, decade of birth, month (plus 50 for women), day, year
 * digit, two initials (9 where missing), one character against doubles, two check letters; the photocard adds an issue
 * number of two digits. Checks that month and day exist in some year. Example: BRAMW 602145 KL9TX, 14 February of a year …65.
 * A date is a weak check, so the verdict is never `valid`.
 */
export function ukDriverNumber(bytes: Uint8Array, start: number, end: number): Verdict {
  const count = readAlnum(bytes, start, end, codes);
  if (count !== 16 && count !== 18) return 'invalid';
  const month = numberOfCodes(codes, 6, 2) % 50;
  const day = numberOfCodes(codes, 8, 2);
  return day >= 1 && day <= (DAYS[month - 1] ?? 0) ? 'unknown' : 'invalid';
}

/** The driver number on the specimen licences that DVLA publishes. */
export const isSpecimenDriverNumber = publishedValues(['MORGA657054SM9IJ', 'MORGA657054SM9IJ35']);
