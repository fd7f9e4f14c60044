/**
 * Judges candidates: RE2 where the fit has not proved the match, right boundary, validator, keyword, confidence. What
 * passes is added to the hits of the block.
 */
import { CONFIDENCES } from '../core/result.js';
import type { Verdict } from '../core/verdict.js';
import { BEGINNING, beginningAt } from './beginnings.js';
import { leftMask, rightMask } from './boundaries.js';
import { type ClassRun, classRunsOf, runsEnd } from './class-run.js';
import type { Program } from './compile.js';
import { confidenceOf, KeywordHits, KeywordSets, type Unit } from './context.js';
import { customContext } from './custom-context.js';
import { type CompiledForm, checksOf } from './form.js';
import type { NamedSets } from './named-sets.js';
import { emptyList } from './number-lists.js';
import type { Prefilter } from './prefilter/prefilter.js';
import type { Prepared } from './prefilter/prepared.js';
import { NEEDS_NOTHING } from './prefilter/tables.js';
import type { LazyRegex, Sticky } from './re2.js';
import type { HitList } from './resolve.js';
import { matchBefore, matchInWindow, searchUnit } from './search.js';
import { SettledSpans } from './settled-spans.js';
import { TakenValues } from './taken-values.js';
import { TreeMatches } from './tree-match.js';
import type { TriedValues } from './tried.js';
import type { EngineCounters } from './types.js';

/** Digit groups of a run that may end a value, from its start. */
const MOST_GROUPS = 8;

/** Bytes behind a candidate up to which it pays to gather all keywords before its forms are judged one by one. */
const LONGEST_GATHERED = 256;
/** As hits have it. */
const HIGH = CONFIDENCES.indexOf('high');
/** Forms of a set, all with their ends known, for which their keywords are looked at one by one. */
const FEW_FORMS = 3;

/** The unit at hand: a text or one value, and where it lies. One object is reused. */
export interface Subject extends Unit {
  /** Address of `bytes[0]` in WebAssembly memory. */
  address: number;
  /** Index in the segment's value table, or -1 in text. */
  value: number;
  /** Index among the decoded values, or -1 in place. */
  slot: number;
  names: NamedSets;
}

/** A form whose values the name at hand marks, and the keyword that the name ends with. */
export interface WholeForm {
  /** Index in `Program.forms`. */
  readonly index: number;
  readonly keyword: string;
}

/** A keyword that is settled, or that there is none. */
interface Known {
  readonly keyword: string | undefined;
}

export class Judge {
  private readonly program: Program;
  private readonly sets: Pick<Prepared, 'sets' | 'needs' | 'tails'>;
  private readonly regex: LazyRegex;
  private readonly prefilter: Prefilter;
  private readonly confirmAll: boolean;
  private readonly hits: HitList;
  private readonly tried: TriedValues;
  private readonly counters: EngineCounters;
  private readonly near: KeywordHits;
  private readonly aside: KeywordHits;
  private readonly stickies: (Sticky | undefined)[];
  /** By form: the runs of classes that its pattern is, null where it is something else. */
  private readonly runs: (readonly ClassRun[] | null | undefined)[];
  /** By form that lists start: how it may begin, where that is known. */
  private readonly beginnings: (ReadonlySet<number> | undefined)[];
  /** By form, as `stickies`: what stands before the value. */
  private readonly befores: (Sticky | undefined)[];
  private readonly taken: TakenValues;
  private readonly settled: SettledSpans;
  /** The value that a form had as a whole, the last one. */
  private readonly whole = { detector: -1, value: -1, slot: -1 };
  private readonly trees = new TreeMatches();
  /** Start of the last candidate at which RE2 was asked, by form. */
  private readonly triedAt: Int32Array;

  constructor(
    program: Program,
    sets: Pick<Prepared, 'sets' | 'needs' | 'tails'>,
    regex: LazyRegex,
    prefilter: Prefilter,
    confirmAll: boolean,
    hits: HitList,
    tried: TriedValues,
    counters: EngineCounters,
  ) {
    this.program = program;
    this.sets = sets;
    this.regex = regex;
    this.prefilter = prefilter;
    this.confirmAll = confirmAll;
    this.hits = hits;
    this.tried = tried;
    this.counters = counters;
    const keywordSets = new KeywordSets(program.keywords, program.detectors.length);
    this.near = new KeywordHits(keywordSets, prefilter.words);
    this.aside = new KeywordHits(keywordSets, prefilter.wordsAside);
    this.triedAt = new Int32Array(program.forms.length);
    const { listed } = program.unplaced;
    this.taken = new TakenValues(
      program.detectors.length,
      listed.map((index) => program.forms.at(index).detector),
    );
    this.settled = new SettledSpans(program.detectors.length);
    this.stickies = emptyList(program.forms.length);
    this.runs = emptyList(program.forms.length);
    this.befores = emptyList(program.forms.length);
    this.beginnings = emptyList(program.forms.length);
    for (const index of confirmAll ? [] : listed) this.beginnings[index] = knownBeginnings(program.forms.at(index));
  }

