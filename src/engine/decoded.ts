/** Decoded values of a block, one behind the other in scratch memory, with the maps that lead back to raw offsets. */
import { type DecodeMap, type Segment, VALUE_ESCAPED } from '../core/segment.js';
import type { Prefilter } from './prefilter/prefilter.js';

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

  /** Decodes all values of the segment that have escapes. A decoded value is never longer than the raw one. */
  take(segment: Segment, count: number): void {
    this.count = 0;
    this.length = 0;
    this.bytesUsed = 0;
    this.indexes.length = this.mapStarts.length = this.decodedOffsets.length = this.rawOffsets.length = 0;
    const { flags, names } = segment.values!;
    for (let i = 0; i < count; i++) {
      const flag = flags[i] as number;
      if (flag & VALUE_ESCAPED) this.decode(segment, i, names[i] as number, flag & ~VALUE_ESCAPED);
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
    const written = segment.decode!(index, scratch, this.length, this);
    scratchTable.starts[this.count] = this.length;
    scratchTable.ends[this.count] = this.length + written;
    scratchTable.names[this.count] = names;
    scratchTable.flags[this.count] = flags;
    this.indexes.push(index);
    this.count++;
    this.bytesUsed += written;
    scratch.fill(0, this.length + written, this.length + written + GAP);
    this.length += written + GAP;
  }
}
