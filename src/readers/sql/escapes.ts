/** Escapes in SQL strings and in PostgreSQL's `COPY`. */
import type { Escape, EscapeStyle } from '../escapes.js';

const DOUBLE_QUOTE = 0x22;
const QUOTE = 0x27;
const BACKSLASH = 0x5c;
/** `\0 \b \n \r \t \Z` of MySQL, `\f \v` of PostgreSQL; any other byte stands for itself. */
const SIMPLE: Readonly<Record<number, number>> = { 48: 0, 98: 8, 110: 10, 114: 13, 116: 9, 90: 26, 102: 12, 118: 11 };
const NO_ESCAPE: Escape = { length: 1, reach: 2, codePoint: -1 };

function doubled(bytes: Uint8Array, at: number, end: number): Escape {
  return at + 1 < end && bytes[at + 1] === bytes[at] ? { length: 2, reach: 2, codePoint: bytes[at]! } : NO_ESCAPE;
}

function backslashed(bytes: Uint8Array, at: number, end: number): Escape {
  if (at + 1 >= end) return NO_ESCAPE;
  const letter = bytes[at + 1]!;
  if (letter >= 0x80) return NO_ESCAPE;
  return { length: 2, reach: 2, codePoint: SIMPLE[letter] ?? letter };
}

/**
 * How a string is escaped: `''` is a quote (ISO/IEC 9075-2, character string literal); with backslashes `\n` as well, as MySQL
 * reads strings, and PostgreSQL those that begin with an E.
 */
export function stringEscapes(isDouble: boolean, hasBackslashes: boolean): EscapeStyle {
  if (isDouble) return hasBackslashes ? DOUBLE_BACKSLASHED : DOUBLE;
  return hasBackslashes ? SINGLE_BACKSLASHED : SINGLE;
}

const both: EscapeStyle['read'] = (bytes, at, end) => (bytes[at] === BACKSLASH ? backslashed : doubled)(bytes, at, end);
const SINGLE: EscapeStyle = { byte: QUOTE, read: doubled };
const DOUBLE: EscapeStyle = { byte: DOUBLE_QUOTE, read: doubled };
const SINGLE_BACKSLASHED: EscapeStyle = { byte: BACKSLASH, secondByte: QUOTE, read: both };
const DOUBLE_BACKSLASHED: EscapeStyle = { byte: BACKSLASH, secondByte: DOUBLE_QUOTE, read: both };

/** `\t` in PostgreSQL's `COPY` (its manual, "Text Format"); octal and hexadecimal bytes are left as they stand. */
export const COPY_ESCAPES: EscapeStyle = { byte: BACKSLASH, read: backslashed };
