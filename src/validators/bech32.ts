/** Bech32 and Bech32m (BIP-173, BIP-350): the checksum of SegWit addresses and of age keys. */
import type { Validator } from '../core/verdict.js';

const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const SEPARATOR = 0x31;
const GENERATOR: readonly number[] = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** What the polynomial gives for a right checksum. */
const BECH32 = 1;
const BECH32M = 0x2bc830a3;

/** What the five bits that leave the remainder on top add to it. */
const carries = Int32Array.from({ length: 32 }, (_, top) =>
  GENERATOR.reduce((sum, part, i) => ((top >> i) & 1 ? sum ^ part : sum), 0),
);

/** Value of each byte in the alphabet, both cases, or -1. */
const values = new Int8Array(256).fill(-1);
for (let i = 0; i < ALPHABET.length; i++) {
  values[ALPHABET.charCodeAt(i)] = i;
  values[ALPHABET.toUpperCase().charCodeAt(i)] = i;
}

const UPPER = 1;
const LOWER = 2;
const caseOf = new Uint8Array(256).fill(UPPER, 0x41, 0x5b).fill(LOWER, 0x61, 0x7b);

/**
 * Remainder of the BCH code over the expanded prefix and the data of `bytes[start, end)`; 1 is right for Bech32, 0x2bc830a3
 * for Bech32m. -1 where a character does not belong, both cases are mixed, or the separator `1` is missing.
 */
export function bech32Remainder(bytes: Uint8Array, start: number, end: number): number {
  let separator = end - 1;
  while (separator > start && bytes[separator] !== SEPARATOR) separator--;
  if (separator === start || end - separator < 7) return -1;
  let cases = 0;
  for (let i = start; i < end; i++) cases |= caseOf[bytes[i]!]!;
  if (cases === (UPPER | LOWER)) return -1;
  let remainder = 1;
  for (let i = start; i < separator; i++) remainder = step(remainder, lowered(bytes[i]!) >> 5);
  remainder = step(remainder, 0);
  for (let i = start; i < separator; i++) remainder = step(remainder, lowered(bytes[i]!) & 31);
  for (let i = separator + 1; i < end; i++) {
    const value = values[bytes[i]!]!;
    if (value < 0) return -1;
    remainder = step(remainder, value);
  }
  return remainder;
}

/**
 * SegWit address of Bitcoin's main network: `bc1`, version, program. Version 0 (`q`) has 20 or 32 bytes and Bech32, version 1
 * (`p`) 32 bytes and Bech32m; others are not in use. Example: bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4 (BIP-173).
 */
export const segwitAddress: Validator = (bytes, start, end) => {
  const version = values[bytes[start + 3]! & 0x7f];
  const length = end - start;
  if (version === 0)
    return (length === 42 || length === 62) && bech32Remainder(bytes, start, end) === BECH32 ? 'valid' : 'invalid';
  return version === 1 && length === 62 && bech32Remainder(bytes, start, end) === BECH32M ? 'valid' : 'invalid';
};

/** Secret key of the age encryption tool: Bech32 with the prefix `AGE-SECRET-KEY-`, all in upper case. */
export const ageSecretKey: Validator = (bytes, start, end) =>
  bech32Remainder(bytes, start, end) === BECH32 ? 'valid' : 'invalid';

function lowered(byte: number): number {
  return caseOf[byte] === UPPER ? byte | 0x20 : byte;
}

function step(remainder: number, value: number): number {
  return ((remainder & 0x1ffffff) << 5) ^ value ^ carries[remainder >>> 25]!;
}
