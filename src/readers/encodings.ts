/**
 * Text that is written as other text: where a run of base64 or percent-encoding begins and ends, and what it decodes to, with the
 * way back to the bytes it was read from. Only what decodes to readable text counts: everything else is no business of ours.
 */
import { isUtf8 } from 'node:buffer';

/** Letters of the shortest run of base64 that is decoded, without padding: 18 bytes of text. */
const SHORTEST_BASE64 = 24;
/** Of a run that is too long to be decoded, so much is looked at to say whether text is left out. */
const PROBE_BYTES = 1024;
/** Lines that base64 is broken into (RFC 2045: at most 76 letters; PEM: 64), and what they may be indented by. */
const SHORTEST_LINE = 60;
const LONGEST_LINE = 128;
const LONGEST_INDENT = 64;
/** Characters of a parameter's name that are kept. */
const LONGEST_NAME = 64;

const PERCENT = 0x25;
const ESCAPE_BYTES = 3;
const EQUALS = 0x3d;
const PLUS = 0x2b;
const MINUS = 0x2d;
const SLASH = 0x2f;
const UNDERSCORE = 0x5f;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** What a byte can be part of. */
const IN_BASE64 = 1;
const IN_PIECE = 2;
const IN_NAME = 4;
const CLASSES = Uint8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  return (
    (/[A-Za-z0-9+/_-]/.test(character) ? IN_BASE64 : 0) |
    (/[A-Za-z0-9+/_\-.~%:@!*$]/.test(character) ? IN_PIECE : 0) |
    (/[A-Za-z0-9_.-]/.test(character) ? IN_NAME : 0)
  );
});
/** Control characters and U+FFFD: what decodes to one of them is no text that people write. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const NOT_READABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]/;

/** Way back from decoded bytes: raw offsets in whatever they were decoded from. */
export interface Origin {
  /** Where the raw bytes of the byte at `offset` begin. */
  start(offset: number): number;
  /** Where the raw bytes of the byte before `offset` end. */
  end(offset: number): number;
}

/** Bytes that stand for themselves. */
export const AS_THEY_ARE: Origin = { start: (offset) => offset, end: (offset) => offset };

export interface Decoded {
  readonly bytes: Uint8Array;
  /** Of offsets in `bytes`. */
  readonly origin: Origin;
}

const NOTHING: readonly Decoded[] = [];

/** A part of bytes that may be encoded. */
export interface Run {
  readonly kind: 'base64' | 'percent';
  /** -1 where it is so far before what is seen that the run is too long. */
  readonly start: number;
  readonly end: number;
  readonly isTooLong: boolean;
}

/** The bytes in which runs are looked for. */
export interface Span {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  /** Longest run that is decoded. */
  readonly longest: number;
}

/**
 * Next seed in `[from, span.end)`, or -1: a percent sign before two hexadecimal digits, or the beginning of 24 and more letters of
 * base64. The structure scan finds them in blocks; this is for decoded text, which is rare.
 */
export function nextSeed({ bytes, end }: Span, from: number): number {
  for (let at = from; at < end; ) {
    if (bytes[at] === PERCENT && isEscape(bytes, at, end)) return at;
    const first = at;
    while (at < end && (CLASSES[bytes[at]!]! & IN_BASE64) !== 0) at++;
    if (at - first >= SHORTEST_BASE64) return first;
    if (at === first) at++;
  }
  return -1;
}

/**
 * The run to which a seed belongs: the piece of an URL around a percent sign, or a run of base64 with the lines that go on with it.
 * @param seed a percent sign, or the beginning of 24 and more letters of base64
 */
export function runAt(span: Span, seed: number): Run {
  const { bytes, start: floor, end: limit } = span;
  if (bytes[seed] === PERCENT) return pieceAt(span, seed);
  const end = endOf(bytes, seed, limit, IN_BASE64);
  // Beside an escape, it is part of what is percent-encoded.
  if (bytes[end] === PERCENT && end < limit && isEscape(bytes, end, limit)) return pieceAt(span, end);
  if (seed >= floor + 1 && bytes[seed - 1] === PERCENT && isEscape(bytes, seed - 1, limit)) return pieceAt(span, seed - 1);
  return linesAt(span, seed, end);
}

