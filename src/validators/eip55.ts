/** Ethereum addresses: the checksum that EIP-55 puts into the case of the letters. */
import { createRequire } from 'node:module';
import type { Validator } from '../core/verdict.js';

type Keccak = typeof import('@noble/hashes/sha3.js').keccak_256;
/** Loaded when the first address with letters of both cases is met: few runs ever meet one. */
let keccak: Keccak | undefined;

const HEX_DIGITS = 40;
/** Random 20 bytes have 14 different hex digits of 16; precompiled and burn addresses have few. */
const LEAST_DIFFERENT = 6;

/** The address in lower-case ASCII, as it is hashed. */
const lower = new Uint8Array(HEX_DIGITS);

/**
 * `0x` and 40 hex digits. Where letters of both cases occur, letter i must be upper case exactly where hex digit i of
 * Keccak-256(address in lower case, as text) is 8 or more: `valid` or `invalid`. In one case alone there is no checksum:
 * `unknown`. Example: 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed (EIP-55). Refuses addresses of few different digits, as 0x000…dEaD.
 */
export const ethereumAddress: Validator = (bytes, start, end) => {
  if (end - start !== HEX_DIGITS + 2) return 'invalid';
  let hasUpper = false;
  let hasLower = false;
  let seen = 0;
  for (let i = 0; i < HEX_DIGITS; i++) {
    const byte = bytes[start + 2 + i]!;
    const isUpper = byte >= 0x41 && byte <= 0x46;
    const isLower = byte >= 0x61 && byte <= 0x66;
    if (!isUpper && !isLower && (byte < 0x30 || byte > 0x39)) return 'invalid';
    hasUpper ||= isUpper;
    hasLower ||= isLower;
    lower[i] = isUpper ? byte + 0x20 : byte;
    // Digits end in 16 to 25, letters of both cases in 1 to 6.
    seen |= 1 << (byte & 31);
  }
  if (bitCount(seen) < LEAST_DIFFERENT) return 'invalid';
  if (!hasUpper || !hasLower) return 'unknown';
  keccak ??= (createRequire(import.meta.url)('@noble/hashes/sha3.js') as { keccak_256: Keccak }).keccak_256;
  const hash = keccak(lower);
  for (let i = 0; i < HEX_DIGITS; i++) {
    const byte = bytes[start + 2 + i]!;
    if (byte < 0x41) continue;
    const nibble = i % 2 === 0 ? hash[i >> 1]! >> 4 : hash[i >> 1]! & 15;
    if (nibble >= 8 !== byte < 0x61) return 'invalid';
  }
  return 'valid';
};

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
