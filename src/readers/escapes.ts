/** Escapes of JSON strings and quoted cells: decoded with a byte map, and never cut. */
import type { DecodeMap } from '../core/segment.js';
import { characterStartBefore } from './utf8.js';

/** An escape, as it is found at a raw offset. */
export interface Escape {
  /** Raw bytes that it takes. */
  readonly length: number;
  /** Raw bytes that must be seen to tell; more than are there where the input ends inside it. */
  readonly reach: number;
  /** Code point that it stands for, or -1 where it stands for itself. */
  readonly codePoint: number;
}

/** One way of escaping: the byte that begins an escape, and how to read one in `bytes[at, end)`. */
export interface EscapeStyle {
  readonly byte: number;
  /** Another byte that begins one, where there are two. Such values are never cut. */
  readonly secondByte?: number;
  read(bytes: Uint8Array, at: number, end: number): Escape;
}

const REPLACEMENT = 0xfffd;
const SIMPLE: Readonly<Record<number, number>> = { 34: 34, 92: 92, 47: 47, 98: 8, 102: 12, 110: 10, 114: 13, 116: 9 };

/** `\n`, `\u00e9`, surrogate pairs (RFC 8259, section 7). A lone surrogate becomes U+FFFD. */
export const JSON_ESCAPES: EscapeStyle = {
  byte: 0x5c,
  read(bytes, at, end) {
    if (at + 1 >= end) return literal(2);
    const kind = bytes[at + 1]!;
    if (kind !== 0x75) {
      const codePoint = SIMPLE[kind];
      return codePoint === undefined ? literal(1) : { length: 2, reach: 2, codePoint };
    }
    const unit = hexUnit(bytes, at + 2, end);
    if (unit < 0) return literal(unit === CUT ? 6 : 1);
    if (unit < 0xd800 || unit > 0xdfff) return { length: 6, reach: 6, codePoint: unit };
    const alone = { length: 6, reach: 6, codePoint: REPLACEMENT };
    if (unit > 0xdbff) return alone;
    // A high surrogate and its pair must be seen whole before either is decoded.
    const cut = { length: 6, reach: 12, codePoint: REPLACEMENT };
    if (at + 6 >= end) return cut;
    if (bytes[at + 6] !== 0x5c) return alone;
    if (at + 7 >= end) return cut;
    if (bytes[at + 7] !== 0x75) return alone;
    const low = hexUnit(bytes, at + 8, end);
    if (low === CUT) return cut;
    if (low < 0xdc00 || low > 0xdfff) return alone;
    return { length: 12, reach: 12, codePoint: 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00) };
  },
};

/** `""` in a quoted cell (RFC 4180, section 2.7). */
export const CSV_ESCAPES: EscapeStyle = {
  byte: 0x22,
  read(bytes, at, end) {
    if (at + 1 >= end) return literal(2);
    return bytes[at + 1] === 0x22 ? { length: 2, reach: 2, codePoint: 0x22 } : literal(1);
  },
};

const CUT = -2;

/** A byte that begins no escape and stands for itself. */
function literal(reach: number): Escape {
  return { length: 1, reach, codePoint: -1 };
}

/** Value of four hexadecimal digits, -1 if they are none, `CUT` if the input ends before they do. */
function hexUnit(bytes: Uint8Array, at: number, end: number): number {
  let unit = 0;
  for (let i = at; i < at + 4; i++) {
    if (i >= end) return CUT;
    const byte = bytes[i]! | 0x20;
    const digit =
      byte >= 0x30 && byte <= 0x39 && bytes[i]! < 0x40 ? byte - 0x30 : byte >= 0x61 && byte <= 0x66 ? byte - 0x57 : -1;
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

/** Where decoded bytes come from and go to. */
export interface DecodeJob {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly target: Uint8Array;
  /** Offset in `target`. The result is never longer than `end - start`. */
  readonly at: number;
}

/** Decodes a value; returns the decoded length in bytes. What is no valid escape is copied as it stands. */
export function decodeEscapes(style: EscapeStyle, job: DecodeJob, map: DecodeMap): number {
  const { bytes, end, target, at } = job;
  let raw = job.start;
  let to = at;
  map.push(0, raw);
  while (raw < end) {
    const byte = bytes[raw]!;
    if (byte !== style.byte && byte !== style.secondByte) {
      target[to++] = byte;
      raw++;
      continue;
    }
    const { length, codePoint } = style.read(bytes, raw, end);
    if (codePoint < 0) {
      target[to++] = byte;
      raw++;
      continue;
    }
    to = putCharacter(target, to, codePoint);
    raw += length;
    map.push(to - at, raw);
  }
  return to - at;
}

function putCharacter(target: Uint8Array, at: number, codePoint: number): number {
  let to = at;
  if (codePoint < 0x80) target[to++] = codePoint;
  else if (codePoint < 0x800) {
    target[to++] = 0xc0 | (codePoint >> 6);
    target[to++] = 0x80 | (codePoint & 0x3f);
  } else if (codePoint < 0x10000) {
    target[to++] = 0xe0 | (codePoint >> 12);
    target[to++] = 0x80 | ((codePoint >> 6) & 0x3f);
    target[to++] = 0x80 | (codePoint & 0x3f);
  } else {
    target[to++] = 0xf0 | (codePoint >> 18);
    target[to++] = 0x80 | ((codePoint >> 12) & 0x3f);
    target[to++] = 0x80 | ((codePoint >> 6) & 0x3f);
    target[to++] = 0x80 | (codePoint & 0x3f);
  }
  return to;
}

/**
 * For each of `wanted` (ascending offsets in `[from, end]`) the last offset at or before it that is inside neither an escape nor
 * a character. `from` itself must be such an offset.
 */
export function safeCuts(
  style: EscapeStyle | undefined,
  bytes: Uint8Array,
  from: number,
  end: number,
  wanted: readonly number[],
): number[] {
  // Behind `end` lies what was there before: nothing to look at.
  const whole = (start: number, offset: number): number => (offset === end ? end : characterStartBefore(bytes, start, offset));
  if (!style) return wanted.map((offset) => whole(from, offset));
  const cuts: number[] = [];
  let at = from;
  for (const offset of wanted) {
    for (;;) {
      const next = bytes.indexOf(style.byte, at);
      if (next < 0 || next >= offset) {
        cuts.push(whole(at, offset));
        break;
      }
      // An escape that the input cuts reaches behind its end.
      const behind = next + style.read(bytes, next, end).reach;
      if (behind > offset) {
        cuts.push(next);
        at = next;
        break;
      }
      at = behind;
    }
  }
  return cuts;
}
