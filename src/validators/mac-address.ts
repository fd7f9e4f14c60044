/** MAC addresses (IEEE 802 EUI-48): the two flag bits of the first octet and the reserved ranges. */
import type { ReservedCheck, Validator } from '../core/verdict.js';

/** The six octets of the address read last. */
const octets = new Uint8Array(6);

/**
 * Six octets; the group bit (lowest of the first octet) is 0, because no device has a multicast address, and the octets
 * are not all equal. `unknown`: half of all random octets pass. Example: 00:1b:63:84:45:e6.
 */
export const macAddress: Validator = (bytes, start, end) => {
  if (!readOctets(bytes, start, end) || octets[0]! & 1) return 'invalid';
  for (let i = 1; i < octets.length; i++) if (octets[i] !== octets[0]) return 'unknown';
  return 'invalid';
};

/** What manuals write: digits or octets that count up, or two equal digits in each octet, which 1 address in 16 million has. */
const COUNTING: readonly (readonly number[])[] = [
  [0x01, 0x23, 0x45, 0x67, 0x89, 0xab],
  [0x12, 0x34, 0x56, 0x78, 0x9a, 0xbc],
  [0x12, 0x34, 0x56, 0x78, 0x90, 0xab],
];

/** 00-00-5E-00-53-00 to -FF, for documentation (RFC 9542 section 2.1.2), and sample addresses: `00:11:22:33:44:55`, `12:34:56:78:90:ab`. */
export const isReservedMac: ReservedCheck = (bytes, start, end) => {
  if (!readOctets(bytes, start, end)) return false;
  if (octets[0] === 0 && octets[1] === 0 && octets[2] === 0x5e && octets[3] === 0 && octets[4] === 0x53) return true;
  return areTwins() || areCounting() || COUNTING.some(isWritten);
};

/** Whether both digits of each octet are equal. */
function areTwins(): boolean {
  for (let i = 0; i < octets.length; i++) if (octets[i]! >> 4 !== (octets[i]! & 15)) return false;
  return true;
}

function areCounting(): boolean {
  for (let i = 1; i < octets.length; i++) if (octets[i] !== octets[i - 1]! + 1) return false;
  return true;
}

function isWritten(sample: readonly number[]): boolean {
  for (let i = 0; i < octets.length; i++) if (octets[i] !== sample[i]) return false;
  return true;
}

function readOctets(bytes: Uint8Array, start: number, end: number): boolean {
  let digits = 0;
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    const letter = byte | 0x20;
    const value = byte >= 0x30 && byte <= 0x39 ? byte - 0x30 : letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
    if (value < 0) {
      if (byte !== 0x3a && byte !== 0x2d && byte !== 0x2e) return false;
      continue;
    }
    if (digits === 12) return false;
    const at = digits++ >> 1;
    octets[at] = digits % 2 === 1 ? value << 4 : octets[at]! | value;
  }
  return digits === 12;
}
