/** AWS keys: the secret access key, 40 characters of base64 without a mark of its own, and the two published example pairs. */
import type { ReservedCheck, Validator } from '../core/verdict.js';
import { includesText } from './ascii.js';
import { entropy, looksRandom } from './random-body.js';

/** Hex digests have at most 4 bits a character; 40 random base64 characters have 4.3 and more in all but 1 in 10^4. */
const LEAST_ENTROPY = 4.25;

/** Changes between upper case, lower case, digit and sign. Random text has 25 of 39 on average, paths and identifiers about 8. */
const LEAST_CHANGES = 14;

/**
 * 40 random base64 characters: entropy of 4.25 bits and more, 14 and more changes of class, no placeholder word. `unknown`:
 * any random 30 bytes in base64 look the same. Refuses hex digests, paths and identifiers.
 */
export const awsSecretKey: Validator = (bytes, start, end) => {
  let changes = 0;
  for (let i = start + 1; i < end; i++) if (classOf(bytes[i]!) !== classOf(bytes[i - 1]!)) changes++;
  if (changes < LEAST_CHANGES || entropy(bytes, start, end) < LEAST_ENTROPY) return 'invalid';
  return isAwsExample(bytes, start, end) || looksRandom(bytes, start, end, 64) ? 'unknown' : 'invalid';
};

/** Keys of AWS's documentation: they hold or end in EXAMPLE. */
export const isAwsExample: ReservedCheck = (bytes, start, end) => includesText(bytes, start, end, 'EXAMPLE');

/** Access key id: 16 base-32 characters behind its prefix. `unknown`: no checksum is published. Examples pass as reserved. */
export const awsAccessKeyId: Validator = (bytes, start, end) =>
  isAwsExample(bytes, start, end) || looksRandom(bytes, start + 4, end, 32) ? 'unknown' : 'invalid';

function classOf(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return 0;
  if (byte >= 0x41 && byte <= 0x5a) return 1;
  return byte >= 0x61 && byte <= 0x7a ? 2 : 3;
}
