/** Words, names and literals of SQL, over bytes. Knows no statements. */

import type { SqlFormat } from '../../core/format.js';

export type SqlStrings = SqlFormat['strings'];

export type TokenKind = 'word' | 'name' | 'string' | 'number' | 'mark' | 'end';

const TAB = 0x09;
const NEWLINE = 0x0a;
const SPACE = 0x20;
const DOUBLE_QUOTE = 0x22;
const HASH = 0x23;
const DOLLAR = 0x24;
const QUOTE = 0x27;
const STAR = 0x2a;
const MINUS = 0x2d;
const PLUS = 0x2b;
const DOT = 0x2e;
const SLASH = 0x2f;
const BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSING_BRACKET = 0x5d;
const BACKTICK = 0x60;

/** Bytes of a quoted name; the databases allow 64 to 128 characters. */
const LONGEST_NAME = 512;

/** Classes of bytes: 1 space, 2 begins a word, 3 digit. Bytes above 0x7F are letters. */
const CLASS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte === TAB || byte === NEWLINE || byte === 0x0b || byte === 0x0c || byte === 0x0d || byte === SPACE) return 1;
  if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) return 2;
  if (byte >= 0x30 && byte <= 0x39) return 3;
  return byte === 0x5f || byte === 0x40 || byte >= 0x80 ? 2 : 0;
});

export function isWordByte(byte: number): boolean {
  return CLASS[byte]! >= 2 || byte === DOLLAR;
}

/**
 * Reads tokens of `bytes[at, end)`, one after the other. A token or comment that `end` cuts, or that is longer than what is looked
 * at, is the kind `end`, and `at` stays before it.
 */
export class Tokens {
  readonly bytes: Uint8Array;
  at: number;
  end: number;
  readonly #strings: SqlStrings;
  readonly #reach: number;
  kind: TokenKind = 'end';
  /** The token; of strings and quoted names what is between the quotes. */
  start = 0;
  stop = 0;
  /** Byte of a mark, or the quote of a string or name. */
  mark = 0;
  /** The string or name holds an escape. */
  isEscaped = false;
  /** Backslashes begin escapes in the string. */
  hasBackslashes = false;
  /** A string begins that `end` cuts. */
  isCutString = false;
  /** Whether `[a]` is a name. Among values it is PostgreSQL's writing of arrays. */
  hasBrackets = true;

  /** @param reach longest token or comment */
  constructor(bytes: Uint8Array, strings: SqlStrings, reach: number) {
    this.bytes = bytes;
    this.#strings = strings;
    this.#reach = reach;
    this.at = this.end = 0;
  }

  /** Where a token or comment that begins at `at` must have ended. */
  endFrom(at: number): number {
    return Math.min(this.end, at + this.#reach);
  }

  next(): TokenKind {
    this.isCutString = false;
    this.kind = this.skip() ? this.#read() : 'end';
    return this.kind;
  }

  /** Whether the token is this word, written in small letters. */
  is(word: string): boolean {
    const { bytes, start, stop } = this;
    if (this.kind !== 'word' || stop - start !== word.length) return false;
    for (let i = 0; i < word.length; i++) if ((bytes[start + i]! | 0x20) !== word.charCodeAt(i)) return false;
    return true;
  }

  isMark(mark: string): boolean {
    return this.kind === 'mark' && this.mark === mark.charCodeAt(0);
  }

  /** The name that the token writes. */
  text(): string {
    const text = Buffer.from(this.bytes.buffer, this.bytes.byteOffset + this.start, this.stop - this.start).toString('utf8');
    if (!this.isEscaped) return text;
    const quote = String.fromCharCode(this.mark === BRACKET ? CLOSING_BRACKET : this.mark);
    return text.replaceAll(quote + quote, quote);
  }

  /** Goes behind spaces and comments; false at the end, or in a comment that it cuts. */
  skip(): boolean {
    const { bytes, end } = this;
    let at = this.at;
    while (at < end) {
      const byte = bytes[at]!;
      if (CLASS[byte] === 1) {
        at++;
        continue;
      }
      const behind = commentEnd(bytes, at, this.endFrom(at));
      if (behind === at) break;
      if (behind < 0) {
        this.at = at;
        return false;
      }
      at = behind;
    }
    this.at = at;
    return at < end;
  }

  #read(): TokenKind {
    const { bytes, at } = this;
    const end = this.endFrom(at);
    const byte = bytes[at]!;
    this.start = at;
    this.mark = byte;
    this.isEscaped = this.hasBackslashes = false;
    if (byte === QUOTE) return this.#quoted(QUOTE, this.#strings === 'backslash', 'string');
    // To MySQL they are strings; who reads values knows that.
    if (byte === DOUBLE_QUOTE) return this.#quoted(DOUBLE_QUOTE, this.#strings === 'backslash', 'name');
    if (byte === BACKTICK) return this.#quoted(BACKTICK, false, 'name');
    if (byte === BRACKET && this.hasBrackets) return this.#quoted(CLOSING_BRACKET, false, 'name');
    const kind = CLASS[byte]!;
    if (kind === 2) return this.#word();
    const isSigned = (byte === MINUS || byte === PLUS) && at + 1 < end && CLASS[bytes[at + 1]!] === 3;
    if (kind === 3 || isSigned || (byte === DOT && at + 1 < end && CLASS[bytes[at + 1]!] === 3)) {
      let stop = at + 1;
      while (stop < end && (CLASS[bytes[stop]!]! >= 2 || bytes[stop] === DOT)) stop++;
      return this.#take(stop, 'number');
    }
    return this.#take(at + 1, 'mark');
  }

