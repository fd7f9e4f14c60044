/** Published test values: real in form, nobody's in fact. They are compared without separators and without case. */
import type { ReservedCheck } from '../core/verdict.js';
import { isSeparator } from './digits.js';

/** Bytes that the table is entered with: the last of a value, for separators seldom stand among them and few values share them. */
const TAIL_BYTES = 4;

/** Slots of the table for each value, so that most hits end at an empty one. */
const SLOTS_PER_VALUE = 8;

/**
 * A check that says whether a value is one of `values` (digits and upper-case letters, without separators).
 * It runs on every hit of its detector and nearly always says no: that takes a look at four bytes, and builds nothing.
 */
export function publishedValues(values: readonly string[]): ReservedCheck {
  let check: ReservedCheck | undefined;
  return (bytes, start, end) => {
    check ??= newCheck(values);
    return check(bytes, start, end);
  };
}

/** Made at the first hit, which most starts never see. */
function newCheck(values: readonly string[]): ReservedCheck {
  const known = values.map((value) => Buffer.from(value, 'latin1'));
  const mask = 2 ** Math.ceil(Math.log2(Math.max(1, values.length) * SLOTS_PER_VALUE)) - 1;
  /** Index in `known` plus 1, at the slot of the value's tail or the next free one; 0 is an empty slot. */
  const slots = new Uint16Array(mask + 1);
  for (const [i, value] of known.entries()) {
    let slot = hashOfTail(value, 0, value.length) & mask;
    while (slots[slot]) slot = (slot + 1) & mask;
    slots[slot] = i + 1;
  }
  return (bytes, start, end) => {
    for (let slot = hashOfTail(bytes, start, end) & mask; slots[slot]; slot = (slot + 1) & mask) {
      if (equals(known[slots[slot]! - 1]!, bytes, start, end)) return true;
    }
    return false;
  };
}

/** Hash of the last `TAIL_BYTES` bytes in upper case that are no separators, or of as many as there are. */
function hashOfTail(bytes: Uint8Array, start: number, end: number): number {
  let tail = 0;
  let count = 0;
  for (let i = end - 1; i >= start && count < TAIL_BYTES; i--) {
    const byte = bytes[i]!;
    if (isSeparator(byte)) continue;
    tail = (tail << 8) | upper(byte);
    count++;
  }
  return Math.imul(tail, 0x9e3779b1) >>> 16;
}

function equals(value: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  let count = 0;
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if (isSeparator(byte)) continue;
    if (upper(byte) !== value[count]) return false;
    count++;
  }
  return count === value.length;
}

function upper(byte: number): number {
  return byte >= 0x61 ? byte - 0x20 : byte;
}
