/**
 * Names values of TOML (1.0.0) by section and key. What is not understood has no path, and is
 * examined as text like everything else.
 */
import type { Values, View } from '../named-text.js';
import { Paths, type SettingsSteps, type Step } from './paths.js';
import {
  DOUBLE_QUOTE,
  isBlank,
  limitFrom,
  lineEnd,
  NEWLINE,
  QUOTE,
  quotedAt,
  quotedText,
  skipBlanks,
  textAt,
  trimEnd,
} from './scalars.js';

const HASH = 0x23;
const COMMA = 0x2c;
const DOT = 0x2e;
const EQUALS = 0x3d;
const OPEN = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const ENDS = new Set([HASH, COMMA, CLOSE, CLOSE_BRACE, NEWLINE]);
/** Lists of tables that are counted, and arrays within each other. */
const MOST_LISTS = 65_536;
const MOST_NESTED = 1000;

/** What is looked at, up to `limit`: as far from where a step began as from anywhere, so that the same is seen wherever the item is cut. */
interface Seen {
  readonly view: View;
  readonly values: Values;
  readonly limit: number;
}

/** An array or inline table that is open. */
interface Holder {
  readonly isTable: boolean;
  readonly step: Step | undefined;
  index: number;
  /** Of the key at hand. */
  value: Step | undefined;
}

export class TomlSteps implements SettingsSteps {
  readonly paths = new Paths();
  #table: Step | undefined = this.paths.root;
  /** Numbers of the last tables of lists, by their paths. */
  readonly #lists = new Map<string, number>();
  #open: Holder[] = [];
  /** The quotes that end a string which is too long to be listed. */
  #passing: { readonly quote: number; readonly isLong: boolean } | undefined;
  /** The rest of the line has no path. */
  #isLost = false;

  step(view: View, values: Values, at: number): number {
    const { bytes, to } = view;
    if (this.#passing !== undefined) return this.#pass(view, at, this.#passing);
    if (this.#isLost) {
      const newline = bytes.subarray(at, to).indexOf(NEWLINE);
      if (newline < 0) return to;
      this.#isLost = false;
      return at + newline + 1;
    }
    return this.#open.length > 0 ? this.#inside(view, values, at) : this.#line(view, values, at);
  }

  /** A table's head, or a key and where its value begins. */
  #line(view: View, values: Values, start: number): number {
    const { bytes } = view;
    const found = lineEnd(view, start);
    const end = found < 0 ? limitFrom(view, start) : found;
    const at = skipBlanks(bytes, start, end);
    // Whatever is read of a line, what is left of it is passed over.
    this.#isLost = true;
    if (at === end || bytes[at] === HASH) return at;
    if (bytes[at] === OPEN) {
      this.#head(bytes, at, end);
      return at;
    }
    const keys = keysAt(bytes, at, end);
    if (keys?.next !== EQUALS) return at;
    this.#isLost = false;
    return this.#value({ view, values, limit: limitFrom(view, start) }, keys.behind + 1, this.#below(this.#table, keys.names));
  }

  #head(bytes: Uint8Array, at: number, end: number): void {
    const isList = at + 1 < end && bytes[at + 1] === OPEN;
    const keys = keysAt(bytes, at + (isList ? 2 : 1), end);
    this.#table = undefined;
    if (keys?.next !== CLOSE) return;
    if (isList && (keys.behind + 1 >= end || bytes[keys.behind + 1] !== CLOSE)) return;
    let step: Step | undefined = this.paths.root;
    let path = '';
    for (const [i, name] of keys.names.entries()) {
      step = this.paths.below(step, name);
      path += `${name}\0`;
      const isNext = isList && i === keys.names.length - 1;
      const last = this.#lists.get(path);
      const index = isNext ? (last ?? -1) + 1 : last;
      if (index === undefined) continue;
      if (isNext && (last !== undefined || this.#lists.size < MOST_LISTS)) this.#lists.set(path, index);
      step = this.paths.below(step, index);
      path += `${index}\0`;
    }
    this.#table = step;
  }

  #below(step: Step | undefined, names: readonly string[]): Step | undefined {
    let below = step;
    for (const name of names) below = this.paths.below(below, name);
    return below;
  }

  /** A value, or the beginning of one that holds others. */
  #value(seen: Seen, from: number, step: Step | undefined): number {
    const { view, values, limit } = seen;
    const { bytes } = view;
    const at = skipBlanks(bytes, from, limit);
    if (at >= limit) {
      this.#isLost = true;
      return at;
    }
    const first = bytes[at]!;
    if (first === DOUBLE_QUOTE || first === QUOTE) return this.#string(seen, at, step);
    if (first === OPEN || first === OPEN_BRACE) {
      if (this.#open.length === MOST_NESTED) this.#open = [];
      this.#open.push({ isTable: first === OPEN_BRACE, step, index: 0, value: undefined });
      return at + 1;
    }
    let end = at;
    while (end < limit && !ENDS.has(bytes[end]!)) end++;
    if (end < limit || (view.isEnd && limit === view.length)) this.paths.list(values, [at, trimEnd(bytes, at, end)], step);
    this.#isLost = this.#open.length === 0 || end === limit;
    if (end === limit) this.#open = [];
    return end;
  }

