/** Base58Check, the checksum of Bitcoin's first addresses (Bitcoin developer reference, "Base58Check encoding"). */
import { createHash } from 'node:crypto';
import type { Validator } from '../core/verdict.js';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const CHECK_BYTES = 4;
/** Version byte, 20 bytes of hash, checksum. */
const ADDRESS_BYTES = 25;

/** Versions of the main network: pay to public key hash (`1…`) and to script hash (`3…`). */
const VERSIONS: readonly number[] = [0x00, 0x05];

const values = new Int8Array(128).fill(-1);
for (let i = 0; i < ALPHABET.length; i++) values[ALPHABET.charCodeAt(i)] = i;

/** The bytes decoded last, most significant first. */
const decoded = new Uint8Array(ADDRESS_BYTES);

/**
 * The value is a number in base 58 of exactly 25 bytes, a leading `1` for each leading zero byte; its last four bytes are
 * the first four of SHA-256(SHA-256(the 21 before)). Example: 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa, the address of the first
 * block. Random text passes 1 time in 2^32. Does not prove that anyone holds the key.
 */
export const bitcoinBase58Address: Validator = (bytes, start, end) => {
  if (!decode(bytes, start, end) || !VERSIONS.includes(decoded[0]!)) return 'invalid';
  const body = decoded.subarray(0, ADDRESS_BYTES - CHECK_BYTES);
  const digest = sha256(sha256(body));
  for (let i = 0; i < CHECK_BYTES; i++) if (digest[i] !== decoded[ADDRESS_BYTES - CHECK_BYTES + i]) return 'invalid';
  return 'valid';
};

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** Fills `decoded`; false where a character does not belong or the number does not have 25 bytes. */
function decode(bytes: Uint8Array, start: number, end: number): boolean {
  decoded.fill(0);
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    let carry = byte < 128 ? values[byte]! : -1;
    if (carry < 0) return false;
    for (let j = ADDRESS_BYTES - 1; j >= 0; j--) {
      carry += decoded[j]! * 58;
      decoded[j] = carry & 0xff;
      carry >>= 8;
    }
    if (carry !== 0) return false;
  }
  let ones = start;
  while (ones < end && bytes[ones] === 0x31) ones++;
  let zeros = 0;
  while (zeros < ADDRESS_BYTES && decoded[zeros] === 0) zeros++;
  return ones - start === zeros;
}
