/** MAC addresses (IEEE 802 EUI-48): the two flag bits of the first octet and the reserved ranges. */
import type { ReservedCheck, Validator } from '../core/verdict.js';
import { hexTable } from './hex-digits.js';

const SEPARATOR = 16;
const OTHER = 17;
/** What a byte is in an address: a hex digit's value, `SEPARATOR` (colon, hyphen, dot) or `OTHER`. */
const KINDS = hexTable(OTHER);
for (const separator of [0x3a, 0x2d, 0x2e]) KINDS[separator] = SEPARATOR;

/** The first and the last three octets of the address read last: 24 bits each, so that the usual checks need no loop. */
let front = 0;
let back = 0;

/** One in each octet of 24 bits. */
const EACH_OCTET = 0x010101;
/** The lower half of each octet of 24 bits. */
const LOW_HALVES = 0x0f0f0f;

/**
 * Six octets; the group bit (lowest of the first octet) is 0, because no device has a multicast address, and the octets
 * are not all equal. `unknown`: half of all random octets pass. Example: 00:1b:63:84:45:e6.
 */
export const macAddress: Validator = (bytes, start, end) => {
  if (!readAddress(bytes, start, end) || front & 0x010000) return 'invalid';
  return front === back && front === (front & 0xff) * EACH_OCTET ? 'invalid' : 'unknown';
};

/** 00-00-5E-00-53-00 to -FF, for documentation (RFC 9542 section 2.1.2), and sample addresses: `00:11:22:33:44:55`, `12:34:56:78:90:ab`. */
export const isReservedMac: ReservedCheck = (bytes, start, end) => {
  if (!readAddress(bytes, start, end)) return false;
  if (front === 0x00005e) return back >> 8 === 0x0053;
  return hasEqualDigits(front, back) || isCountingUp(front, back);
};

/** Two equal digits in each octet, which 1 address in 16 million has. */
function hasEqualDigits(front: number, back: number): boolean {
  return (((front >> 4) ^ front) & LOW_HALVES) === 0 && (((back >> 4) ^ back) & LOW_HALVES) === 0;
}

/** What manuals write: octets that count up, or digits that do, from 0 or from 1, with or without 0 between 9 and a. */
function isCountingUp(front: number, back: number): boolean {
  const first = front >> 16;
  if (front === 0x000102 + first * EACH_OCTET && back === 0x030405 + first * EACH_OCTET) return first <= 0xff - 5;
  if (front === 0x012345) return back === 0x6789ab;
  return front === 0x123456 && (back === 0x789abc || back === 0x7890ab);
}

/** Reads twelve hex digits, with colons, hyphens and dots anywhere, into `front` and `back`; false where there is anything else. */
function readAddress(bytes: Uint8Array, start: number, end: number): boolean {
  let digits = 0;
  let first = 0;
  let last = 0;
  for (let i = start; i < end; i++) {
    const kind = KINDS[bytes[i]!]!;
    if (kind < SEPARATOR) {
      if (digits < 6) first = (first << 4) | kind;
      else last = (last << 4) | kind;
      digits++;
    } else if (kind === OTHER) return false;
  }
  front = first;
  back = last;
  return digits === 12;
}
