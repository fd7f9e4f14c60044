/** The places in a pass at which lists let a name or an address start, and the forms that are tried there. */
import type { Program } from './compile.js';
import type { Judge, Subject } from './judge.js';
import type { Prefilter } from './prefilter/prefilter.js';

const FIRST_CAPACITY = 4096;
/** A start is four times its offset plus one bit a list. Twin of assembly/listed.ts. */
const LIST_BITS = { person: 1, place: 2 } as const;

export class ListedStarts {
  /** Whether any form starts at such places. */
  readonly hasStarts: boolean;
  private readonly prefilter: Prefilter;
  private readonly judge: Judge;
  /** Forms by the lists that let them start. */
  private readonly forms: readonly (readonly number[])[];
  private starts = new Uint32Array(FIRST_CAPACITY);
  private count = 0;
  /** Index of the first start that no unit has taken. */
  private taken = 0;

  constructor({ forms, unplaced }: Program, prefilter: Prefilter, judge: Judge) {
    this.prefilter = prefilter;
    this.judge = judge;
    this.forms = [0, 1, 2, 3].map((bits) =>
      unplaced.listed.filter((index) => {
        const { mark } = forms.at(index);
        return mark.kind === 'listed' && (LIST_BITS[mark.list] & bits) !== 0;
      }),
    );
    this.hasStarts = this.forms[3]!.length > 0;
  }

  /** Takes over the starts in `[from, to)` of the bytes that were marked last. The candidates' room is free by then. */
  gather(from: number, to: number): void {
    const { exports, candidates } = this.prefilter;
    this.count = this.taken = 0;
    for (let at = from; at < to; at = exports.listedTo()) {
      const found = exports.listStarts(at, to);
      if (this.count + found > this.starts.length) {
        const wide = new Uint32Array(2 * (this.count + found));
        wide.set(this.starts.subarray(0, this.count));
        this.starts = wide;
      }
      this.starts.set(candidates.subarray(0, found), this.count);
      this.count += found;
    }
  }

  /** Whether there is a start that no unit has taken. */
  get hasMore(): boolean {
    return this.taken < this.count;
  }

  /** The first start that no unit has taken, if there is one. */
  get next(): number {
    return this.starts[this.taken]! >>> 2;
  }

  /** Tries the forms at all starts in the unit; those before it lie in no unit. Units come in ascending order. */
  take(subject: Subject): void {
    for (; this.hasMore && this.next < subject.end; this.taken++) {
      const start = this.starts[this.taken]!;
      if (start >>> 2 < subject.start) continue;
      for (const index of this.forms[start & 3]!) this.judge.takeListed(index, subject, start >>> 2);
    }
  }
}
