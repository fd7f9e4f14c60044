/**
 * Decoded values of a block, one behind the other in scratch memory, with the maps that lead back to raw offsets: without
 * their escapes, and with their characters folded.
 */
import { type DecodeMap, type Segment, VALUE_ESCAPED, VALUE_FOLDS, VALUE_IS_FIELD } from '../core/segment.js';
import type { Prefilter } from './prefilter/prefilter.js';

/** Flags of values that are matched decoded. */
export const VALUE_DECODED: number = VALUE_ESCAPED | VALUE_FOLDS | VALUE_IS_FIELD;

/** Zero bytes between values: no form matches one, and boundaries stop at the value's own end. */
const GAP = 1;

export class DecodedValues implements DecodeMap {
  /** Values taken. */
  count = 0;
  /** Bytes of scratch in use, gaps included, and without them. */
  length = 0;
  bytesUsed = 0;
  private readonly prefilter: Prefilter;
  /** Per value: its index in the segment's table, and where its map begins. */
  private readonly indexes: number[] = [];
  private readonly mapStarts: number[] = [];
  private readonly decodedOffsets: number[] = [];
  private readonly rawOffsets: number[] = [];

  constructor(prefilter: Prefilter) {
    this.prefilter = prefilter;
  }

  /** Decodes all values of the segment that have escapes or characters that fold, and copies fields of text. A decoded value is never longer than the raw one. */
  take(segment: Segment, count: number): void {
    this.count = 0;
    this.length = 0;
    this.bytesUsed = 0;
    this.indexes.length = this.mapStarts.length = this.decodedOffsets.length = this.rawOffsets.length = 0;
    const { flags, names } = segment.values!;
    for (let i = 0; i < count; i++) {
      const flag = flags[i] as number;
      if (flag & VALUE_DECODED) this.decode(segment, i, names[i] as number, flag);
    }
    this.mapStarts.push(this.decodedOffsets.length);
  }

  push(decoded: number, raw: number): void {
    this.decodedOffsets.push(decoded);
    this.rawOffsets.push(raw);
  }

  /** Index in the segment's value table of a decoded value. */
  index(value: number): number {
    return this.indexes[value]!;
  }

  /** Raw block offset of an offset in scratch. */
  rawOffset(value: number, offset: number): number {
    const local = offset - this.prefilter.scratchTable.starts[value]!;
    let low = this.mapStarts[value]!;
    let high = this.mapStarts[value + 1]! - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.decodedOffsets[middle]! <= local) low = middle;
      else high = middle - 1;
    }
    return this.rawOffsets[low]! + local - this.decodedOffsets[low]!;
  }

  private decode(segment: Segment, index: number, names: number, flags: number): void {
    const { scratch, scratchTable } = this.prefilter;
    this.mapStarts.push(this.decodedOffsets.length);
    const written = flags & VALUE_ESCAPED ? this.unescape(segment, index) : this.fold(segment, index);
    scratchTable.starts[this.count] = this.length;
    scratchTable.ends[this.count] = this.length + written;
    scratchTable.names[this.count] = names;
    scratchTable.flags[this.count] = flags & ~VALUE_DECODED;
    this.indexes.push(index);
    this.count++;
    this.bytesUsed += written;
    scratch.fill(0, this.length + written, this.length + written + GAP);
    this.length += written + GAP;
  }

  /** Writes a value without escapes, folded; its length. */
  private fold({ values }: Segment, index: number): number {
    const { exports, block, scratchAt, folds } = this.prefilter;
    const start = values!.starts[index] as number;
    const written = exports.fold(block.blockAt, start, values!.ends[index] as number, scratchAt + this.length);
    this.push(0, start);
    for (let i = 0, end = 2 * exports.foldCount(); i < end; i += 2) this.push(folds[i]!, folds[i + 1]!);
    return written;
  }

  /** Writes a value without its escapes, and folded where what they stood for, or what is left, folds; its length. */
  private unescape(segment: Segment, index: number): number {
    const { exports, scratch, scratchAt, unfolded, unfoldedAt } = this.prefilter;
    const { length } = this;
    const written = segment.decode!(index, scratch, length, this);
    if (exports.nextFold(scratchAt, length, length + written) === length + written) return written;
    unfolded.set(scratch.subarray(length, length + written));
    const folded = exports.fold(unfoldedAt, 0, written, scratchAt + length);
    this.composeMap(this.mapStarts.at(-1)!);
    return folded;
  }

  /** Makes the map from `from` on, of a value without its escapes, that of the value folded. */
  private composeMap(from: number): void {
    const { exports, folds } = this.prefilter;
    const decoded = this.decodedOffsets.splice(from);
    const raws = this.rawOffsets.splice(from);
    const count = exports.foldCount();
    // Both maps ascend by the offset in between: behind an escape, behind a folded character, or behind what is both.
    for (let entry = 0, pair = 0, shift = 0, raw = 0; entry < decoded.length || pair < count; ) {
      const between = pair < count ? folds[2 * pair + 1]! : Number.POSITIVE_INFINITY;
      const isEscape = entry < decoded.length && decoded[entry]! <= between;
      const at = isEscape ? decoded[entry]! : between;
      if (at === between) {
        shift = between - folds[2 * pair]!;
        pair++;
      }
      if (isEscape) {
        raw = raws[entry]! - at;
        entry++;
      }
      this.push(at - shift, raw + at);
    }
  }
}
