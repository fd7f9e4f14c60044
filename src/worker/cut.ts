/** Where a large item is cut: behind newlines, so that lines, records and columns of places are whole in each range. */
import type { ByteRange } from '../core/format.js';
import type { ByteSource } from '../core/source.js';

const NEWLINE = 0x0a;
/** A line longer than this is not looked through: the cut is left out and the range grows. */
const LONGEST_LINE = 1 << 20;

/** The first range is examined before the others, and says how much they may give: it is small. */
const FIRST_RANGE_BYTES = 2 << 20;

/**
 * Ranges of about `rangeBytes` each (the first of 2 MiB at most), in order, that cover `[0, byteLength)`.
 * @throws ItemProblem where the source cannot be read
 */
export function cutRanges(source: ByteSource, byteLength: number, rangeBytes: number): ByteRange[] {
  const ranges: ByteRange[] = [];
  let start = 0;
  for (let at = Math.min(rangeBytes, FIRST_RANGE_BYTES); at < byteLength; at += rangeBytes) {
    const cut = behindNewline(source, at);
    if (cut === undefined || cut <= start || cut >= byteLength) continue;
    ranges.push({ start, end: cut });
    start = cut;
  }
  ranges.push({ start, end: byteLength });
  return ranges;
}

/** The first place at or behind `position` that follows a newline. */
function behindNewline(source: ByteSource, position: number): number | undefined {
  // From one byte before: a newline there makes `position` itself a cut.
  let at = position - 1;
  for (let size = 4096; at < position + LONGEST_LINE; size *= 4) {
    const window = new Uint8Array(size);
    const read = source.readAt!(window, at);
    if (read === 0) return undefined;
    const found = window.subarray(0, read).indexOf(NEWLINE);
    if (found >= 0) return at + found + 1;
    at += read;
  }
  return undefined;
}
