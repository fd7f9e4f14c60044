/** Reads by position that give what is asked for: one call of a source may give less. */
import type { ByteSource } from './source.js';

/** Fills `target` from byte `position` of a positional source; returns the bytes that there are. @throws what the source throws */
export function fillFrom(source: Pick<ByteSource, 'readAt'>, target: Uint8Array, position: number): number {
  let filled = 0;
  for (let got = -1; got !== 0 && filled < target.length; filled += got) {
    got = source.readAt!(target.subarray(filled), position + filled);
  }
  return filled;
}
