/** Text of a matched value, for the validators that decode it. Used after cheap checks only: it makes a string. */

/** `bytes[start, end)` as latin1 text, one character a byte; empty where `start` is not before `end`. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  if (start >= end) return '';
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
}

/** Whether `text`, which is ASCII, stands in `bytes[start, end)`. */
export function includesText(bytes: Uint8Array, start: number, end: number, text: string): boolean {
  const first = text.charCodeAt(0);
  for (let i = start; i + text.length <= end; i++) {
    if (bytes[i] === first && standsAt(bytes, i, text)) return true;
  }
  return false;
}

/** Whether `text`, which is ASCII, stands at `at`. */
export function standsAt(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** Index of the first `byte` in `bytes[start, end)`, or -1. Short values are searched faster than a call of `indexOf` takes. */
export function indexOfByte(bytes: Uint8Array, byte: number, start: number, end: number): number {
  for (let i = start; i < end; i++) if (bytes[i] === byte) return i;
  return -1;
}

/** Index of the first byte after the last `byte` in `bytes[start, end)`, or `start` where there is none. */
export function afterLast(bytes: Uint8Array, start: number, end: number, byte: number): number {
  for (let i = end - 1; i >= start; i--) if (bytes[i] === byte) return i + 1;
  return start;
}
