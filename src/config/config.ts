/** What a configuration file may say. `schema.ts` checks it; everything that is left out takes the command's default. */
import type { AllowList } from '../core/allow.js';
import type { CustomIdentifier } from '../core/custom.js';
import type { Confidence, Severity } from '../core/result.js';

/** A severity from which findings fail, or `none`. */
export type FailOn = Severity | 'none';

/**
 * A rule on what may be present. Each detector that it covers is counted for itself. Without a limit nothing of it is allowed;
 * with both, either may be exceeded.
 */
export interface PolicyRule {
  /** Name in reports; a rule with the id of a preset's rule replaces it. Default: `rule-1`, by its place. */
  readonly id?: string;
  /** Ids, categories, countries or regulations. Default: all detectors. */
  readonly detectors?: readonly string[];
  /** Only detectors of which one occurrence is at least that severe. Default `low`: all. */
  readonly minSeverity?: Severity;
  /** Occurrences that are allowed, counted `per` item, column or data set. */
  readonly maxOccurrences?: number;
  /** Share (0 to 1) of a column's values that are not empty, or of documents, that may hold one. Always per column. */
  readonly maxShare?: number;
  /** Only these columns (names with `*` and `?`). Documents have no columns. Default: all, and documents. */
  readonly columns?: readonly string[];
  /** Not these columns. */
  readonly allowColumns?: readonly string[];
  /** What `maxOccurrences` is counted in. Default `dataset`. */
  readonly per?: 'item' | 'column' | 'dataset';
}

export interface PolicyConfig {
  /** A policy that comes along. Default: `training-data`, or `none` where rules or `failOn` are given. */
  readonly preset?: 'training-data' | 'strict' | 'none';
  /** Severity of findings from which the check fails. Default `none`. */
  readonly failOn?: FailOn;
  readonly rules?: readonly PolicyRule[];
}

export interface Config {
  readonly detectors?: readonly string[];
  readonly excludeDetectors?: readonly string[];
  readonly customIdentifiers?: readonly CustomIdentifier[];
  /** Files are read when the configuration is. */
  readonly allowLists?: readonly AllowList[];
  /** Check identifiers of Amazon Macie only as Macie does. Default false. */
  readonly macieStrictness?: boolean;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly minConfidence?: Confidence;
  readonly failOn?: FailOn;
  readonly policy?: PolicyConfig;
  /** File of accepted occurrences, relative to the configuration file. */
  readonly baseline?: string;
  /** How much may come out of one compressed file or archive, over all that is packed in it. */
  readonly unpack?: {
    /** Bytes that come out of decompression. Default 100 GiB. */
    readonly bytes?: number;
    /** The same for each stored byte, asked of files of which more than 64 MiB come out. Default 1,000. */
    readonly ratio?: number;
    /** Members of archives, those of archives in archives included. Default 1,000,000. */
    readonly members?: number;
    /** Levels of compression and archives around a member. Default 8. */
    readonly depth?: number;
  };
  readonly hook?: {
    readonly failOn?: FailOn;
    readonly minConfidence?: Confidence;
  };
}
