/**
 * Profiles the columns of one item or range while it is scanned: how many values each has, what they look like, and which of them
 * are identifiers. Costs a few nanoseconds a value; what costs more is done only for hits.
 */
import type { BlockMemory } from '../core/block.js';
import {
  type ColumnFamily,
  type ColumnFold,
  type ColumnTally,
  type FoldGroups,
  type HeldTally,
  type HitTally,
  type Place,
  type ProfileTally,
  VALUE_KINDS,
} from '../core/profile.js';
import {
  type NameList,
  type Segment,
  VALUE_CONTINUED,
  VALUE_CONTINUES,
  VALUE_IS_NAME,
  type ValueTable,
} from '../core/segment.js';
import type { Engine } from '../engine/types.js';
import { type ChatPart, chatPart, ROLE_PENDING, ROLES, roleNumber } from './chat.js';
import { addDistinct } from './distinct.js';
import { addToGroup, foldedName } from './fold-names.js';
import { columnNameOf, maskLocation, type NamePrinter, namesIn, shownColumnName } from './print-names.js';
import {
  addHeld,
  addHits,
  addProfile,
  allColumns,
  limit,
  MOST_COLUMNS,
  mixHits,
  noColumn,
  noHeld,
  noHits,
  noProfile,
  PLACES,
  restOf,
} from './tally.js';
import { valueKindIndex } from './value-kind.js';

/** Nothing can match in fewer bytes: such values are counted here, and the engine never sees them. */
const SHORTEST = 3;
/** Up to this offset the kind of every value is looked at, behind it that of one in eight, chosen by its offset. */
const LOOKED_AT_ALL = 256 * 1024;
const GOLDEN_RATIO = 0x9e3779b1;
const SAMPLE_BITS = 3;

/** Counters of a slot: values, empty ones, then one for each kind. */
const VALUES = 0;
const EMPTY = 1;
const KINDS = 2;
const STRIDE: number = KINDS + VALUE_KINDS.length;

/** Slot numbers are below this. */
const SLOTS = 1 << 22;
const NO_SLOT = -1;
const NO_VALUE = -1;
const NO_NAMES: NameList = [];
const OPEN_BRACE = 0x7b;
const QUOTE = 0x22;
const NULL = Buffer.from('null');

const FAMILIES = { text: 'documents', column: 'table', record: 'records' } as const satisfies Record<
  Segment['shape'],
  ColumnFamily
>;

/** A field path, or a field of a chat under one role. */
interface Slot {
  /** That of its names; undefined where ids have begun anew since. */
  readonly id: number | undefined;
  readonly names: NameList;
  readonly role: number;
}

/** Gives those of the names that have to be masked in their printable form. */
type Print = (names: Iterable<string>) => ReadonlyMap<string, string>;

/** Hits of one detector in one slot. */
interface Hits {
  readonly tally: HitTally;
  /** Number of the value of the last hit, so that two hits in one value count once. */
  lastValue: number;
  /** Hits that wait for the judgement on their column, by its key; and of these the ones with the last hit. */
  held?: Map<number, HeldInSlot>;
  lastHeld?: HeldInSlot;
}

interface HeldInSlot {
  readonly tally: HeldTally;
  lastValue: number;
}

/** A hit, as far as a profile needs it. */
export interface ProfiledHit {
  readonly detector: number;
  /** Index in the values of the segment that `take` returned, or -1 in text. */
  readonly value: number;
  /** Hash for distinct values. */
  readonly hash: number;
  /** Key of the column that has to speak for it, where one has to. */
  readonly heldFor: number | undefined;
  /** Asked for only where the place is kept. */
  place(): Place;
}

/** One is made per worker and used for one item after the other. A slot is a field path, or a field of a chat under one role. */
export class Profiler {
  readonly #engine: Engine;
  readonly #memory: BlockMemory;
  readonly #printer: NamePrinter;
  #family: ColumnFamily | undefined;
  #counters = new Float64Array(64 * STRIDE);
  #slots: Slot[] = [];
  /** Slot of each name id without role; `NO_SLOT` where it has none yet. */
  #slotOfId = new Int32Array(64).fill(NO_SLOT);
  #slotOfRole = new Map<number, number>();
  /** Says what ids mean. */
  #names: Segment['names'];
  #parts: ChatPart[] = [];
  /** What was counted before ids began anew. */
  #settled: ProfileTally | undefined;
  /** By detector and slot. */
  #hits = new Map<number, Hits>();
  /** Slot of each value of the segment at hand. */
  #slotOfValue = new Int32Array(1024);
  #valuesBefore = 0;
  /** Slot of a value that goes on in the next block. */
  #lastSlot = 0;
  #role = 0;
  /** Slots of the message at hand that wait for its role. */
  #pending = new Set<number>();
  /** Whether what stands between the last value and the end of its block opened an object. */
  #isOpened = false;
  #hasChats = false;
  #hasPendingHits = false;
  /** Values of the segment at hand from this one on may wait for a role. */
  #unsettledFrom = 0;

