/** Comparing and finding bytes of a matched value, and its text for the validators that decode it, after cheap checks only: it makes a string. */

/** A Buffer takes longer to make than the text, and a block is asked for thousands of times in a row. */
let viewed: Uint8Array | undefined;
let view: Buffer = Buffer.alloc(0);

function viewOf(bytes: Uint8Array): Buffer {
  if (bytes !== viewed) {
    viewed = bytes;
    view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  return view;
}

/** `bytes[start, end)` as latin1 text, one character a byte; empty where `start` is not before `end`. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  return viewOf(bytes).toString('latin1', start, end);
}

/** `bytes[start, end)` as text in UTF-8; empty where `start` is not before `end`. */
export function utf8(bytes: Uint8Array, start: number, end: number): string {
  return viewOf(bytes).toString('utf8', start, end);
}

/** Index of the first byte after the last `byte` in `bytes[start, end)`, or `start` where there is none. */
export function afterLast(bytes: Uint8Array, start: number, end: number, byte: number): number {
  for (let i = end - 1; i >= start; i--) if (bytes[i] === byte) return i + 1;
  return start;
}

/** Whether `bytes[start, end)` begins with `text`, case and all. */
export function startsWith(bytes: Uint8Array, start: number, end: number, text: Uint8Array): boolean {
  if (end - start < text.length) return false;
  for (let i = 0; i < text.length; i++) if (bytes[start + i] !== text[i]) return false;
  return true;
}
