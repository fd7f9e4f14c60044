/** What of SQL is passed over because it is longer than what is looked at at once: strings, comments, bodies of functions. */
import type { View } from '../named-text.js';

const NEWLINE = 0x0a;
const QUOTE = 0x27;
const STAR = 0x2a;
const SLASH = 0x2f;
const BACKSLASH = 0x5c;

export interface Passing {
  readonly end: Uint8Array;
  /** The end is a quote: two of them are none, and neither is one behind a backslash. */
  readonly isQuote: boolean;
  readonly hasBackslashes: boolean;
}

export function overString(hasBackslashes: boolean): Passing {
  return { end: Uint8Array.of(QUOTE), isQuote: true, hasBackslashes };
}

/** @param first byte with which the comment begins */
export function overComment(first: number): Passing {
  return overBody(first === SLASH ? Uint8Array.of(STAR, SLASH) : Uint8Array.of(NEWLINE));
}

/** @param end what ends it, as `$tag$` */
export function overBody(end: Uint8Array): Passing {
  return { end, isQuote: false, hasBackslashes: false };
}

/** Goes on to the end of what is passed over. */
export function passOver({ bytes, to, length }: View, from: number, passing: Passing): { at: number; isOver: boolean } {
  const { end, isQuote, hasBackslashes } = passing;
  const last = end[0]!;
  let at = from;
  for (; at < to; at++) {
    const byte = bytes[at]!;
    if (byte === BACKSLASH && hasBackslashes) at++;
    else if (byte === last) {
      if (isQuote && at + 1 < length && bytes[at + 1] === last) at++;
      else if (at + end.length <= length && end.every((other, i) => bytes[at + i] === other)) {
        return { at: at + end.length, isOver: true };
      }
    }
  }
  return { at, isOver: false };
}