  constructor(engine: Engine, printer: NamePrinter) {
    this.#engine = engine;
    this.#memory = engine.memory;
    this.#printer = printer;
  }

  /** Forgets the item before. */
  reset(): void {
    this.#counters.fill(0, 0, this.#slots.length * STRIDE);
    this.#slotOfId.fill(NO_SLOT, 0, this.#parts.length);
    this.#family = undefined;
    this.#slots = [];
    this.#slotOfRole = new Map();
    this.#names = undefined;
    this.#parts = [];
    this.#settled = undefined;
    this.#hits = new Map();
    this.#valuesBefore = 0;
    this.#lastSlot = 0;
    this.#role = 0;
    this.#pending.clear();
    this.#isOpened = false;
    this.#hasChats = false;
    this.#hasPendingHits = false;
  }

  /** Counts the values of a segment; returns it without those in which nothing can match. */
  take(segment: Segment): Segment {
    this.#family = FAMILIES[segment.shape];
    const { values } = segment;
    if (values === undefined) return segment;
    if (segment.names !== this.#names) {
      if (this.#names !== undefined) this.#settleNames();
      this.#names = segment.names;
    }
    if (this.#slotOfValue.length < values.count) this.#slotOfValue = new Int32Array(2 * values.count);
    const count = this.#count(segment, values);
    return { ...segment, values: { ...values, count } };
  }

  /** Counts a hit in the segment that was taken last. */
  hit({ detector, value, hash, heldFor, place }: ProfiledHit): void {
    const slotOrName = value < 0 ? this.#slotOfText() : this.#slotOfValue[value]!;
    const slot = slotOrName < 0 ? -1 - slotOrName : slotOrName;
    if (this.#hasChats && this.#slots[slot]!.role === ROLE_PENDING) this.#hasPendingHits = true;
    const hits = this.#hitsOf(detector * SLOTS + slot);
    const held = heldFor === undefined ? undefined : heldIn(hits, heldFor);
    const into = held ?? hits;
    const { tally } = into;
    tally.occurrences++;
    addDistinct(tally.distinct!, hash);
    if (tally.places.length < PLACES) tally.places.push(place());
    if (value < 0 && this.#family !== 'documents') {
      // Text between the values of columns is no value: what is found there is one, or its share would be nothing.
      this.#counters[slot * STRIDE + VALUES]!++;
      tally.values++;
    }
    const serial = this.#valuesBefore + value;
    if (slotOrName < 0 || value < 0 || into.lastValue === serial) return;
    into.lastValue = serial;
    tally.values++;
    if (held !== undefined) hits.lastHeld = held;
    if (hits.lastValue === hits.lastHeld?.lastValue) hits.lastHeld.tally.shared++;
  }

  /** To be called when the hits of a segment are counted. */
  leave({ values }: Segment): void {
    if (values === undefined || values.count === 0) return;
    // A value that goes on keeps its number: hits in all its pieces count once.
    const goesOn = (values.flags[values.count - 1]! & VALUE_CONTINUES) !== 0;
    this.#valuesBefore += goesOn ? values.count - 1 : values.count;
  }

  /**
   * The profile of what was taken; undefined where there is nothing to say. Names in it may be printed. Uses the engine's memory, so no
   * segment may be in use any more.
   */
  finish(): ProfileTally | undefined {
    if (this.#family === undefined) return undefined;
    this.#settle(0, 0);
    const profile = this.#added(this.#family, (names) => this.#printer.print(names));
    // Text without hits is known by its item alone: many small files must not cost a message each.
    return this.#family === 'documents' && profile.columns.size === 0 ? undefined : profile;
  }

  /** Adds what was counted by name ids to what came before, as if it were a range of its own, and forgets the ids. */
  #settleNames(): void {
    this.#settled = this.#added(this.#family!, (names) => this.#printer.printAside(names));
    // What waits for a role goes on to do so.
    const pending = [...this.#pending];
    const counters = pending.map((slot) => this.#counters.slice(slot * STRIDE, (slot + 1) * STRIDE));
    const slots = pending.map((slot) => ({ ...this.#slots[slot]!, id: undefined }));
    const hits = [...this.#hits].flatMap(([key, found]) => {
      const slot = pending.indexOf(key % SLOTS);
      return slot < 0 ? [] : [[key - (key % SLOTS) + slot, found] as const];
    });
    this.#counters.fill(0, 0, this.#slots.length * STRIDE);
    for (const [slot, own] of counters.entries()) this.#counters.set(own, slot * STRIDE);
    this.#slotOfId.fill(NO_SLOT, 0, this.#parts.length);
    this.#slots = slots;
    this.#slotOfRole.clear();
    this.#parts = [];
    this.#pending = new Set(slots.keys());
    this.#hits = new Map(hits);
  }

  /** What was counted by name ids, behind what came before. What waits for a role is left out. */
  #added(family: ColumnFamily, print: Print): ProfileTally {
    const profile = noProfile(family);
    const { columns: names, groups } = this.#columnNames(print);
    if (groups.size > 0) profile.groups = groups;
    const isTold = this.#toldApart(names);
    const columnOf = ({ name, fold }: SlotColumn): ColumnTally => {
      if (!isTold(fold?.name ?? name)) return restOf(profile);
      const column = profile.columns.get(name) ?? noColumn(fold);
      profile.columns.set(name, column);
      return column;
    };
    for (const [slot, { role }] of this.#slots.entries()) {
      const at = slot * STRIDE;
      if (role === ROLE_PENDING || this.#counters[at + VALUES] === 0) continue;
      const [values, empty] = [this.#counters[at + VALUES]!, this.#counters[at + EMPTY]!];
      const column = columnOf(names[slot]!);
      column.values += values;
      column.empty += empty;
      for (let kind = 0; kind < VALUE_KINDS.length; kind++) column.kinds[kind]! += this.#counters[at + KINDS + kind]!;
    }
    for (const [key, { tally, held }] of this.#hits) {
      const slot = key % SLOTS;
      if (this.#slots[slot]!.role === ROLE_PENDING) continue;
      const column = columnOf(names[slot]!);
      const { hits } = column;
      const detector = this.#engine.detectors[Math.floor(key / SLOTS)]!.id;
      for (const [heldFor, { tally: waiting }] of held ?? [])
        addHeld(column, { detector, key: heldFor, hits: waiting }, undefined, mixHits);
      if (tally.occurrences === 0) continue;
      const known = hits.get(detector);
      if (known === undefined) hits.set(detector, tally);
      else mixHits(known, tally);
    }
    // First of all: of a hundred thousand columns, few places are kept.
    limit(profile);
    maskPlaces(profile, print);
    if (this.#settled === undefined) return profile;
    addProfile(this.#settled, profile);
    return this.#settled;
  }

  /** Whether a column is told apart, by its place in their order: to make columns of a hundred thousand takes longer than to count them. */
  #toldApart(names: readonly SlotColumn[]): (place: string) => boolean {
    if (names.length <= MOST_COLUMNS) return () => true;
    const hit = new Set([...this.#hits.keys()].map((key) => key % SLOTS));
    const used = names.filter(
      (_, slot) => this.#slots[slot]!.role !== ROLE_PENDING && (hit.has(slot) || this.#counters[slot * STRIDE + VALUES]! > 0),
    );
    const last = [...new Set(used.map(({ name, fold }) => fold?.name ?? name))].sort()[MOST_COLUMNS - 1];
    return (place) => last === undefined || place <= last;
  }

  /** Text has one slot, without name. */
  #slotOfText(): number {
    return this.#slotOfId[0] === NO_SLOT ? this.#slotOfNames(0, NO_NAMES) : this.#slotOfId[0]!;
  }

  /** Returns the number of values that are left in the table. */
  #count(segment: Segment, { count, starts, ends, names, flags }: ValueTable): number {
    const { bytes } = this.#memory;
    const { base } = segment;
    const isRecord = segment.shape === 'record';
    // Locals in place of fields: this runs once a value, and a field is looked up each time.
    let counters = this.#counters;
    let slotOfId = this.#slotOfId;
    const slotOfValue = this.#slotOfValue;
    let kept = 0;
    let before = segment.ownStart;
    this.#unsettledFrom = 0;
    for (let i = 0; i < count; i++) {
      const flag = flags[i]!;
      const id = names[i]!;
      const start = starts[i]!;
      const end = ends[i]!;
      let slot = id < slotOfId.length ? slotOfId[id]! : NO_SLOT;
      if (slot === NO_SLOT) slot = this.#slotOfNames(id, segment.names?.(id) ?? NO_NAMES);
      if (this.#hasChats) {
        slot = this.#slotInChat({ id, slot, flag, start, end, opens: hasBrace(bytes, before, start), kept });
        before = end;
      }
      counters = this.#counters;
      slotOfId = this.#slotOfId;
      if ((flag & VALUE_IS_NAME) !== 0) slot = -1 - slot;
      else if ((flag & VALUE_CONTINUED) !== 0) slot = this.#lastSlot;
      else {
        const at = slot * STRIDE;
        counters[at + VALUES]!++;
        if (start === end || (isRecord && isNull(bytes, start, end))) counters[at + EMPTY]!++;
        else if (isLookedAt(base + start)) counters[at + KINDS + valueKindIndex(bytes, start, end)]!++;
      }
      this.#lastSlot = slot;
      if (end - start < SHORTEST && (flag & (VALUE_CONTINUED | VALUE_CONTINUES)) === 0) continue;
      if (kept !== i) {
        starts[kept] = start;
        ends[kept] = end;
        names[kept] = id;
        flags[kept] = flag;
      }
      slotOfValue[kept++] = slot;
    }
    if (this.#hasChats && hasBrace(bytes, before, segment.ownEnd)) this.#isOpened = true;
    return kept;
  }

  /** Follows the messages of chats; returns the slot of a value, by its role where it has one. */
  #slotInChat({ id, slot, flag, start, end, opens, kept }: ChatValue): number {
    const isOpened = this.#isOpened || opens;
    this.#isOpened = false;
    const part = this.#parts[id];
    if ((flag & VALUE_IS_NAME) !== 0) {
      // The first key of an object in the list: a message begins.
      if (part === 'list' && isOpened) {
        this.#settle(0, kept);
        this.#role = ROLE_PENDING;
      }
      return slot;
    }
    if ((flag & VALUE_CONTINUED) !== 0) return slot;
    if (part === 'role') {
      this.#role = roleNumber(this.#memory.bytes, start, end);
      this.#settle(this.#role, kept);
    } else if (part === 'field') {
      const own = this.#slotOf(id, this.#role);
      if (this.#role === ROLE_PENDING) this.#pending.add(own);
      return own;
    }
    return slot;
  }

  /** Gives what waits for a role to `role`. @param kept values of the segment at hand that have a slot */
  #settle(role: number, kept: number): void {
    if (this.#pending.size > 0) {
      const moved = new Map([...this.#pending].map((slot) => [slot, this.#slotAs(this.#slots[slot]!, role)]));
      this.#pending.clear();
      for (const [from, to] of moved) {
        for (let i = 0; i < STRIDE; i++) {
          this.#counters[to * STRIDE + i]! += this.#counters[from * STRIDE + i]!;
          this.#counters[from * STRIDE + i] = 0;
        }
      }
      for (let i = this.#unsettledFrom; i < kept; i++)
        this.#slotOfValue[i] = moved.get(this.#slotOfValue[i]!) ?? this.#slotOfValue[i]!;
      this.#lastSlot = moved.get(this.#lastSlot) ?? this.#lastSlot;
      if (this.#hasPendingHits) this.#moveHits(moved);
    }
    this.#unsettledFrom = kept;
  }

  /** Hits in a block before the one in which the role stands. */
  #moveHits(moved: ReadonlyMap<number, number>): void {
    this.#hasPendingHits = false;
    for (const [key, { tally, lastValue, held }] of [...this.#hits]) {
      const to = moved.get(key % SLOTS);
      if (to === undefined) continue;
      this.#hits.delete(key);
      const into = this.#hitsOf(key - (key % SLOTS) + to);
      addHits(into.tally, tally);
      into.lastValue = lastValue;
      for (const [heldFor, waiting] of held ?? []) {
        const moving = heldIn(into, heldFor);
        addHits(moving.tally, waiting.tally);
        moving.tally.shared += waiting.tally.shared;
        moving.lastValue = waiting.lastValue;
      }
    }
  }

  #hitsOf(key: number): Hits {
    let hits = this.#hits.get(key);
    if (hits === undefined) {
      hits = { tally: noHits(), lastValue: NO_VALUE };
      this.#hits.set(key, hits);
    }
    return hits;
  }

  /** Slot of a name id that is met for the first time. */
  #slotOfNames(id: number, names: NameList): number {
    if (id >= this.#slotOfId.length) {
      const larger = new Int32Array(Math.max(id + 1, this.#slotOfId.length * 2)).fill(NO_SLOT);
      larger.set(this.#slotOfId);
      this.#slotOfId = larger;
    }
    const part = this.#family === 'records' ? chatPart(names) : 'none';
    this.#parts[id] = part;
    if (part !== 'none') this.#hasChats = true;
    const slot = this.#newSlot({ id, names, role: 0 });
    this.#slotOfId[id] = slot;
    return slot;
  }

  /** The slot of the same path with a role. */
  #slotAs({ id, names }: Slot, role: number): number {
    return id === undefined ? this.#newSlot({ id, names, role }) : this.#slotOf(id, role);
  }

  #slotOf(id: number, role: number): number {
    const withoutRole = this.#slotOfId[id]!;
    if (role === 0) return withoutRole;
    const key = id * (ROLE_PENDING + 1) + role;
    let slot = this.#slotOfRole.get(key);
    if (slot === undefined) {
      slot = this.#newSlot({ ...this.#slots[withoutRole]!, role });
      this.#slotOfRole.set(key, slot);
    }
    return slot;
  }

  #newSlot(own: Slot): number {
    const slot = this.#slots.push(own) - 1;
    if (this.#slots.length * STRIDE > this.#counters.length) {
      const larger = new Float64Array(this.#counters.length * 2);
      larger.set(this.#counters);
      this.#counters = larger;
    }
    return slot;
  }

  /** Printable column names by slot, folded where very many paths of this item differ in ids alone. */
  #columnNames(print: Print): { readonly columns: readonly SlotColumn[]; readonly groups: FoldGroups } {
    const groups: FoldGroups = new Map();
    // An object has many members; columns of tables that are called by numbers are as many columns.
    const folds = this.#slots.map(({ names }) => (this.#family === 'records' ? foldedName(names) : undefined));
    for (const fold of folds) if (fold !== undefined) addToGroup(groups, fold);
    const raw = this.#slots.map(({ names }, slot) => {
      const fold = folds[slot];
      const isFolded = fold !== undefined && groups.get(fold.group) === 'folded';
      const name = columnNameOf(isFolded ? fold.names : names);
      return isFolded || fold === undefined ? { name } : { name, fold, folded: columnNameOf(fold.names) };
    });
    const printable = print(raw.flatMap(({ name, folded = '' }) => [name, folded]).filter((name) => name !== ''));
    const columns = raw.map(({ name, fold, folded }, slot) => {
      const { role } = this.#slots[slot]!;
      const shown = (one: string): string => {
        const text = shownColumnName(printable.get(one) ?? one);
        return role > 0 && role < ROLE_PENDING ? `${text} (${ROLES[role]})` : text;
      };
      if (fold === undefined) return { name: shown(name) };
      return { name: shown(name), fold: { name: shown(folded), group: fold.group, member: fold.member, items: 0 } };
    });
    return { columns, groups };
  }
}

/** What a slot is in the profile. */
interface SlotColumn {
  readonly name: string;
  /** Set where it has an id in its path, and is not folded. */
  readonly fold?: ColumnFold;
}

/** A value of a record in which there are chats. */
interface ChatValue {
  readonly id: number;
  readonly slot: number;
  readonly flag: number;
  readonly start: number;
  readonly end: number;
  /** Whether an object begins between the value before and this one. */
  readonly opens: boolean;
  readonly kept: number;
}

/** Depends on the place alone, so that neither blocks nor ranges change what is looked at. */
function isLookedAt(offset: number): boolean {
  return offset < LOOKED_AT_ALL || Math.imul(offset, GOLDEN_RATIO) >>> (32 - SAMPLE_BITS) === 0;
}

function hasBrace(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i] === OPEN_BRACE) return true;
  return false;
}

/** Whether a value of JSON is `null`, and not a text of these letters. */
function isNull(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== NULL.length || bytes[start - 1] === QUOTE) return false;
  return NULL.every((byte, i) => bytes[start + i] === byte);
}

/** Those of one column that wait for its judgement under a key. */
function heldIn(hits: Hits, key: number): HeldInSlot {
  hits.held ??= new Map();
  const held = hits.held.get(key) ?? { tally: noHeld(), lastValue: NO_VALUE };
  hits.held.set(key, held);
  return held;
}

function maskPlaces(profile: ProfileTally, print: Print): void {
  const tallies = [...allColumns(profile)].flatMap(({ hits, held }) => [
    ...hits.values(),
    ...[...held.values()].flatMap((byKey) => [...byKey.values()]),
  ]);
  const printable = print(tallies.flatMap(({ places }) => places.flatMap(({ location }) => namesIn(location))));
  if (printable.size === 0) return;
  for (const tally of tallies)
    tally.places = tally.places.map((place) => ({ ...place, location: maskLocation(place.location, printable) }));
}