  /** Whether some forms are found by no mark, so that each unit must be given to `search`. */
  get hasSearches(): boolean {
    return this.program.unplaced.searched.length > 0;
  }

  /** A new pass over bytes: starts begin anew. */
  beginPass(): void {
    this.near.isWide = this.aside.isWide = this.prefilter.exports.isWide() !== 0;
    this.triedAt.fill(-1);
    this.whole.detector = -1;
    this.taken.clear();
    this.settled.clear();
  }

  /** A new prefilter call, with its keyword hits. */
  beginCall(): void {
    this.near.reset(this.prefilter.exports.wordTotal());
  }

  /** Judges the entries of a set at one candidate: forms that end at `end`, and forms that RE2 is asked about. */
  take(set: number, subject: Subject, start: number, end: number): void {
    this.near.advance(subject.isShort ? subject.start : Math.max(subject.start, start - this.program.contextBytes), start);
    if (subject.isShort && this.near.areBehind(subject.end)) this.takeNamed(set, subject, start, end);
    else this.takeNear(set, subject, start, end);
  }

  /** A short unit without keywords of its own: its names decide. */
  private takeNamed(set: number, subject: Subject, start: number, end: number): void {
    const entries = subject.names.entries(set);
    // Where no form of the set waits for a keyword, none was looked up; around RE2's matches that is done later.
    const wasLookedUp = this.sets.needs[set] !== NEEDS_NOTHING;
    for (let i = 0; i < entries.length; i++) {
      const entry = entries[i]!;
      const { form, index, isEnd, keyword } = entry;
      if (this.settled.covers(form, subject, start, isEnd ? end : subject.end)) continue;
      if (isEnd && !this.confirmAll) {
        const verdict = this.validate(form, subject, start, end);
        if (verdict !== 'invalid') this.settle(form, index, subject, start, end, verdict, keyword);
      } else {
        this.confirm(form, index, subject, start, wasLookedUp ? entry : undefined);
      }
    }
  }

  private takeNear(set: number, subject: Subject, start: number, end: number): void {
    const { forms, tableForms, reach } = this.program;
    const entries = this.sets.sets.at(set);
    const { names } = subject.names;
    const isNamed = names.size > 0;
    // The prefilter has looked up what may be in reach of the longest match that RE2 can find.
    const tail = this.sets.tails[set]!;
    const isGathered = (entries.length > FEW_FORMS || tail > 0) && (subject.isShort || tail <= LONGEST_GATHERED);
    if (isGathered && subject.isShort) this.near.gather(start, Number.POSITIVE_INFINITY, subject.end);
    else if (isGathered) this.near.gather(start, reach, end + tail);
    for (let i = 0; i < entries.length; i++) {
      const entry = entries[i]!;
      const isEnd = entry < tableForms;
      const index = isEnd ? entry : entry - tableForms;
      const form = forms.at(index);
      if (form.mode === 'required' && isGathered && !this.near.isNear(form.detector)) {
        if (!isNamed || !names.has(form.detector)) continue;
      }
      if (this.settled.covers(form, subject, start, isEnd ? end : subject.end)) continue;
      if (!isEnd || this.confirmAll) {
        this.confirm(form, index, subject, start);
        continue;
      }
      const verdict = this.validate(form, subject, start, end);
      if (verdict === 'invalid') continue;
      this.settle(form, index, subject, start, end, verdict, this.keywordFor(form, subject, start, end, this.near));
    }
  }

  /** A form whose start a list has told. It could but find again what a whole form of its detector has found valid. */
  takeListed(index: number, subject: Subject, start: number): void {
    const form = this.program.forms.at(index);
    if (subject.isShort && this.taken.has(form.detector, subject.value)) return;
    const { bytes } = subject;
    const known = this.beginnings[index];
    if (known !== undefined && (start + BEGINNING > subject.end || !known.has(beginningAt(bytes, start)))) return;
    const near = start > subject.start ? (bytes[start - 1] as number) : -1;
    const far = start - 1 > subject.start ? (bytes[start - 2] as number) : -1;
    if (leftMask(this.program.leftTables, near, far) & form.boundaryBit) return;
    const matched = this.askedEnd(form, index, subject, start);
    if (matched > start) this.tryEnds(form, index, subject, start, matched);
  }

