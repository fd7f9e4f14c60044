/** What a block of text has to see on each side of what it owns, so that cuts don't matter. */
import type { Program } from './compile.js';
import { EDGE_RUN } from './letters.js';

export interface Halo {
  /** Bytes. */
  readonly left: number;
  readonly right: number;
}

/** Bytes of the token that a keyword may be part of; the character beside it, whose script decides whether a word ends there, has four. */
const TOKEN_BYTES = 1 + EDGE_RUN;
/** On the left, the last letter may be that of a line break (`\n`). */
const BACKSLASH_BYTES = 1;
/** Bytes of a character that folds to one of ASCII, at most. */
const FOLDING_BYTES = 3;

/**
 * What lies outside a block and may decide on its hits, to the byte, in text as it is matched. Left: a rival that ends in the
 * hit's first byte, its context and boundary. Right: a rival that starts in the hit's last byte, its end, its context and boundary.
 */
export function plainHalo({ longest, reach, longestWord }: Program): Halo {
  const context = 4 * reach + longestWord + TOKEN_BYTES;
  return { left: longest - 1 + context + BACKSLASH_BYTES, right: 2 * longest - 2 + context };
}

/** The same in text as it is written, where each byte of matches and keywords may be a character that folds. */
export function writtenHalo({ longest, reach, longestWritten }: Program): Halo {
  const context = 4 * reach + longestWritten + FOLDING_BYTES * TOKEN_BYTES;
  const value = FOLDING_BYTES * longest;
  const left = value - FOLDING_BYTES + context + FOLDING_BYTES * BACKSLASH_BYTES;
  return { left, right: 2 * value - FOLDING_BYTES - 1 + context };
}
