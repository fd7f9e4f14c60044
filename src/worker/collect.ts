/**
 * Gathers the hits of one item or range while it is scanned. What costs time is done only for hits, and previews, tags
 * and places only for those that will be listed: most items have none.
 */
import { type Accepted, type AcceptedInItem, addTag, noTags } from '../core/accepted.js';
import { distinctHash, normalise, tagOf } from '../core/fingerprint.js';
import { characterCount, fixedLiterals, previewOf } from '../core/mask.js';
import type { Place } from '../core/profile.js';
import type { Confidence } from '../core/result.js';
import {
  type Location,
  type NameList,
  type Segment,
  spanIn,
  VALUE_CONTINUED,
  VALUE_CONTINUES,
  VALUE_IS_FIELD,
  VALUE_IS_NAME,
  type ValueTable,
} from '../core/segment.js';
import type { DetectorSheet } from '../detectors/define.js';
import type { Engine, Hit, OnHit } from '../engine/types.js';
import { writtenBytes } from '../engine/written.js';
import type { NestedText } from '../readers/nested.js';
import {
  atLeast,
  type DetectorAggregate,
  emptyAggregate,
  emptyDetectorAggregate,
  type HeldHits,
  type ListedPlace,
  noHeldHits,
  type RangeAggregate,
  release,
} from './aggregate.js';
import { AllowedValues } from './allowed.js';
import { isLowUntilJudged, type JudgedColumn, JudgedColumns } from './columns.js';
import { addDistinct, cap } from './distinct.js';
import {
  addColumnHits,
  addExamined,
  type ExaminedColumns,
  examinedKey,
  limitColumns,
  limitOf,
  MOST_EXAMINED,
  MOST_HIT,
} from './examined.js';
import { FieldJoin, joinNamed, keptHit } from './named.js';
import type { NestedHit, NestedValues } from './nested.js';
import { columnNameOf, maskLocation, type NamePrinter, namesIn, shownColumnName } from './print-names.js';
import { Profiler } from './profile.js';
import type { WorkerSettings } from './settings.js';
import type { Work } from './task.js';

/** Stands for all of a text in place of a value's number. */
const TEXT_VALUE = -1;

/** Values that count for no column of a finding: names themselves, and what stands beside a label in a text. */
const OF_NO_COLUMN = VALUE_IS_NAME | VALUE_IS_FIELD;

/** Hits with what counts the values of columns. */
interface Gathered<T> {
  readonly aggregate: T;
  /** Number of the value of the last hit, so that two hits in one value count once for its column. */
  lastValue: number;
  /** Values hit by name id, as long as ids mean the same; then they are added to the aggregate's columns. */
  readonly hitNames: Map<number, number>;
  /** Places that may still be listed. */
  room: number;
}

/** Parts of a task for a range. */
type FoundInFull = Pick<Work & { kind: 'range' }, 'listedInFull' | 'heldInFull' | 'countedInFull'>;

function heldName(detector: string, key: number): string {
  return `${detector} ${key}`;
}

/** Hits of one detector. */
interface Found extends Gathered<DetectorAggregate> {
  readonly sheet: DetectorSheet;
  /** What a baseline accepts of them. */
  readonly accepted: Accepted | undefined;
  /** Those that wait for the judgement on their column, by its key; their aggregates are those of `aggregate.held`. */
  readonly held: Map<number, Gathered<HeldHits>>;
  /** Of these, the one with the last hit. */
  lastHeld: Gathered<HeldHits> | undefined;
}

/** What hits of a sheet are counted in. */
interface Counted {
  readonly sheet: DetectorSheet;
  readonly aggregate: Pick<DetectorAggregate, 'baselined' | 'tagged'>;
}

/** Loaded with the first reader: a start that examines nothing does without. */
export type NestedModule = typeof import('./nested.js');

/** Sees hits as the engine gives them, whatever their confidence. */
export interface HitWatch {
  /** @param describe what would be listed of it */
  kept(hit: Hit, segment: Segment, describe: () => ListedPlace['occurrence']): void;
  /** A hit that lost to an overlapping one. */
  beaten(hit: Hit, segment: Segment): void;
}