function pieceAt({ bytes, start: floor, end: limit, longest }: Span, seed: number): Run {
  let start = seed;
  while (start > floor && (CLASSES[bytes[start - 1]!]! & IN_PIECE) !== 0) start--;
  const end = endOf(bytes, seed, limit, IN_PIECE);
  return { kind: 'percent', start, end, isTooLong: end - start > longest };
}

/** A run with the lines before and behind it, where it is one of many of equal length, as MIME and PEM break base64. */
function linesAt(span: Span, first: number, last: number): Run {
  const { bytes, end: limit, longest } = span;
  let start = first;
  const seed = { start: first, end: last };
  if (!endsLine(bytes, last, limit)) return { kind: 'base64', ...seed, isTooLong: last - first > longest };
  for (let line: Line | undefined = seed; line !== undefined; ) {
    // Where it begins is not to be known everywhere: it is too long to be of use.
    if (line.start < first && last - line.start > longest)
      return { kind: 'base64', start: -1, end: endOfLines(bytes, first, last, limit), isTooLong: true };
    start = line.start;
    const before = lineBefore(span, line.start);
    line = before !== undefined && before.end - before.start >= line.end - line.start ? before : undefined;
  }
  const end = endOfLines(bytes, first, last, limit);
  return { kind: 'base64', start, end, isTooLong: end - start > longest };
}

function endOfLines(bytes: Uint8Array, first: number, last: number, limit: number): number {
  let line = { start: first, end: last };
  while (isFullLine(line)) {
    const next = lineBehind(bytes, line.end, limit);
    if (next === undefined || next.end - next.start > line.end - line.start) break;
    line = next;
  }
  return line.end;
}

interface Line {
  readonly start: number;
  readonly end: number;
}

function isFullLine({ start, end }: Line): boolean {
  const length = end - start;
  return length >= SHORTEST_LINE && length <= LONGEST_LINE && length % 4 === 0;
}

/** The letters at the end of the line before the one that begins, but for blanks, at `at`; undefined unless they are a full line. */
function lineBefore({ bytes, start: floor }: Span, at: number): Line | undefined {
  let end = at;
  while (end > floor && at - end <= LONGEST_INDENT && isBlank(bytes[end - 1]!)) end--;
  if (end === floor || bytes[end - 1] !== NEWLINE) return undefined;
  end--;
  if (end > floor && bytes[end - 1] === RETURN) end--;
  let start = end;
  while (start > floor && end - start <= LONGEST_LINE && (CLASSES[bytes[start - 1]!]! & IN_BASE64) !== 0) start--;
  const line = { start, end };
  return isFullLine(line) ? line : undefined;
}

function lineBehind(bytes: Uint8Array, at: number, limit: number): Line | undefined {
  let start = at;
  if (bytes[start] === RETURN) start++;
  if (start >= limit || bytes[start] !== NEWLINE) return undefined;
  start++;
  const first = start;
  while (start < limit && start - first <= LONGEST_INDENT && isBlank(bytes[start]!)) start++;
  const end = endOf(bytes, start, limit, IN_BASE64);
  return end === start || !endsLine(bytes, end, limit) ? undefined : { start, end };
}

/** Whether a line ends behind letters and their padding, or a quoted text of many lines does. */
function endsLine(bytes: Uint8Array, at: number, limit: number): boolean {
  let end = at;
  while (end < limit && end - at < 2 && bytes[end] === EQUALS) end++;
  const byte = bytes[end]!;
  return end >= limit || byte === NEWLINE || byte === RETURN || byte === 0x22 || byte === 0x27;
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x09;
}

function endOf(bytes: Uint8Array, at: number, limit: number, part: number): number {
  let end = at;
  while (end < limit && (CLASSES[bytes[end]!]! & part) !== 0) end++;
  return end;
}

/** Whether an escape of two hexadecimal digits begins at a percent sign. */
function isEscape(bytes: Uint8Array, at: number, limit: number): boolean {
  return at + 2 < limit && hexDigit(bytes[at + 1]!) >= 0 && hexDigit(bytes[at + 2]!) >= 0;
}

