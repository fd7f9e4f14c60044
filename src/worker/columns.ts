/**
 * Judges hits by the columns in which they leave something to say. One random number in ten passes a check digit, so a column of order
 * numbers holds card numbers by chance; towns and products are called as people are. What a column says is known at the item's
 * end; until then the occurrences that depend on it are held apart. Everything here is associative, and of too many columns those are
 * judged whose keys are smallest, not those that came first: so neither blocks nor ranges nor workers change a verdict.
 */
import { DOUBTS, type Doubt } from '../core/doubt.js';
import { distinctTextHash } from '../core/fingerprint.js';
import type { Confidence } from '../core/result.js';
import { type NameList, type Segment, VALUE_IS_NAME, type ValueTable } from '../core/segment.js';
import { COMPANIONS } from '../detectors/companions.js';
import { askedKey, companionKeys } from './companions.js';
import { columnNameOf } from './print-names.js';

/** Columns of one item that are judged for one detector; one of which two things are doubted counts twice. */
export const MOST_JUDGED = 64;
/** Values that a column is judged by, at least. */
const FEWEST_TRIED = 20;
/** Where fewer of them pass, the check proves nothing. */
const SHARE_OF_PASSES = 0.5;
/** Where lists know fewer of the values, it is a column of something else: of 60,000 airports 3 % are called as people are, of American ones 11 %. */
const SHARE_OF_LISTED = 0.2;
/** The same where the column's name says nothing: of the payees of an account more are people, of towns fewer. */
const SHARE_OF_STRAYS = 0.05;
/** Where lists know as many, what is written like the others is one of them: lists know half of the people of the world. */
const SHARE_OF_KIN = 0.3;
/** The same for fewer than twenty values, and how many it takes. */
const SHARE_OF_FEW = 0.5;
const FEWEST_KIN = 6;

/** Values of a column in which a form of the detector fits, and those of them in which its check passes. */
export interface Tries {
  tried: number;
  passed: number;
}

/** By detector id, then by the column's key: a hash of its name, since names may be sensitive, and what is doubted. */
export type TriesOfItem = Map<string, Map<number, Tries>>;

/**
 * What becomes of hits in their column; undefined where they stay what they are.
 * @param tries of a check: the values that look like it; of a companion: the columns that ask for it, and those that are it; else all values
 * of the column, of which lists know those that passed
 */
export function verdictOf(doubt: Doubt, { tried, passed }: Tries): Confidence | undefined {
  if (doubt === 'likeness') {
    const least = tried >= FEWEST_TRIED ? SHARE_OF_KIN : SHARE_OF_FEW;
    return tried >= FEWEST_KIN && passed >= tried * least ? 'medium' : undefined;
  }
  if (doubt === 'companion') return passed > 0 ? 'medium' : undefined;
  const least = { check: SHARE_OF_PASSES, list: SHARE_OF_LISTED, party: 0, stray: SHARE_OF_STRAYS }[doubt];
  return tried >= FEWEST_TRIED && passed < tried * least ? 'low' : undefined;
}

/** Whether the lists decide, and so the share of values that they know. */
export function isOfLists(doubt: Doubt): boolean {
  return doubt !== 'check' && doubt !== 'companion';
}

/** Whether hits are of confidence `low` unless their column lends them more. */
export function isLowUntilJudged(doubt: Doubt): boolean {
  return doubt === 'likeness' || doubt === 'companion';
}

/** What is doubted of the hits that are held under a key. */
export function doubtOf(key: number): Doubt {
  return DOUBTS[key % DOUBTS.length]!;
}

/** The column of a key, whatever is doubted there. */
export function columnOf(key: number): number {
  return key - (key % DOUBTS.length);
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
  /** By name id and doubt. */
  readonly byId: (JudgedColumn | undefined)[];
  readonly byKey: Map<number, JudgedColumn>;
  /** Columns with this key or a greater one are left. */
  limit: number;
}

/** Place of that doubt in keys. */
const COMPANION = DOUBTS.indexOf('companion');

function widened(flags: Uint8Array<ArrayBuffer>, least: number): Uint8Array<ArrayBuffer> {
  const wide = new Uint8Array(Math.max(2 * flags.length, least + 1));
  wide.set(flags);
  return wide;
}

/** What has no name is no column: cells without header, values of a list at the root. */
const NO_COLUMN: JudgedColumn = { key: Number.NaN, tried: 0, passed: 0, isLeft: true };

