/** Cuts a large item into ranges. */
import type { ByteRange } from '../core/format.js';
import type { CutAt } from '../readers/cuts.js';

/** The first range is examined before the others, and says how much they may give: it is small. */
const FIRST_RANGE_BYTES = 2 << 20;

/**
 * Ranges of about `rangeBytes` each (the first of 2 MiB at most), in order, that cover `[0, byteLength)`.
 * @throws ItemProblem where the source cannot be read
 */
export function cutRanges(byteLength: number, rangeBytes: number, cutAt: CutAt): ByteRange[] {
  const ranges: ByteRange[] = [];
  let start = 0;
  for (let at = Math.min(rangeBytes, FIRST_RANGE_BYTES); at < byteLength; at += rangeBytes) {
    const cut = cutAt(at);
    if (cut === undefined || cut <= start || cut >= byteLength) continue;
    ranges.push({ start, end: cut });
    start = cut;
  }
  ranges.push({ start, end: byteLength });
  return ranges;
}
