/**
 * Hits of one block as columns, and local resolution: a hit is kept unless an overlapping hit of its unit outranks it,
 * whether or not that rival is itself outranked. Columns, because dense records give ten thousand hits a megabyte.
 */

const FIRST_CAPACITY = 4096;

import type { Doubt } from '../core/doubt.js';

/** What rank needs to know of a form. */
export interface RankedForm {
  readonly detector: number;
  readonly falseAccept: number;
  readonly generic: boolean;
  readonly doubt?: Doubt | undefined;
}

/** By index, as `HitList.form` has it. */
export interface RankedForms {
  at(index: number): RankedForm;
}

export class HitList {
  count = 0;
  private isOrdered = true;
  /** Where the second of two ordered runs begins. */
  private runStart = 0;
  /** Offsets in the bytes that were walked, block or scratch. */
  start = new Int32Array(FIRST_CAPACITY);
  end = new Int32Array(FIRST_CAPACITY);
  /** Index of `Program.forms`. */
  form = new Int32Array(FIRST_CAPACITY);
  /** Index in the segment's value table, or -1. */
  value = new Int32Array(FIRST_CAPACITY);
  /** Index among the decoded values, or -1 for a hit in place. */
  slot = new Int32Array(FIRST_CAPACITY);
  /** 0 low, 1 medium, 2 high. */
  confidence = new Uint8Array(FIRST_CAPACITY);
  validated = new Uint8Array(FIRST_CAPACITY);
  beaten = new Uint8Array(FIRST_CAPACITY);
  /** The keyword as the sheet spells it. */
  readonly keyword: (string | undefined)[] = [];
  /** Equal rivals as chains: the first entry of each hit, then per entry the detector and the next entry, -1 at the end. */
  private firstEqual = new Int32Array(FIRST_CAPACITY);
  private readonly equalDetector: number[] = [];
  private readonly nextEqual: number[] = [];
  private readonly forms: RankedForms;
  private readonly makeIdOrder: () => Int32Array;
  private madeIdOrder: Int32Array | undefined;

  /** @param makeIdOrder place of each detector among all ids in code-point order; asked for at the first equal rivals */
  constructor(forms: RankedForms, makeIdOrder: () => Int32Array) {
    this.forms = forms;
    this.makeIdOrder = makeIdOrder;
  }

  private get idOrder(): Int32Array {
    this.madeIdOrder ??= this.makeIdOrder();
    return this.madeIdOrder;
  }

  clear(): void {
    this.count = 0;
    this.isOrdered = true;
    this.runStart = 0;
    this.equalDetector.length = this.nextEqual.length = 0;
  }

  add(
    form: number,
    start: number,
    end: number,
    value: number,
    slot: number,
    confidence: number,
    validated: boolean,
    keyword: string | undefined,
  ): void {
    const at = this.count++;
    if (at === this.start.length) this.grow();
    // A value that its name has marked is met before what stands between the two.
    if (at > this.runStart && this.start[at - 1]! > start && this.value[at - 1] === value && this.slot[at - 1] === slot)
      this.isOrdered = false;
    this.start[at] = start;
    this.end[at] = end;
    this.form[at] = form;
    this.value[at] = value;
    this.slot[at] = slot;
    this.confidence[at] = confidence;
    this.validated[at] = validated ? 1 : 0;
    this.beaten[at] = 0;
    this.firstEqual[at] = -1;
    this.keyword[at] = keyword;
  }

  /** Marks the beaten. Units must not interleave. */
  resolve(): void {
    if (!this.isOrdered) this.sort();
    const { start, end, value, beaten } = this;
    for (let i = 0; i < this.count; i++) {
      const stop = end[i]!;
      for (let j = i + 1; j < this.count && start[j]! < stop && value[j] === value[i]; j++) {
        if (this.isPaired(i) && this.isPaired(j)) continue;
        const order = this.compare(i, j);
        const winner = order < 0 ? i : j;
        const loser = order < 0 ? j : i;
        beaten[loser] = 1;
        if (this.areEqual(i, j)) this.addEqual(winner, this.forms.at(this.form[loser]!).detector);
      }
    }
  }

  /** Whether the hit waits for a companion: two that do are no rivals, since each waits for its own. */
  private isPaired(hit: number): boolean {
    return this.forms.at(this.form[hit]!).doubt === 'companion';
  }

  /** Detectors of equal rivals of a kept hit, in the order of their ids. */
  alternatives(index: number): readonly number[] {
    if (this.firstEqual[index] === -1) return NONE;
    const own = this.forms.at(this.form[index]!).detector;
    const found: number[] = [];
    for (let at = this.firstEqual[index]!; at !== -1; at = this.nextEqual[at]!) {
      const detector = this.equalDetector[at]!;
      if (detector !== own && !found.includes(detector)) found.push(detector);
    }
    return found.sort((a, b) => this.idOrder[a]! - this.idOrder[b]!);
  }

  private addEqual(winner: number, detector: number): void {
    this.equalDetector.push(detector);
    this.nextEqual.push(this.firstEqual[winner]!);
    this.firstEqual[winner] = this.equalDetector.length - 1;
  }

