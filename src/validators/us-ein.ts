/** Employer identification numbers of nine solid digits: only their name right before them tells them from other numbers. */
import type { Validator } from '../core/verdict.js';
import { latin1 } from './ascii.js';

/** Bytes to the left of a number that are looked at for its name. */
const NAME_REACH = 48;
/** What may stand between the name and the number: `no.`, `is`, a sign. */
const LINK = String.raw`(?:[ _-]?number)?(?: \(F?EIN\))?(?:[ _](?:no\.?|number|num|#))?(?: is)?[:#="'\s|,]{0,4}$`;
/** In capitals alone: `ein` is a common German word. */
const SHORT = new RegExp(`(?:^|[^A-Za-z0-9])EIN${LINK}`);
const IN_FULL = new RegExp(
  `(?:^|[^A-Za-z0-9])(?:fein|federal[ _-]?ein|employer[ _-]?id(?:entification)?|federal[ _-]?tax[ _-]?id(?:entification)?)${LINK}`,
  'i',
);
/** First two digits that IRS campuses have assigned, as a pattern. */
export const EIN_PREFIX = '(?:0[1-6]|1[0-6]|2[0-7]|3[0-9]|4[0-8]|5[0-9]|6[0-8]|7[1-7]|8[0-8]|9[0-58-9])';
const ASSIGNED = new RegExp(`^${EIN_PREFIX}`);

/**
 * `unknown` where the number has an assigned prefix and stands directly behind `EIN`, `employer identification number` or the like, perhaps
 * with `no.`, `is` or a sign between them, or where nothing is known of what stands there; else `invalid`. Says nothing
 * more of the number: an EIN has no check digit.
 */
export const einBehindName: Validator = (bytes, start, end, around) => {
  if (!ASSIGNED.test(latin1(bytes, start, end))) return 'invalid';
  if (around === undefined) return 'unknown';
  const from = Math.max(around.start, start - NAME_REACH);
  const before = latin1(bytes, from, start);
  return SHORT.test(before) || IN_FULL.test(before) ? 'unknown' : 'invalid';
};
