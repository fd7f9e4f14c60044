/** Base58Check, the checksum of Bitcoin's first addresses (Bitcoin developer reference, "Base58Check encoding"). */
import { hash } from 'node:crypto';
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
/** The first of the two digests. */
const digest = Buffer.alloc(32);
/** The number while it is read, in limbs of 24 bits, least significant first: 9 in place of 25 steps a character. */
const LIMB_BITS = 24;
const LIMB_MASK = 2 ** LIMB_BITS - 1;
const limbs = new Int32Array(Math.ceil((ADDRESS_BYTES * 8) / LIMB_BITS));
/** Bits of the highest limb that belong to the 25 bytes. */
const TOP_LIMB = 2 ** (ADDRESS_BYTES * 8 - LIMB_BITS * (limbs.length - 1));

/**
 * The value is a number in base 58 of exactly 25 bytes, a leading `1` for each leading zero byte; its last four bytes are
 * the first four of SHA-256(SHA-256(the 21 before)). Example: 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa, the address of the first
 * block. Random text passes 1 time in 2^32. Does not prove that anyone holds the key.
 */
export const bitcoinBase58Address: Validator = (bytes, start, end) => {
  if (!decode(bytes, start, end) || !VERSIONS.includes(decoded[0]!)) return 'invalid';
  // Digests as hex: node takes four times as long to make a Buffer of one.
  const once = hash('sha256', decoded.subarray(0, ADDRESS_BYTES - CHECK_BYTES), 'hex');
  digest.write(once, 'hex');
  const twice = hash('sha256', digest, 'hex');
  for (let i = 0; i < CHECK_BYTES; i++) {
    if (Number.parseInt(twice.slice(i * 2, i * 2 + 2), 16) !== decoded[ADDRESS_BYTES - CHECK_BYTES + i]) return 'invalid';
  }
  return 'valid';
};

/** Fills `decoded`; false where a character does not belong or the number does not have 25 bytes. */
function decode(bytes: Uint8Array, start: number, end: number): boolean {
  limbs.fill(0);
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    let carry = byte < 128 ? values[byte]! : -1;
    if (carry < 0) return false;
    for (let j = 0; j < limbs.length; j++) {
      carry += limbs[j]! * 58;
      limbs[j] = carry & LIMB_MASK;
      carry >>>= LIMB_BITS;
    }
    if (limbs[limbs.length - 1]! >= TOP_LIMB || carry !== 0) return false;
  }
  for (let i = 0; i < ADDRESS_BYTES; i++) {
    const bit = (ADDRESS_BYTES - 1 - i) * 8;
    decoded[i] = limbs[Math.floor(bit / LIMB_BITS)]! >>> (bit % LIMB_BITS);
  }
  let ones = start;
  while (ones < end && bytes[ones] === 0x31) ones++;
  let zeros = 0;
  while (zeros < ADDRESS_BYTES && decoded[zeros] === 0) zeros++;
  return ones - start === zeros;
}
