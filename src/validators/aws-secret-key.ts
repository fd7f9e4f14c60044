/** AWS keys: the secret access key, 40 characters of base64 without a mark of its own, and the two published example pairs. */
import type { ReservedCheck, Validator } from '../core/verdict.js';
import { startsWith } from './ascii.js';
import { hasEntropyBelow, looksRandom } from './random-body.js';

/** Hex digests have at most 4 bits a character; 40 random base64 characters have 4.3 and more in all but 1 in 10^4. */
const LEAST_ENTROPY = 4.25;

/** Changes between upper case, lower case, digit and sign. Random text has 25 of 39 on average, paths and identifiers about 8. */
const LEAST_CHANGES = 14;

const EXAMPLE = Buffer.from('EXAMPLE', 'latin1');
const LETTER_X = 0x58;

/** Class of each byte: 0 digit, 1 upper case, 2 lower case, 3 sign. */
const classes = new Uint8Array(256).fill(3).fill(0, 0x30, 0x3a).fill(1, 0x41, 0x5b).fill(2, 0x61, 0x7b);

/**
 * 40 random base64 characters: entropy of 4.25 bits and more, 14 and more changes of class, no placeholder word. `unknown`:
 * any random 30 bytes in base64 look the same. Refuses hex digests, paths and identifiers.
 */
export const awsSecretKey: Validator = (bytes, start, end) => {
  let changes = 0;
  for (let i = start + 1; i < end; i++) if (classes[bytes[i]!] !== classes[bytes[i - 1]!]) changes++;
  if (changes < LEAST_CHANGES || hasEntropyBelow(bytes, start, end, LEAST_ENTROPY)) return 'invalid';
  return isAwsExample(bytes, start, end) || looksRandom(bytes, start, end, 64) ? 'unknown' : 'invalid';
};

/** Keys of AWS's documentation: they hold or end in EXAMPLE. */
export const isAwsExample: ReservedCheck = (bytes, start, end) => {
  // The only X of the word is its second letter; most values hold none.
  for (let i = start + 1; i < end; i++) if (bytes[i] === LETTER_X && startsWith(bytes, i - 1, end, EXAMPLE)) return true;
  return false;
};

/** Access key id: 16 base-32 characters behind its prefix. `unknown`: no checksum is published. Examples pass as reserved. */
export const awsAccessKeyId: Validator = (bytes, start, end) =>
  isAwsExample(bytes, start, end) || looksRandom(bytes, start + 4, end, 32) ? 'unknown' : 'invalid';