  /** Sorts by unit and start; needed only where a search has added hits in no order. */
  sort(): void {
    const order = Array.from({ length: this.count }, (_, i) => i).sort(
      (a, b) => this.value[a]! - this.value[b]! || this.start[a]! - this.start[b]! || a - b,
    );
    this.reorder(order, 0);
  }

  /** What is added from here on is in order by itself, and will be merged with what was before. */
  beginRun(): void {
    this.runStart = this.count;
  }

  /** Joins the hits from `first` on with the run behind them, each sorted by unit and start. */
  merge(first: number): void {
    const middle = this.runStart;
    this.runStart = 0;
    if (middle === this.count || middle === first) return;
    const places = new Int32Array(this.count - middle);
    let left = middle;
    for (let right = places.length - 1; right >= 0; right--) {
      left = this.behindLast(first, left, middle + right);
      places[right] = left + right;
    }
    if (places[0] === middle) return;
    for (const column of this.columns()) spread(column, middle, column.slice(middle, this.count), places);
    spread(this.keyword, middle, this.keyword.slice(middle, this.count), places);
  }

  /** One past the last of the sorted hits `[from, to)` that does not stand behind `hit`. */
  private behindLast(from: number, to: number, hit: number): number {
    const { value, start } = this;
    let low = from;
    let high = to;
    while (low < high) {
      const at = (low + high) >> 1;
      if ((value[at]! - value[hit]! || start[at]! - start[hit]!) > 0) high = at;
      else low = at + 1;
    }
    return low;
  }

  /** @param order of the hits from `first` on, by their old places */
  private reorder(order: readonly number[], first: number): void {
    for (const column of this.columns()) {
      const copy = column.slice(first, this.count);
      for (let to = 0; to < order.length; to++) column[first + to] = copy[order[to]! - first]!;
    }
    const words = this.keyword.slice(first, this.count);
    for (let to = 0; to < order.length; to++) this.keyword[first + to] = words[order[to]! - first];
  }

  /** What is known of each hit before they are resolved, but for the keyword. */
  private columns(): readonly (Int32Array | Uint8Array)[] {
    return [this.start, this.end, this.form, this.value, this.slot, this.confidence, this.validated, this.beaten];
  }

  /** Rank, the stronger first: confidence, not generic, verdict, length, specificity, start, id, then the sheet's first form. */
  private compare(a: number, b: number): number {
    if (this.confidence[a] !== this.confidence[b]) return this.confidence[b]! - this.confidence[a]!;
    const formA = this.forms.at(this.form[a]!);
    const formB = this.forms.at(this.form[b]!);
    if (formA.generic !== formB.generic) return Number(formA.generic) - Number(formB.generic);
    if (this.validated[a] !== this.validated[b]) return this.validated[b]! - this.validated[a]!;
    const longer = this.end[b]! - this.start[b]! - (this.end[a]! - this.start[a]!);
    if (longer !== 0) return longer;
    if (formA.falseAccept !== formB.falseAccept) return formA.falseAccept - formB.falseAccept;
    if (this.start[a] !== this.start[b]) return this.start[a]! - this.start[b]!;
    return this.idOrder[formA.detector]! - this.idOrder[formB.detector]! || this.form[a]! - this.form[b]! || a - b;
  }

  /** Equal rivals: nothing but the id tells the two apart. */
  private areEqual(a: number, b: number): boolean {
    const formA = this.forms.at(this.form[a]!);
    const formB = this.forms.at(this.form[b]!);
    return (
      this.start[a] === this.start[b] &&
      this.end[a] === this.end[b] &&
      this.confidence[a] === this.confidence[b] &&
      this.validated[a] === this.validated[b] &&
      formA.falseAccept === formB.falseAccept &&
      formA.generic === formB.generic &&
      formA.detector !== formB.detector
    );
  }

  private grow(): void {
    const widen = <T extends Int32Array | Uint8Array>(old: T, make: (length: number) => T): T => {
      const wide = make(old.length * 2);
      wide.set(old);
      return wide;
    };
    const int = (length: number): Int32Array<ArrayBuffer> => new Int32Array(length);
    const byte = (length: number): Uint8Array<ArrayBuffer> => new Uint8Array(length);
    this.start = widen(this.start, int);
    this.end = widen(this.end, int);
    this.form = widen(this.form, int);
    this.value = widen(this.value, int);
    this.slot = widen(this.slot, int);
    this.confidence = widen(this.confidence, byte);
    this.validated = widen(this.validated, byte);
    this.beaten = widen(this.beaten, byte);
    this.firstEqual = widen(this.firstEqual, int);
  }
}

const NONE: readonly number[] = [];

/** Typed arrays and lists. */
interface Column<Entry> {
  readonly length: number;
  [at: number]: Entry;
}

/**
 * Puts a run to its places in a column, and what stood there behind it. From the back, so that each entry moves once.
 * @param run copy of the column's part from `middle` on
 * @param places of the run's entries, ascending
 */
function spread<Entry>(column: Column<Entry>, middle: number, run: Column<Entry>, places: Int32Array): void {
  let stop = middle;
  for (let right = run.length - 1; right >= 0; right--) {
    const left = places[right]! - right;
    for (let at = stop - 1; at >= left; at--) column[at + right + 1] = column[at]!;
    column[places[right]!] = run[right]!;
    stop = left;
  }
}