/** One is made per worker and used for one item after the other. */
export class Collector {
  readonly #engine: Engine;
  readonly #settings: WorkerSettings;
  readonly #printer: NamePrinter;
  readonly #literals = new Map<number, readonly string[]>();
  /** By detector. */
  #found = new Map<number, Found>();
  readonly #allowList: AllowedValues | undefined;
  #allowed = 0;
  #valuesBefore = 0;
  /** By name id. */
  #examined = new Float64Array(64);
  #names: (NameList | undefined)[] = [];
  /** Keys of the columns, where they were asked for. */
  #keys: (number | undefined)[] = [];
  /** Name ids of hits that were added to their columns before the others. */
  readonly #settledNames = new Set<number>();
  /** Says what ids mean. */
  #namesOf: Segment['names'];
  /** Of all columns that were met before ids began anew; undefined where they have not. */
  #settled: ExaminedColumns | undefined;
  #accepted: AcceptedInItem | undefined;
  #listedInFull: ReadonlySet<string> = new Set();
  #heldInFull: ReadonlySet<string> = new Set();
  #countedInFull: ReadonlySet<string> = new Set();
  readonly #profiler: Profiler | undefined;
  readonly #columns = new JudgedColumns(
    () => this.#engine.detectors.map(({ id }) => id),
    (detector, key) => this.#release(detector, key),
  );
  /** For explanations of one place; undefined in scans. */
  watch: HitWatch | undefined;
  /** Looks into what is encoded; set when it is loaded, before the first segment. */
  nested: NestedModule | undefined;
  #nestedValues: NestedValues | undefined;

  /** @param printer makes the names in what was gathered printable */
  constructor({ engine, settings, printer }: { engine: Engine; settings: WorkerSettings; printer: NamePrinter }) {
    this.#engine = engine;
    this.#settings = settings;
    this.#printer = printer;
    if (settings.allow.length > 0) this.#allowList = new AllowedValues(settings.allow, settings.regex);
    if (settings.profile) this.#profiler = new Profiler(engine, printer);
  }

  /** Encoded texts of the item that were not decoded. */
  get undecoded(): number {
    return this.#nestedValues?.undecoded ?? 0;
  }

  /** Whether nothing was found so far. */
  get isEmpty(): boolean {
    return this.#found.size === 0 && this.#allowed === 0;
  }

  /**
   * Forgets the item before.
   * @param accepted what a baseline accepts in the next one
   * @param full what the ranges before have found so much of that no more is to be listed, or counted as distinct
   */
  reset(accepted: AcceptedInItem | undefined, full: FoundInFull = {}): void {
    const { listedInFull = [], heldInFull = [], countedInFull = [] } = full;
    this.#accepted = accepted;
    this.#allowed = 0;
    this.#listedInFull = new Set(listedInFull);
    this.#heldInFull = new Set(heldInFull.map(([detector, key]) => heldName(detector, key)));
    this.#countedInFull = new Set(countedInFull);
    if (this.#names.length > 0) this.#examined.fill(0);
    this.#names = [];
    this.#keys = [];
    this.#settledNames.clear();
    this.#namesOf = undefined;
    this.#settled = undefined;
    this.#valuesBefore = 0;
    this.#profiler?.reset();
    this.#columns.reset();
    this.#nestedValues?.reset();
    if (this.#found.size === 0) return;
    this.#found = new Map();
  }

  scan(segment: Segment): void {
    if (this.#profiler !== undefined) {
      this.#scanProfiled(segment, this.#profiler);
      return;
    }
    const { named } = segment;
    if (named !== undefined) this.#countValues(named, named.values!, () => this.#scanBoth(segment, named));
    else if (segment.values === undefined) this.#scan(segment);
    else {
      this.#countValues(segment, segment.values, () => {
        this.#scan(segment);
        this.#countTries(segment);
      });
    }
  }

  #scanProfiled(segment: Segment, profiler: Profiler): void {
    const { named } = segment;
    // A text in which some values have names is a document still, unless they are examined as values alone.
    const isDocument = named !== undefined && named.isSole !== true;
    const profiled = profiler.take(isDocument ? segment : (named ?? segment));
    if (named === undefined) {
      this.#scan(profiled);
      this.#countTries(profiled);
    } else this.#scanBoth(segment, isDocument ? named : profiled);
    profiler.leave(profiled);
  }

  /** Counts the values of a segment for their columns. @param scan scans it */
  #countValues(segment: Segment, values: ValueTable, scan: () => void): void {
    const { count, names, flags } = values;
    if (segment.names !== this.#namesOf) {
      if (this.#namesOf !== undefined) {
        this.#settled ??= new Map();
        this.#settleNames(this.#settled);
      }
      this.#namesOf = segment.names;
    }
    for (let i = 0; i < count; i++) {
      if ((flags[i]! & (OF_NO_COLUMN | VALUE_CONTINUED)) !== 0) continue;
      const id = names[i]!;
      if (id >= this.#examined.length) this.#grow(id);
      this.#examined[id]!++;
      if (this.#names[id] === undefined) this.#names[id] = segment.names?.(id) ?? [];
    }
    scan();
    // A value that goes on keeps its number: hits in all its pieces count once for its column.
    const goesOn = count > 0 && (flags[count - 1]! & VALUE_CONTINUES) !== 0;
    this.#valuesBefore += goesOn ? count - 1 : count;
  }

  /**
   * The aggregate of what was scanned; uses the engine's memory, so no segment may be in use any more.
   * @param isRange whether columns without hits are needed for ranges that have some
   */
  finish(isRange: boolean): RangeAggregate {
    const tries = this.#columns.tries((detector) => this.#engine.detectors[detector]!.id);
    const aggregate = { ...emptyAggregate(), allowed: this.#allowed, tries };
    aggregate.undecoded = this.undecoded;
    if (this.#profiler !== undefined) return this.#finishProfile(this.#profiler, aggregate);
    if (this.#found.size === 0 && !isRange) return aggregate;
    if (this.#settled !== undefined) for (const [key, count] of this.#settled) aggregate.examined.set(key, count);
    for (const found of this.#found.values()) aggregate.detectors.set(found.sheet.id, found.aggregate);
    // Where some columns may be beyond the limit, all have to be known.
    const hasAll = isRange || this.#settled !== undefined || this.#names.length > MOST_EXAMINED;
    this.#settleNames(aggregate.examined, hasAll);
    limitColumns(aggregate, true);
    this.#printColumns();
    this.#maskPlaces();
    return aggregate;
  }

  #finishProfile(profiler: Profiler, aggregate: RangeAggregate): RangeAggregate {
    const profile = profiler.finish();
    if (profile !== undefined) aggregate.profile = profile;
    for (const { sheet, aggregate: found } of this.#found.values()) aggregate.detectors.set(sheet.id, found);
    return aggregate;
  }

  /** @param onHit default: they are collected */
  #scan(segment: Segment, onHit: OnHit = this.watch === undefined ? this.#onHit : this.#watched(this.watch)): void {
    const { watch } = this;
    const onBeaten = watch && ((hit: Hit) => watch.beaten(hit, segment));
    // First, because it needs the engine's scratch memory, in which hits of the segment itself may lie.
    const nested = this.#nestedHits(segment, onBeaten);
    if (nested.length === 0) {
      this.#engine.scan(segment, onHit, onBeaten);
      return;
    }
    const plain: Hit[] = [];
    this.#engine.scan(segment, (hit) => plain.push({ ...hit }), onBeaten);
    for (const hit of this.#nestedValues!.merge(plain, nested)) onHit(hit, segment);
  }

  /** Scans a text and its named values. */
  #scanBoth(text: Segment, named: Segment): void {
    const onHit = this.watch === undefined ? this.#onHit : this.#watched(this.watch);
    const { detectors } = this.#engine;
    const isGeneric = ({ detector }: Hit): boolean => detectors[detector]!.generic === true;
    // What is written in other ways in a field of the text is so in the text.
    const isSparse = named.isSparse === true;
    const inValues = this.#hitsIn(named, { isNext: true, hasNested: !isSparse });
    this.#countTries(named);
    if (!isSparse) {
      const inText = this.#hitsIn(text, { isNext: false, hasNested: true });
      for (const { hit, segment } of joinNamed(text, inText, named, inValues, isGeneric)) onHit(hit, segment);
      return;
    }
    const join = new FieldJoin(text, { named, inFields: inValues }, isGeneric, onHit);
    this.#scan(text, (hit) => join.take(hit));
    join.finish();
  }

  /** @param isNext more is scanned before they are taken: then they are copied, with bytes of their own */
  #hitsIn(segment: Segment, { isNext, hasNested }: { isNext: boolean; hasNested: boolean }): readonly Hit[] {
    const { watch } = this;
    const onBeaten = watch && ((hit: Hit) => watch.beaten(hit, segment));
    const nested = hasNested ? this.#nestedHits(segment, onBeaten) : [];
    const hits: Hit[] = [];
    const units = new Map<number, Uint8Array>();
    const { bytes } = this.#engine.memory;
    this.#engine.scan(segment, (hit) => hits.push(isNext ? keptHit(hit, bytes, units) : { ...hit }), onBeaten);
    return nested.length === 0 ? hits : this.#nestedValues!.merge(hits, nested);
  }

  #nestedHits(segment: Segment, onBeaten: ((hit: Hit) => void) | undefined): readonly NestedHit[] {
    if (this.nested === undefined) return [];
    this.#nestedValues ??= new this.nested.NestedValues(this.#engine);
    return this.#nestedValues.hitsIn(segment, onBeaten);
  }

  #watched(watch: HitWatch): (hit: Hit, segment: Segment) => void {
    return (hit, segment) => {
      const sheet = this.#engine.detectors[hit.detector]!;
      watch.kept(hit, segment, () => this.#place(hit, segment, sheet).occurrence);
      this.#onHit(hit, segment);
    };
  }

  readonly #onHit = (hit: Hit, segment: Segment): void => {
    const { minConfidence } = this.#settings;
    const column = hit.doubt && atLeast(mostOf(hit), minConfidence) ? this.columnFor(hit, segment) : undefined;
    if (column === undefined && !atLeast(hit.confidence, minConfidence)) return;
    if (this.isAllowed(hit)) {
      this.#allowed++;
      return;
    }
    const found = this.#found.get(hit.detector) ?? this.#begin(hit.detector);
    const { sheet, accepted } = found;
    const held = column && (found.held.get(column.key) ?? this.#beginHeld(found, column.key));
    const into = held ?? found;
    const { aggregate } = into;
    if (accepted !== undefined && this.#isAccepted(hit, { sheet, aggregate }, accepted)) return;
    if (aggregate.tags !== undefined && !aggregate.tags.isFull) addTag(aggregate.tags, tagOfHit(hit, sheet));
    aggregate.count++;
    if (hit.confidence !== aggregate.confidence && atLeast(hit.confidence, aggregate.confidence)) {
      aggregate.confidence = hit.confidence;
    }
    if (this.#profiler !== undefined) {
      this.#profiler.hit({
        detector: hit.detector,
        value: segment.isSole === false ? TEXT_VALUE : hit.value,
        hash: distinctHash(hit.bytes, hit.at, hit.to, sheet.normal ?? 'exact'),
        heldFor: column?.key,
        place: () => placeOf(this.#place(hit, segment, sheet)),
      });
      return;
    }
    if (!aggregate.distinct.isCapped) {
      addDistinct(aggregate.distinct, distinctHash(hit.bytes, hit.at, hit.to, sheet.normal ?? 'exact'));
    }
    if (segment.values !== undefined && hit.value >= 0) this.#countColumn(found, held, segment.values, hit.value);
    // Behind as many places as are shown of hits that wait for nothing, no other one will be shown.
    if (into.room === 0 || found.room === 0) return;
    into.room--;
    aggregate.listed.push(this.#place(hit, segment, sheet));
  };

  /** Whether an allow list takes it out. */
  isAllowed({ bytes, at, to }: Hit): boolean {
    return this.#allowList?.has(bytes, at, to) === true;
  }

  /** The column that has something to say of a hit. */
  columnFor({ detector, value, doubt }: Hit, segment: Segment): JudgedColumn | undefined {
    const { values } = segment;
    if (doubt === undefined || values === undefined || (values.flags[value]! & VALUE_IS_NAME) !== 0) return undefined;
    return this.#columns.of(detector, values.names[value]!, segment, doubt);
  }

  #begin(detector: number): Found {
    const sheet = this.#engine.detectors[detector]!;
    const aggregate = emptyDetectorAggregate();
    if (this.#countedInFull.has(sheet.id)) cap(aggregate.distinct);
    const room = this.#listedInFull.has(sheet.id) ? 0 : this.#settings.maxLocations;
    if (this.#settings.tags) aggregate.tags = noTags();
    const accepted = this.#accepted?.get(sheet.id);
    const found: Found = {
      sheet,
      aggregate,
      lastValue: -1,
      hitNames: new Map(),
      room,
      accepted,
      held: new Map(),
      lastHeld: undefined,
    };
    this.#found.set(detector, found);
    return found;
  }

  #beginHeld(found: Found, key: number): Gathered<HeldHits> {
    const aggregate = noHeldHits();
    // Added to a number that is not counted any further, its own would not be seen.
    if (found.aggregate.distinct.isCapped) cap(aggregate.distinct);
    if (this.#settings.tags) aggregate.tags = noTags();
    const { id } = found.sheet;
    const isFull = this.#listedInFull.has(id) || this.#heldInFull.has(heldName(id, key));
    const room = isFull ? 0 : this.#settings.maxLocations;
    const held = { aggregate, lastValue: -1, hitNames: new Map<number, number>(), room };
    found.aggregate.held.set(key, aggregate);
    found.held.set(key, held);
    return held;
  }

  #countTries(segment: Segment): void {
    const { values } = segment;
    if (values === undefined) return;
    this.#columns.meet(segment, values);
    const { count, detector, value, passed } = this.#engine.tried;
    for (let i = 0; i < count; i++) {
      const index = value[i]!;
      if ((values.flags[index]! & VALUE_IS_NAME) !== 0) continue;
      const column = this.#columns.of(detector[i]!, values.names[index]!, segment, 'check');
      if (column === undefined) continue;
      column.tried++;
      column.passed += passed[i]!;
    }
  }

  /** Hits of a column that is judged no more are hits as all others. */
  #release(detector: number, key: number): void {
    const found = this.#found.get(detector);
    const held = found?.held.get(key);
    if (found === undefined || held === undefined) return;
    found.held.delete(key);
    for (const gathered of [held, found]) {
      for (const id of gathered.hitNames.keys()) this.#settledNames.add(id);
      this.#settleHits(gathered);
    }
    found.lastValue = Math.max(found.lastValue, held.lastValue);
    release(found.aggregate, key, this.#settings);
    found.room = Math.min(found.room, this.#settings.maxLocations - found.aggregate.listed.length);
  }

  /** Whether a baseline accepts the hit by its tag; counts it for whoever accepts the others by number. */
  #isAccepted(hit: Hit, { sheet, aggregate }: Counted, { tags, count }: Accepted): boolean {
    // A number of occurrences of any value does not ask for tags, 2 µs each.
    if (tags.size === 0 && count === 0) return false;
    const tag = tagOfHit(hit, sheet);
    if (tags.has(tag)) {
      aggregate.baselined++;
      return true;
    }
    if (tag !== '') aggregate.tagged++;
    return false;
  }

  /** Counts the value for its column, once. @param held the kind of the hit, where it waits for its column */
  #countColumn(found: Found, held: Gathered<HeldHits> | undefined, { flags, names }: ValueTable, value: number): void {
    if ((flags[value]! & OF_NO_COLUMN) !== 0) return;
    const into = held ?? found;
    const serial = this.#valuesBefore + value;
    if (into.lastValue === serial) return;
    into.lastValue = serial;
    const id = names[value]!;
    into.hitNames.set(id, (into.hitNames.get(id) ?? 0) + 1);
    if (held !== undefined) found.lastHeld = held;
    if (found.lastHeld?.lastValue === found.lastValue) found.lastHeld.aggregate.shared++;
  }

  #place(hit: Hit, segment: Segment, sheet: DetectorSheet): ListedPlace {
    const { bytes, at, to } = hit;
    const { reveal, preview, fingerprints } = this.#settings;
    const space = sheet.space ?? 'wide';
    const { line, column, location } = segment.locate(hit.start, hit.value);
    const { text } = hit as Partial<NestedHit>;
    return {
      tag: preview === 'last4' || !fingerprints ? undefined : tagOfHit(hit, sheet),
      occurrence: {
        confidence: hit.confidence,
        spanSpace: segment.spanSpace,
        span: spanIn(segment, hit),
        ...(segment.spanSpace === 'value' && { offset: segment.base + (segment.pieceAt ?? 0) + hit.start }),
        line,
        column,
        location: text === undefined ? location : locationIn(text, location),
        preview: previewOf(bytes, at, to, { literals: this.#literalsOf(hit, sheet), mode: preview, opaque: space === 'token' }),
        length: characterCount(bytes, at, to),
        ...(hit.keyword !== undefined && { keyword: hit.keyword }),
        validated: hit.validated,
        alternatives: hit.alternatives.map((index) => this.#engine.detectors[index]!.id),
        ...(reveal && { value: Buffer.from(writtenBytes(this.#engine.memory, segment, hit)).toString('utf8') }),
      },
    };
  }

  #literalsOf(hit: Hit, sheet: DetectorSheet): readonly string[] {
    const key = hit.detector * 1024 + hit.form;
    let literals = this.#literals.get(key);
    if (literals === undefined) {
      const form = sheet.forms[hit.form]!;
      literals = fixedLiterals(typeof form === 'string' ? form : form.pattern);
      this.#literals.set(key, literals);
    }
    return literals;
  }

  /**
   * Adds what was counted by name ids to the columns that they mean, and forgets the ids.
   * @param hasAll whether columns without hits are added as well
   */
  #settleNames(examined: ExaminedColumns, hasAll = true): void {
    const ids = new Set<number>();
    if (hasAll) for (const id of this.#names.keys()) ids.add(id);
    else for (const { hitNames } of this.#gathered()) for (const id of hitNames.keys()) ids.add(id);
    for (const id of this.#settledNames) ids.add(id);
    this.#settledNames.clear();
    for (const id of ids) {
      const key = this.#keyOf(id);
      if (!Number.isNaN(key)) addExamined(examined, key, this.#examined[id]!);
    }
    for (const gathered of this.#gathered()) this.#settleHits(gathered);
    this.#examined.fill(0, 0, this.#names.length);
    this.#names = [];
    this.#keys = [];
    limitColumns({
      examined,
      detectors: new Map([...this.#found.values()].map(({ sheet, aggregate }) => [sheet.id, aggregate])),
    });
  }

  #settleHits({ aggregate, hitNames }: Gathered<Pick<DetectorAggregate, 'columns'>>): void {
    const keyed = [...hitNames]
      .map(([id, count]) => ({ id, count, key: this.#keyOf(id) }))
      .filter(({ key }) => !Number.isNaN(key));
    // Names of columns that will be forgotten are not made.
    const limit = keyed.length > MOST_HIT ? limitOf(new Set(keyed.map(({ key }) => key)), MOST_HIT) : Number.POSITIVE_INFINITY;
    for (const { id, count, key } of keyed) {
      if (key < limit) addColumnHits(aggregate.columns, key, { name: columnNameOf(this.#names[id]!), count });
    }
    hitNames.clear();
  }

  #keyOf(id: number): number {
    this.#keys[id] ??= examinedKey(this.#names[id] ?? []);
    return this.#keys[id];
  }

  /** Makes the names of columns with hits printable. */
  #printColumns(): void {
    const columns = [...this.#gathered()].map(({ aggregate }) => aggregate.columns);
    const names = columns.flatMap((byKey) => [...byKey.values()].map(({ name }) => name));
    const printable = this.#settings.reveal ? new Map<string, string>() : this.#printer.print(names);
    for (const byKey of columns) {
      for (const [key, { name, count }] of byKey) byKey.set(key, { name: shownColumnName(printable.get(name) ?? name), count });
    }
  }

  #maskPlaces(): void {
    for (const { aggregate } of this.#gathered()) {
      const { listed } = aggregate;
      const printable = this.#printer.print(listed.flatMap(({ occurrence }) => namesIn(occurrence.location)));
      if (printable.size === 0) continue;
      for (const [index, { tag, occurrence }] of listed.entries()) {
        const masked = maskLocation(occurrence.location, printable);
        const isMasked = namesIn(occurrence.location).some((name) => printable.has(name));
        if (!this.#settings.reveal) listed[index] = { tag, occurrence: { ...occurrence, location: masked } };
        else if (isMasked) listed[index] = { tag, occurrence: { ...occurrence, maskedLocation: masked } };
      }
    }
  }

  *#gathered(): Iterable<Gathered<Pick<DetectorAggregate, 'listed' | 'columns'>>> {
    for (const found of this.#found.values()) {
      yield found;
      yield* found.held.values();
    }
  }

  #grow(id: number): void {
    const examined = new Float64Array(Math.max(id + 1, this.#examined.length * 2));
    examined.set(this.#examined);
    this.#examined = examined;
  }
}

/** The most that its column can make of a hit. */
function mostOf({ doubt, confidence }: Hit): Confidence {
  return doubt !== undefined && isLowUntilJudged(doubt) ? 'medium' : confidence;
}

function tagOfHit({ bytes, at, to, form }: Hit, sheet: DetectorSheet): string {
  const spec = sheet.forms[form]!;
  const tagFrom = (typeof spec === 'string' ? undefined : spec.tagFrom) ?? sheet.tagFrom;
  return tagOf(normalise(bytes, at, to, sheet.normal ?? 'exact'), sheet.id, sheet.space ?? 'wide', tagFrom);
}

function locationIn({ encoding, path }: NestedText, location: Location): Location {
  const innerPath = path();
  return { ...location, encoding, ...(innerPath !== undefined && { innerPath }) };
}

function placeOf({ occurrence: { line, column, location, preview, spanSpace } }: ListedPlace): Place {
  return { line, column, location, preview, ...(spanSpace === 'value' && { spanSpace }) };
}
