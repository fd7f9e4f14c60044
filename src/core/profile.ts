/**
 * The shapes of column profiles: what a data set holds, column by column. Tallies are what workers count, plain data that merges
 * associatively over ranges and items; a profile is what is said of a column at the end.
 */
import type { ItemPath, Occurrence } from './result.js';

/** What a single value looks like. Order is the index in `ColumnTally.kinds`. */
export const VALUE_KINDS = ['integer', 'decimal', 'date', 'boolean', 'identifier', 'text', 'free text'] as const;

export type ValueKind = (typeof VALUE_KINDS)[number];

/** `empty`: no value but empty ones. `mixed`: no kind has nine tenths of the values. */
export type ColumnType = ValueKind | 'empty' | 'mixed';

/** Which items columns come from: tables, records with field paths, or documents, each of which is one value. */
export type ColumnFamily = 'table' | 'records' | 'documents';

/** Hashes of distinct values. Plain data, because it crosses threads. */
export interface DistinctValues {
  /** Hashes counted, at most `DISTINCT_LIMIT`. */
  count: number;
  /** More were met than are counted. */
  isCapped: boolean;
  /** Open addressing over a power of two; a slot holds a hash plus one, or zero. */
  slots: Float64Array;
}

/** A place that stands for others, as it may be printed but for its path. */
export type Place = Pick<Occurrence, 'line' | 'column' | 'location' | 'preview'> &
  Partial<Pick<Occurrence, 'spanSpace'> & ItemPath>;

/** Values of one column that are of one identifier. */
export interface HitTally {
  /** Values that hold at least one. */
  values: number;
  occurrences: number;
  /** Absent where the profile has more pairs of column and detector than are counted. */
  distinct?: DistinctValues;
  /** The first ones by item and offset, at most `PLACES`. */
  places: Place[];
}

/** What becomes of a column whose path has keys that are ids, where there are very many of them. */
export interface ColumnFold {
  /** Printable name with a wildcard for each id. */
  readonly name: string;
  /** Hashes of the path to its last id, with all ids folded and as it is. */
  readonly group: number;
  readonly member: number;
  /** Items that have one of the columns that would be folded with this one, each counted in one of them. */
  items: number;
}

/** Members of each group, by their hashes, until there are too many. */
export type FoldGroups = Map<number, Set<number> | 'folded'>;

/** One column of an item, a range or a data set. */
export interface ColumnTally {
  /** Values, empty ones included. */
  values: number;
  empty: number;
  /** Values whose kind was looked at, by index in `VALUE_KINDS`: all near the beginning of an item, one in eight behind it. */
  readonly kinds: number[];
  /** Items that have the column. */
  items: number;
  /** By detector id. */
  readonly hits: Map<string, HitTally>;
  /**
   * Hits that count only if their column speaks for them: by detector id, then by the key under which the column is judged. None is
   * left when the item is settled.
   */
  readonly held: Map<string, Map<number, HeldTally>>;
  /** Set as long as it is not folded. */
  readonly fold?: ColumnFold;
}

/** Values of one column of which only the check of one identifier speaks for it. */
export interface HeldTally extends HitTally {
  /** Those of its values that hold other hits as well: they count once. */
  shared: number;
}

/** Columns of one family by their printable names. */
export interface ProfileTally {
  readonly family: ColumnFamily;
  readonly columns: Map<string, ColumnTally>;
  /** Of columns with ids in their paths; absent where there are none. */
  groups?: FoldGroups;
  /** Columns beyond `MOST_COLUMNS`, counted as one. */
  rest?: ColumnTally;
}

/** Identifiers of one detector in a column. */
export interface ColumnIdentifier {
  readonly detector: string;
  readonly occurrences: number;
  /** Values that hold at least one. */
  readonly values: number;
  /** Share of the column's values that are not empty, 0 to 1; never rounded. */
  readonly share: number;
  readonly distinct: number;
  /** True where more were met than are counted. */
  readonly distinctIsLowerBound: boolean;
  readonly places: readonly Place[];
}

/** One column over all items of a data set. */
export interface ColumnProfile {
  readonly family: ColumnFamily;
  /** Header cell or names on the field path, joined by dots, with the role of a chat message in brackets; empty where there is none. */
  readonly name: string;
  /** Set for the one entry that stands for all columns beyond `MOST_COLUMNS`; it has no name. */
  readonly isRest?: true;
  readonly type: ColumnType;
  readonly items: number;
  readonly values: number;
  readonly empty: number;
  /** Of documents only: their bytes. */
  readonly bytes?: number;
  /** Most values first, then by detector id. */
  readonly identifiers: readonly ColumnIdentifier[];
}
