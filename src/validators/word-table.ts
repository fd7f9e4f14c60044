/** A fixed set of short texts that is asked with bytes: a hash, then a comparison, and no string is built. */
import { isSeparator } from './digits.js';

/** Reads a byte as it counts: letters of ASCII as capitals. */
function folded(byte: number): number {
  return byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte;
}

/** FNV-1a. */
const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

export class WordTable {
  private readonly words: readonly Uint8Array[];
  private readonly hashes: Int32Array;
  /** Open addressing; the index of a word plus 1, 0 for an empty slot. At most a quarter full. */
  private readonly slots: Uint16Array;
  private readonly withSeparators: boolean;

  /**
   * @param words texts without separators; case does not count
   * @param withSeparators whether a value must be equal byte by byte; else space, hyphen, dot and slash in it are skipped
   */
  constructor(words: readonly string[], withSeparators: boolean) {
    this.withSeparators = withSeparators;
    this.words = words.map((word) => Uint8Array.from(Buffer.from(word.toUpperCase(), 'latin1')));
    this.slots = new Uint16Array(2 ** Math.ceil(Math.log2(words.length * 4 + 4)));
    this.hashes = Int32Array.from(this.words, (word) => word.reduce((hash, byte) => Math.imul(hash ^ byte, PRIME), SEED));
    this.hashes.forEach((hash, i) => {
      let slot = hash & (this.slots.length - 1);
      while (this.slots[slot] !== 0) slot = (slot + 1) & (this.slots.length - 1);
      this.slots[slot] = i + 1;
    });
  }

  has(bytes: Uint8Array, start: number, end: number): boolean {
    let hash = SEED;
    for (let i = start; i < end; i++) {
      const byte = bytes[i]!;
      if (this.withSeparators || !isSeparator(byte)) hash = Math.imul(hash ^ folded(byte), PRIME);
    }
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; this.slots[slot] !== 0; slot = (slot + 1) & mask) {
      const index = this.slots[slot]! - 1;
      if (this.hashes[index] === (hash | 0) && this.isWord(this.words[index]!, bytes, start, end)) return true;
    }
    return false;
  }

  private isWord(word: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
    let count = 0;
    for (let i = start; i < end; i++) {
      const byte = bytes[i]!;
      if (!this.withSeparators && isSeparator(byte)) continue;
      if (word[count++] !== folded(byte)) return false;
    }
    return count === word.length;
  }
}
