/** The contract of a reader: bytes in, segments out. */
import type { BlockMemory } from '../core/block.js';
import type { FieldNames } from '../core/field-names.js';
import type { ByteRange, ContentFormat } from '../core/format.js';
import type { Segment } from '../core/segment.js';
import type { ByteSource } from '../core/source.js';

/** Exact counts that a reader keeps while it goes; right also when it throws. */
export interface ReadCounts {
  /** Stored bytes that were examined (for a compressed item: stored bytes consumed). */
  bytesExamined: number;
  /** Bytes after decompression or transcoding; equal to `bytesExamined` for plain items. */
  bytesDecoded: number;
  /** Newlines in the range, for ranges that follow. */
  newlines: number;
  /** Records (rows, JSON lines) that start in the range. */
  records: number;
  /** Records that did not parse and were examined as text. */
  degraded: number;
}

export interface ReadRequest {
  readonly source: ByteSource;
  readonly format: ContentFormat;
  readonly memory: BlockMemory;
  /** Halo that a block of text needs, from the engine. */
  readonly halo: { readonly left: number; readonly right: number };
  /** Part of the item to own; the whole item where absent. Only for sources with `readAt`. */
  readonly range?: ByteRange;
  /** Owned bytes a block; default 512 KiB, less where the memory is smaller. Never changes the result. */
  readonly blockBytes?: number;
  /** List values in which nothing can match as well (short ones, `true`, `false`, `null`). Default false. */
  readonly everyValue?: boolean;
  /** Which labels in text name a field. Default: all do. */
  readonly fieldNames?: FieldNames;
  readonly counts: ReadCounts;
}

/** Yields segments that lie in `memory`, each valid until the next is asked for. @throws ItemProblem */
export type Reader = (request: ReadRequest) => AsyncGenerator<Segment, void, void>;

/**
 * A reader's work, step by step: segments, and between them promises to be awaited before the next step. Positional sources
 * give no promises, so that an item of a few kilobytes is read and scanned without one.
 */
export type Steps = Generator<Segment | Promise<void>, void, void>;

/** A reader as it is written; `asReader` makes the asynchronous one of it. */
export type StepReader = (request: ReadRequest) => Steps;
