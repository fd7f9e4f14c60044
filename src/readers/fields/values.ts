/** The values behind labels: where they begin and end on their line, and what of them is a value by itself. */
import { COLON, endsLine, isLongWord, isWideBlank, type LabelText, labelAt, WIDE_BLANK_BYTES, WIDE_COLON } from './labels.js';

/** Characters of a value: what is longer is free text, which no name reaches. */
const MOST_CHARACTERS = 200;
/** Bytes behind a colon that are looked at: its value, in letters of any script. */
export const VALUE_BYTES = 880;
/** Blanks between a colon and its value: in aligned forms there are many. */
const MOST_BLANKS = 64;
/** Spaces that end a value, whatever comes behind them. */
const WIDE_GAP = 3;

const TAB = 0x09;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const OPEN = 0x28;
const STAR = 0x2a;
const EXCLAMATION = 0x21;
const COMMA = 0x2c;
const STOP = 0x2e;
const QUESTION = 0x3f;
const SEMICOLON = 0x3b;
const LESS = 0x3c;
const AT = 0x40;
const UNDERSCORE = 0x5f;
const GRAVE = 0x60;
const OPEN_BRACE = 0x7b;
const BAR = 0x7c;

/** `（` in UTF-8: nobody writes a blank before it. */
const WIDE_OPEN = Buffer.from('\uff08');

/** What items of lists begin with. */
const IN_LIST: ReadonlySet<number> = new Set(Buffer.from('-*+>#|'));

/** What was done to a file of that name, in a list of changes (`* AUTHORS: Added Ann Lee.`). */
const CHANGE = /^(?:add|change|fix|list|mention|remove|update)(?:e?s|e?d)? /i;
const LONGEST_CHANGE = 10;

/** Offsets of a value, half open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The value behind the colon at `colon`, without blanks, emphasis and quotes around it.
 * @param isAlone nothing stands before the label on its line: then the value may stand on the next one
 */
export function valueBehind(text: LabelText, colon: number, isAlone: boolean): Span | undefined {
  const { bytes, length } = text;
  const limit = colon + text.forward;
  const stop = Math.min(limit, length);
  let start = colon + (bytes[colon] === COLON ? 1 : WIDE_COLON.length);
  // `**Name:** Ann Lee`
  while (start < stop && (bytes[start] === STAR || bytes[start] === UNDERSCORE || bytes[start] === GRAVE)) start++;
  start = behindBlanks(bytes, start, stop);
  if (start >= stop || isBlank(bytes[start]!)) return undefined;
  if (endsLine(bytes[start]!)) return isAlone ? valueOfLine(text, start, limit) : undefined;
  // `de:ad:be:ef:00:01`
  if (start === colon + 1 && hasColonIn(bytes, start, stop)) return undefined;
  return valueAt(text, start, limit);
}

/** Whether the first word holds a colon. */
function hasColonIn(bytes: Buffer, start: number, stop: number): boolean {
  for (let at = start; at < stop && bytes[at]! > SPACE; at++) if (bytes[at] === COLON) return true;
  return false;
}

/**
 * The value on the line behind `newline`; undefined where that is blank, an item of a list or too long.
 * @param limit one past what may be looked at; where the text is shorter, it ends there
 */
export function valueOfLine(text: LabelText, newline: number, limit: number): Span | undefined {
  const { bytes, length } = text;
  const stop = Math.min(limit, length);
  const isPair = bytes[newline] === RETURN && newline + 1 < stop && bytes[newline + 1] === NEWLINE;
  const start = behindBlanks(bytes, newline + (isPair ? 2 : 1), stop);
  if (start >= stop || isBlank(bytes[start]!) || endsLine(bytes[start]!) || IN_LIST.has(bytes[start]!)) return undefined;
  return valueAt(text, start, limit);
}

function valueAt(text: LabelText, start: number, limit: number): Span | undefined {
  const end = endOf(text, start, limit);
  if (end === undefined) return undefined;
  const value = trimmed(text.bytes, start, end);
  const isChange = CHANGE.test(text.bytes.toString('latin1', value.start, Math.min(value.end, value.start + LONGEST_CHANGE)));
  return value.end > value.start && !isChange && text.bytes[value.end - 1] !== OPEN_BRACE ? value : undefined;
}

function behindBlanks(bytes: Buffer, from: number, stop: number): number {
  const farthest = Math.min(stop, from + MOST_BLANKS);
  let at = from;
  while (at < farthest) {
    if (isBlank(bytes[at]!)) at++;
    else if (at + WIDE_BLANK_BYTES <= stop && isWideBlank(bytes, at)) at += WIDE_BLANK_BYTES;
    else break;
  }
  return at;
}

function isBlank(byte: number): boolean {
  return byte === SPACE || byte === TAB;
}