/** The columns of one item or range. */
export class JudgedColumns {
  /** By detector. */
  #columns: (Columns | undefined)[] = [];
  /** By name id: keys without a doubt. */
  #keys: (number | undefined)[] = [];
  /** Says what ids mean. */
  #names: Segment['names'];
  /** By name id: whether it was looked at for what goes with it. */
  #isMet = new Uint8Array(64);
  #metIn: Segment['names'];
  /** Numbers of the detectors that ask for companions, by id. */
  #asking: ReadonlyMap<string, number> | undefined;
  readonly #ids: () => readonly string[];
  readonly #onLeft: (detector: number, key: number) => void;

  /**
   * @param ids of the detectors, by number
   * @param onLeft called for a column that was judged so far and is not any more
   */
  constructor(ids: () => readonly string[], onLeft: (detector: number, key: number) => void) {
    this.#ids = ids;
    this.#onLeft = onLeft;
  }

  /** Forgets the item before. */
  reset(): void {
    this.#metIn = undefined;
    if (this.#columns.length === 0) return;
    this.#columns = [];
    this.#keys = [];
  }

  /** Notes which of the values' columns go with others. Readers give no values of one or two bytes: a column of nothing else is not met. */
  meet(segment: Segment, { count, names, flags }: ValueTable): void {
    if (segment.names !== this.#metIn) {
      this.#metIn = segment.names;
      this.#isMet.fill(0);
    }
    for (let i = 0; i < count; i++) {
      const id = names[i]!;
      if (this.#isMet[id] === 1 || (flags[i]! & VALUE_IS_NAME) !== 0) continue;
      if (id >= this.#isMet.length) this.#isMet = widened(this.#isMet, id);
      this.#isMet[id] = 1;
      for (const { detector, key } of companionKeys(segment.names?.(id) ?? [])) {
        const number = this.#askingDetectors().get(detector);
        if (number === undefined) continue;
        const column = this.#at(number, this.#columnsOf(number), columnOf(key) + COMPANION);
        if (!column.isLeft) column.passed++;
      }
    }
  }

  #askingDetectors(): ReadonlyMap<string, number> {
    this.#asking ??= new Map(this.#ids().flatMap((id, number) => (Object.hasOwn(COMPANIONS, id) ? [[id, number] as const] : [])));
    return this.#asking;
  }

  /** The column of a name id, where it is judged for the detector. */
  of(detector: number, id: number, segment: Segment, doubt: Doubt): JudgedColumn | undefined {
    if (segment.names !== this.#names) this.#begin(segment.names);
    const columns = this.#columnsOf(detector);
    const index = DOUBTS.indexOf(doubt);
    const column = columns.byId[id * DOUBTS.length + index] ?? this.#enter(detector, columns, { id, index }, segment);
    return column.isLeft ? undefined : column;
  }

  #columnsOf(detector: number): Columns {
    this.#columns[detector] ??= { byId: [], byKey: new Map(), limit: Number.POSITIVE_INFINITY };
    return this.#columns[detector];
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

  /** Forgets which columns the ids were. */
  #begin(names: Segment['names']): void {
    this.#names = names;
    this.#keys = [];
    for (const columns of this.#columns) if (columns !== undefined) columns.byId.length = 0;
  }

  /** @param place number of the name and of the doubt */
  #enter(detector: number, columns: Columns, { id, index }: { id: number; index: number }, segment: Segment): JudgedColumn {
    this.#keys[id] ??= keyOf(segment.names?.(id) ?? []);
    const isCompanion = index === COMPANION;
    const own = isCompanion ? columnOf(askedKey(this.#ids()[detector]!, segment.names?.(id) ?? [])) : this.#keys[id];
    const key = own + index;
    const column = this.#at(detector, columns, key);
    columns.byId[id * DOUBTS.length + index] = column;
    if (isCompanion && !column.isLeft) column.tried++;
    return column;
  }

  /** The column of a key. */
  #at(detector: number, columns: Columns, key: number): JudgedColumn {
    const isLeft = Number.isNaN(key) || key >= columns.limit;
    const column = isLeft ? NO_COLUMN : (columns.byKey.get(key) ?? { key, tried: 0, passed: 0, isLeft });
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
  return names.length === 0 ? Number.NaN : columnOf(distinctTextHash(columnNameOf(names)));
}
