/** The text of a block as it is folded, in scratch memory, with the way back to raw offsets. */
import type { Prefilter } from './prefilter/prefilter.js';

export class FoldedText {
  /** Bytes of scratch in use. */
  length = 0;
  /** Characters folded, with a pair of offsets each in `prefilter.folds`. */
  private count = 0;
  private readonly prefilter: Prefilter;

  constructor(prefilter: Prefilter) {
    this.prefilter = prefilter;
  }

  /** Folds the block's first `length` bytes into scratch; false where nothing in them folds. */
  take(length: number): boolean {
    const { exports, block, scratchAt } = this.prefilter;
    this.length = exports.fold(block.blockAt, 0, length, scratchAt);
    this.count = exports.foldCount();
    return this.count > 0;
  }

  /** Block offset of an offset in scratch. */
  rawOffset(offset: number): number {
    const pair = this.lastPair(offset, 0);
    return pair < 0 ? offset : this.prefilter.folds[pair + 1]! + offset - this.prefilter.folds[pair]!;
  }

  /** Offset in scratch of a block offset at which a character begins. */
  foldedOffset(raw: number): number {
    const pair = this.lastPair(raw, 1);
    return pair < 0 ? raw : this.prefilter.folds[pair]! + raw - this.prefilter.folds[pair + 1]!;
  }

  /** Index of the last pair whose offset on a side (0 folded, 1 raw) is at or before `offset`, or -1. */
  private lastPair(offset: number, side: 0 | 1): number {
    const { folds } = this.prefilter;
    let low = -1;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (folds[2 * middle + side]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low < 0 ? -1 : 2 * low;
  }
}