function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

/** The name of the parameter whose value begins at `at` (`ssn` in `?ssn=…`), or undefined. */
export function parameterName({ bytes, start: floor }: Span, at: number): string | undefined {
  if (at - 1 <= floor || bytes[at - 1] !== EQUALS) return undefined;
  let start = at - 1;
  while (start > floor && at - start <= LONGEST_NAME && (CLASSES[bytes[start - 1]!]! & IN_NAME) !== 0) start--;
  return start === at - 1 ? undefined : Buffer.from(bytes.subarray(start, at - 1)).toString('latin1');
}

/** The texts in a run, or in parts of it; empty where there are none. Offsets of their origins are those of `bytes`. */
export function decodeRun(span: Span, run: Run): readonly Decoded[] {
  const { bytes } = span;
  if (run.kind === 'percent') {
    const decoded = decodePercent(bytes, run, parameterName(span, run.start) !== undefined);
    return decoded === undefined ? NOTHING : [decoded];
  }
  const whole = decodeBase64(bytes, run);
  if (whole !== undefined) return [whole];
  return linesOf(bytes, run).flatMap((line) => decodeBase64(bytes, line) ?? decodeParts(bytes, line));
}

/** Lines of a run that is not one text: a word may follow base64 on a line of its own. */
function linesOf(bytes: Uint8Array, { start, end }: Line): Line[] {
  const lines: Line[] = [];
  for (let at = start; at < end; ) {
    const last = endOf(bytes, at, end, IN_BASE64);
    if (last - at >= SHORTEST_BASE64) lines.push({ start: at, end: last });
    at = Math.max(last, at + 1);
  }
  return lines;
}

/** Whether a run that is too long begins like text. */
export function beginsAsText(bytes: Uint8Array, { kind, start, end }: Run): boolean {
  if (kind === 'percent') return true;
  return decodeBase64(bytes, { start, end: Math.min(end, start + PROBE_BYTES) }, true) !== undefined;
}

/** In `/path/of/BASE64` and `name_BASE64`, letters of one alphabet divide what is written in the other. */
function decodeParts(bytes: Uint8Array, { start, end }: Line): readonly Decoded[] {
  const parts: Decoded[] = [];
  const take = (from: number, to: number): void => {
    if (to - from < SHORTEST_BASE64 || to - from === end - start) return;
    const part = decodeBase64(bytes, { start: from, end: to });
    if (part !== undefined) parts.push(part);
  };
  let urlSafe = start;
  let standard = start;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === SLASH || byte === PLUS) {
      take(urlSafe, at);
      urlSafe = at + 1;
    } else if (byte === MINUS || byte === UNDERSCORE) {
      take(standard, at);
      standard = at + 1;
    }
  }
  take(urlSafe, end);
  take(standard, end);
  return parts;
}

/** Value of each letter in both alphabets of base64 (RFC 4648, sections 4 and 5). */
const SEXTETS = new Int8Array(256).fill(-1);
for (const letters of [
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
]) {
  for (let i = 0; i < letters.length; i++) SEXTETS[letters.charCodeAt(i)] = i;
}

/** Text in base64 of one of the alphabets, or undefined. @param isCut whether the last letters may begin a group */
function decodeBase64(bytes: Uint8Array, run: Line, isCut = false): Decoded | undefined {
  const { start, end } = run;
  if (!mayBeText(bytes, start, end)) return undefined;
  const target = Buffer.allocUnsafe(Math.ceil(((end - start) * 3) / 4));
  let count = 0;
  let length = 0;
  let bits = 0;
  let isStandard = false;
  let isUrlSafe = false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    const sextet = SEXTETS[byte]!;
    if (sextet < 0) continue;
    if (byte === PLUS || byte === SLASH) isStandard = true;
    else if (byte === MINUS || byte === UNDERSCORE) isUrlSafe = true;
    count++;
    bits = (bits << 6) | sextet;
    // The second letter of a group of four ends its first byte, and so on.
    if (count % 4 !== 1) target[length++] = bits >> (6 - 2 * ((count + 3) % 4));
  }
  if ((isStandard && isUrlSafe) || (count % 4 === 1 && !isCut)) return undefined;
  const decoded = target.subarray(0, isCut ? wholeCharacters(target, length) : length);
  if (!isReadable(decoded)) return undefined;
  return { bytes: decoded, origin: lazyOrigin(() => base64Origin(bytes, run, count)) };
}

