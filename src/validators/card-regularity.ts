/** How regular the digits of a number are: issued card numbers look random, numbers of programs and tables often do not. */
import { digitAt, isSeparator } from './digits.js';

export interface Regularity {
  /** Length of the longest run of one digit. */
  longestRun: number;
  /** Length of the longest row of digits that go up or down by one. */
  longestCount: number;
  /** Number of different digits. */
  different: number;
}

/** One object is reused for all calls. */
const regularity: Regularity = { longestRun: 0, longestCount: 0, different: 0 };

/** Measures the digits in `bytes[start, end)`; other bytes are skipped. The result holds until the next call. */
export function readRegularity(bytes: Uint8Array, start: number, end: number): Readonly<Regularity> {
  regularity.longestRun = regularity.longestCount = regularity.different = 0;
  let seen = 0;
  let last = -1;
  let step = 0;
  let run = 0;
  let count = 0;
  for (let i = start; i < end; i++) {
    const digit = digitAt(bytes, i);
    if (digit < 0) continue;
    if ((seen & (1 << digit)) === 0) regularity.different++;
    seen |= 1 << digit;
    const difference = last < 0 ? 0 : digit - last;
    run = digit === last ? run + 1 : 1;
    if (difference !== 1 && difference !== -1) count = 1;
    else count = difference === step ? count + 1 : 2;
    step = difference;
    last = digit;
    regularity.longestRun = Math.max(regularity.longestRun, run);
    regularity.longestCount = Math.max(regularity.longestCount, count);
  }
  return regularity;
}

/** Two groups of four that differ by no more: one random number in 560. */
const NEXT = 1;
/** All groups of four within this of each other: one random number in 270. */
const NEAR = 1000;
/** Three groups of four in a row within this of each other: one random number in 1,700. */
const NEAREST = 100;

/** Groups of the number read last; a number of 19 digits has five. */
const groups = new Int16Array(8);

/** Whether `bytes[start, end)` is written in groups of four digits, the last perhaps shorter, that are neighbours or rise evenly, as numbers in a table's row or a mesh are. */
export function hasNearGroups(bytes: Uint8Array, start: number, end: number): boolean {
  const count = readGroups(bytes, start, end);
  if (count < 3) return false;
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) if (Math.abs(groups[i]! - groups[j]!) <= NEXT) return true;
  }
  if (spread(0, count) < NEAR) return true;
  for (let i = 2; i < count; i++) if (spread(i - 2, i + 1) < NEAREST || isEven(i)) return true;
  return false;
}

/** Reads the groups of four; returns how many, 0 where an inner group has another length. */
function readGroups(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  let value = 0;
  let length = 0;
  for (let i = start; i <= end; i++) {
    if (i < end && !isSeparator(bytes[i]!)) {
      value = value * 10 + digitAt(bytes, i);
      length++;
      continue;
    }
    if (length === 4 && count < groups.length) groups[count++] = value;
    else if (i < end) return 0;
    value = 0;
    length = 0;
  }
  return count;
}

/** Whether the group lies as far from the one before as that one from its own: one random number in 10,000. */
function isEven(at: number): boolean {
  return groups[at]! - groups[at - 1]! === groups[at - 1]! - groups[at - 2]!;
}

function spread(from: number, to: number): number {
  let least = groups[from]!;
  let most = least;
  for (let i = from + 1; i < to; i++) {
    if (groups[i]! < least) least = groups[i]!;
    if (groups[i]! > most) most = groups[i]!;
  }
  return most - least;
}
