/**
 * Judges a detector by the columns in which only its check speaks for it: one random number in ten passes a check digit, so a
 * column of order numbers holds card numbers by chance. What a column says is known at the item's end; until then the
 * occurrences that depend on it are held apart. Everything here is associative, and of too many columns those are judged whose
 * keys are smallest, not those that came first: so neither blocks nor ranges nor workers change a verdict.
 */
import { distinctHash } from '../core/fingerprint.js';
import type { NameList, Segment } from '../core/segment.js';
import { columnNameOf } from './print-names.js';

/** Columns of one item that are judged for one detector. */
export const MOST_JUDGED = 64;
/** Values that a column is judged by, at least. */
const FEWEST_TRIED = 20;
/** Where fewer of them pass, the check proves nothing. */
const SHARE_OF_PASSES = 0.5;

/** Values of a column in which a form of the detector fits, and those of them in which its check passes. */
export interface Tries {
  tried: number;
  passed: number;
}

/** By detector id, then by the column's key: a hash of its name, since names may be sensitive. */
export type TriesOfItem = Map<string, Map<number, Tries>>;

/** Whether passing the check says nothing in this column. */
export function isDoubtful({ tried, passed }: Tries): boolean {
  return tried >= FEWEST_TRIED && passed < tried * SHARE_OF_PASSES;
}

/** The first key that is not judged, of these; undefined where all are. */
export function firstUnjudged(keys: Iterable<number>): number | undefined {
  return [...keys].sort((a, b) => a - b)[MOST_JUDGED];
}

/** A column while its item is scanned. */
export interface JudgedColumn extends Tries {
  readonly key: number;
  /** It is judged no more, because there are too many. */
  isLeft: boolean;
}

interface Columns {
  /** By name id. */
  readonly byId: (JudgedColumn | undefined)[];
  readonly byKey: Map<number, JudgedColumn>;
  /** Columns with this key or a greater one are left. */
  limit: number;
}

/** What has no name is no column: cells without header, values of a list at the root. */
const NO_COLUMN: JudgedColumn = { key: Number.NaN, tried: 0, passed: 0, isLeft: true };

/** The columns of one item or range. */
export class JudgedColumns {
  /** By detector. */
  #columns: (Columns | undefined)[] = [];
  /** By name id. */
  #keys: (number | undefined)[] = [];
  readonly #onLeft: (detector: number, key: number) => void;

  /** @param onLeft called for a column that was judged so far and is not any more */
  constructor(onLeft: (detector: number, key: number) => void) {
    this.#onLeft = onLeft;
  }

  /** Forgets the item before. */
  reset(): void {
    if (this.#keys.length === 0) return;
    this.#columns = [];
    this.#keys = [];
  }

  /** The column of a name id, where it is judged for the detector. */
  of(detector: number, id: number, segment: Segment): JudgedColumn | undefined {
    this.#columns[detector] ??= { byId: [], byKey: new Map(), limit: Number.POSITIVE_INFINITY };
    const columns = this.#columns[detector];
    const column = columns.byId[id] ?? this.#enter(detector, columns, id, segment);
    return column.isLeft ? undefined : column;
  }

  /** What was counted. */
  tries(idOf: (detector: number) => string): TriesOfItem {
    const tries: TriesOfItem = new Map();
    for (const [detector, columns] of this.#columns.entries()) {
      if (columns === undefined || columns.byKey.size === 0) continue;
      const counts = [...columns.byKey].map(([key, { tried, passed }]) => [key, { tried, passed }] as const);
      tries.set(idOf(detector), new Map(counts));
    }
    return tries;
  }

  #enter(detector: number, columns: Columns, id: number, segment: Segment): JudgedColumn {
    this.#keys[id] ??= keyOf(segment.names?.(id) ?? []);
    const key = this.#keys[id];
    const isLeft = Number.isNaN(key) || key >= columns.limit;
    const column = isLeft ? NO_COLUMN : (columns.byKey.get(key) ?? { key, tried: 0, passed: 0, isLeft });
    columns.byId[id] = column;
    if (isLeft) return column;
    columns.byKey.set(key, column);
    const left = columns.byKey.size > MOST_JUDGED ? firstUnjudged(columns.byKey.keys()) : undefined;
    if (left !== undefined) {
      columns.byKey.get(left)!.isLeft = true;
      columns.byKey.delete(left);
      columns.limit = left;
      this.#onLeft(detector, left);
    }
    return column;
  }
}

function keyOf(names: NameList): number {
  if (names.length === 0) return Number.NaN;
  const name = Buffer.from(columnNameOf(names));
  return distinctHash(name, 0, name.length, 'exact');
}
