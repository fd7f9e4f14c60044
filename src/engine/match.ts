/**
 * The hot path: a segment in, kept hits out. The prefilter marks and fits places in WebAssembly; what it emits is judged,
 * resolved and reported here, without an object per candidate.
 */
import type { Doubt } from '../core/doubt.js';
import type { FieldNames } from '../core/field-names.js';
import { CONFIDENCES } from '../core/result.js';
import {
  MOST_NAMES,
  type Segment,
  VALUE_CONTINUED,
  VALUE_CONTINUES,
  VALUE_ESCAPED,
  VALUE_FOLDS,
  VALUE_IS_NAME,
} from '../core/segment.js';
import { type Program, tablePart } from './compile.js';
import { isShortValue, isWholeInReach } from './context.js';
import { DecodedValues, VALUE_DECODED } from './decoded.js';
import { doubtUnder } from './doubt.js';
import { LabelWords } from './field-names.js';
import { FoldedText } from './folded.js';
import type { CompiledForm } from './form.js';
import { type Halo, plainHalo } from './halo.js';
import { Judge, type Subject, type WholeForm } from './judge.js';
import { ListedStarts } from './listed.js';
import { type CustomWords, type NameContext, NameGate } from './name-gate.js';
import { NamedSets } from './named-sets.js';
import { NumberNames } from './number-names.js';
import { loadPrepared } from './precompiled.js';
import { createPrefilter, type Prefilter, type ValueColumns } from './prefilter/prefilter.js';
import { type Prepared, prepare } from './prefilter/prepared.js';
import type { LazyRegex } from './re2.js';
import { HitList } from './resolve.js';
import { TriedValues } from './tried.js';
import type { EngineCounters, Hit, OnHit } from './types.js';
import { WholeForms } from './whole-forms.js';

const PIECE = VALUE_CONTINUED | VALUE_CONTINUES;

export class Matcher {
  readonly counters: EngineCounters = {
    bytes: 0,
    candidates: 0,
    fitted: 0,
    gated: 0,
    keywordLookups: 0,
    re2Tests: 0,
    validations: 0,
    decodedBytes: 0,
    hits: 0,
    kept: 0,
  };
  readonly prefilter: Prefilter;
  readonly tried: TriedValues;
  readonly fieldNames: FieldNames;
  readonly numberNames: NumberNames;
  private readonly program: Program;
  private readonly prepared: Prepared;
  private readonly nameGate: NameGate;
  private readonly hits: HitList;
  private readonly judge: Judge;
  private readonly decoded: DecodedValues;
  private readonly folded: FoldedText;
  /** Whether the last text held characters that fold: then the next one is folded before it is marked, which saves a pass. */
  private expectsFolds = false;
  private readonly halo: Halo;
  /** Where in the block the text begins that was walked in place. */
  private textStart = 0;
  /** Names of the item at hand, by id: their context, filled as ids appear. */
  private names: Segment['names'] | undefined;
  private readonly nameContexts: NamedSets[] = [];
  private readonly namedSets = new WeakMap<NameContext, NamedSets>();
  private readonly noNames: NamedSets;
  /** By name id: the forms that are the whole of a value so named. */
  private readonly wholeForms: (readonly WholeForm[])[] = [];
  private hasWholeForms = false;
  /** Up to which value of the table at hand they were tried. */
  private wholeCursor = 0;
  private readonly listed: ListedStarts;
  private readonly whole: WholeForms;
  private readonly hit: Hit;

  constructor(program: Program, regex: LazyRegex, capacity: number, confirmAll: boolean) {
    this.program = program;
    const inTables = tablePart(program);
    this.prepared = loadPrepared(inTables) ?? prepare(inTables);
    this.prefilter = createPrefilter(this.prepared, capacity);
    this.nameGate = new NameGate(program.keywords, customWords(program));
    this.whole = new WholeForms(program);
    this.fieldNames = new LabelWords(program);
    this.numberNames = new NumberNames(program.detectors, (names) => this.nameGate.contextOf(names));
    this.noNames = this.namedSetsOf(this.nameGate.contextOf([]));
    this.hits = new HitList(program.forms, () => idOrder(program));
    this.tried = new TriedValues(program.detectors.length);
    this.judge = new Judge(program, this.prepared, regex, this.prefilter, confirmAll, this.hits, this.tried, this.counters);
    this.listed = new ListedStarts(program, this.prefilter, this.judge);
    this.decoded = new DecodedValues(this.prefilter);
    this.folded = new FoldedText(this.prefilter);
    this.halo = plainHalo(program);
    this.hit = {
      detector: 0,
      form: 0,
      confidence: 'low',
      validated: false,
      doubt: undefined,
      keyword: undefined,
      start: 0,
      end: 0,
      value: -1,
      bytes: this.prefilter.block.bytes,
      at: 0,
      to: 0,
      unitStart: 0,
      unitEnd: 0,
      alternatives: [],
    };
  }

