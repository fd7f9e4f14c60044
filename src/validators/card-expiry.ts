/** Expiry dates of cards with a month's name, told from full dates: a card expires in a month, a cookie on a day. */
import type { Verdict } from '../core/verdict.js';
import { digitAt } from './digits.js';

const SPACE = 0x20;
const DOT = 0x2e;

/**
 * `invalid` where a day stands before the month (`31 Dec 2026`, `1. März 2027`), else `unknown`: every month of a year in reach
 * is an expiry. Example: Mar 2029. Proves nothing of what it lets pass.
 */
export function cardExpiry(bytes: Uint8Array, start: number, _end: number): Verdict {
  if (bytes[start - 1] !== SPACE) return 'unknown';
  return digitAt(bytes, start - 2) >= 0 || (bytes[start - 2] === DOT && digitAt(bytes, start - 3) >= 0) ? 'invalid' : 'unknown';
}