  /** Forms without a mark: RE2 searches the whole unit. */
  search(subject: Subject): void {
    for (const index of this.program.unplaced.searched) {
      const form = this.program.forms.at(index);
      searchUnit(this.sticky(index), form, this.program.leftTables, subject, (start, matched) => {
        this.tryEnds(form, index, subject, start, matched);
      });
    }
  }

  /** @param known the keyword where it does not depend on the match's place */
  private confirm(form: CompiledForm, index: number, subject: Subject, start: number, known?: Known): void {
    // The fit may say "may match from here" at several lengths; RE2 is asked once.
    if (this.triedAt[index] === start) return;
    this.triedAt[index] = start;
    // The keyword is cheaper than RE2; in a longer unit it depends on where the match ends.
    const isGated = form.mode === 'required' && subject.isShort && known === undefined;
    if (isGated && this.keywordFor(form, subject, start, start, this.near) === undefined) return;
    const from = form.before === undefined ? start : this.valueStart(form, form.before, index, subject, start);
    if (from < 0) return;
    const matched = this.matchedEnd(form, index, subject, from);
    if (matched > from) this.tryEnds(form, index, subject, from, matched, known);
  }

  /** Where the value begins behind the name that stands at `start`, or -1. */
  private valueStart({ longest }: CompiledForm, before: string, index: number, subject: Subject, start: number): number {
    this.counters.re2Tests++;
    const known = this.confirmAll ? undefined : this.trees.end(before, subject.bytes, start, subject.end);
    if (known !== undefined) return known;
    const sticky = this.befores[index] ?? this.regex.compile(before, longest);
    this.befores[index] = sticky;
    return matchBefore(sticky, subject, start);
  }

  /** A form that the name of a column or field marks: the value must be the whole unit. */
  takeWhole({ index, keyword }: WholeForm, subject: Subject): void {
    const form = this.program.forms.at(index);
    if (subject.end - subject.start > form.longest || this.settled.covers(form, subject, subject.start, subject.end)) return;
    // What is only written like one could but lose to what is known of it.
    const { whole } = this;
    const isKnown = whole.detector === form.detector && whole.value === subject.value && whole.slot === subject.slot;
    if (form.doubt === 'likeness' && isKnown) return;
    if (this.matchedEnd(form, index, subject, subject.start) !== subject.end) return;
    const verdict = this.validate(form, subject, subject.start, subject.end);
    if (verdict === 'invalid') return;
    this.settle(form, index, subject, subject.start, subject.end, verdict, keyword);
    whole.detector = form.detector;
    whole.value = subject.value;
    whole.slot = subject.slot;
    if (form.isWhole && this.settled.isWhole(form.detector, subject)) this.taken.add(form.detector, subject.value);
  }

  /** Tests the right boundary and validator at the match's end, or at the ends of its digit groups, the longest first. */
  private tryEnds(form: CompiledForm, index: number, subject: Subject, start: number, matched: number, known?: Known): void {
    if (!form.groupEnds) {
      if (this.endsWell(form, subject, matched)) this.weigh(form, index, subject, start, matched, known);
      return;
    }
    for (let i = findGroupEnds(subject.bytes, start, matched) - 1; i >= 0; i--) {
      const end = groupEnds[i]!;
      if (this.endsWell(form, subject, end) && this.weigh(form, index, subject, start, end, known)) return;
    }
  }

  private endsWell(form: CompiledForm, unit: Unit, end: number): boolean {
    const near = end < unit.end ? (unit.bytes[end] as number) : -1;
    const far = end + 1 < unit.end ? (unit.bytes[end + 1] as number) : -1;
    return (rightMask(this.program.rightTables, near, far) & form.boundaryBit) === 0;
  }

  /**
   * Validates and weighs a match that RE2 has measured; true unless the validator refuses it. The prefilter has looked up
   * keywords only up to where the table stopped: around such a match they are looked up here.
   */
  private weigh(form: CompiledForm, index: number, subject: Subject, start: number, end: number, known?: Known): boolean {
    const verdict = this.validate(form, subject, start, end);
    if (verdict === 'invalid') return false;
    if (form.custom !== undefined) {
      const context = customContext(form.custom, subject, start, end, subject.names.names.get(form.detector));
      if (context !== undefined) this.settle(form, index, subject, start, end, verdict, context.keyword);
      return context !== undefined;
    }
    const keyword = known ? known.keyword : this.keywordFor(form, subject, start, end, this.lookAround(subject, start, end));
    this.settle(form, index, subject, start, end, verdict, keyword);
    return true;
  }

