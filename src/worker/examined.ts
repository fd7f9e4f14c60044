/**
 * How many values each column of an item has, and how many of them hold hits, by the column's key. Of very many columns those are told apart
 * whose keys are smallest, not those that came first: so neither blocks nor ranges change what is said of them.
 */
import { distinctTextHash } from '../core/fingerprint.js';
import type { NameList } from '../core/segment.js';
import type { ColumnHits, RangeAggregate } from './aggregate.js';
import { columnNameOf } from './print-names.js';

/** Columns of one item whose values are counted. */
export const MOST_EXAMINED = 65_536;
/** Columns of one item that are told apart for one detector. */
export const MOST_HIT = 4096;
/** To find the smallest keys takes time: they are looked for where so many times as many have come together. */
const SLACK = 2;
/** Keys of columns whose names are no ids are smaller than all others by this. */
const FIRST = 2 ** 53;
/** What the names of a hundred thousand columns have in common. */
const IN_IDS = /[\d@]/;

/** Values by key. */
export type ExaminedColumns = Map<number, number>;

/** Key of a column: a hash, since names may be sensitive. NaN for what has no name. */
export function examinedKey(names: NameList): number {
  if (names.length === 0) return Number.NaN;
  const name = columnNameOf(names);
  const hash = distinctTextHash(name);
  return IN_IDS.test(name) ? hash : hash - FIRST;
}

export function addExamined(target: ExaminedColumns, key: number, count: number): void {
  target.set(key, (target.get(key) ?? 0) + count);
}

/** Adds hits in one column. */
export function addColumnHits(target: Map<number, ColumnHits>, key: number, { name, count }: ColumnHits): void {
  const known = target.get(key);
  // Of two names with one key the same is kept, whichever came first.
  const first = known === undefined || name < known.name ? name : known.name;
  target.set(key, { name: first, count: count + (known?.count ?? 0) });
}

/** The key from which on columns are beyond the limit. */
export function limitOf(keys: Iterable<number>, most: number): number {
  return Float64Array.from(keys).sort()[most] ?? Number.POSITIVE_INFINITY;
}

/** Forgets columns beyond the limit. @param isLast whether none may be left; else some are, since to look for them takes time */
function limitKeys(columns: Map<number, unknown>, most: number, isLast: boolean): void {
  if (columns.size <= (isLast ? most : SLACK * most)) return;
  const limit = limitOf(columns.keys(), most);
  for (const key of columns.keys()) if (key >= limit) columns.delete(key);
}

/** Keeps the columns of an item within their limits. @param isLast as nothing more comes, exactly */
export function limitColumns({ examined, detectors }: Pick<RangeAggregate, 'examined' | 'detectors'>, isLast = false): void {
  limitKeys(examined, MOST_EXAMINED, isLast);
  for (const found of detectors.values())
    for (const { columns } of [found, ...found.held.values()]) limitKeys(columns, MOST_HIT, isLast);
}
