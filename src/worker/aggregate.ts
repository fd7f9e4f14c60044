/**
 * What is kept of an item's hits: counts, distinct values, columns and the first places. Aggregates of neighbouring
 * ranges merge associatively into what one pass over the item would have given.
 */
import { type AcceptedInItem, addAllTags, isAcceptedByNumber, noTags, type TagCounts } from '../core/accepted.js';
import { fingerprintOf } from '../core/fingerprint.js';
import type { Place, ProfileTally } from '../core/profile.js';
import { CONFIDENCES, type Confidence, type Finding, type Occurrence, type Problem, type Severity } from '../core/result.js';
import type { Location } from '../core/segment.js';
import type { DetectorSheet } from '../detectors/define.js';
import { doubtOf, firstUnjudged, isLowUntilJudged, MOST_JUDGED, type Tries, type TriesOfItem } from './columns.js';
import { addAllDistinct, type DistinctValues, noDistinctValues } from './distinct.js';
import { addColumnHits, addExamined, type ExaminedColumns, limitColumns } from './examined.js';
import { type JudgedItem, judgeColumns } from './judge-columns.js';
import { addProfile, noProfile, settleProfile } from './tally.js';

/** Columns named in a finding: those with the most occurrences. */
const COLUMN_LIMIT = 100;

/** A place to be listed; its fingerprint waits until its number among equal tags in the whole item is known. */
export interface ListedPlace {
  readonly occurrence: Omit<Occurrence, 'detector' | 'fingerprint'>;
  /** Undefined where no fingerprint is given. */
  readonly tag: string | undefined;
}

/** Values of one column that hold hits. */
export interface ColumnHits {
  /** As it may be printed, but while its item is scanned. */
  readonly name: string;
  readonly count: number;
}

/** Hits of one detector. */
export interface DetectorAggregate {
  /** Those that a baseline accepts by their tags are left out here and in all that follows. */
  count: number;
  /** Hits left out. */
  baselined: number;
  /** Hits that are counted and have a tag, where a baseline has to know. */
  tagged: number;
  /** Tags of all hits, where they were asked for. */
  tags?: TagCounts;
  confidence: Confidence;
  readonly distinct: DistinctValues;
  /** Values hit by the column's key. */
  readonly columns: Map<number, ColumnHits>;
  /** The first places by offset. */
  listed: ListedPlace[];
  /** Hits that count only if their column speaks for them, by its key; in nothing else of this. */
  readonly held: Map<number, HeldHits>;
}

/** Hits in one column in which only their check speaks for them. */
export interface HeldHits extends Omit<DetectorAggregate, 'held'> {
  /** Values that hold hits of both kinds, held and not: they count once for their column. */
  shared: number;
}

/** An item or a range of it. */
export interface RangeAggregate {
  bytesExamined: number;
  newlines: number;
  records: number;
  degraded: number;
  /** Encoded texts that were not decoded. */
  undecoded: number;
  /** Hits that an allow list took out. */
  allowed: number;
  /** By detector id. */
  readonly detectors: Map<string, DetectorAggregate>;
  /** Values examined by the column's key. */
  readonly examined: ExaminedColumns;
  /** By what the columns of held hits are judged. */
  readonly tries: TriesOfItem;
  problem?: Problem;
  /** The scan was stopped before its end: what follows does not know its lines and records. */
  isStopped?: true;
  /** Columns, where they are profiled. */
  profile?: ProfileTally;
  /** The item's path where a part of it has to be masked. */
  printPath?: string;
}

/** What of hits is reported. */
export interface Reported {
  readonly minConfidence: Confidence;
  readonly maxLocations: number;
}

export function emptyAggregate(): RangeAggregate {
  return {
    bytesExamined: 0,
    newlines: 0,
    records: 0,
    degraded: 0,
    undecoded: 0,
    allowed: 0,
    detectors: new Map(),
    examined: new Map(),
    tries: new Map(),
  };
}

export function emptyDetectorAggregate(): DetectorAggregate {
  return { ...noHits(), held: new Map() };
}

export function noHeldHits(): HeldHits {
  return { ...noHits(), shared: 0 };
}

function noHits(): Omit<DetectorAggregate, 'held'> {
  return { count: 0, baselined: 0, tagged: 0, confidence: 'low', distinct: noDistinctValues(), columns: new Map(), listed: [] };
}

export function atLeast(confidence: Confidence, least: Confidence): boolean {
  return CONFIDENCES.indexOf(confidence) >= CONFIDENCES.indexOf(least);
}