  scan(segment: Segment, onHit: OnHit, onBeaten?: OnHit): void {
    this.counters.bytes += segment.ownEnd - segment.ownStart;
    this.hits.clear();
    this.tried.clear();
    this.textStart = 0;
    if (segment.values) this.scanValues(segment, segment.values.count);
    else this.scanText(segment);
    this.counters.hits += this.hits.count;
    this.hits.resolve();
    this.report(segment, onHit, onBeaten);
    this.takeCounters();
  }

  /** A text in which a character folds is folded whole into scratch and walked there. */
  private scanText(segment: Segment): void {
    const { exports, block, scratch, scratchAt, scratchTable } = this.prefilter;
    const { length, ownStart, ownEnd } = segment;
    // The halo has room for text that shrinks; of text that does not, no more than needed is looked at, from a whole chunk on.
    const from = Math.max(0, ownStart - this.halo.left) & ~63;
    const to = Math.min(length, ownEnd + this.halo.right);
    if (!this.expectsFolds || !this.folded.take(length)) {
      exports.mark(block.blockAt + from, to - from);
      this.expectsFolds = exports.hasFolds() !== 0 && this.folded.take(length);
      if (!this.expectsFolds) {
        this.textStart = from;
        const text = { bytes: block.bytes.subarray(from, to), address: block.blockAt + from, slot: -1 };
        this.walkText(text, ownStart - from, ownEnd - from);
        return;
      }
    }
    scratchTable.starts[0] = 0;
    scratchTable.ends[0] = this.folded.length;
    this.counters.decodedBytes += this.folded.length;
    exports.mark(scratchAt, this.folded.length);
    const text = { bytes: scratch.subarray(0, this.folded.length), address: scratchAt, slot: 0 };
    this.walkText(text, this.folded.foldedOffset(ownStart), this.folded.foldedOffset(ownEnd));
  }

  /** @param text as it was marked; the part that belongs to its block is `[ownStart, ownEnd)` */
  private walkText(text: Pick<Subject, 'bytes' | 'address' | 'slot'>, ownStart: number, ownEnd: number): void {
    const { exports } = this.prefilter;
    const { length } = text.bytes;
    const subject: Subject = { ...text, start: 0, end: length, isShort: false, value: -1, names: this.noNames };
    this.judge.beginPass();
    // Rivals of the block's own hits start up to one longest match outside of it.
    const to = Math.min(length, ownEnd + this.program.longest);
    for (let at = Math.max(0, ownStart - this.program.longest); at < to; ) {
      at = exports.walkText(text.address, length, at, to);
      this.takeCandidates(subject, undefined);
    }
    if (this.listed.hasStarts) {
      this.hits.beginRun();
      this.listed.gather(Math.max(0, ownStart - this.program.longest), to);
      this.listed.take(subject);
      this.hits.merge(0);
    }
    if (this.judge.hasSearches) {
      this.judge.search(subject);
      this.hits.sort();
    }
  }

  /** Values as they stand in place, then those with escapes or characters that fold, decoded into scratch and walked there by one call. */
  private scanValues(segment: Segment, count: number): void {
    const { block, scratch, scratchAt, scratchTable } = this.prefilter;
    const { starts, ends, names, flags } = segment.values!;
    const nameless = segment.shape === 'column' ? VALUE_IS_NAME : 0;
    this.enterNames(segment, count);
    // Where they are few and far between, to find their places anew in all bytes of the block takes longer than to copy them.
    if (segment.isSparse !== true) {
      this.scanTable(
        { count, starts, ends, names, flags },
        block.bytes.subarray(0, segment.length),
        block.blockAt,
        VALUE_DECODED,
        nameless,
      );
    }
    this.decoded.take(segment, count);
    if (this.decoded.count === 0) return;
    this.counters.decodedBytes += this.decoded.bytesUsed;
    this.scanTable(
      { ...scratchTable, count: this.decoded.count },
      scratch.subarray(0, this.decoded.length),
      scratchAt,
      0,
      nameless,
    );
  }

