/** Tags of HTML and XML, over bytes: names, attributes, where they end. Knows no elements. */

const TAB = 0x09;
const NEWLINE = 0x0a;
const FORM_FEED = 0x0c;
const RETURN = 0x0d;
const SPACE = 0x20;
const BANG = 0x21;
const DOUBLE_QUOTE = 0x22;
const QUOTE = 0x27;
const SLASH = 0x2f;
export const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const QUESTION = 0x3f;

export function isSpace(byte: number): boolean {
  return byte === SPACE || byte === NEWLINE || byte === TAB || byte === RETURN || byte === FORM_FEED;
}

function beginsName(byte: number): boolean {
  return ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) || byte === 0x5f || byte >= 0x80;
}

/** `[start, end)` in the block. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

export interface Attribute {
  readonly name: string;
  /** What is between the quotes. */
  readonly value: Part;
}

/** What begins with a `<`. */
export type Tag =
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly attributes: readonly Attribute[];
      readonly isClosed: boolean;
      readonly end: number;
    }
  | { readonly kind: 'close'; readonly name: string; readonly end: number }
  /** Begins a comment, a section of character data or a declaration; `end` is behind its first characters. */
  | { readonly kind: 'comment' | 'cdata' | 'other'; readonly end: number };

const COMMENT = Buffer.from('<!--');
const CDATA = Buffer.from('<![CDATA[');

/** The tag at `at`; undefined where the `<` begins none, or `limit` cuts it. */
export function tagAt(bytes: Uint8Array, at: number, limit: number): Tag | undefined {
  if (at + 1 >= limit) return undefined;
  const next = bytes[at + 1]!;
  if (next === BANG || next === QUESTION) {
    if (isAt(COMMENT, bytes, at, limit)) return { kind: 'comment', end: at + COMMENT.length };
    if (isAt(CDATA, bytes, at, limit)) return { kind: 'cdata', end: at + CDATA.length };
    return { kind: 'other', end: at + 2 };
  }
  const isClosing = next === SLASH;
  const start = at + (isClosing ? 2 : 1);
  if (start >= limit || !beginsName(bytes[start]!)) return undefined;
  let end = start;
  while (end < limit && !isSpace(bytes[end]!) && bytes[end] !== GREATER && bytes[end] !== SLASH && bytes[end] !== LESS) end++;
  const name = nameIn(bytes, start, end);
  if (!isClosing) return openTag(bytes, name, end, limit);
  // No further than to the next tag: else each of many that are not ended would be looked through to the limit.
  let close = end;
  while (close < limit && bytes[close] !== GREATER && bytes[close] !== LESS) close++;
  return close < limit && bytes[close] === GREATER ? { kind: 'close', name, end: close + 1 } : undefined;
}

function openTag(bytes: Uint8Array, name: string, from: number, limit: number): Tag | undefined {
  const attributes: Attribute[] = [];
  for (let at = from; at < limit; ) {
    const byte = bytes[at]!;
    if (byte === GREATER) return { kind: 'open', name, attributes, isClosed: bytes[at - 1] === SLASH, end: at + 1 };
    // The tag was not ended.
    if (byte === LESS) return { kind: 'open', name, attributes, isClosed: false, end: at };
    if (isSpace(byte) || byte === SLASH || byte === QUOTE || byte === DOUBLE_QUOTE || byte === EQUALS) {
      at++;
      continue;
    }
    const start = at;
    while (at < limit && !isSpace(bytes[at]!) && bytes[at] !== EQUALS && bytes[at] !== GREATER && bytes[at] !== SLASH) at++;
    const attribute = nameIn(bytes, start, at);
    while (at < limit && isSpace(bytes[at]!)) at++;
    if (at >= limit) return undefined;
    if (bytes[at] !== EQUALS) continue;
    at++;
    while (at < limit && isSpace(bytes[at]!)) at++;
    const value = attributeValue(bytes, at, limit);
    if (value === undefined) return undefined;
    attributes.push({ name: attribute, value });
    at = value.end + (value.start > at ? 1 : 0);
  }
  return undefined;
}

/** The value at `at`, which begins with a quote or not; undefined where `limit` cuts it. */
function attributeValue(bytes: Uint8Array, at: number, limit: number): Part | undefined {
  if (at >= limit) return undefined;
  const quote = bytes[at]!;
  if (quote === QUOTE || quote === DOUBLE_QUOTE) {
    const end = indexOf(quote, bytes, at + 1, limit);
    return end < 0 ? undefined : { start: at + 1, end };
  }
  let end = at;
  while (end < limit && !isSpace(bytes[end]!) && bytes[end] !== GREATER && bytes[end] !== LESS) end++;
  return end >= limit ? undefined : { start: at, end };
}

/** Bytes of a name that fit a number. */
const SHORT_NAME = 6;
/** Short names by their bytes as a number: pages repeat few of them without end, and to decode each took a third of the time. */
const shortNames = new Map<number, string>();
const MOST_SHORT_NAMES = 10_000;

function nameIn(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > SHORT_NAME) return text(bytes, { start, end });
  let key = 0;
  for (let at = start; at < end; at++) key = key * 256 + bytes[at]!;
  let name = shortNames.get(key);
  if (name === undefined) {
    name = text(bytes, { start, end });
    if (shortNames.size < MOST_SHORT_NAMES) shortNames.set(key, name);
  }
  return name;
}

/** Place of a byte in `bytes[from, to)`, or -1. What is looked for is near: a call would take longer than the loop. */
export function indexOf(byte: number, bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at++) if (bytes[at] === byte) return at;
  return -1;
}

export function text(bytes: Uint8Array, { start, end }: Part): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8');
}

/** Without the spaces around it. */
export function trimmed(bytes: Uint8Array, { start, end }: Part): Part {
  let from = start;
  let to = end;
  while (from < to && isSpace(bytes[from]!)) from++;
  while (to > from && isSpace(bytes[to - 1]!)) to--;
  return { start: from, end: to };
}

export function isAt(what: Uint8Array, bytes: Uint8Array, at: number, limit: number): boolean {
  if (at + what.length > limit) return false;
  for (let i = 0; i < what.length; i++) if (bytes[at + i] !== what[i]) return false;
  return true;
}