/** The letters of the group of four in which a byte stands. */
function base64Origin(bytes: Uint8Array, { start, end }: Line, count: number): Origin {
  const places = new Uint32Array(count);
  let length = 0;
  for (let at = start; at < end; at++) if (SEXTETS[bytes[at]!]! >= 0) places[length++] = at;
  const last = count - 1;
  return {
    start: (offset) => places[Math.min(4 * Math.floor(offset / 3), last)]!,
    end: (offset) => places[Math.min(4 * Math.floor((offset - 1) / 3) + 3, last)]! + 1,
  };
}

/** Most texts hold nothing, and nobody asks where that stands. */
function lazyOrigin(make: () => Origin): Origin {
  let made: Origin | undefined;
  const origin = (): Origin => {
    made ??= make();
    return made;
  };
  return { start: (offset) => origin().start(offset), end: (offset) => origin().end(offset) };
}

/** Whether the first letters are those of readable text: of what is no base64, next to nothing comes through. */
function mayBeText(bytes: Uint8Array, start: number, end: number): boolean {
  const to = Math.min(end, start + SHORTEST_BASE64);
  let bits = 0;
  /** Bits that are no byte yet, and bytes that the character at hand still has. */
  let left = 0;
  let rest = 0;
  for (let at = start; at < to; at++) {
    bits = ((bits << 6) | SEXTETS[bytes[at]!]!) & 0xffff;
    left += 6;
    if (left < 8) continue;
    left -= 8;
    const byte = (bits >> left) & 0xff;
    if (rest > 0) {
      if ((byte & 0xc0) !== 0x80) return false;
      rest--;
    } else if (byte < 0x80) {
      if (!isPrintable(byte)) return false;
    } else if (byte < 0xc2 || byte > 0xf4) {
      // No character of UTF-8 begins with it (RFC 3629, section 3).
      return false;
    } else {
      rest = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    }
  }
  return true;
}

function isPrintable(byte: number): boolean {
  return (byte >= 0x20 && byte !== 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

function wholeCharacters(bytes: Uint8Array, length: number): number {
  let end = length;
  while (end > 0 && length - end < 4 && bytes[end - 1]! >= 0x80) end--;
  return end;
}

function decodePercent(bytes: Uint8Array, run: Line, isParameter: boolean): Decoded | undefined {
  const { start, end } = run;
  const target = Buffer.allocUnsafe(end - start);
  let length = 0;
  for (let at = start; at < end; ) {
    const byte = bytes[at]!;
    const isOne = byte === PERCENT && isEscape(bytes, at, end);
    // Forms write a space as a plus sign (URL Standard, section 5.1).
    if (isOne) target[length++] = (hexDigit(bytes[at + 1]!) << 4) | hexDigit(bytes[at + 2]!);
    else target[length++] = byte === PLUS && isParameter ? 0x20 : byte;
    at += isOne ? ESCAPE_BYTES : 1;
  }
  const decoded = target.subarray(0, length);
  if (!isReadable(decoded)) return undefined;
  return { bytes: decoded, origin: lazyOrigin(() => percentOrigin(bytes, run, length)) };
}

function percentOrigin(bytes: Uint8Array, { start, end }: Line, count: number): Origin {
  const places = new Uint32Array(count + 1);
  let length = 0;
  for (let at = start; at < end; at += bytes[at] === PERCENT && isEscape(bytes, at, end) ? ESCAPE_BYTES : 1)
    places[length++] = at;
  places[length] = end;
  return { start: (offset) => places[offset]!, end: (offset) => places[offset]! };
}

function isReadable(bytes: Uint8Array): boolean {
  return isUtf8(bytes) && !NOT_READABLE.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'));
}