  private scanTable(table: ValueColumns, bytes: Uint8Array, address: number, skip: number, nameless: number): void {
    const { exports } = this.prefilter;
    const subject: Subject = { bytes, start: 0, end: 0, isShort: false, address, value: -1, slot: -1, names: this.noNames };
    const before = this.hits.count;
    exports.mark(address, bytes.length);
    this.judge.beginPass();
    const [starts, ends, names, flags] = [table.starts, table.ends, table.names, table.flags].map((column) =>
      this.addressOf(column),
    );
    if (skip & VALUE_FOLDS && exports.hasFolds() !== 0) {
      exports.flagFolds(address, bytes.length, table.count, starts!, ends!, flags!, VALUE_ESCAPED, VALUE_FOLDS);
    }
    this.wholeCursor = 0;
    for (let at = 0; at < bytes.length; ) {
      at = exports.walkValues(address, at, bytes.length, table.count, starts!, ends!, names!, flags!, skip, nameless);
      this.takeCandidates(subject, table, skip, nameless);
    }
    this.takeWholes(subject, table, table.count, skip, nameless);
    this.takeListed(subject, table, skip, nameless, before);
    if (!this.judge.hasSearches) return;
    for (let i = 0; i < table.count; i++) {
      if ((table.flags[i] as number) & skip) continue;
      this.enterValue(subject, table, i, nameless);
      this.judge.search(subject);
    }
    this.hits.sort();
    this.tried.join();
  }

  /**
   * Forms that lists find, by value: few values hold a start.
   * @param before hits that are not of this table
   */
  private takeListed(subject: Subject, table: ValueColumns, skip: number, nameless: number, before: number): void {
    const { listed, hits } = this;
    if (!listed.hasStarts) return;
    hits.beginRun();
    listed.gather(0, subject.bytes.length);
    for (let i = 0; i < table.count && listed.hasMore; i++) {
      const { next } = listed;
      while (i < table.count && (table.ends[i] as number) <= next) i++;
      if (i === table.count || (table.flags[i] as number) & skip) continue;
      this.enterValue(subject, table, i, nameless);
      listed.take(subject);
    }
    hits.merge(before);
  }

  private addressOf(column: Uint32Array | Uint8Array): number {
    if (column.buffer !== this.prefilter.bytes.buffer) throw new RangeError('a value table must lie in block memory');
    return column.byteOffset;
  }

  /** Fills the gate bits of name ids that this item has not shown before: ids are dense. Those of all others are clear. */
  private enterNames(segment: Segment, count: number): void {
    const { nameGate, gateBytes, exports } = this.prefilter;
    if (segment.names !== this.names) {
      this.names = segment.names;
      nameGate.fill(0, 0, this.nameContexts.length * gateBytes);
      this.nameContexts.length = this.wholeForms.length = 0;
      this.hasWholeForms = false;
    }
    if (count === 0) return;
    const highest = exports.highestName(this.addressOf(segment.values!.names), count) >>> 0;
    if (highest >= MOST_NAMES) throw new RangeError('a reader gave more names than the engine holds');
    for (let id = this.nameContexts.length; id <= highest; id++) {
      const list = segment.names?.(id) ?? [];
      const context = this.nameGate.contextOf(list);
      const forms = this.whole.of(list, context);
      this.wholeForms.push(forms);
      this.hasWholeForms ||= forms.length > 0;
      this.nameContexts.push(this.namedSetsOf(context));
      for (const detector of context.keys()) {
        const gate = this.prepared.gates[detector] as number;
        if (gate >= 0) nameGate[id * gateBytes + (gate >> 3)]! |= 1 << (gate & 7);
      }
    }
  }

  private namedSetsOf(context: NameContext): NamedSets {
    const known = this.namedSets.get(context);
    if (known) return known;
    const sets = new NamedSets(this.program, this.prepared.sets, context);
    this.namedSets.set(context, sets);
    return sets;
  }

  /** Judges what the prefilter emitted by its last call. */
  private takeCandidates(subject: Subject, table: ValueColumns | undefined, skip = 0, nameless = 0): void {
    const { exports, candidates } = this.prefilter;
    const total = exports.candidateTotal();
    this.counters.gated += total;
    this.judge.beginCall();
    let entered = -1;
    for (let i = 0; i < total; i++) {
      const index = candidates[i * 4 + 3] as number;
      if (table && index !== entered) {
        this.takeWholes(subject, table, index + 1, skip, nameless);
        entered = index;
        this.enterValue(subject, table, index, nameless);
      }
      this.judge.take(candidates[i * 4 + 2]!, subject, candidates[i * 4]!, candidates[i * 4 + 1]!);
    }
  }

  /** Tries the values before `to` as a whole where their names mark them. */
  private takeWholes(subject: Subject, table: ValueColumns, to: number, skip: number, nameless: number): void {
    if (!this.hasWholeForms) return;
    const { flags, names } = table;
    for (; this.wholeCursor < to; this.wholeCursor++) {
      const index = this.wholeCursor;
      if ((flags[index] as number) & (skip | nameless)) continue;
      const forms = this.wholeForms[names[index] as number]!;
      if (forms.length === 0) continue;
      this.enterValue(subject, table, index, nameless);
      if (subject.isShort) for (const form of forms) this.judge.takeWhole(form, subject);
    }
  }

