/**
 * Values that a whole form has found valid, for the detectors whose lists would but find them again: asked at each start of a name or
 * place in a table, so a byte a value in place of a set.
 */
import { InternalError } from '../core/errors.js';

const FIRST_CAPACITY = 4096;
const MOST_DETECTORS = 8;

export class TakenValues {
  /** By detector: its bit, 0 where it has no list. */
  private readonly bits: Uint8Array;
  private taken = new Uint8Array(FIRST_CAPACITY);
  /** One past the highest value with a bit. */
  private end = 0;

  /** @param listed detectors with forms that lists start */
  constructor(detectors: number, listed: Iterable<number>) {
    this.bits = new Uint8Array(detectors);
    const distinct = [...new Set(listed)];
    if (distinct.length > MOST_DETECTORS) throw new InternalError('more detectors have lists than a byte has bits');
    for (const [bit, detector] of distinct.entries()) this.bits[detector] = 1 << bit;
  }

  clear(): void {
    this.taken.fill(0, 0, this.end);
    this.end = 0;
  }

  add(detector: number, value: number): void {
    if (value >= this.taken.length) {
      const wide = new Uint8Array(2 * value);
      wide.set(this.taken);
      this.taken = wide;
    }
    this.taken[value]! |= this.bits[detector]!;
    this.end = Math.max(this.end, value + 1);
  }

  has(detector: number, value: number): boolean {
    return value < this.end && (this.taken[value]! & this.bits[detector]!) !== 0;
  }
}
