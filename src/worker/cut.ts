/** Cuts a large item into ranges. */
import type { ByteRange } from '../core/format.js';
import type { CutAt } from '../readers/cuts.js';
import type { Cutting } from './task.js';

/**
 * The first ranges are small and the others grow with what lies before them: each range that begins before those in front of it
 * are merged lists places and counts values that they may have listed and counted in full.
 */
const LEAST_RANGE_BYTES = 1 << 20;
const SHARE_OF_WHAT_IS_BEFORE = 1 / 4;
/** The last ones are small again: whoever has the last range works while the others have nothing left to do. */
const SHARE_OF_WHAT_IS_LEFT = 1 / 8;

/**
 * Ranges of about `rangeBytes` each (the first and last ones of an item smaller), in order and without gaps, from `from` to the end, or, where
 * that is more than `probeBytes` away, to a cut (`next`).
 * @param from where the ranges begin: 0 or a cut
 * @throws ItemProblem where the source cannot be read
 */
export function cutRanges(
  byteLength: number,
  { rangeBytes, from, probeBytes }: Cutting,
  cutAt: CutAt,
): { ranges: ByteRange[]; next?: number } {
  const ranges: ByteRange[] = [];
  const sizeAt = (at: number): number => {
    const fitting = Math.min(at * SHARE_OF_WHAT_IS_BEFORE, (byteLength - at) * SHARE_OF_WHAT_IS_LEFT);
    return Math.ceil(Math.min(rangeBytes, Math.max(LEAST_RANGE_BYTES, fitting)));
  };
  let start = from;
  for (let at = from + sizeAt(from); at < byteLength; at += sizeAt(at)) {
    const cut = cutAt(at);
    if (cut === undefined || cut <= start || cut >= byteLength) continue;
    ranges.push({ start, end: cut });
    start = cut;
    if (cut - from >= probeBytes) return { ranges, next: cut };
  }
  ranges.push({ start, end: byteLength });
  return { ranges };
}
