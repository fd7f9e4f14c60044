/** Parts of an item that several workers read at once: where records begin, and which formats can be cut at all. */
import type { ByteRange, ContentFormat } from '../core/format.js';
import type { ByteSource } from '../core/source.js';

const PROBE_BYTES = 64 * 1024;
/** Bytes from a table's start that settle what ends a record. */
export const TABLE_HEAD_BYTES = 4096;
export const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** Whether ranges of the item can be read apart. Only lines of UTF-8, and sources with `readAt`. */
export function splittable(format: ContentFormat, source: ByteSource): boolean {
  if (!source.readAt || source.byteLength === undefined) return false;
  if (format.kind === 'parquet') return true;
  return (format.kind === 'text' || format.kind === 'csv' || format.kind === 'jsonl') && format.encoding === 'utf-8';
}

/**
 * Old Macintosh files end records with a carriage return alone.
 * @param head the first `TABLE_HEAD_BYTES`, or all there is
 */
export function recordEnd(head: Uint8Array): number {
  if (head.includes(NEWLINE)) return NEWLINE;
  const first = head.indexOf(RETURN);
  // Where the head is cut behind a return, nobody knows what follows it.
  return first < 0 || first === TABLE_HEAD_BYTES - 1 ? NEWLINE : RETURN;
}

/** The records that start in a range, as a range of its own: from the first record's start to the end of the last record. */
export function recordRange(source: ByteSource, range: ByteRange | undefined, newline = NEWLINE): ByteRange {
  if (!range) return { start: 0, end: Number.POSITIVE_INFINITY };
  return { start: recordStart(source, range.start, newline), end: recordStart(source, range.end, newline) };
}

/** First byte of the first record that starts at or behind `position`; the end of the source if there is none. */
function recordStart(source: ByteSource, position: number, newline: number): number {
  if (position === 0) return 0;
  const bytes = Buffer.allocUnsafe(PROBE_BYTES);
  for (let from = position - 1; ; ) {
    const got = source.readAt!(bytes, from);
    if (got === 0) return from;
    const found = bytes.subarray(0, got).indexOf(newline);
    if (found >= 0) return from + found + 1;
    from += got;
  }
}

/** Characters between the start of the line that holds `position` and `position`. Reads backward; for listed places only. */
export function charactersBefore(source: ByteSource, position: number, newline = NEWLINE): number {
  if (!source.readAt) return 0;
  const bytes = Buffer.allocUnsafe(PROBE_BYTES);
  let characters = 0;
  for (let end = position; end > 0; ) {
    const start = Math.max(0, end - PROBE_BYTES);
    const piece = bytes.subarray(0, source.readAt(bytes.subarray(0, end - start), start));
    const lineStart = piece.lastIndexOf(newline) + 1;
    const isMarked = start === 0 && lineStart === 0 && piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf;
    for (let i = lineStart + (isMarked ? 3 : 0); i < piece.length; i++) if ((piece[i]! & 0xc0) !== 0x80) characters++;
    if (lineStart > 0) break;
    end = start;
  }
  return characters;
}
