/**
 * Counts distinct values by their hashes, exactly up to a limit. A table of doubles, because numbers of 53 bits in a `Set` are
 * objects of their own: in data full of values, to make and to clean up after them took a tenth of the time of a scan.
 */
import type { DistinctValues } from '../core/profile.js';

/** Distinct values are counted exactly up to this number. */
export const DISTINCT_LIMIT = 10_000;

/** So small that the table lies among the other objects: most findings of a small file are a few values. */
const FIRST_SLOTS = 8;
/** At most three of four slots are in use; the last size holds the limit. */
const GROWTH = 4;

export type { DistinctValues };

export function noDistinctValues(): DistinctValues {
  return { count: 0, isCapped: false, slots: new Float64Array(FIRST_SLOTS) };
}

/** @param hash a whole number from 0 to 2^53 - 1 whose low 32 bits are spread evenly */
export function addDistinct(target: DistinctValues, hash: number): void {
  if (!target.isCapped) add(target, hash + 1);
}

/** Adds all that another has counted. */
export function addAllDistinct(target: DistinctValues, from: DistinctValues): void {
  for (const entry of from.slots) {
    if (target.isCapped) return;
    if (entry !== 0) add(target, entry);
  }
  if (from.isCapped) cap(target);
}

/** Nothing more is counted, since more values are known than are counted. */
export function cap(target: DistinctValues): void {
  target.count = DISTINCT_LIMIT;
  target.isCapped = true;
  target.slots = new Float64Array(0);
}

function add(target: DistinctValues, entry: number): void {
  const { slots } = target;
  const mask = slots.length - 1;
  let at = entry & mask;
  while (slots[at] !== 0) {
    if (slots[at] === entry) return;
    at = (at + 1) & mask;
  }
  if (target.count === DISTINCT_LIMIT) {
    cap(target);
    return;
  }
  slots[at] = entry;
  target.count++;
  if (target.count * 4 > slots.length * 3) grow(target);
}

function grow(target: DistinctValues): void {
  const { slots } = target;
  const larger: DistinctValues = { count: 0, isCapped: false, slots: new Float64Array(slots.length * GROWTH) };
  for (const entry of slots) if (entry !== 0) add(larger, entry);
  target.slots = larger.slots;
}
