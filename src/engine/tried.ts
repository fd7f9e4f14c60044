/**
 * Which values of a segment look like something whose check is all that speaks for it, and whether they pass: by these a
 * column is judged, since one random number in ten passes a check digit. Columns, because a table has many such values.
 */
import type { Tried } from './types.js';

const FIRST_CAPACITY = 1024;
const NONE = -1;

export class TriedValues implements Tried {
  count = 0;
  detector = new Int32Array(FIRST_CAPACITY);
  value = new Int32Array(FIRST_CAPACITY);
  passed = new Uint8Array(FIRST_CAPACITY);
  /** Last entry of each detector: the places of a value come one after the other. */
  private readonly last: Int32Array;

  constructor(detectors: number) {
    this.last = new Int32Array(detectors).fill(NONE);
  }

  /** Forgets the segment before. */
  clear(): void {
    if (this.count === 0) return;
    this.count = 0;
    this.last.fill(NONE);
  }

  add(detector: number, value: number, passed: boolean): void {
    const last = this.last[detector]!;
    if (last !== NONE && this.value[last] === value) {
      if (passed) this.passed[last] = 1;
      return;
    }
    if (this.count === this.value.length) this.grow();
    const at = this.count++;
    this.last[detector] = at;
    this.detector[at] = detector;
    this.value[at] = value;
    this.passed[at] = passed ? 1 : 0;
  }

  /** Makes one entry of those that a second pass over the values has added for the same value. */
  join(): void {
    const first = new Map<string, number>();
    let kept = 0;
    for (let i = 0; i < this.count; i++) {
      const key = `${this.detector[i]} ${this.value[i]}`;
      const known = first.get(key);
      if (known !== undefined) {
        this.passed[known]! |= this.passed[i]!;
        continue;
      }
      first.set(key, kept);
      this.detector[kept] = this.detector[i]!;
      this.value[kept] = this.value[i]!;
      this.passed[kept++] = this.passed[i]!;
    }
    this.count = kept;
  }

  private grow(): void {
    const widen = <T extends Int32Array | Uint8Array>(old: T, wide: T): T => {
      wide.set(old);
      return wide;
    };
    const length = 2 * this.value.length;
    this.detector = widen(this.detector, new Int32Array(length));
    this.value = widen(this.value, new Int32Array(length));
    this.passed = widen(this.passed, new Uint8Array(length));
  }
}