  private enterValue(subject: Subject, table: ValueColumns, index: number, nameless: number): void {
    const flags = table.flags[index] as number;
    const isDecoded = table.starts === this.prefilter.scratchTable.starts;
    subject.start = table.starts[index] as number;
    subject.end = table.ends[index] as number;
    subject.isShort = (flags & PIECE) === 0 && isShortValue(subject);
    subject.names = subject.isShort && (flags & nameless) === 0 ? this.nameContexts[table.names[index] as number]! : this.noNames;
    subject.slot = isDecoded ? index : -1;
    subject.value = isDecoded ? this.decoded.index(index) : index;
  }

  /** Calls back for the kept hits that start in the owned range: those in place and those decoded, merged by value. */
  private report(segment: Segment, onHit: OnHit, onBeaten: OnHit | undefined): void {
    const { hits } = this;
    let placed = 0;
    let decoded = 0;
    while (decoded < hits.count && hits.slot[decoded] === -1) decoded++;
    const firstDecoded = decoded;
    while (placed < firstDecoded || decoded < hits.count) {
      const takePlaced = decoded === hits.count || (placed < firstDecoded && hits.value[placed]! < hits.value[decoded]!);
      const index = takePlaced ? placed++ : decoded++;
      const callback = hits.beaten[index] ? onBeaten : onHit;
      if (callback !== undefined) this.reportHit(index, segment, callback);
    }
  }

  private reportHit(index: number, segment: Segment, onHit: OnHit): void {
    const { hits, hit, program, decoded, folded, prefilter } = this;
    const start = hits.start[index] as number;
    const end = hits.end[index] as number;
    const slot = hits.slot[index] as number;
    if (slot < 0) {
      hit.start = this.textStart + start;
      hit.end = this.textStart + end;
    } else if (segment.values === undefined) {
      hit.start = folded.rawOffset(start);
      hit.end = folded.rawOffset(end);
    } else {
      hit.start = decoded.rawOffset(slot, start);
      hit.end = decoded.rawOffset(slot, end);
    }
    if (hit.start < segment.ownStart || hit.start >= segment.ownEnd) return;
    const form = program.forms.at(hits.form[index] as number);
    hit.detector = form.detector;
    hit.form = form.form;
    hit.confidence = CONFIDENCES[hits.confidence[index] as number]!;
    hit.validated = hits.validated[index] === 1;
    hit.keyword = hits.keyword[index];
    hit.value = hits.value[index] as number;
    hit.bytes = slot < 0 ? prefilter.block.bytes : prefilter.scratch;
    hit.at = slot < 0 ? hit.start : start;
    hit.to = slot < 0 ? hit.end : end;
    hit.unitStart = slot < 0 ? (segment.values?.starts[hit.value] ?? this.textStart) : prefilter.scratchTable.starts[slot]!;
    hit.unitEnd = slot < 0 ? (segment.values?.ends[hit.value] ?? segment.length) : prefilter.scratchTable.ends[slot]!;
    hit.alternatives = hits.alternatives(index);
    hit.doubt = this.doubtOf(form, segment);
    if (!hits.beaten[index]) this.counters.kept++;
    onHit(hit, segment);
  }

  /** What the hit at hand, of that form, leaves to its column to say. */
  private doubtOf(form: CompiledForm, segment: Segment): Doubt | undefined {
    const { hit } = this;
    if (form.doubt === undefined) {
      const isOnlyChecked = form.standsOnCheck && hit.validated && hit.keyword === undefined && hit.confidence !== 'low';
      return isOnlyChecked && isWholeInReach(hit, segment) ? 'check' : undefined;
    }
    if (hit.value < 0 || !isWholeInReach(hit, segment)) return undefined;
    const { names, flags } = segment.values!;
    const isAll = hit.at === hit.unitStart && hit.to === hit.unitEnd;
    // A header cell is named by nothing.
    const isHeader = segment.shape === 'column' && (flags[hit.value]! & VALUE_IS_NAME) !== 0;
    const forms = isHeader ? [] : this.wholeForms[names[hit.value]!]!;
    return doubtUnder(form.doubt, this.whole.headingOf(forms, hit.detector), isAll);
  }

  private takeCounters(): void {
    const { exports } = this.prefilter;
    this.counters.candidates += exports.takeWalked();
    this.counters.fitted += exports.takeFitted();
    this.counters.keywordLookups += exports.takeLooked();
  }
}

/** Words of users' detectors, which are in no table. */
function customWords({ detectors }: Program): CustomWords {
  return new Map(
    detectors.flatMap(({ custom }, detector) =>
      custom !== undefined && custom.keywords.length > 0 ? [[detector, custom.keywords]] : [],
    ),
  );
}

/** Place of each detector among all ids in code-point order. */
function idOrder(program: Program): Int32Array {
  const ids = program.detectors.map((sheet, index) => ({ id: sheet.id, index }));
  ids.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.index - b.index));
  const order = new Int32Array(ids.length);
  ids.forEach(({ index }, place) => {
    order[index] = place;
  });
  return order;
}
