/** Swedish personnummer and samordningsnummer: birth date, serial, Luhn check digit. */
import type { Verdict } from '../core/verdict.js';
import { isBirthDate, isShortDate } from './calendar.js';
import { numberOf, readDigits } from './digits.js';

const SHORT = 10;
const LONG = 12;
const COORDINATION_DAYS = 60;
const PLUS = 0x2b;
const digits = new Uint8Array(LONG);

/**
 * Rule (Skatteverket, SKV 704): the last ten digits pass Luhn, weights 2,1,2,1,2,1,2,1,2 and digit sums. The day is raised by 60 in
 * coordination numbers. A plus in place of the hyphen means older than 100 years. Finds every single wrong digit.
 * Example: 811228-9874. Does not prove that the number was issued.
 */
export function swedenPersonnummer(bytes: Uint8Array, start: number, end: number): Verdict {
  let cut = start;
  while (cut < end && bytes[cut] !== PLUS) cut++;
  const front = readDigits(bytes, start, cut, digits);
  const count = readTail(bytes, cut + 1, end, front);
  if (count !== SHORT && count !== LONG) return 'invalid';
  const from = count - SHORT;
  const month = numberOf(digits, from + 2, 2);
  const raised = numberOf(digits, from + 4, 2);
  const day = raised > COORDINATION_DAYS ? raised - COORDINATION_DAYS : raised;
  const exists =
    count === LONG ? isBirthDate(numberOf(digits, 0, 4), month, day) : isShortDate(numberOf(digits, 0, 2), month, day);
  return exists && luhn(from) % 10 === 0 ? 'valid' : 'invalid';
}

/** The same for a date of birth alone: among days raised by 60 stand dates that other countries write with the day first. */
export function swedenBirthNumber(bytes: Uint8Array, start: number, end: number): Verdict {
  const verdict = swedenPersonnummer(bytes, start, end);
  if (verdict !== 'valid') return verdict;
  const from = end - start > SHORT + 1 ? LONG - SHORT : 0;
  return numberOf(digits, from + 4, 2) > COORDINATION_DAYS ? 'invalid' : 'valid';
}

/** Reads the digits behind a plus to place `at`. @returns the number of all digits, or -1 */
function readTail(bytes: Uint8Array, start: number, end: number, at: number): number {
  const count = readDigits(bytes, start, end, digits.subarray(at));
  return count < 0 ? -1 : at + count;
}

function luhn(from: number): number {
  let sum = 0;
  for (let i = 0; i < SHORT; i++) {
    const product = digits[from + i]! * (i % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return sum;
}
