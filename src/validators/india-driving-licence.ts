/** Indian driving licence number: state, transport office, year of issue, serial; no check digit. */
import type { Verdict } from '../core/verdict.js';
import { numberOfCodes, readAlnum } from './digits.js';

const LENGTH = 15;
const SERIAL_LENGTH = 7;
/** Codes of states and union territories, those that were renamed in both spellings; two codes never make a third across the space. */
const STATES =
  'AN AP AR AS BR CG CH DD DL DN GA GJ HP HR JH JK KA KL LA LD MH ML MN MP MZ NL OD OR PB PY RJ SK TG TN TR TS UA UK UP WB';
const FIRST_YEAR = 1950;
const LAST_YEAR = 2035;
const codes = new Uint8Array(LENGTH);

/**
 * Rule (national register Sarathi, SS-RRYYYYNNNNNNN; state codes notified under section 41(6) of the Motor Vehicles Act): a state
 * code, two digits of the office, not 00, four of the year, seven of the serial, not all zero. Random text of the shape passes once
 * in 2,000 times. Example: KA03 20150048217. Proves no single digit of the serial, nor that the number was issued.
 */
export function indiaDrivingLicence(bytes: Uint8Array, start: number, end: number): Verdict {
  if (readAlnum(bytes, start, end, codes) !== LENGTH) return 'invalid';
  if (!STATES.includes(String.fromCharCode(codes[0]!, codes[1]!))) return 'invalid';
  const year = numberOfCodes(codes, 4, 4);
  if (year < FIRST_YEAR || year > LAST_YEAR) return 'invalid';
  return numberOfCodes(codes, 2, 2) > 0 && numberOfCodes(codes, LENGTH - SERIAL_LENGTH, SERIAL_LENGTH) > 0 ? 'valid' : 'invalid';
}