  #word(): TokenKind {
    const { bytes, at } = this;
    const end = this.endFrom(at);
    // Strings of other writings: `N'…'`, and `E'…'` with backslashes.
    if (at + 1 < end && bytes[at + 1] === QUOTE) {
      const letter = bytes[at]! | 0x20;
      if (letter === 0x6e || letter === 0x65 || letter === 0x62 || letter === 0x78) {
        this.at = at + 1;
        const kind = this.#quoted(QUOTE, letter === 0x65 || this.#strings === 'backslash', 'string');
        if (kind === 'end') this.at = at;
        return kind;
      }
    }
    let stop = at + 1;
    while (stop < end && isWordByte(bytes[stop]!)) stop++;
    return this.#take(stop, 'word');
  }

  #take(stop: number, kind: TokenKind): TokenKind {
    this.stop = this.at = stop;
    return kind;
  }

  #quoted(quote: number, hasBackslashes: boolean, kind: TokenKind): TokenKind {
    const { at } = this;
    const stop = this.#quoteEnd(at + 1, quote, hasBackslashes);
    if (stop < 0) {
      this.isCutString = kind === 'string';
      this.hasBackslashes = hasBackslashes;
      return 'end';
    }
    this.start = at + 1;
    this.hasBackslashes = hasBackslashes;
    this.stop = stop;
    this.at = stop + 1;
    return kind;
  }

  /** Place of the quote that ends what goes on at `from`, or -1. */
  #quoteEnd(from: number, quote: number, hasBackslashes: boolean): number {
    const { bytes } = this;
    const isIdentifier = quote === BACKTICK || quote === CLOSING_BRACKET;
    const end = Math.min(this.endFrom(from), isIdentifier ? from + LONGEST_NAME : Number.POSITIVE_INFINITY);
    for (let at = from; at < end; at++) {
      const byte = bytes[at]!;
      if (byte === BACKSLASH && hasBackslashes) {
        this.isEscaped = true;
        at++;
      } else if (byte === quote) {
        if (at + 1 >= end || bytes[at + 1] !== quote) return at;
        this.isEscaped = true;
        at++;
      }
    }
    return -1;
  }
}

/** Behind the comment that begins at `at`; `at` itself where none does, -1 where the end cuts it. */
export function commentEnd(bytes: Uint8Array, at: number, end: number): number {
  const byte = bytes[at]!;
  if (byte === MINUS && at + 1 < end && bytes[at + 1] === MINUS) return lineEnd(bytes, at, end);
  // MySQL's comments; PostgreSQL has operators that begin so.
  if (byte === HASH && at + 1 < end && (CLASS[bytes[at + 1]!] === 1 || bytes[at + 1] === HASH)) return lineEnd(bytes, at, end);
  if (byte !== SLASH || at + 1 >= end || bytes[at + 1] !== STAR) return at;
  for (let i = at + 2; i + 1 < end; i++) if (bytes[i] === STAR && bytes[i + 1] === SLASH) return i + 2;
  return -1;
}

function lineEnd(bytes: Uint8Array, from: number, end: number): number {
  for (let at = from; at < end; at++) if (bytes[at] === NEWLINE) return at + 1;
  return -1;
}

/** Behind the dollar sign that ends the opening mark of a PostgreSQL body (`$$`, `$tag$`), or -1 where none begins at `at`. */
export function dollarTagEnd(bytes: Uint8Array, at: number, end: number): number {
  for (let i = at + 1; i < end && i < at + 64; i++) {
    if (bytes[i] === DOLLAR) return i + 1;
    if (CLASS[bytes[i]!]! < 2) return -1;
  }
  return -1;
}
