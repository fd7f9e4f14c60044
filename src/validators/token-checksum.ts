/**
 * Tokens that carry a CRC-32 of themselves: in six base-62 digits GitHub's since 2021 and npm's, in seven base-36 digits the
 * routable ones of GitLab. Sources: GitHub blog, "Behind GitHub's new authentication token formats" (2021) and "Announcing npm's new access token format";
 * GitLab handbook, design document "Routable tokens".
 */
import type { Validator } from '../core/verdict.js';
import { looksRandom } from './random-body.js';

const CHECK_DIGITS = 6;

let crcTable: Uint32Array | undefined;

function newCrcTable(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
}

/** CRC-32 (ISO-HDLC, as in gzip) of `bytes[start, end)`. */
export function crc32(bytes: Uint8Array, start: number, end: number): number {
  crcTable ??= newCrcTable();
  let crc = 0xffffffff;
  for (let i = start; i < end; i++) crc = crcTable[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/**
 * After `prefix` bytes: random part, then CRC-32 of the random part as a six-digit number in base 62 (0-9, A-Z, a-z).
 * `ghp_` + `zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ` has the check digits `0mLq17`. Proves that the token was made by the
 * vendor's rule; not that it is still in force.
 */
export function crc32Base62(prefix: number): Validator {
  return (bytes, start, end) => {
    const check = end - CHECK_DIGITS;
    if (check <= start + prefix) return 'invalid';
    let stated = 0;
    for (let i = check; i < end; i++) {
      const value = base62Value(bytes[i]!);
      if (value < 0) return 'invalid';
      stated = stated * 62 + value;
    }
    return stated === crc32(bytes, start + prefix, check) ? 'valid' : 'invalid';
  };
}

/** Digits of GitLab's checksum, padded with zeros. */
const BASE36_DIGITS = 7;

/**
 * The last seven characters are the CRC-32 of all before them, prefix included, as a number in base 36 (0-9, a-z):
 * `glpat-`, base64 of payload and random bytes, `.`, length of the base64 in base 36, checksum. What it proves: see `crc32Base62`.
 */
export const crc32Base36: Validator = (bytes, start, end) => {
  const check = end - BASE36_DIGITS;
  if (check <= start) return 'invalid';
  let stated = 0;
  for (let i = check; i < end; i++) {
    const byte = bytes[i]!;
    const isDigit = byte >= 0x30 && byte <= 0x39;
    if (!isDigit && !(byte >= 0x61 && byte <= 0x7a)) return 'invalid';
    stated = stated * 36 + (isDigit ? byte - 0x30 : byte - 0x61 + 10);
  }
  return stated === crc32(bytes, start, check) ? 'valid' : 'invalid';
};

/** As `crc32Base62`, for kinds whose rule is not published: a checksum that fits is proof, one that does not is none. */
export function maybeCrc32Base62(prefix: number): Validator {
  const strict = crc32Base62(prefix);
  return (bytes, start, end) => {
    if (strict(bytes, start, end) === 'valid') return 'valid';
    return looksRandom(bytes, Math.min(start + prefix, end), end, 62) ? 'unknown' : 'invalid';
  };
}

function base62Value(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  if (byte >= 0x41 && byte <= 0x5a) return byte - 0x41 + 10;
  return byte >= 0x61 && byte <= 0x7a ? byte - 0x61 + 36 : -1;
}
