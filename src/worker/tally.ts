/**
 * Adds up tallies of columns. Everything here is associative, and what is left out beyond a limit is chosen by name, not by
 * what came first: so neither workers nor ranges nor blocks change a profile.
 */
import {
  type ColumnFamily,
  type ColumnFold,
  type ColumnIdentifier,
  type ColumnProfile,
  type ColumnTally,
  type ColumnType,
  type HeldTally,
  type HitTally,
  type Place,
  type ProfileTally,
  VALUE_KINDS,
} from '../core/profile.js';
import { addAllDistinct, noDistinctValues } from './distinct.js';
import { addGroups } from './fold-names.js';

/**
 * Columns of a family that are told apart: the first by name. Those that would be folded into one have one place in that order, and
 * count as one as long as more may come that folds them.
 */
export const MOST_COLUMNS = 1000;
/** Pairs of column and detector whose distinct values are counted and whose places are kept: the first by name, in the same way. */
export const MOST_PAIRS = 400;
/** Places kept of a pair. */
export const PLACES = 3;

/** A type needs this share of the values looked at. */
const MOST_OF_THEM = 0.9;
/** Free text comes with short answers: this share of it makes the column free text. */
const SHARE_OF_FREE_TEXT = 0.25;

const [INTEGER, DECIMAL, TEXT, FREE_TEXT] = (['integer', 'decimal', 'text', 'free text'] as const).map((kind) =>
  VALUE_KINDS.indexOf(kind),
) as [number, number, number, number];

export function noProfile(family: ColumnFamily): ProfileTally {
  return { family, columns: new Map() };
}

export function noColumn(fold?: ColumnFold): ColumnTally {
  const empty = { values: 0, empty: 0, kinds: VALUE_KINDS.map(() => 0), items: 0, hits: new Map(), held: new Map() };
  return fold === undefined ? empty : { ...empty, fold: { ...fold, items: 0 } };
}

export function noHits(): HitTally {
  return { values: 0, occurrences: 0, distinct: noDistinctValues(), places: [] };
}

export function noHeld(): HeldTally {
  return { ...noHits(), shared: 0 };
}

/** Makes a place of one item or range one of what it is added to. */
type Moved = (place: Place) => Place;
/** How hits are added to others of the same column and detector: `addHits` or `mixHits`. */
type Add = (target: HitTally, from: HitTally, place?: Moved) => void;

/** Adds a column whose places come behind those of `target`, unless `add` says otherwise. */
export function addColumn(target: ColumnTally, from: ColumnTally, place?: Moved, add: Add = addHits): void {
  target.values += from.values;
  target.empty += from.empty;
  target.items += from.items;
  if (target.fold !== undefined) target.fold.items += from.fold?.items ?? 0;
  for (const [kind, count] of from.kinds.entries()) target.kinds[kind]! += count;
  for (const [detector, hits] of from.hits) {
    let into = target.hits.get(detector);
    if (into === undefined) {
      into = noHits();
      target.hits.set(detector, into);
    }
    add(into, hits, place);
  }
  for (const [detector, byKey] of from.held) {
    for (const [key, hits] of byKey) addHeld(target, { detector, key, hits }, place, add);
  }
}

/** Adds one of the columns that are folded to what they are folded into. */
function addFolded(target: ColumnTally, from: ColumnTally, place?: Moved): void {
  addColumn(target, { ...from, items: from.fold!.items }, place, mixHits);
}

interface HeldInColumn {
  readonly detector: string;
  readonly key: number;
  readonly hits: HeldTally;
}

/** Adds hits that wait for the judgement on their column. */
export function addHeld({ held }: ColumnTally, { detector, key, hits }: HeldInColumn, place?: Moved, add: Add = addHits): void {
  const byKey = held.get(detector) ?? new Map<number, HeldTally>();
  held.set(detector, byKey);
  const into = byKey.get(key) ?? noHeld();
  byKey.set(key, into);
  add(into, hits, place);
  into.shared += hits.shared;
}

/** Makes held hits hits as all others, where their column speaks for them; the others are dropped. */
export function settleProfile(profile: ProfileTally, speaksFor: (detector: string, key: number) => boolean): void {
  // What is dropped here counted as long as it was held, wherever the item was cut.
  limit(profile);
  for (const column of allColumns(profile)) {
    for (const [detector, byKey] of column.held) {
      for (const [key, held] of byKey) if (speaksFor(detector, key)) release(column, detector, held);
    }
    column.held.clear();
  }
}

function release({ hits }: ColumnTally, detector: string, held: HeldTally): void {
  const into = hits.get(detector) ?? noHits();
  hits.set(detector, into);
  releaseHeld(into, held);
}

