/**
 * The hot path: a segment in, kept hits out. The prefilter marks and fits places in WebAssembly; what it emits is
 * confirmed, validated, put in context and resolved here, without an object per candidate.
 */
import { CONFIDENCES } from '../core/result.js';
import { type Segment, VALUE_CONTINUED, VALUE_CONTINUES, VALUE_ESCAPED } from '../core/segment.js';
import type { Verdict } from '../core/verdict.js';
import { boundaryMask } from './boundaries.js';
import type { CompiledForm, Program } from './compile.js';
import { confidenceOf, KeywordHits, SHORT_VALUE, type Unit } from './context.js';
import { DecodedValues } from './decoded.js';
import { type NameContext, NameGate } from './name-gate.js';
import { createPrefilter, type Prefilter } from './prefilter/prefilter.js';
import { type FormSets, formSets, gateIndexes, MOST_NAMES } from './prefilter/tables.js';
import type { RegexEngine, Sticky } from './re2.js';
import { HitList } from './resolve.js';
import { matchInWindow, searchUnit } from './search.js';
import type { EngineCounters, Hit, OnHit } from './types.js';

/** Digit groups of a run that may end a value, from its start. */
const MOST_GROUPS = 8;
const NO_NAMES: NameContext = new Map();

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
  private readonly program: Program;
  private readonly regex: RegexEngine;
  private readonly confirmAll: boolean;
  private readonly sets: FormSets;
  private readonly gates: Int32Array;
  private readonly nameGate: NameGate;
  private readonly keywordHits: KeywordHits;
  private readonly hits: HitList;
  private readonly decoded: DecodedValues;
  private readonly stickies: (Sticky | undefined)[] = [];
  private readonly searched: readonly number[];
  /** Names of the item at hand, by id: their context, filled as ids appear. */
  private names: Segment['names'] | undefined;
  private readonly nameContexts: NameContext[] = [];
  /** Start of the last candidate that a form without proof was tried at, by form. */
  private readonly triedAt: Int32Array;
  private readonly hit: Hit;

  constructor(program: Program, regex: RegexEngine, capacity: number, confirmAll: boolean) {
    this.program = program;
    this.regex = regex;
    this.confirmAll = confirmAll;
    this.sets = formSets(program);
    this.gates = gateIndexes(program);
    this.prefilter = createPrefilter(program, this.sets, this.gates, capacity);
    this.nameGate = new NameGate(program.keywords);
    this.keywordHits = new KeywordHits(program.keywords, this.prefilter.words, program.detectors.length);
    this.hits = new HitList(program.forms, idOrder(program));
    this.decoded = new DecodedValues(this.prefilter);
    this.searched = program.forms.flatMap((form, i) => (form.mark.kind === 'search' ? [i] : []));
    this.triedAt = new Int32Array(program.forms.length);
    this.hit = {
      detector: 0,
      form: 0,
      confidence: 'low',
      validated: false,
      keyword: undefined,
      start: 0,
      end: 0,
      value: -1,
      bytes: this.prefilter.block.bytes,
      at: 0,
      to: 0,
      alternatives: [],
    };
  }

  scan(segment: Segment, onHit: OnHit): void {
    this.counters.bytes += segment.ownEnd - segment.ownStart;
    this.hits.clear();
    if (segment.values) this.scanValues(segment, segment.values.count, onHit);
    else this.scanText(segment, onHit);
    this.takeCounters();
  }

  private scanText(segment: Segment, onHit: OnHit): void {
    const { exports, block } = this.prefilter;
    const { length, ownStart, ownEnd } = segment;
    const unit: Unit = { bytes: block.bytes.subarray(0, length), start: 0, end: length, isShort: false };
    exports.mark(block.blockAt, length);
    // Rivals of the block's own hits start up to one longest match outside of it.
    const to = Math.min(length, ownEnd + this.program.longest);
    this.triedAt.fill(-1);
    for (let at = Math.max(0, ownStart - this.program.longest); at < to; ) {
      at = exports.walkText(block.blockAt, length, at, to);
      this.takeCandidates(unit, segment);
    }
    if (this.searched.length > 0) this.search(unit, block.blockAt, -1, NO_NAMES);
    this.report(segment, unit.bytes, onHit);
  }

  private scanValues(segment: Segment, count: number, onHit: OnHit): void {
    const { exports, block, bytes } = this.prefilter;
    const values = segment.values!;
    this.enterNames(segment, count);
    const unit: Unit = { bytes: block.bytes.subarray(0, segment.length), start: 0, end: 0, isShort: false };
    exports.mark(block.blockAt, segment.length);
    this.triedAt.fill(-1);
    const address = (column: Uint32Array | Uint8Array): number => {
      if (column.buffer !== bytes.buffer) throw new RangeError('a value table must lie in block memory');
      return column.byteOffset;
    };
    for (let at = 0; at < segment.length; ) {
      at = exports.walkValues(
        block.blockAt,
        at,
        segment.length,
        count,
        address(values.starts),
        address(values.ends),
        address(values.names),
        address(values.flags),
        VALUE_ESCAPED,
      );
      this.takeCandidates(unit, segment);
    }
    if (this.searched.length > 0) this.searchValues(unit, segment, count);
    this.report(segment, unit.bytes, onHit);
    this.scanDecoded(segment, count, onHit);
  }

  /** Values with escapes: all of a block are decoded into scratch and walked there by one call. */
  private scanDecoded(segment: Segment, count: number, onHit: OnHit): void {
    const { decoded } = this;
    decoded.take(segment, count);
    if (decoded.count === 0) return;
    this.counters.decodedBytes += decoded.bytesUsed;
    this.hits.clear();
    const { exports, scratchAt, scratch, scratchTable } = this.prefilter;
    const unit: Unit = { bytes: scratch.subarray(0, decoded.length), start: 0, end: 0, isShort: false };
    exports.mark(scratchAt, decoded.length);
    this.triedAt.fill(-1);
    for (let at = 0; at < decoded.length; ) {
      at = exports.walkValues(
        scratchAt,
        at,
        decoded.length,
        decoded.count,
        scratchTable.startsAt,
        scratchTable.endsAt,
        scratchTable.namesAt,
        scratchTable.flagsAt,
        0,
      );
      this.takeCandidates(unit, segment, decoded);
    }
    if (this.searched.length > 0) this.searchValues(unit, segment, decoded.count, decoded);
    this.report(segment, unit.bytes, onHit, decoded);
  }

  /** Fills the gate bits of name ids that this item has not shown before. */
  private enterNames(segment: Segment, count: number): void {
    if (segment.names !== this.names) {
      this.names = segment.names;
      this.nameContexts.length = 0;
    }
    const { nameGate, gateBytes } = this.prefilter;
    const ids = segment.values!.names;
    for (let i = 0; i < count; i++) {
      const id = ids[i] as number;
      if (this.nameContexts[id] !== undefined) continue;
      if (id >= MOST_NAMES) throw new RangeError('a reader gave more names than the engine holds');
      const context = segment.names ? this.nameGate.contextOf(segment.names(id)) : NO_NAMES;
      this.nameContexts[id] = context;
      nameGate.fill(0, id * gateBytes, (id + 1) * gateBytes);
      for (const detector of context.keys()) {
        const gate = this.gates[detector] as number;
        if (gate >= 0) nameGate[id * gateBytes + (gate >> 3)]! |= 1 << (gate & 7);
      }
    }
  }

  /** Judges what the prefilter emitted since its last call. */
  private takeCandidates(unit: Unit, segment: Segment, decoded?: DecodedValues): void {
    const { exports, candidates } = this.prefilter;
    const total = exports.candidateTotal();
    this.keywordHits.reset(exports.wordTotal());
    this.counters.gated += total;
    const values = decoded ? this.prefilter.scratchTable : segment.values;
    let entered = -1;
    let names = NO_NAMES;
    for (let i = 0; i < total; i++) {
      const start = candidates[i * 4] as number;
      const end = candidates[i * 4 + 1] as number;
      const set = this.sets.sets[candidates[i * 4 + 2] as number]!;
      const value = values ? (candidates[i * 4 + 3] as number) : -1;
      if (value !== entered && values) {
        entered = value;
        unit.start = values.starts[value] as number;
        unit.end = values.ends[value] as number;
        const isWhole = decoded || ((segment.values!.flags[value] as number) & (VALUE_CONTINUED | VALUE_CONTINUES)) === 0;
        unit.isShort = isWhole && isShortValue(unit);
        names = unit.isShort ? this.nameContexts[values.names[value] as number]! : NO_NAMES;
      }
      this.keywordHits.advance(unit.isShort ? unit.start : Math.max(unit.start, start - this.program.contextBytes));
      for (let k = 0; k < set.length; k++) this.judge(set[k] as number, unit, start, end, value, names);
    }
  }

  /** Confirms one form at one candidate and adds the hit. `end` is the match's end where the fit proved it. */
  private judge(formIndex: number, unit: Unit, start: number, end: number, value: number, names: NameContext): void {
    const form = this.program.forms[formIndex]!;
    if (form.proved && !form.groupEnds && !this.confirmAll) {
      this.weigh(form, formIndex, unit, start, end, value, names);
      return;
    }
    // The fit may say "may match from here" at several lengths; RE2 is asked once.
    if (this.triedAt[formIndex] === start) return;
    this.triedAt[formIndex] = start;
    // The keyword is cheaper than RE2; in a longer unit it depends on where the match ends.
    if (form.mode === 'required' && unit.isShort && this.keywordFor(form, unit, start, start, names) === undefined) return;
    const matched = this.confirm(formIndex, unit, start);
    if (matched > start) this.tryEnds(form, formIndex, unit, start, matched, value, names);
  }

  /** Tests the right boundary and validator at the match's end, or at the ends of its digit groups, the longest first. */
  private tryEnds(
    form: CompiledForm,
    formIndex: number,
    unit: Unit,
    start: number,
    matched: number,
    value: number,
    names: NameContext,
  ): void {
    if (!form.groupEnds) {
      if (this.endsWell(form, unit, matched)) this.weigh(form, formIndex, unit, start, matched, value, names);
      return;
    }
    const ends = groupEnds(unit.bytes, start, matched);
    for (let i = ends.length - 1; i >= 0; i--) {
      const end = ends[i]!;
      if (this.endsWell(form, unit, end) && this.weigh(form, formIndex, unit, start, end, value, names)) return;
    }
  }

  private endsWell(form: CompiledForm, unit: Unit, end: number): boolean {
    const near = end < unit.end ? (unit.bytes[end] as number) : -1;
    const far = end + 1 < unit.end ? (unit.bytes[end + 1] as number) : -1;
    return (boundaryMask(this.program.rightTables, near, far) & form.boundaryBit) === 0;
  }

  private confirm(formIndex: number, unit: Unit, start: number): number {
    this.counters.re2Tests++;
    return matchInWindow(this.sticky(formIndex), this.program.forms[formIndex]!, unit, start);
  }

  /** Patterns compile at first use: most are never asked. */
  private sticky(formIndex: number): Sticky {
    const known = this.stickies[formIndex];
    if (known) return known;
    const form = this.program.forms[formIndex]!;
    const compiled = this.regex.compile(form.pattern, form.longest);
    this.stickies[formIndex] = compiled;
    return compiled;
  }

  /** Validates and weighs a match; true unless the validator refuses it. */
  private weigh(
    form: CompiledForm,
    formIndex: number,
    unit: Unit,
    start: number,
    end: number,
    value: number,
    names: NameContext,
  ): boolean {
    let verdict: Verdict = 'unknown';
    if (form.validator) {
      this.counters.validations++;
      verdict = form.validator(unit.bytes, start, end);
      if (verdict === 'invalid') return false;
    }
    const keyword = this.keywordFor(form, unit, start, end, names);
    if (keyword === undefined ? form.mode === 'required' : form.mode === 'absent') return true;
    const isReserved = form.reserved?.(unit.bytes, start, end) === true;
    const confidence = confidenceOf(form, verdict, keyword !== undefined, isReserved);
    this.hits.add(formIndex, start, end, value, confidence, verdict === 'valid', keyword);
    return true;
  }

  private keywordFor(form: CompiledForm, unit: Unit, start: number, end: number, names: NameContext): string | undefined {
    return this.keywordHits.nearest(form.detector, form.distance, unit, start, end) ?? names.get(form.detector);
  }

  /** Forms without a mark: RE2 searches the whole unit, and keywords are looked up around what it finds. */
  private search(unit: Unit, baseAddress: number, value: number, names: NameContext): void {
    for (const formIndex of this.searched) {
      const form = this.program.forms[formIndex]!;
      searchUnit(this.sticky(formIndex), form, this.program.leftTables, unit, (start, matched) => {
        this.lookUpAround(unit, baseAddress, start, matched);
        this.tryEnds(form, formIndex, unit, start, matched, value, names);
      });
    }
    this.hits.sort();
  }

  private lookUpAround(unit: Unit, baseAddress: number, start: number, end: number): void {
    const { exports } = this.prefilter;
    const from = unit.isShort ? unit.start : Math.max(unit.start, start - this.program.contextBytes);
    const to = unit.isShort ? unit.end : Math.min(unit.end, end + this.program.contextBytes);
    exports.lookUpWords(baseAddress, from, to);
    this.keywordHits.reset(exports.wordTotal());
  }

  private searchValues(unit: Unit, segment: Segment, count: number, decoded?: DecodedValues): void {
    const table = decoded ? this.prefilter.scratchTable : segment.values!;
    const address = decoded ? this.prefilter.scratchAt : this.prefilter.block.blockAt;
    for (let i = 0; i < count; i++) {
      if (!decoded && (segment.values!.flags[i] as number) & VALUE_ESCAPED) continue;
      unit.start = table.starts[i] as number;
      unit.end = table.ends[i] as number;
      unit.isShort = isShortValue(unit);
      this.search(unit, address, i, unit.isShort ? this.nameContexts[table.names[i] as number]! : NO_NAMES);
    }
  }

  /** Resolves the hits at hand and calls back for those that are kept and start in the owned range. */
  private report(segment: Segment, bytes: Uint8Array, onHit: OnHit, decoded?: DecodedValues): void {
    const { hits, hit, program } = this;
    this.counters.hits += hits.count;
    hits.resolve();
    for (let i = 0; i < hits.count; i++) {
      if (hits.beaten[i]) continue;
      const start = hits.start[i] as number;
      const end = hits.end[i] as number;
      const value = hits.value[i] as number;
      hit.start = decoded ? decoded.rawOffset(value, start) : start;
      hit.end = decoded ? decoded.rawOffset(value, end) : end;
      if (hit.start < segment.ownStart || hit.start >= segment.ownEnd) continue;
      const form = program.forms[hits.form[i] as number]!;
      hit.detector = form.detector;
      hit.form = form.form;
      hit.confidence = CONFIDENCES[hits.confidence[i] as number]!;
      hit.validated = hits.validated[i] === 1;
      hit.keyword = hits.keyword[i];
      hit.value = decoded ? decoded.index(value) : value;
      hit.bytes = bytes;
      hit.at = start;
      hit.to = end;
      hit.alternatives = hits.alternatives(i);
      this.counters.kept++;
      onHit(hit, segment);
    }
  }

  private takeCounters(): void {
    const { exports } = this.prefilter;
    this.counters.candidates += exports.takeWalked();
    this.counters.fitted += exports.takeFitted();
    this.counters.keywordLookups += exports.takeLooked();
  }
}

/** Whether a value has at most 256 characters. */
function isShortValue(unit: Unit): boolean {
  const bytes = unit.end - unit.start;
  if (bytes <= SHORT_VALUE) return true;
  if (bytes > SHORT_VALUE * 4) return false;
  let characters = 0;
  for (let i = unit.start; i < unit.end; i++) if (((unit.bytes[i] as number) & 0xc0) !== 0x80) characters++;
  return characters <= SHORT_VALUE;
}

/** Ends of the first digit groups of `[start, end)`, ascending. */
function groupEnds(bytes: Uint8Array, start: number, end: number): number[] {
  const isDigit = (at: number): boolean => (bytes[at] as number) >= 48 && (bytes[at] as number) <= 57;
  const ends: number[] = [];
  for (let at = start + 1; at <= end && ends.length < MOST_GROUPS; at++) {
    if (isDigit(at - 1) && (at === end || !isDigit(at))) ends.push(at);
  }
  return ends;
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
