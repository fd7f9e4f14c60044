/** Text of a matched value, for the validators that decode it. Used after cheap checks only: it makes a string. */

/** `bytes[start, end)` as latin1 text, one character a byte; empty where `start` is not before `end`. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  if (start >= end) return '';
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
}

/** Index of the first byte after the last `byte` in `bytes[start, end)`, or `start` where there is none. */
export function afterLast(bytes: Uint8Array, start: number, end: number, byte: number): number {
  for (let i = end - 1; i >= start; i--) if (bytes[i] === byte) return i + 1;
  return start;
}
