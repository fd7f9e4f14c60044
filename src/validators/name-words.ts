/**
 * Tells of a word whether it is a name: the lists of name-table.ts as one table of hashes, made when it is first asked. A list knows the
 * common names of some countries; a word that is in none proves nothing.
 */
import { utf8 } from './ascii.js';
import { everydayNamesText, familyNamesText, givenNamesText, thingWordsText } from './name-table.js';

/** Bits of what a word is. */
export const GIVEN = 1;
export const FAMILY = 2;
/** A name that is also a word, month, place or product. */
export const EVERYDAY = 4;
/** No name of a person ends in it (`Street`), or it begins sentences and titles (`Will`, `May`). */
export const THING = 8;

const HYPHEN = 0x2d;
const APOSTROPHE = 0x27;
/** Slots, a power of two, half as many again as the words: most look-ups end at the first or second. */
const SLOTS = 65_536;

/** Hash and bits of each slot; bits are 0 where it is empty. */
interface WordTable {
  readonly hashes: Int32Array;
  readonly bits: Uint8Array;
}

let known: WordTable | undefined;

/** Given names with a capital, then in capitals, as the prefilter looks for them. A compound is found by its last part. */
export function givenNames(): readonly string[] {
  const names = givenNamesText()
    .split(' ')
    .filter((name) => !name.includes('-'));
  return [...names, ...names.map((name) => name.toUpperCase())];
}

/**
 * Bits of the word `bytes[start, end)` in any case, 0 where no list has it. Apostrophes do not count: `O'Brien` is `OBrien`. Of a
 * compound, the last part counts where the lists have not the whole. (A word is told by a hash of 32 bits: one word in a million that is
 * in no list is taken for one.)
 */
export function nameBits(bytes: Uint8Array, start: number, end: number): number {
  let hash = FNV_START;
  let last = start;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte >= 0x80) return compoundBits(Buffer.from(folded(utf8(bytes, start, end))));
    if (byte === HYPHEN) last = at + 1;
    if (byte !== APOSTROPHE) hash = Math.imul(hash ^ lowered(byte), FNV_PRIME);
  }
  const whole = bitsOf(hash);
  return whole !== 0 || last === start ? whole : nameBits(bytes, last, end);
}

/** As `nameBits`, of a word that is text. */
export function bitsOfWord(word: string): number {
  const bytes = Buffer.from(word);
  return nameBits(bytes, 0, bytes.length);
}

function compoundBits(word: Uint8Array): number {
  const whole = bitsOf(hashOf(word, 0));
  return whole !== 0 ? whole : bitsOf(hashOf(word, word.lastIndexOf(HYPHEN) + 1));
}

/** Composed, in lower case, without apostrophes. */
function folded(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['\u2019]/g, '');
}

const FNV_START = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;

function lowered(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte;
}

/** FNV-1a. */
function hashOf(word: Uint8Array, from: number): number {
  let hash = FNV_START;
  for (let at = from; at < word.length; at++) hash = Math.imul(hash ^ (word[at] as number), FNV_PRIME);
  return hash;
}

/** Nearly all that the lists hold. */
const LETTERS = /^[A-Za-z]+$/;

/** The hash of such a word, in lower case: thousands are put into the table before the first is looked up. */
function hashOfLetters(word: string): number {
  let hash = FNV_START;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ lowered(word.charCodeAt(at)), FNV_PRIME);
  return hash;
}

function bitsOf(hash: number): number {
  known ??= wordTable();
  return known.bits[slotOf(known, hash)]!;
}

/** The slot of the hash, or the empty one where it belongs. */
function slotOf({ hashes, bits }: WordTable, hash: number): number {
  let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  while (bits[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & (SLOTS - 1);
  return slot;
}

function wordTable(): WordTable {
  const table = { hashes: new Int32Array(SLOTS), bits: new Uint8Array(SLOTS) };
  const lists = [
    [givenNamesText(), GIVEN],
    [familyNamesText(), FAMILY],
    [everydayNamesText(), EVERYDAY],
    [thingWordsText(), THING],
  ] as const;
  for (const [list, bit] of lists) {
    for (const word of list.split(' ')) {
      const hash = LETTERS.test(word) ? hashOfLetters(word) : hashOf(Buffer.from(folded(word)), 0);
      const slot = slotOf(table, hash);
      table.hashes[slot] = hash;
      table.bits[slot]! |= bit;
    }
  }
  return table;
}