/** Adds the aggregate of the range that follows directly. Its lines and rows are counted from its own start until here. */
export function appendRange(target: RangeAggregate, next: RangeAggregate, reported: Reported): void {
  const { maxLocations } = reported;
  for (const [id, from] of next.detectors) {
    let into = target.detectors.get(id);
    if (into === undefined) {
      into = emptyDetectorAggregate();
      target.detectors.set(id, into);
    }
    addHits(into, from);
    appendPlaces(into, from, maxLocations, target);
    for (const [key, hits] of from.held) {
      const held = into.held.get(key) ?? noHeldHits();
      into.held.set(key, held);
      addHits(held, hits);
      appendPlaces(held, hits, maxLocations, target);
      held.shared += hits.shared;
    }
  }
  addTries(target, next, reported);
  for (const [key, count] of next.examined) addExamined(target.examined, key, count);
  limitColumns(target);
  if (next.profile !== undefined) {
    target.profile ??= noProfile(next.profile.family);
    addProfile(target.profile, next.profile, (place) => shiftPlace(place, target));
  }
  target.allowed += next.allowed;
  target.bytesExamined += next.bytesExamined;
  target.newlines += next.newlines;
  target.records += next.records;
  target.degraded += next.degraded;
  target.undecoded += next.undecoded;
  if (target.problem === undefined && next.problem !== undefined) target.problem = next.problem;
  if (next.printPath !== undefined) target.printPath = next.printPath;
}

/** Adds hits to those of the same detector; not their places. */
function addHits(into: Omit<DetectorAggregate, 'held'>, from: Omit<DetectorAggregate, 'held'>): void {
  into.count += from.count;
  into.baselined += from.baselined;
  into.tagged += from.tagged;
  if (from.tags) {
    into.tags ??= noTags();
    addAllTags(into.tags, from.tags);
  }
  if (atLeast(from.confidence, into.confidence)) into.confidence = from.confidence;
  addAllDistinct(into.distinct, from.distinct);
  for (const [key, hits] of from.columns) addColumnHits(into.columns, key, hits);
}

type Places = Pick<DetectorAggregate, 'listed'>;

function appendPlaces(into: Places, from: Places, maxLocations: number, before: RangeAggregate): void {
  for (const place of from.listed) {
    if (into.listed.length >= maxLocations) break;
    into.listed.push(shift(place, before));
  }
}

function addTries({ tries, detectors }: RangeAggregate, next: RangeAggregate, reported: Reported): void {
  for (const [id, columns] of next.tries) {
    const into = tries.get(id) ?? new Map<number, Tries>();
    tries.set(id, into);
    for (const [key, { tried, passed }] of columns) {
      const sum = into.get(key) ?? { tried: 0, passed: 0 };
      into.set(key, { tried: sum.tried + tried, passed: sum.passed + passed });
    }
    const limit = into.size > MOST_JUDGED ? firstUnjudged(into.keys()) : undefined;
    if (limit === undefined) continue;
    for (const key of [...into.keys()]) if (key >= limit) into.delete(key);
    const found = detectors.get(id);
    for (const key of [...(found?.held.keys() ?? [])]) if (key >= limit) release(found!, key, reported);
  }
}

/** Makes the held hits of a column hits as all others, where what they are now is reported; else they are gone. */
export function release(found: DetectorAggregate, key: number, { minConfidence, maxLocations }: Reported): void {
  const held = found.held.get(key);
  if (held === undefined) return;
  found.held.delete(key);
  if (!atLeast(held.confidence, minConfidence)) return;
  addHits(found, held);
  for (const [column, { name }] of held.columns) addColumnHits(found.columns, column, { name, count: -held.shared });
  const places = [...found.listed, ...held.listed];
  found.listed = places.sort((a, b) => a.occurrence.span.start - b.occurrence.span.start).slice(0, maxLocations);
}

/**
 * Judges the columns of a whole item, and gives hits that were held the confidence that their column leaves or lends them. Returns what
 * the columns said.
 */
export function settleColumns(aggregate: RangeAggregate, reported: Reported): JudgedItem {
  const { detectors, profile } = aggregate;
  limitColumns(aggregate, true);
  const judged = judgeColumns(aggregate);
  for (const [id, found] of detectors) {
    for (const [key, held] of [...found.held]) {
      const confidence = judged.get(id)?.get(key)?.verdict;
      if (confidence !== undefined) {
        held.confidence = confidence;
        held.listed = held.listed.map(({ tag, occurrence }) => ({ tag, occurrence: { ...occurrence, confidence } }));
      }
      release(found, key, reported);
    }
    if (found.count + found.baselined === 0) detectors.delete(id);
  }
  limitColumns(aggregate, true);
  if (profile !== undefined) {
    const { minConfidence } = reported;
    settleProfile(profile, (id, key) => isReported(key, judged.get(id)?.get(key)?.verdict, minConfidence));
  }
  return judged;
}

