/** Tells the security code of a payment card from the other secret number that stands beside it in notes and forms. */
import type { Surroundings, Verdict } from '../core/verdict.js';
import { latin1 } from './ascii.js';

/** Bytes before a number in which its own name stands. */
const REACH = 12;
const PIN = /(?<![A-Za-z])pin(?:[ -]?(?:code|no\.?|number))?["'\s:=#-]{0,4}$/i;

/** `invalid` for a number that is called a PIN (`CVV 314, PIN 2718`). Any three or four digits may be a code, so never `valid`. */
export function cardSecurityCode(bytes: Uint8Array, start: number, _end: number, around?: Surroundings): Verdict {
  if (around === undefined) return 'unknown';
  return PIN.test(latin1(bytes, Math.max(around.start, start - REACH), start)) ? 'invalid' : 'unknown';
}
