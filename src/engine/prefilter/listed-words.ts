/** The words that begin a name, as bits for the prefilter, which looks up each word in capitals before another. Twin of assembly/listed.ts. */

import { givenNames } from '../../validators/name-words.js';
import { PERSON_TITLES } from '../../validators/person-name.js';
import type { Program } from '../compile.js';

const BITS = 524_288;
/** Bytes of the longest word that is looked up. */
const LONGEST_WORD = 20;

/** One bit of 524,288 for each given name and title; none where no form starts with one. */
export function personWords({ forms }: Pick<Program, 'forms'>): Uint8Array {
  const bits = new Uint8Array(BITS / 8);
  if (!forms.all().some(({ mark }) => mark.kind === 'listed' && mark.list === 'person')) return bits;
  for (const word of [...givenNames(), ...PERSON_TITLES]) {
    const bytes = Buffer.from(word, 'utf8');
    if (bytes.length > LONGEST_WORD) throw new RangeError(`a listed word is too long for the prefilter: ${word}`);
    const bit = hashOf(bytes);
    bits[bit >> 3]! |= 1 << (bit & 7);
  }
  return bits;
}

/** 2^32 divided by the golden ratio (Knuth, The Art of Computer Programming, 6.4). */
const HASH_FACTOR = 0x9e3779b1;

/** Four bytes at a time, the last ones filled up with zeros; the highest 19 bits. */
function hashOf(bytes: Uint8Array): number {
  let hash = 0;
  for (let at = 0; at < bytes.length; at += 4) {
    const four = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    hash = Math.imul(hash ^ four, HASH_FACTOR);
  }
  return hash >>> 13;
}
