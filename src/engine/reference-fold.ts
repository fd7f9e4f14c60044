/** Folding for the reference twin: the text folded as its definition says, and the raw offset of every byte, one by one. */
import { foldText } from '../core/fold.js';

export interface FoldedBytes {
  readonly bytes: Uint8Array;
  /** Raw offset of each byte that begins a character, and one past the last. */
  readonly rawOffsets: readonly number[];
}

/** @param bytes valid UTF-8 */
export function foldBytes(bytes: Uint8Array): FoldedBytes {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  const folded = Array.from(foldText(text));
  const rawOffsets: number[] = [];
  let raw = 0;
  let at = 0;
  for (const [index, character] of Array.from(text).entries()) {
    rawOffsets[at] = raw;
    raw += Buffer.byteLength(character);
    at += Buffer.byteLength(folded[index]!);
  }
  rawOffsets[at] = raw;
  return { bytes: new TextEncoder().encode(folded.join('')), rawOffsets };
}