/** Adds held hits to the others of their column and detector. */
export function releaseHeld(into: HitTally, held: HeldTally): void {
  const places = [...into.places, ...held.places].sort((a, b) => a.line - b.line || a.column - b.column);
  addHits(into, held);
  into.values -= held.shared;
  if (into.distinct !== undefined) into.places = places.slice(0, PLACES);
}

/** All of them, that of all others included. */
export function* allColumns({ columns, rest }: ProfileTally): Iterable<ColumnTally> {
  yield* columns.values();
  if (rest !== undefined) yield rest;
}

export function addHits(target: HitTally, from: HitTally, place: Moved = (same) => same): void {
  target.values += from.values;
  target.occurrences += from.occurrences;
  if (target.distinct === undefined) return;
  if (from.distinct === undefined) {
    withoutDetails(target);
    return;
  }
  addAllDistinct(target.distinct, from.distinct);
  for (const one of from.places) if (target.places.length < PLACES) target.places.push(place(one));
}

/** Adds the columns of what follows directly. @param place makes a place of `from` one of `target` */
export function addProfile(target: ProfileTally, from: ProfileTally, place?: Moved): void {
  if (from.groups !== undefined) {
    target.groups ??= new Map();
    addGroups(target.groups, from.groups);
    foldColumns(target);
  }
  for (const [name, column] of from.columns) {
    const { fold } = column;
    const isFolded = fold !== undefined && target.groups?.get(fold.group) === 'folded';
    if (!isFolded) addColumn(columnOf(target, name, fold), column, place);
    else addFolded(columnOf(target, fold.name), column, place);
  }
  if (from.rest !== undefined) addColumn(restOf(target), from.rest);
  limit(target);
}

function columnOf({ columns }: ProfileTally, name: string, fold?: ColumnFold): ColumnTally {
  let column = columns.get(name);
  if (column === undefined) {
    column = noColumn(fold);
    columns.set(name, column);
  }
  return column;
}

/** Joins columns that differ in ids alone, where there are very many of them. */
function foldColumns(profile: ProfileTally): void {
  const { columns, groups } = profile;
  for (const [name, column] of [...columns]) {
    if (column.fold === undefined || groups?.get(column.fold.group) !== 'folded') continue;
    columns.delete(name);
    addFolded(columnOf(profile, column.fold.name), column);
  }
}

/** By item as items come, then by offset. */
function comparePlaces(a: Place, b: Place): number {
  return Buffer.compare(Buffer.from(a.path ?? ''), Buffer.from(b.path ?? '')) || a.line - b.line || a.column - b.column;
}

/** Adds hits that stand among those of `target`, not behind them. */
export function mixHits(target: HitTally, from: HitTally, place: Moved = (same) => same): void {
  const places = [...target.places, ...from.places.map(place)].sort(comparePlaces).slice(0, PLACES);
  addHits(target, { ...from, places: [] });
  if (target.distinct !== undefined) target.places = places;
}

/**
 * Keeps a profile within its bounds. What is left out of a part would be left out of the whole as well: no fewer stand before it there.
 * @param isLast nothing more comes, so that none is folded any more
 */
export function limit(profile: ProfileTally, isLast = false): void {
  const { columns } = profile;
  let pairs = 0;
  for (const { hits, held } of columns.values()) pairs += hits.size + held.size;
  if (columns.size > MOST_COLUMNS || pairs > MOST_PAIRS) leaveOut(profile, isLast);
  const { rest } = profile;
  if (rest === undefined) return;
  withoutDetailsOfAll(rest);
  rest.items = 0;
}

/** Adds the columns beyond the bound to the rest, and forgets the details of pairs beyond theirs. */
function leaveOut(profile: ProfileTally, isLast: boolean): void {
  const { columns } = profile;
  const places = placesOf(columns);
  let told = 0;
  let counted = 0;
  for (const place of [...(places?.keys() ?? columns.keys())].sort()) {
    const names = places?.get(place)?.sort() ?? [place];
    const kept = isLast ? names.slice(0, Math.max(0, MOST_COLUMNS - told)) : told < MOST_COLUMNS ? names : [];
    told += isLast ? kept.length : 1;
    for (const name of kept.length === names.length ? [] : names.slice(kept.length)) {
      addColumn(restOf(profile), columns.get(name)!);
      columns.delete(name);
    }
    const own = kept.map((name) => columns.get(name)!);
    const most = own.length === 1 ? countOf(own[0]!) : Number.POSITIVE_INFINITY;
    // Most columns stand alone, and are within the bound or beyond it as a whole.
    if (counted + most <= MOST_PAIRS) counted += most;
    else if (counted >= MOST_PAIRS) for (const column of own) withoutDetailsOfAll(column);
    else counted += leaveOutPairs(own, MOST_PAIRS - counted, isLast);
  }
}