  private validate(form: CompiledForm, subject: Subject, start: number, end: number): Verdict {
    if (!form.hasValidator) return 'unknown';
    this.counters.validations++;
    const { validator } = form.checks ?? checksOf(form, this.program.detectors);
    const verdict = validator!(subject.bytes, start, end, subject);
    if (form.standsOnCheck && subject.isShort && verdict !== 'unknown') {
      this.tried.add(form.detector, subject.value, verdict === 'valid');
    }
    return verdict;
  }

  /** Adds a hit if its context allows it. */
  private settle(
    form: CompiledForm,
    index: number,
    subject: Subject,
    start: number,
    end: number,
    verdict: Verdict,
    keyword: string | undefined,
  ): void {
    if (keyword === undefined ? form.mode === 'required' : form.mode === 'absent') return;
    const isReserved =
      form.hasReserved &&
      checksOf(form, this.program.detectors).reserved!(subject.bytes, start, end, subject) &&
      !(form.reservedCountsInFields && isAllOfField(form, subject, start, end));
    const isInContext = keyword !== undefined || form.before !== undefined;
    const confidence = confidenceOf(form, verdict, isInContext, isReserved);
    this.hits.add(index, start, end, subject.value, subject.slot, confidence, verdict === 'valid', keyword);
    if (confidence === HIGH && verdict === 'valid') this.settled.add(form, start, end);
  }

  private keywordFor(form: CompiledForm, subject: Subject, start: number, end: number, words: KeywordHits): string | undefined {
    return words.nearest(form.detector, form.distance, subject, start, end) ?? subject.names.names.get(form.detector);
  }

  private lookAround(subject: Subject, start: number, end: number): KeywordHits {
    const { address, isShort } = subject;
    this.aside.reset(this.prefilter.exports.lookUpAside(address, subject.start, subject.end, isShort, start, end));
    return this.aside;
  }

  /** End of the form's match from `start`, or -1. */
  private matchedEnd(form: CompiledForm, index: number, subject: Subject, start: number): number {
    const runs = this.runsOf(form, index);
    return runs !== null ? runsEnd(runs, subject.bytes, start, subject.end) : this.askedEnd(form, index, subject, start);
  }

  /** What RE2 says, or would: the first matches are told by the pattern's tree. */
  private askedEnd(form: CompiledForm, index: number, subject: Subject, start: number): number {
    this.counters.re2Tests++;
    const known = this.isDerivable(form) ? this.trees.end(form.pattern, subject.bytes, start, subject.end) : undefined;
    return known ?? matchInWindow(this.sticky(index), form, subject, start);
  }

  private runsOf(form: CompiledForm, index: number): readonly ClassRun[] | null {
    const known = this.runs[index];
    if (known !== undefined) return known;
    const runs = (this.isDerivable(form) ? classRunsOf(form.pattern) : undefined) ?? null;
    this.runs[index] = runs;
    return runs;
  }

  /** Whether the pattern may say by itself where it ends. What no table knows is a user's, which RE2 must accept. */
  private isDerivable(form: CompiledForm): boolean {
    return !this.confirmAll && !form.unbounded && form.mark.kind !== 'search';
  }

  /** Patterns compile at first use: most are never asked. */
  private sticky(index: number): Sticky {
    const known = this.stickies[index];
    if (known) return known;
    const form = this.program.forms.at(index);
    const compiled = this.regex.compile(form.pattern, form.longest);
    this.stickies[index] = compiled;
    return compiled;
  }
}

/** How a form that lists start may begin, where that is known. */
function knownBeginnings({ mark }: CompiledForm): ReadonlySet<number> | undefined {
  return mark.kind === 'listed' && mark.beginnings !== undefined ? new Set(mark.beginnings) : undefined;
}

/** Ends of the digit groups found last. */
const groupEnds = new Int32Array(MOST_GROUPS);

/** Finds the ends of the first digit groups of `[start, end)`, ascending; returns how many. */
function findGroupEnds(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  let inGroup = false;
  for (let at = start; at <= end && count < MOST_GROUPS; at++) {
    const isDigit = at < end && (bytes[at] as number) >= 48 && (bytes[at] as number) <= 57;
    if (inGroup && !isDigit) groupEnds[count++] = at;
    inGroup = isDigit;
  }
  return count;
}

function isAllOfField({ detector }: CompiledForm, subject: Subject, start: number, end: number): boolean {
  return subject.isShort && start === subject.start && end === subject.end && subject.names.names.has(detector);
}
