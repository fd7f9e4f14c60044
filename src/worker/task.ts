/** Every message that crosses a thread. Plain data only: errors would lose their class and code on the way. */
import type { ByteRange, ContentFormat } from '../core/format.js';
import type { ItemResult, Misnamed } from '../core/result.js';
import type { ItemRef } from '../core/source.js';
import type { EngineCounters } from '../engine/types.js';
import type { S3Counts } from '../sources/index.js';
import type { RangeAggregate } from './aggregate.js';
import type { WorkerSettings } from './settings.js';

/** Given to each worker when it starts. */
export interface WorkerData {
  readonly settings: WorkerSettings;
  /** Int32 cells: `STOP_CELL`, then one heartbeat a task. */
  readonly control: SharedArrayBuffer;
}

/** Cell of the control memory that is 1 once the scan is to end. */
export const STOP_CELL = 0;

/** How a large item is to be cut. */
export interface Cutting {
  /** About that many bytes a range. */
  readonly rangeBytes: number;
  /** Where to begin: 0, or where the probe before stopped. */
  readonly from: number;
  /** Bytes after which a probe stops at a cut, so that what was cut is examined meanwhile: a table is read to be cut. */
  readonly probeBytes: number;
}

/** How a large item can be examined in parts. */
export interface Cuts {
  readonly format: ContentFormat;
  readonly stamp: string;
  readonly byteLength: number;
  readonly ranges: readonly ByteRange[];
  /** Where the next probe goes on, unless the ranges reach the end. */
  readonly next?: number;
  /** Present where the item's name says another format. */
  readonly misnamed?: Misnamed;
}

/** What a worker is asked to do. */
export type Work =
  /** Examine whole items. */
  | { readonly kind: 'items'; readonly items: readonly ItemRef[] }
  /** Say how a large item can be cut into ranges; where it cannot, examine it whole at once. */
  | { readonly kind: 'probe'; readonly item: ItemRef; readonly cutting: Cutting }
  /** Examine one range of an item that was probed. */
  | {
      readonly kind: 'range';
      readonly item: ItemRef;
      readonly format: ContentFormat;
      readonly range: ByteRange;
      readonly stamp: string;
      /** Detectors of which the ranges before list as many places as will be shown: this one only counts them. */
      readonly listedInFull?: readonly string[];
      /** The same of hits that wait for the judgement on their column: detector and the column's key. */
      readonly heldInFull?: readonly (readonly [detector: string, key: number])[];
      /** Detectors of which the ranges before have as many distinct values as are counted. */
      readonly countedInFull?: readonly string[];
    };

/** Work with the cell in which the worker counts its progress: a worker whose cell stands still is stuck. */
export interface Task {
  readonly work: Work;
  readonly cell: number;
}

/** Results of whole items, in the order of the items. */
export interface ItemsReply {
  readonly kind: 'items';
  /** Bytes of each examined item that holds nothing to report, or -1 where `others` has the next result. */
  readonly clean: Float64Array;
  readonly others: readonly ItemResult[];
}

export type WorkReply =
  | ItemsReply
  | ({ readonly kind: 'cuts' } & Cuts)
  /** Nothing is known of the item from where the probe was to go on. */
  | { readonly kind: 'uncut' }
  | { readonly kind: 'range'; readonly aggregate: RangeAggregate };

export interface Reply {
  readonly reply: WorkReply;
  /** The engine's work for this task. */
  readonly counters: EngineCounters;
  /** What it took to read objects of S3, where there were any. */
  readonly s3?: S3Counts;
  readonly regexEngine: 'native' | 'js';
}
