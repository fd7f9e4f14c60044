/** The shapes of results: occurrences, findings, problems, summary. They are the contract of every report format. */
import type { TagCounts } from './accepted.js';
import type { ProfileTally } from './profile.js';
import type { Location } from './segment.js';
import type { ByteSpan, SpanSpace } from './span.js';

export type Severity = 'low' | 'medium' | 'high';
export type Confidence = 'low' | 'medium' | 'high';
export type Category = 'pii' | 'phi' | 'financial' | 'credentials';

export const SEVERITIES: readonly Severity[] = ['low', 'medium', 'high'];
export const CONFIDENCES: readonly Confidence[] = ['low', 'medium', 'high'];

/** Why an item was not, or not wholly, examined against intent. */
export type ProblemCode =
  | 'unreadable'
  | 'malformed'
  | 'encrypted'
  | 'unsupported'
  | 'limit'
  | 'changed'
  | 'empty'
  | 'timeout'
  | 'worker-lost';

/** Why an item was left out by intent. */
export type SkipKind = 'binary' | 'media' | 'font' | 'program' | 'excluded' | 'symlink' | 'special';

/** A reported hit at a place. */
export interface Occurrence {
  readonly detector: string;
  readonly confidence: Confidence;
  readonly spanSpace: SpanSpace;
  readonly span: ByteSpan;
  /** Bytes of values before it, in its row group where there are some: the order in which they are read. Present where spans count in the value. */
  readonly offset?: number;
  readonly line: number;
  readonly column: number;
  readonly location: Location;
  /** Present with `reveal` where a name in `location` is itself sensitive: the location for reports that never show values. */
  readonly maskedLocation?: Location;
  /** Masked value: its shape, and of its characters only a form's fixed literal. */
  readonly preview: string;
  /** Length of the value in characters. */
  readonly length: number;
  /** The keyword that put the value in context. */
  readonly keyword?: string;
  /** Whether the validator said `valid`. */
  readonly validated: boolean;
  /** Ids of equal rivals for the same span. */
  readonly alternatives: readonly string[];
  readonly fingerprint?: string;
  /** The raw value; only with `reveal`. */
  readonly value?: string;
}

/** A column or field with values that were hit. */
export interface ColumnShare {
  /** Name of the column, or the names on the path to the field, joined by points. */
  readonly columnName: string;
  /** Values that were hit, each once. */
  readonly count: number;
  /** Share of its values that were hit (0 to 1, four decimals). */
  readonly share: number;
}

/** All occurrences of one detector in one item. */
export interface Finding {
  readonly detector: string;
  readonly count: number;
  readonly distinct: number;
  /** True where more than 10,000 distinct values were met and `distinct` is a lower bound. */
  readonly distinctIsLowerBound: boolean;
  readonly severity: Severity;
  /** Highest confidence among the occurrences. */
  readonly confidence: Confidence;
  readonly columns: readonly ColumnShare[];
  /** The first occurrences by offset, at most `maxLocations`. */
  readonly occurrences: readonly Occurrence[];
  /** Tags of all occurrences, listed or not; only where they were asked for. */
  readonly tags?: TagCounts;
}

export interface Problem {
  readonly code: ProblemCode;
  /** Our own words; never content, never a library's message. */
  readonly detail: string;
  readonly bytesExamined: number;
}

/** An item's name. Names are bytes on disk; `pathBase64` is present where they are not UTF-8. */
export interface ItemPath {
  /** Relative to the working directory, separated by `/`, members after `!`. Not masked yet. */
  readonly path: string;
  readonly pathBase64?: string;
  /** Present where a part of `path` is itself sensitive: the path as it may be printed, unless values are to be revealed. */
  readonly printPath?: string;
}

/** An item whose name says another format than its bytes: these were believed. */
export interface Misnamed {
  /** What its name ends with, in lower case and without the dot; one of a list of our own. */
  readonly extension: string;
  /** What it is: `text` for texts of all kinds, else the format, or why it was skipped. */
  readonly content: string;
}

/** Everything said of one item. */
export interface ItemResult extends ItemPath {
  readonly bytesFound: number;
  readonly bytesExamined: number;
  /** Records that did not parse and were examined as text. */
  readonly degraded: number;
  /** Encoded texts that were not decoded, being too long or too deep. Present where there are some. */
  readonly undecoded?: number;
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly skipped?: SkipKind;
  /** Present where its name says another format. */
  readonly misnamed?: Misnamed;
  /** Occurrences that the baseline accepts: in no finding. Present where it names the item. */
  readonly baselined?: number;
  /** Occurrences that an allow list takes out: in no finding. Present where there are some. */
  readonly allowed?: number;
  /** The item's path as a baseline writes it; only where tags were asked for. */
  readonly baselinePath?: string;
  /** Columns as `check` asks for them; the findings then only count: their columns, distinct values and places are in here. */
  readonly profile?: ProfileTally;
  /** What an archive holds; present where the item is one. */
  readonly members?: MembersResult;
  /** The item is a member of an archive: its bytes are those that came out of it, which nobody stored. */
  readonly isMember?: true;
}

/** The members of an archive, those of archives in it included. Folders are none; archives in it are not counted. */
export interface MembersResult {
  /** Members examined whole in which there is nothing to report, by whether they hold bytes. */
  readonly clean: number;
  readonly empty: number;
  /** Bytes of the clean ones. */
  readonly cleanBytes: number;
  /** Members left out by intent, but for those that are reported as misnamed. */
  readonly skipped: Readonly<Partial<Record<SkipKind, number>>>;
  /** Misnamed members beyond those that are reported one by one. Present where there are some. */
  readonly misnamed?: number;
  /**
   * Members and archives in the archive with something to report, in the order of path bytes. Scans give them as items of their own,
   * behind the archive, and leave this list empty.
   */
  readonly results: readonly ItemResult[];
}

/** Totals of a run. */
export interface Summary {
  readonly items: number;
  /** Members of archives that were examined; present where there are some. */
  readonly members?: number;
  readonly skipped: Readonly<Partial<Record<SkipKind, number>>>;
  readonly bytesFound: number;
  readonly bytesExamined: number;
  readonly occurrences: number;
  /** Occurrences that the baseline accepts, beside the others; present where there is a baseline. */
  readonly baselined?: number;
  /** Occurrences that allow lists take out, beside the others; present where there are some. */
  readonly allowed?: number;
  readonly findings: number;
  readonly problems: number;
  readonly degraded: number;
  /** Encoded texts that were not decoded; present where there are some. */
  readonly undecoded?: number;
  /** Items and members whose names say another format than they are; present where there are some. */
  readonly misnamed?: number;
  /** False when anything that was meant to be examined was not. */
  readonly complete: boolean;
  readonly interrupted: boolean;
  readonly version: string;
  /** Hash of the rule set. */
  readonly rules: string;
}

/** What reporters need to know of a detector, so that they do not import sheets. */
export interface DetectorInfo {
  readonly id: string;
  readonly name: string;
  readonly category: Category;
  readonly countries: readonly string[];
  readonly regulations: readonly string[];
  /** Severity from that number of occurrences in one item upward; ascending keys, the first is 1. */
  readonly severity: Readonly<Record<number, Severity>>;
  /** Share of random text of its shape that it accepts (0 to 1). */
  readonly falseAccept: number;
  /** `required`: reported only with a keyword in reach; `absent`: only without; `none`: a keyword raises the confidence. */
  readonly keywords: { readonly mode: 'required' | 'none' | 'absent' };
  /** Where its rules come from. */
  readonly references: readonly string[];
}
