// The value table: four columns in the reader's region, written in one go per value and read by the engine.
// In quiet mode (a place is looked up) values go to a small spare table, so that the engine's stays as it is.

export const ESCAPED: u32 = 1;
export const CONTINUED: u32 = 2;
export const IS_NAME: u32 = 8;

// Values shorter than this are left out: nothing can match there. 0 where every value is counted.
export let shortest: u32 = 3;
// Most values that one chunk of 64 bytes can end, and the values that end with the input.
const SPARE: u32 = 128;

let startsAt: u32 = 0;
export let capacity: u32 = 0;
let tableAt: u32 = 0;
let tableCapacity: u32 = 0;
export let blockAt: u32 = 0;
let quiet: bool = false;

// Values written by the last scan.
export let count: u32 = 0;

// Lays the table out in [at, at + bytes), the spare table first. Returns the entries that fit.
export function layTable(at: u32, bytes: u32, block: u32): u32 {
  blockAt = block;
  tableAt = at;
  tableCapacity = ((bytes / 13) & ~63) - SPARE;
  setQuiet(false);
  return tableCapacity;
}

export function setQuiet(on: bool): void {
  quiet = on;
  const at = on ? tableAt : tableAt + SPARE * 13;
  capacity = on ? SPARE : tableCapacity;
  startsAt = at;
}

// Whether values go nowhere: a place is looked up.
// @ts-ignore: decorator
@inline
export function isQuiet(): bool {
  return quiet;
}

export function setShortest(bytes: u32): void {
  shortest = bytes;
}

// Address of the table's first column; the others follow, 4, 4 and 1 bytes a value.
export function valuesAt(): u32 {
  return tableAt + SPARE * 13;
}

// @ts-ignore: decorator
@inline
export function clearTable(): void {
  if (!quiet) count = 0;
}

// Number of values so far; quiet scans keep a number of their own.
// @ts-ignore: decorator
@inline
export function firstEntry(): u32 {
  return 0;
}

// Whether the values of one more chunk may not fit behind `entries`.
// @ts-ignore: decorator
@inline
export function isFull(entries: u32): bool {
  return entries + 64 > capacity;
}

// Quiet scans throw their entries away after each chunk.
// @ts-ignore: decorator
@inline
export function nextEntry(entries: u32): u32 {
  return quiet ? 0 : entries;
}

// @ts-ignore: decorator
@inline
export function setCount(entries: u32): void {
  if (!quiet) count = entries;
}

// Address of the first column that a scan writes; the others follow, `capacity` entries of 4, 4 and 1 bytes behind it.
// @ts-ignore: decorator
@inline
export function columnsAt(): u32 {
  return startsAt;
}

// Writes the value [start, end), given as addresses, at `entries`; returns the number of entries after it. A scan keeps what the
// module knows of the table in locals: reading four globals a value cost a third of the time.
// @ts-ignore: decorator
@inline
export function put(columns: u32, room: u32, block: u32, entries: u32, start: u32, end: u32, name: u32, flags: u32): u32 {
  const at = columns + (entries << 2);
  store<u32>(at, start - block);
  store<u32>(at + (room << 2), end - block);
  store<u32>(at + (room << 3), name);
  store<u8>(columns + room * 12 + entries, flags);
  return entries + u32(end - start >= shortest);
}
