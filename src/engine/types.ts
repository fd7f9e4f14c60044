/** What the engine gives: hits, with all that a report needs to know of them and no more. */
import type { BlockMemory } from '../core/block.js';
import type { Doubt } from '../core/doubt.js';
import type { FieldNames } from '../core/field-names.js';
import type { Confidence } from '../core/result.js';
import type { NameList, Segment } from '../core/segment.js';
import type { DetectorSheet } from '../detectors/define.js';

/**
 * A kept hit, after context and resolution. One object is reused for all calls: copy what you keep.
 * `bytes[at, to)` is the value as matched: without its escapes, and folded (core/fold.ts). `writtenBytes` gives it as it is written.
 */
export interface Hit {
  /** Index into `Engine.detectors`. */
  detector: number;
  /** Index of the form in its sheet. */
  form: number;
  confidence: Confidence;
  validated: boolean;
  /** What it leaves to its column to say, in a value that is short enough to be judged by it. */
  doubt: Doubt | undefined;
  /** The keyword in reach that is nearest, as the sheet spells it, or undefined. */
  keyword: string | undefined;
  /** Raw span as offsets in the segment's block. */
  start: number;
  end: number;
  /** Index in `segment.values`, or -1 in text. */
  value: number;
  bytes: Uint8Array;
  at: number;
  to: number;
  /** The unit of matching in which the value stands, `bytes[unitStart, unitEnd)`: a block of text, or one whole value. */
  unitStart: number;
  unitEnd: number;
  /** The unit is a value that was decoded from the segment's bytes; `start` and `end` are where those stand. */
  isNested?: true;
  /** Detectors of equal rivals with the same span, by index. */
  alternatives: readonly number[];
}

/** Called for each kept hit in ascending order of (start, end, detector id). */
export type OnHit = (hit: Hit, segment: Segment) => void;

/** Exact counts of the engine's work since it was made. */
export interface EngineCounters {
  /** Bytes of owned blocks examined. */
  bytes: number;
  /** Places that the prefilter marked and the fit walked from. */
  candidates: number;
  /** Candidates whose shape fits at least one form, before the context gate. */
  fitted: number;
  /** Candidates that came through the gate. */
  gated: number;
  /** Places at which a keyword was looked up. */
  keywordLookups: number;
  /** Sticky RE2 tests. */
  re2Tests: number;
  /** Validator calls. */
  validations: number;
  /** Bytes of values with escapes that were decoded, and of texts and values that were folded. */
  decodedBytes: number;
  /** Hits before and after resolution. */
  hits: number;
  kept: number;
}

/**
 * Short values of a segment in which a form fits that can stand on its check alone, as columns of equal length; only the first
 * `count` entries hold. A value has one entry for each detector; where its check says neither yes nor no, it has none.
 */
export interface Tried {
  readonly count: number;
  /** Index into `Engine.detectors`. */
  readonly detector: Int32Array;
  /** Index in `segment.values`. */
  readonly value: Int32Array;
  /** 1 where the check says `valid` at one place of the value at least, else 0. */
  readonly passed: Uint8Array;
}

/** The matching core: synchronous, without threads or I/O. */
export interface Engine {
  /** Enabled sheets in catalogue order. */
  readonly detectors: readonly DetectorSheet[];
  readonly memory: BlockMemory;
  readonly counters: Readonly<EngineCounters>;
  /** `re2` or `re2js`; to ask loads it. */
  readonly regexEngine: 'native' | 'js';
  /** The same; undefined as long as none was needed. */
  readonly regexUsed: 'native' | 'js' | undefined;
  /** Bytes of halo that a block of text needs on each side of the owned range. */
  readonly halo: { readonly left: number; readonly right: number };
  /** Values of the segment that was scanned last to which a form fits that can stand on its check alone. */
  readonly tried: Tried;
  /** Which labels in text name a field. */
  readonly fieldNames: FieldNames;
  /** Detectors of numbers with a fixed length (`DetectorSheet.digits`) whose keyword ends the names, by index, ascending. */
  numbersNamed(names: NameList): readonly number[];
  /**
   * Scans a segment that lies in `memory`.
   * @param onBeaten called for each hit that lost to an overlapping one, in no order with the others; for explanations
   */
  scan(segment: Segment, onHit: OnHit, onBeaten?: OnHit): void;
}
