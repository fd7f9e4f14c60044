/** Reading damaged data a second time, with finer steps, where decoders give nothing of the piece in which they find damage. */
import { Damage, type Packed } from './types.js';

/** How far data was decompressed. */
export interface Progress {
  /** Compressed bytes of which all was given. */
  consumed: number;
  /** Decompressed bytes that were given. */
  given: number;
}

/** @param fineFrom compressed bytes from which on a few are given to the decoder at a time */
export type UnpackOnce = (packed: Packed, progress: Progress, fineFrom: number) => AsyncGenerator<Uint8Array, void, void>;

/** Decompresses; from where damage was met on once more and finely, so that nothing before it is lost. Keeps `progress.given`. */
export async function* andAgain(packed: Packed, once: UnpackOnce): AsyncGenerator<Uint8Array, void, void> {
  const first: Progress = { consumed: 0, given: 0 };
  try {
    for await (const piece of once(packed, first, Number.POSITIVE_INFINITY)) {
      first.given += piece.length;
      packed.consumed(first.consumed);
      yield piece;
    }
    packed.consumed(first.consumed);
  } catch (error) {
    if (!(error instanceof Damage) || !packed.isRepeatable) throw error;
    const again: Progress = { consumed: 0, given: 0 };
    for await (const piece of once(packed, again, first.consumed)) {
      again.given += piece.length;
      if (again.consumed >= first.consumed) packed.consumed(again.consumed);
      const fresh = Math.min(piece.length, again.given - first.given);
      if (fresh > 0) yield piece.subarray(piece.length - fresh);
    }
  }
}
