/**
 * Identifiers of a user's own, as a configuration gives them. Rules as those of Amazon Macie's custom data identifiers (User Guide,
 * "Configuration options for custom data identifiers"). Plain data, because it crosses threads.
 */
import type { Category, Severity } from './result.js';

export interface CustomIdentifier {
  /** Capital letters, digits and underscores; no id of the catalogue. */
  readonly id: string;
  /** Default: the id. */
  readonly name?: string;
  /** RE2 syntax without assertions (`^`, `$`, `\b`); a leading `(?i)` ignores case. At most 512 characters. */
  readonly pattern: string;
  /** One of them must stand in front of the value, or in the name of its column or field. Default: none is needed. */
  readonly keywords?: readonly string[];
  /** A match that holds one of them, letter by letter, is none. */
  readonly ignoreWords?: readonly string[];
  /** Characters from the end of the keyword to the end of the match, at most 300. Default 50. */
  readonly maximumMatchDistance?: number;
  /** Default `pii`. */
  readonly category?: Category;
  /** Severity from that number of occurrences in one item upward; the first is 1. Default: medium. */
  readonly severity?: Readonly<Record<number, Severity>>;
}

/** What stands in place of a sheet's keywords. */
export interface CustomRule {
  readonly keywords: readonly string[];
  readonly ignoreWords: readonly string[];
  /** Characters from the end of the keyword to the end of the match. */
  readonly distance: number;
}
