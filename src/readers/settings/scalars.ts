/** What the finders of configuration files share: lines, blanks and quoted values, all within what may be looked at. */
import { decodeEscapes, type EscapeStyle } from '../escapes.js';
import type { View } from '../named-text.js';
import { DOUBLE_QUOTED, SINGLE_QUOTED } from './escapes.js';

const TAB = 0x09;
export const NEWLINE = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
export const DOUBLE_QUOTE = 0x22;
export const QUOTE = 0x27;
const BACKSLASH = 0x5c;

export function isBlank(byte: number | undefined): boolean {
  return byte === SPACE || byte === TAB || byte === RETURN;
}

/** Where what may be looked at from `at` ends. */
export function limitFrom({ length, reach }: View, at: number): number {
  return Math.min(length, at + reach);
}

/** Where the line ends that `at` stands in; -1 where that cannot be seen. */
export function lineEnd(view: View, at: number): number {
  const limit = limitFrom(view, at);
  const { bytes, isEnd, length } = view;
  for (let i = at; i < limit; i++) if (bytes[i] === NEWLINE) return i;
  return isEnd && limit === length ? length : -1;
}

export function skipBlanks(bytes: Uint8Array, at: number, end: number): number {
  let i = at;
  while (i < end && isBlank(bytes[i])) i++;
  return i;
}

/** `end` without the blanks before it. */
export function trimEnd(bytes: Uint8Array, start: number, end: number): number {
  let i = end;
  while (i > start && isBlank(bytes[i - 1])) i--;
  return i;
}

export interface Quoted {
  /** Where the closing quote stands. */
  readonly end: number;
  readonly isEscaped: boolean;
}

/**
 * The quoted value whose opening quote stands at `at`, up to `limit`; undefined where nothing closes it there.
 * @param hasBackslashes backslashes escape in it; else a quote is doubled
 */
export function quotedAt(bytes: Uint8Array, at: number, limit: number, hasBackslashes: boolean): Quoted | undefined {
  const quote = bytes[at]!;
  let isEscaped = false;
  for (let i = at + 1; i < limit; i++) {
    const byte = bytes[i]!;
    if (hasBackslashes && byte === BACKSLASH) {
      isEscaped = true;
      i++;
    } else if (byte === quote) {
      if (hasBackslashes || bytes[i + 1] !== quote || i + 1 >= limit) return { end: i, isEscaped };
      isEscaped = true;
      i++;
    }
  }
  return undefined;
}

/**
 * Goes on in a quoted value that is longer than what is looked at, up to `to`.
 * @returns where to go on, and whether it was closed before
 */
export function passQuoted(
  bytes: Uint8Array,
  at: number,
  { to, length }: View,
  quote: number,
): { readonly at: number; readonly isOver: boolean } {
  let i = at;
  for (; i < to; i++) {
    const byte = bytes[i]!;
    if (quote === DOUBLE_QUOTE && byte === BACKSLASH) i++;
    else if (byte === quote) {
      if (quote !== QUOTE || i + 1 >= length || bytes[i + 1] !== quote) return { at: i + 1, isOver: true };
      i++;
    }
  }
  return { at: i, isOver: false };
}

export function textAt(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8');
}

/** How a value behind this quote is escaped. */
export function quoteStyle(quote: number | undefined): EscapeStyle {
  return quote === QUOTE ? SINGLE_QUOTED : DOUBLE_QUOTED;
}

/** What a quoted value says whose opening quote stands at `at`. */
export function quotedText(bytes: Uint8Array, at: number, { end, isEscaped }: Quoted): string {
  if (!isEscaped) return textAt(bytes, at + 1, end);
  const target = new Uint8Array(end - at);
  const job = { bytes, start: at + 1, end, target, at: 0 };
  return textAt(target, 0, decodeEscapes(quoteStyle(bytes[at]), job, { push: () => undefined }));
}
