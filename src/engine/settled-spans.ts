/**
 * By detector, the last place that is surely its own: valid and of the highest confidence. What else it might find inside could but lose
 * to that, or be the same again: a phone number is one without its country's code too, and a street's field is a street.
 */

import type { Unit } from './context.js';
import type { CompiledForm } from './form.js';

const NOWHERE = -1;

export class SettledSpans {
  private readonly start: Int32Array;
  private readonly end: Int32Array;
  /** 1 where a form that is the whole of a value has settled it, which ends the search for all others of its detector. */
  private readonly whole: Uint8Array;
  /** 1 where the form stands on its check (context.ts), so that the value is known to have passed one. */
  private readonly counted: Uint8Array;

  constructor(detectors: number) {
    this.start = new Int32Array(detectors).fill(NOWHERE);
    this.end = new Int32Array(detectors).fill(NOWHERE);
    this.whole = new Uint8Array(detectors);
    this.counted = new Uint8Array(detectors);
  }

  /** Forgets all places: a new pass begins, in which starts ascend again. */
  clear(): void {
    this.start.fill(NOWHERE);
    this.end.fill(NOWHERE);
  }

  /** Half-open span in the bytes that are walked. */
  add({ detector, isWhole, standsOnCheck }: CompiledForm, start: number, end: number): void {
    this.start[detector] = start;
    this.end[detector] = end;
    this.whole[detector] = isWhole ? 1 : 0;
    this.counted[detector] = standsOnCheck ? 1 : 0;
  }

  /** Whether a form that is the whole of a value has settled this one. */
  isWhole(detector: number, { start, end }: Unit): boolean {
    return this.whole[detector] === 1 && this.start[detector] === start && this.end[detector] === end;
  }

  /**
   * Whether a match of the form in `[start, end)` could neither be reported nor beat anything that is.
   * @param end of the match, or the furthest that it may have
   */
  covers({ detector, standsOnCheck }: CompiledForm, unit: Unit, start: number, end: number): boolean {
    if (end > this.end[detector]! || start < this.start[detector]!) return false;
    if (this.isWhole(detector, unit)) return true;
    // At the same place the form that random text has less often is reported; and whether a check was passed is counted by value.
    return end - start < this.end[detector]! - this.start[detector]! && (!standsOnCheck || this.counted[detector] === 1);
  }
}
