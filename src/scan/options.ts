/** What a scan is asked for, and what it gives: the options and events of the public API. */
import type { DetectorInfo, ItemResult, Summary } from '../core/result.js';
import type { Baseline } from '../policy/baseline.js';
import type { EngineCounters } from '../worker/counters.js';
import type { SettingsOptions } from '../worker/settings.js';

/** How far a scan has come. */
export interface Progress {
  /** Bytes of the items that are done. */
  readonly bytes: number;
  /** Items that are done, skipped ones included. */
  readonly items: number;
  /** Bytes of all items, once everything is listed. */
  readonly totalBytes?: number;
}

export interface ScanOptions extends SettingsOptions {
  /** Files and folders as literal paths, `s3://bucket/prefix`, `-` for standard input; bytes where a name is not UTF-8. */
  readonly targets: readonly (string | Uint8Array)[];
  /** Globs on the path relative to the target folder. Default: everything. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** Files that the caller writes; they are never examined. */
  readonly outputs?: readonly string[];
  /** What it accepts is counted and not reported; to be left out where `tags` are asked for. */
  readonly baseline?: Baseline;
  /** Workers. Default: as many as processors and memory allow. None is started for less than 8 MiB. */
  readonly jobs?: number;
  /** Ends the scan within a second, with what was found so far. */
  readonly signal?: AbortSignal;
  /** Called when items are done; not in path order. */
  readonly onProgress?: (progress: Progress) => void;
}

/** What a check asks for beside. */
export interface RunOptions extends ScanOptions {
  /** Whether results carry the profile of their columns. Default false. */
  readonly profile?: boolean;
}

/** Facts about a run that are no results: they may differ from run to run. */
export interface RunStats {
  /** Which RE2 ran; undefined where nothing was examined. */
  readonly regexEngine: 'native' | 'js' | undefined;
  /** Worker threads that were started. */
  readonly workers: number;
  /** The engines' work, summed. */
  readonly counters: EngineCounters;
  /** Requests to S3, those for listing and every further attempt included. */
  readonly requests: number;
  /** Bytes of objects that S3 sent. */
  readonly bytesRead: number;
}

/** What a scan yields: results of items in the order of path bytes, then one end. */
export type ScanEvent =
  | { readonly kind: 'item'; readonly result: ItemResult }
  | { readonly kind: 'end'; readonly summary: Summary; readonly detectors: readonly DetectorInfo[]; readonly stats: RunStats };

/** Sizes and times that tests make small; users cannot set them. */
export interface ScanLimits {
  /** Below that many bytes in all, no worker is started. */
  readonly inProcessBytes: number;
  /** A batch of small items ends at that many bytes or items. */
  readonly batchBytes: number;
  readonly batchItems: number;
  /** From that many bytes on an item is cut, where its format allows. */
  readonly largeBytes: number;
  /** About that many bytes a range. */
  readonly rangeBytes: number;
  /** Bytes of a large item that are cut into ranges at a time. */
  readonly probeBytes: number;
  /** An item without progress for that time in ms is given up. */
  readonly stallMs: number;
  /** Heap of a worker in MiB, block memory not included: enough for findings, and a leak ends one worker, not the process. */
  readonly heapMib: number;
  readonly workerFile: URL;
}

const MIB = 1 << 20;

export const DEFAULT_LIMITS: ScanLimits = {
  inProcessBytes: 8 * MIB,
  batchBytes: 4 * MIB,
  batchItems: 256,
  largeBytes: 8 * MIB,
  rangeBytes: 16 * MIB,
  probeBytes: 64 * MIB,
  stallMs: 120_000,
  heapMib: 512,
  workerFile: new URL('../worker/entry.js', import.meta.url),
};