/** Whether the hits that are held under a key are reported, of which those below the least confidence are left out already. */
export function isReported(key: number, verdict: Confidence | undefined, minConfidence: Confidence): boolean {
  if (verdict === undefined) return !isLowUntilJudged(doubtOf(key)) || minConfidence === 'low';
  return atLeast(verdict, minConfidence);
}

/**
 * Takes out of a whole item's aggregate what a baseline accepts by number, and detectors of which nothing is left. Returns the
 * number of all occurrences that it accepts.
 */
export function takeAccepted({ detectors }: RangeAggregate, accepted: AcceptedInItem): number {
  let baselined = 0;
  for (const [id, found] of detectors) {
    const { count: rest, tagged } = found;
    const entry = accepted.get(id);
    const isAccepted = entry !== undefined && isAcceptedByNumber(entry, { all: rest + found.baselined, rest, tagged });
    baselined += found.baselined + (isAccepted ? rest : 0);
    if (isAccepted || rest === 0) detectors.delete(id);
  }
  return baselined;
}

/** Findings in order of detector id. */
export function finishFindings(aggregate: RangeAggregate, path: string, sheets: ReadonlyMap<string, DetectorSheet>): Finding[] {
  return [...aggregate.detectors]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([detector, found]) => ({
      detector,
      count: found.count,
      distinct: found.distinct.count,
      distinctIsLowerBound: found.distinct.isCapped,
      severity: severityFor(sheets.get(detector)!, found.count),
      confidence: found.confidence,
      columns: finishColumns(found, aggregate.examined),
      occurrences: finishPlaces(detector, found.listed, path),
      ...(found.tags && { tags: found.tags }),
    }));
}

/** Severity of that many occurrences in one item: the entry with the greatest number that is reached. */
export function severityFor(sheet: DetectorSheet, count: number): Severity {
  let best = 0;
  let severity: Severity = 'low';
  for (const [from, level] of Object.entries(sheet.severity)) {
    if (Number(from) > count || Number(from) < best) continue;
    best = Number(from);
    severity = level;
  }
  return severity;
}

function finishPlaces(detector: string, listed: readonly ListedPlace[], path: string): Occurrence[] {
  const seen = new Map<string, number>();
  return listed.map(({ occurrence, tag }) => {
    if (tag === undefined) return { detector, ...occurrence };
    const ordinal = seen.get(tag) ?? 0;
    seen.set(tag, ordinal + 1);
    return { detector, ...occurrence, fingerprint: fingerprintOf(path, detector, tag, ordinal) };
  });
}

/** Columns with their share of the values examined (0 to 1, four decimals), most values hit first. */
function finishColumns(found: DetectorAggregate, examined: ReadonlyMap<number, number>): Finding['columns'] {
  // Two columns may be written alike. What is not counted any more is beyond the limit.
  const byName = new Map<string, { count: number; all: number }>();
  for (const [key, { name, count }] of found.columns) {
    const all = examined.get(key);
    if (all === undefined) continue;
    const sum = byName.get(name);
    if (sum === undefined) byName.set(name, { count, all });
    else {
      sum.count += count;
      sum.all += all;
    }
  }
  return [...byName]
    .sort(([a, { count: countA }], [b, { count: countB }]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, COLUMN_LIMIT)
    .map(([columnName, { count, all }]) => {
      const share = count / Math.max(count, all);
      return { columnName, count, share: Math.max(Math.round(share * 10_000), 1) / 10_000 };
    });
}

function shift({ occurrence, tag }: ListedPlace, before: RangeAggregate): ListedPlace {
  const { maskedLocation } = occurrence;
  const masked = maskedLocation !== undefined && { maskedLocation: shiftLocation(maskedLocation, before) };
  return { tag, occurrence: { ...shiftPlace(occurrence, before), ...masked } };
}

function shiftPlace<T extends Pick<Place, 'line' | 'location'>>(place: T, before: RangeAggregate): T {
  return { ...place, line: place.line + before.newlines, location: shiftLocation(place.location, before) };
}

function shiftLocation(location: Location, { records }: RangeAggregate): Location {
  const { row, recordIndex } = location;
  return {
    ...location,
    ...(row !== undefined && { row: row + records }),
    ...(recordIndex !== undefined && { recordIndex: recordIndex + records }),
  };
}
