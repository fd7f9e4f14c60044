/**
 * Into which groups a written phone number is parted. People write an area code as one group, or part it into groups of its own, but
 * never put the first digits of the subscriber's number to it: this tells the plans apart that take nearly any digits.
 */
import { latin1 } from './ascii.js';
import { digitAt } from './digits.js';
import { GERMAN_AREA_CODES } from './phone-metadata.js';

/** Most groups of a written number. */
const MOST_GROUPS = 10;

/** Lengths of the digit groups of the number read last. */
const lengths = new Uint8Array(MOST_GROUPS);

/** Reads the lengths of the digit groups in `bytes[start, end)` into a list that the next call overwrites. @returns their number; those beyond ten are left out */
export function readGroups(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  let length = 0;
  for (let i = start; i <= end; i++) {
    if (i < end && digitAt(bytes, i) >= 0) {
      length++;
    } else if (length > 0) {
      if (count < MOST_GROUPS) lengths[count++] = length;
      length = 0;
    }
  }
  return count;
}

/** Length of a group that `readGroups` read. */
export function groupLength(index: number): number {
  return lengths[index]!;
}

/** An area code with its zero has at most six digits: what is parted later than that has its area code and number in one. */
const LONGEST_AREA = 6;

/** Whether the written digits are first parted within reach of an area code, and nowhere behind the first `count` of them, the zero alone left out. */
function isPartedElsewhere(groups: number, count: number): boolean {
  let first = 0;
  for (let i = 0, sum = 0; i < groups - 1; i++) {
    sum += lengths[i]!;
    if (sum === count) return false;
    if (first <= 1) first = sum;
  }
  return first > 1 && first <= LONGEST_AREA;
}

/**
 * Italy's area codes of two and three digits, their zero with them; all others have four. Source: AGCOM, piano nazionale di numerazione
 * (delibera 8/15/CIR, allegato 3).
 */
const ITALIAN_SHORT = /^0(?:[26]|[1345789][0159])/;

/**
 * Whether `bytes[start, end)`, a landline number of Italy, is parted elsewhere than behind its area code: `0419 452 421`, since 041 is one, and
 * `072 229 6418`, since 072 is none. Nothing is said of one group and of mobile numbers.
 */
export function partsItalianAreaCode(bytes: Uint8Array, start: number, end: number): boolean {
  const groups = readGroups(bytes, start, end);
  const digits = latin1(bytes, start, end).replace(/[^0-9]/g, '');
  if (!digits.startsWith('0')) return false;
  const short = ITALIAN_SHORT.exec(digits);
  return isPartedElsewhere(groups, short === null ? 4 : short[0].length);
}

let areaCodes: readonly (readonly [length: number, beginning: RegExp])[] | undefined;

/**
 * Whether `bytes[start, end)`, a number of Germany with its trunk zero, is parted elsewhere than behind its area code: `0808 101 1199`,
 * since 0808 is none and 08081 is. Nothing is said of one group, and of numbers without an area code (mobile, toll free).
 */
export function partsAreaCode(bytes: Uint8Array, start: number, end: number): boolean {
  const groups = readGroups(bytes, start, end);
  areaCodes ??= GERMAN_AREA_CODES.map(([length, beginning]) => [length, new RegExp(`^0(?:${beginning})`)] as const);
  const digits = latin1(bytes, start, end).replace(/[^0-9]/g, '');
  const area = areaCodes.find(([, beginning]) => beginning.test(digits));
  return area !== undefined && isPartedElsewhere(groups, 1 + area[0]);
}
