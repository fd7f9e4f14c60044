/** Base58Check, the checksum of Bitcoin's first addresses (Bitcoin developer reference, "Base58Check encoding"). */
import { crypto } from '../core/builtin.js';
import type { Validator } from '../core/verdict.js';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const CHECK_BYTES = 4;
const ONE = 0x31;
/** Version byte, 20 bytes of hash, checksum. */
const ADDRESS_BYTES = 25;

/** Versions of the main network: pay to public key hash (`1…`) and to script hash (`3…`). */
const VERSIONS: readonly number[] = [0x00, 0x05];

/** Value of each byte in the alphabet, 58 for all others. */
const values = new Uint8Array(256).fill(58);
for (let i = 0; i < ALPHABET.length; i++) values[ALPHABET.charCodeAt(i)] = i;

/** Characters taken at once: 58^4 is below 2^24, so a limb times it, and a carry, is exact in a double. */
const STEP = 4;
const POWERS = [1, 58, 58 ** 2, 58 ** 3, 58 ** 4];
/** Limbs of 24 bits, least significant first: 8 and the highest byte hold the 25 bytes. */
const LIMB = 2 ** 24;
const LIMBS = 9;
const limbs = new Float64Array(LIMBS);

/** The bytes decoded last, most significant first, without the checksum. */
const body = new Uint8Array(ADDRESS_BYTES - CHECK_BYTES);
const digest = new Uint8Array(32);

/**
 * The value is a number in base 58 of exactly 25 bytes, a leading `1` for each leading zero byte; its last four bytes are
 * the first four of SHA-256(SHA-256(the 21 before)). Example: 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa, the address of the first
 * block. Random text passes 1 time in 2^32. Does not prove that anyone holds the key.
 */
export const bitcoinBase58Address: Validator = (bytes, start, end) => {
  if (!decode(bytes, start, end) || !VERSIONS.includes(limbs[LIMBS - 1]!)) return 'invalid';
  for (let i = 0; i < body.length; i++) body[i] = byteAt(i);
  // As text: the platform makes a string in half the time of a buffer.
  const inner = crypto().hash('sha256', body, 'binary');
  for (let i = 0; i < digest.length; i++) digest[i] = inner.charCodeAt(i);
  const outer = crypto().hash('sha256', digest, 'binary');
  for (let i = 0; i < CHECK_BYTES; i++) if (outer.charCodeAt(i) !== byteAt(body.length + i)) return 'invalid';
  return 'valid';
};

/** Byte `index` of the number in `limbs`, 0 the most significant of 25. */
function byteAt(index: number): number {
  const place = ADDRESS_BYTES - 1 - index;
  return (limbs[(place / 3) | 0]! >> (8 * (place % 3))) & 0xff;
}

/** Fills `limbs`; false where a character does not belong or the number has fewer than 25 bytes. The highest limb, its version, shows more. */
function decode(bytes: Uint8Array, start: number, end: number): boolean {
  limbs.fill(0);
  let used = 0;
  for (let i = start; i < end; ) {
    const count = Math.min(STEP, end - i);
    let carry = 0;
    for (const stop = i + count; i < stop; i++) {
      const value = values[bytes[i]!]!;
      if (value === 58) return false;
      carry = carry * 58 + value;
    }
    for (let j = 0; j < used || carry !== 0; j++) {
      if (j === LIMBS) return false;
      if (j === used) used++;
      const sum = limbs[j]! * POWERS[count]! + carry;
      carry = Math.floor(sum / LIMB);
      limbs[j] = sum - carry * LIMB;
    }
  }
  let ones = start;
  while (ones < end && bytes[ones] === ONE) ones++;
  let zeros = 0;
  while (zeros < ADDRESS_BYTES && byteAt(zeros) === 0) zeros++;
  return ones - start === zeros;
}