  #string({ view: { bytes }, values, limit }: Seen, at: number, step: Step | undefined): number {
    const quote = bytes[at]!;
    const isLong = at + 2 < limit && bytes[at + 1] === quote && bytes[at + 2] === quote;
    this.#isLost = this.#open.length === 0;
    const start = at + (isLong ? 3 : 1);
    const end = stringEnd(bytes, start, limit, { quote, isLong });
    if (end < 0) {
      this.#passing = { quote, isLong };
      this.#isLost = false;
      return start;
    }
    const isEscaped = quote === DOUBLE_QUOTE && bytes.subarray(start, end).includes(BACKSLASH);
    this.paths.list(values, [start, end], step, { isEscaped });
    return end + (isLong ? 3 : 1);
  }

  /** Goes on in a string that is longer than what is looked at. */
  #pass({ bytes, to, length }: View, from: number, { quote, isLong }: { quote: number; isLong: boolean }): number {
    let at = from;
    for (; at < to; at++) {
      const byte = bytes[at]!;
      if (quote === DOUBLE_QUOTE && byte === BACKSLASH) at++;
      else if (byte === quote) {
        const isOver = !isLong || (at + 2 < length && bytes[at + 1] === quote && bytes[at + 2] === quote);
        if (!isOver) continue;
        this.#passing = undefined;
        this.#isLost = this.#open.length === 0;
        return at + (isLong ? 3 : 1);
      } else if (byte === NEWLINE && !isLong) {
        this.#passing = undefined;
        this.#open = [];
        return at + 1;
      }
    }
    return at;
  }

  /** What comes next in an array or inline table. */
  #inside(view: View, values: Values, from: number): number {
    const { bytes, to } = view;
    let at = from;
    while (at < to && (isBlank(bytes[at]) || bytes[at] === NEWLINE)) at++;
    if (at >= to) return at;
    const holder = this.#open.at(-1)!;
    switch (bytes[at]) {
      case HASH:
        this.#isLost = true;
        return at;
      case COMMA:
        holder.index++;
        return at + 1;
      case CLOSE:
      case CLOSE_BRACE:
        this.#open.pop();
        this.#isLost = this.#open.length === 0;
        return at + 1;
    }
    const seen = { view, values, limit: limitFrom(view, at) };
    if (!holder.isTable) return this.#value(seen, at, this.paths.below(holder.step, holder.index));
    const keys = keysAt(bytes, at, seen.limit);
    if (keys?.next !== EQUALS) {
      this.#open = [];
      this.#isLost = true;
      return at;
    }
    return this.#value(seen, keys.behind + 1, this.#below(holder.step, keys.names));
  }
}

/** Where a string ends, -1 where that cannot be seen. */
function stringEnd(
  bytes: Uint8Array,
  start: number,
  limit: number,
  { quote, isLong }: { quote: number; isLong: boolean },
): number {
  for (let at = start; at < limit; at++) {
    const byte = bytes[at]!;
    if (quote === DOUBLE_QUOTE && byte === BACKSLASH) at++;
    else if (byte === quote) {
      if (!isLong) return at;
      if (at + 2 >= limit || bytes[at + 1] !== quote || bytes[at + 2] !== quote) continue;
      // Quotes may stand before the three that end it.
      let end = at;
      while (end < at + 2 && end + 3 < limit && bytes[end + 3] === quote) end++;
      return end;
    }
  }
  return -1;
}

interface Keys {
  readonly names: readonly string[];
  /** Where something else than a key begins, and the byte there; 0 where nothing comes. */
  readonly behind: number;
  readonly next: number;
}

/** `a."b c".d`; undefined where there is none. */
function keysAt(bytes: Uint8Array, from: number, end: number): Keys | undefined {
  const names: string[] = [];
  for (let at = skipBlanks(bytes, from, end); at < end; at = skipBlanks(bytes, at + 1, end)) {
    const first = bytes[at]!;
    if (first === DOUBLE_QUOTE || first === QUOTE) {
      const quoted = quotedAt(bytes, at, end, first === DOUBLE_QUOTE);
      if (quoted === undefined) return undefined;
      names.push(quotedText(bytes, at, quoted));
      at = quoted.end + 1;
    } else {
      const start = at;
      while (at < end && isBare(bytes[at]!)) at++;
      if (at === start) return undefined;
      names.push(textAt(bytes, start, at));
    }
    at = skipBlanks(bytes, at, end);
    const next = at < end ? bytes[at]! : 0;
    if (next !== DOT) return { names, behind: at, next };
  }
  return undefined;
}

/** Letters, digits, `_`, `-`; and letters beyond ASCII, which later versions allow. */
function isBare(byte: number): boolean {
  const lower = byte | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (byte >= 0x30 && byte <= 0x39) || byte === 0x5f || byte === 0x2d || byte >= 0x80;
}
