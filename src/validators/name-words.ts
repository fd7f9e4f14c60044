/**
 * Tells of a word whether it is a name: the lists of name-table.ts as one look-up, made when it is first asked. A list knows the common
 * names of some countries; a word that is in none proves nothing.
 */
import { EVERYDAY_NAMES, FAMILY_NAMES, GIVEN_NAMES, THING_WORDS } from './name-table.js';

/** Bits of what a word is. */
export const GIVEN = 1;
export const FAMILY = 2;
/** A name that is also a word, month, place or product. */
export const EVERYDAY = 4;
/** No name of a person ends in it (`Street`), or it begins sentences and titles (`Will`, `May`). */
export const THING = 8;

let known: Map<string, number> | undefined;

/** Bits of a word in any case, 0 where no list has it. Apostrophes do not count: `O'Brien` is `OBrien`. */
export function nameBits(word: string): number {
  known ??= wordMap();
  return known.get(word.toLowerCase().replace(/['’]/g, '')) ?? 0;
}

/** Given names with a capital, as the prefilter looks for them. A compound is found by its last part. */
export function givenNames(): readonly string[] {
  return GIVEN_NAMES.split(' ').filter((name) => !name.includes('-'));
}

function wordMap(): Map<string, number> {
  const words = new Map<string, number>();
  const lists = [
    [GIVEN_NAMES, GIVEN],
    [FAMILY_NAMES, FAMILY],
    [EVERYDAY_NAMES, EVERYDAY],
    [THING_WORDS, THING],
  ] as const;
  for (const [list, bit] of lists) {
    for (const word of list.split(' ')) words.set(word.toLowerCase(), (words.get(word.toLowerCase()) ?? 0) | bit);
  }
  return words;
}