/** Where the value ends: with its line, at a gap, or before the next label; undefined where that is too far. */
function endOf(text: LabelText, start: number, limit: number): number | undefined {
  const { bytes, length } = text;
  const stop = Math.min(limit, length);
  let characters = 0;
  let spaces = 0;
  /** Where it ends at a remark in brackets. */
  let remark: number | undefined;
  for (let at = start; at < stop; at++) {
    const byte = bytes[at]!;
    if ((byte & 0xc0) !== 0x80 && ++characters > MOST_CHARACTERS && !endsLine(byte)) return undefined;
    if (endsLine(byte) || byte === TAB || byte === BAR) return remark ?? at;
    if (byte === SPACE) {
      if (++spaces === WIDE_GAP) return remark ?? at + 1 - WIDE_GAP;
      if (isSentenceEnd(bytes, start, at, stop)) return remark ?? at - 1;
      continue;
    }
    if (remark === undefined && byte === WIDE_OPEN[0] && at > start && at + 2 < stop && isWideOpen(bytes, at)) remark = at;
    if (byte === OPEN && spaces > 0 && remark === undefined && at + 1 < stop && isLetter(bytes[at + 1]!)) remark = at;
    if (byte === COLON || (byte === WIDE_COLON[0] && at + 2 < stop && isWideColon(bytes, at))) {
      const next = labelAt(text, at);
      if (next !== undefined) return next.start > start ? Math.min(remark ?? next.start, next.start) : undefined;
    }
    spaces = 0;
  }
  return limit > length ? (remark ?? stop) : undefined;
}

/** Whether a sentence ends before the space at `at`, and another one begins: with a capital, or a letter that may be one. */
function isSentenceEnd(bytes: Buffer, start: number, at: number, stop: number): boolean {
  const mark = bytes[at - 1]!;
  if ((mark !== STOP && mark !== QUESTION && mark !== EXCLAMATION) || at + 1 >= stop) return false;
  const next = bytes[at + 1]!;
  return (next >= 0x80 || (next >= 0x41 && next <= 0x5a)) && isLongWord(bytes, start, at - 1);
}

function isWideOpen(bytes: Uint8Array, at: number): boolean {
  return bytes[at + 1] === WIDE_OPEN[1] && bytes[at + 2] === WIDE_OPEN[2];
}

/** Whether the byte at `at`, the first of a wide colon, begins one. */
export function isWideColon(bytes: Uint8Array, at: number): boolean {
  return bytes[at + 1] === WIDE_COLON[1] && bytes[at + 2] === WIDE_COLON[2];
}

function isLetter(byte: number): boolean {
  return byte >= 0x80 || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}

/** Without blanks, emphasis and separators at its end, and without quotes around it. */
function trimmed(bytes: Buffer, start: number, limit: number): Span {
  let end = limit;
  while (end > start && isTrailing(bytes[end - 1]!)) end--;
  const isQuoted = end - start > 2 && (bytes[start] === QUOTE || bytes[start] === APOSTROPHE) && bytes[end - 1] === bytes[start];
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}

function isTrailing(byte: number): boolean {
  return isBlank(byte) || byte === COMMA || byte === SEMICOLON || byte === STAR || byte === UNDERSCORE || byte === GRAVE;
}

/** The names before the addresses of a mail's header: `Ann Lee <ann@example.com>` (RFC 5322, 3.4: `display-name`), in order. */
export function displayNames(bytes: Buffer, { start, end }: Span): readonly Span[] {
  const names: Span[] = [];
  let from = start;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === COMMA || byte === SEMICOLON) from = at + 1;
    if (byte !== LESS) continue;
    const close = closingOf(bytes, at, end);
    while (from < at && isBlank(bytes[from]!)) from++;
    const name = trimmed(bytes, from, at);
    if (close > 0 && name.end > name.start) names.push(name);
    if (close > 0) at = close;
    from = at + 1;
  }
  return names;
}

/** Where the address in angle brackets ends that begins at `at`; 0 where it is none. */
function closingOf(bytes: Buffer, at: number, end: number): number {
  let hasAt = false;
  for (let i = at + 1; i < end; i++) {
    const byte = bytes[i]!;
    if (byte === AT) hasAt = true;
    else if (byte === 0x3e) return hasAt ? i : 0;
    else if (byte === SPACE || byte === LESS) return 0;
  }
  return 0;
}

/** The parts of a value that `;` separates, empty ones included, without blanks. */
export function partsOf(bytes: Buffer, { start, end }: Span): readonly Span[] {
  const parts: Span[] = [];
  for (let from = start, at = start; at <= end; at++) {
    if (at < end && (bytes[at] !== SEMICOLON || bytes[at - 1] === 0x5c)) continue;
    parts.push({ start: from, end: at });
    from = at + 1;
  }
  return parts;
}
