/** Norwegian fødselsnummer and D-number: birth date, serial, two check digits. */
import type { Verdict } from '../core/verdict.js';
import { isShortDate } from './calendar.js';
import { numberOf, readDigits, weightedSum } from './digits.js';

const LENGTH = 11;
const FIRST = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const SECOND = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
/** A D-number raises the day, an auxiliary number the month; synthetic persons of the tax office have the month raised by 80. */
const RAISED_DAY = 40;
const RAISED_MONTHS = [0, 40, 80];
const digits = new Uint8Array(LENGTH);

/**
 * Rule (Skatteetaten): Σ digit·(3,7,6,1,8,9,4,5,2,1) and Σ digit·(5,4,3,2,7,6,5,4,3,2,1) are multiples of 11. The date is DDMMYY.
 * Finds every single wrong digit. Example: 15108695088. Does not prove that the number was issued.
 * (Numbers given out from 2032 will drop the first rule.)
 */
export function norwayFodselsnummer(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readDigits(bytes, start, end, digits) !== LENGTH) return 'invalid';
  const raised = numberOf(digits, 0, 2);
  const day = raised > RAISED_DAY ? raised - RAISED_DAY : raised;
  if (!hasMonth(day)) return 'invalid';
  return weightedSum(digits, FIRST) % 11 === 0 && weightedSum(digits, SECOND) % 11 === 0 ? 'valid' : 'invalid';
}

function hasMonth(day: number): boolean {
  const month = numberOf(digits, 2, 2);
  const year = numberOf(digits, 4, 2);
  for (let i = 0; i < RAISED_MONTHS.length; i++) if (isShortDate(year, month - RAISED_MONTHS[i]!, day)) return true;
  return false;
}