/** Forgets the details of pairs at one place, but for `room` of them. Returns their number. */
function leaveOutPairs(columns: readonly ColumnTally[], room: number, isLast: boolean): number {
  let counted = 0;
  for (const detector of [...new Set(columns.flatMap(detectorsOf))].sort()) {
    const found = columns.filter(({ hits, held }) => hits.has(detector) || held.has(detector));
    const left = Math.max(0, room - counted);
    for (const column of isLast ? found.slice(left) : left > 0 ? [] : found) withoutDetailsOf(column, detector);
    counted += isLast ? found.length : 1;
  }
  return counted;
}

/**
 * Names of columns by their place in the order: that of the column that they would be folded into. Undefined where each has its own
 * name for a place.
 */
function placesOf(columns: ProfileTally['columns']): Map<string, string[]> | undefined {
  if (![...columns.values()].some(({ fold }) => fold !== undefined)) return undefined;
  const places = new Map<string, string[]>();
  for (const [name, { fold }] of columns) {
    const place = fold?.name ?? name;
    const names = places.get(place);
    if (names === undefined) places.set(place, [name]);
    else names.push(name);
  }
  return places;
}

/** Number of detectors with hits in the column, held or not. */
function countOf(column: ColumnTally): number {
  return column.held.size === 0 ? column.hits.size : detectorsOf(column).length;
}

/** Those with hits in the column, held or not. */
function detectorsOf({ hits, held }: ColumnTally): string[] {
  return held.size === 0 ? [...hits.keys()] : [...new Set([...hits.keys(), ...held.keys()])];
}

function withoutDetailsOfAll({ hits, held }: ColumnTally): void {
  for (const tally of hits.values()) withoutDetails(tally);
  for (const byKey of held.values()) for (const tally of byKey.values()) withoutDetails(tally);
}

function withoutDetailsOf({ hits, held }: ColumnTally, detector: string): void {
  const tallies = [hits.get(detector), ...(held.get(detector)?.values() ?? [])];
  for (const tally of tallies) if (tally !== undefined) withoutDetails(tally);
}

/** What stands for all columns that are not told apart. */
export function restOf(profile: ProfileTally): ColumnTally {
  profile.rest ??= noColumn();
  return profile.rest;
}

/** Counts stay; distinct values and places, which take memory, go. */
function withoutDetails(hits: HitTally): void {
  delete hits.distinct;
  hits.places = [];
}

/** Columns in order of their names; the one that stands for all others comes last. */
export function finishProfile(profile: ProfileTally): ColumnProfile[] {
  limit(profile, true);
  const { family, columns, rest } = profile;
  const profiles = [...columns]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, column]) => ({ family, name, ...finishColumn(column) }));
  return rest === undefined ? profiles : [...profiles, { family, name: '', isRest: true, ...finishColumn(rest) }];
}

function finishColumn(column: ColumnTally): Omit<ColumnProfile, 'family' | 'name' | 'isRest'> {
  const { values, empty, items } = column;
  const identifiers = [...column.hits]
    .map(([detector, hits]) => finishHits(detector, hits, values - empty))
    .sort((a, b) => b.values - a.values || b.occurrences - a.occurrences || (a.detector < b.detector ? -1 : 1));
  return { type: typeOf(column.kinds), items, values, empty, identifiers };
}

function finishHits(detector: string, { occurrences, values, distinct, places }: HitTally, all: number): ColumnIdentifier {
  return {
    detector,
    occurrences,
    values,
    share: all === 0 ? 0 : values / all,
    distinct: distinct?.count ?? 1,
    distinctIsLowerBound: distinct?.isCapped ?? true,
    places,
  };
}

/** What nine tenths of the values are; whole numbers are decimals among decimals, words are text among sentences. */
function typeOf(kinds: readonly number[]): ColumnType {
  const all = kinds.reduce((sum, count) => sum + count, 0);
  if (all === 0) return 'empty';
  const isMost = (count: number): boolean => count >= all * MOST_OF_THEM;
  const texts = kinds[TEXT]! + kinds[FREE_TEXT]!;
  if (kinds[FREE_TEXT]! >= all * SHARE_OF_FREE_TEXT) return 'free text';
  const found = VALUE_KINDS.find((_, kind) => isMost(kinds[kind]!));
  if (found !== undefined) return found;
  if (isMost(kinds[INTEGER]! + kinds[DECIMAL]!)) return 'decimal';
  return isMost(texts) ? 'text' : 'mixed';
}
