/**
 * The last letters of words, as a bit each: what tells most words before a colon from those that name a field, without reading them.
 * The reader's scan (`structure/assembly/labels.ts`) computes the same slots.
 */

/** Bits for all slots. */
export const LABEL_ENDS_BYTES = 8192;
/** Last bytes of a word that count, back to what is no letter: two characters of scripts without spaces between words. */
const END_LETTERS = 6;
const FACTOR = 61;

/** Letters in one case; 0 is none. Those above 0x7F are letters mostly. */
const FOLD = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 0x80) return byte;
  const small = byte | 0x20;
  return small >= 0x61 && small <= 0x7a ? small : 0;
});

function slotOf(bytes: Uint8Array, end: number): number {
  let slot = 0;
  for (let at = end - 1; at >= Math.max(0, end - END_LETTERS); at--) {
    const letter = FOLD[bytes[at]!]!;
    if (letter === 0) break;
    slot = slot * FACTOR + letter;
  }
  return slot % (LABEL_ENDS_BYTES * 8);
}

/** Marks the end of a word, as people may write it. Numbers at its end (`apellido1`) are none of a name's. */
export function addLabelEnd(ends: Uint8Array, word: string): void {
  for (const written of [word, word.toUpperCase(), word.slice(0, 1).toUpperCase() + word.slice(1)]) {
    for (const form of [written, written.normalize('NFD'), written.replaceAll("'", '\u2019')]) {
      const bytes = Buffer.from(form);
      const slot = slotOf(bytes, bytes.length);
      if (FOLD[bytes.at(-1)!] !== 0) ends[slot >> 3]! |= 1 << (slot & 7);
    }
  }
}

/** Whether a marked word may end before `end`. */
export function mayEndLabel(ends: Uint8Array, bytes: Uint8Array, end: number): boolean {
  const slot = slotOf(bytes, end);
  return (ends[slot >> 3]! & (1 << (slot & 7))) !== 0;
}
