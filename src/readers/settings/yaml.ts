/**
 * Names values of YAML (1.2.2) by the keys on the path to them: block and flow collections, quoted, plain and block scalars. A line
 * is looked at once, and the file is never parsed: what is not understood has no path, and is examined as text like everything else.
 */
import type { Values, View } from '../named-text.js';
import { Paths, type SettingsSteps, type Step } from './paths.js';
import {
  DOUBLE_QUOTE,
  isBlank,
  limitFrom,
  lineEnd,
  NEWLINE,
  passQuoted,
  QUOTE,
  quotedAt,
  quotedText,
  skipBlanks,
  textAt,
  trimEnd,
} from './scalars.js';

const SPACE = 0x20;
const BANG = 0x21;
const HASH = 0x23;
const PERCENT = 0x25;
const AMPERSAND = 0x26;
const STAR = 0x2a;
const COMMA = 0x2c;
const MINUS = 0x2d;
const DOT = 0x2e;
const COLON = 0x3a;
const GREATER = 0x3e;
const QUESTION = 0x3f;
const AT = 0x40;
const OPEN = 0x5b;
const CLOSE = 0x5d;
const BACKTICK = 0x60;
const OPEN_BRACE = 0x7b;
const BAR = 0x7c;
const CLOSE_BRACE = 0x7d;
/** Begin no plain key or value. */
const INDICATORS = new Set([
  BANG,
  HASH,
  PERCENT,
  AMPERSAND,
  STAR,
  COMMA,
  GREATER,
  AT,
  OPEN,
  CLOSE,
  BACKTICK,
  OPEN_BRACE,
  BAR,
  CLOSE_BRACE,
]);
const FLOW = new Set([COMMA, OPEN, CLOSE, OPEN_BRACE, CLOSE_BRACE]);

/** Flow collections within each other; more are none that anybody wrote. */
const MOST_FLOW = 1000;

/** A block collection that is open. */
interface Frame {
  /** Column of its keys or dashes. */
  readonly indent: number;
  readonly kind: 'map' | 'seq';
  readonly step: Step | undefined;
  /** Number of the item at hand. */
  index: number;
}

/** A flow collection that is open. */
interface FlowFrame {
  readonly isMap: boolean;
  readonly step: Step | undefined;
  index: number;
  /** Of the key at hand. */
  value: Step | undefined;
  hasKey: boolean;
  /** A plain value has begun: a line that follows goes on with it, whatever it begins with. */
  isPlain: boolean;
}

/** A node that may follow on deeper lines: its place, and the column that those lines must be right of. */
interface Expected {
  readonly step: Step | undefined;
  readonly indent: number;
  /** Of a key: a list may stand at the same column. */
  readonly isKey: boolean;
  /** A plain value has begun: what follows goes on with it. */
  readonly isPlain: boolean;
}

export class YamlSteps implements SettingsSteps {
  readonly paths = new Paths();
  #frames: Frame[] = [];
  #expected: Expected = this.#document();
  /** A block scalar, whose lines stand right of the column. */
  #literal: { readonly indent: number; readonly step: Step | undefined } | undefined;
  #flow: FlowFrame[] = [];
  /** Column that the lines of a flow collection must be right of. */
  #flowIndent = -1;
  /** The quote that ends a value which is too long to be listed. */
  #quote = 0;
  /** The rest of the line has no path. */
  #isLost = false;

  #document(): Expected {
    return { step: this.paths.root, indent: -1, isKey: false, isPlain: false };
  }

  /** A line, or what of one is left; where to go on. */
  step(view: View, values: Values, at: number): number {
    const { bytes, to } = view;
    if (this.#quote !== 0) {
      const passed = passQuoted(bytes, at, view, this.#quote);
      if (passed.isOver) {
        this.#quote = 0;
        this.#isLost = this.#flow.length === 0;
      }
      return passed.at;
    }
    if (this.#isLost) {
      const newline = bytes.subarray(at, to).indexOf(NEWLINE);
      if (newline < 0) return to;
      this.#isLost = false;
      return at + newline + 1;
    }
    if (this.#flow.length > 0) return this.#inFlow(view, values, at);
    const end = lineEnd(view, at);
    return end < 0 ? this.#longLine(view, values, at) : this.#line(view, values, at, end);
  }

  /** A line whose end cannot be seen: its beginning is looked at, and what goes on behind that is not listed. */
  #longLine(view: View, values: Values, at: number): number {
    if (this.#literal !== undefined && this.#isDeeper(view.bytes, at, limitFrom(view, at), this.#literal.indent)) {
      this.#isLost = true;
      return at;
    }
    const limit = limitFrom(view, at);
    const behind = this.#line(view, values, at, limit, true);
    if (this.#flow.length === 0 && this.#quote === 0) this.#isLost = true;
    return behind;
  }

  #isDeeper(bytes: Uint8Array, at: number, end: number, indent: number): boolean {
    let column = at;
    while (column < end && bytes[column] === SPACE) column++;
    return column - at > indent;
  }

  #line(view: View, values: Values, start: number, end: number, isCut = false): number {
    const { bytes } = view;
    const next = isCut ? end : end + 1;
    let at = start;
    while (at < end && bytes[at] === SPACE) at++;
    const indent = at - start;
    const text = skipBlanks(bytes, at, end);
    if (text === end) return next;
    const isStart = indent === 0 && this.#isMark(bytes, start, end, MINUS);
    if (isStart || (indent === 0 && this.#isMark(bytes, start, end, DOT))) {
      this.#frames = [];
      this.#literal = undefined;
      this.#expected = this.#document();
      this.paths.forgetSiblings();
      const behind = skipBlanks(bytes, start + 3, end);
      const isEmpty = !isStart || behind === end || bytes[behind] === HASH;
      return isEmpty
        ? next
        : this.#node({ view, values, end, isCut, next, limit: limitFrom(view, start) }, behind, behind - start, this.paths.root);
    }
    if (this.#literal !== undefined) {
      if (indent > this.#literal.indent) {
        if (!isCut) this.paths.list(values, [text, trimEnd(bytes, text, end)], this.#literal.step);
        return next;
      }
      this.#literal = undefined;
    }
    if (bytes[text] === HASH) return next;
    const line = { view, values, end, isCut, next, limit: limitFrom(view, start) };
    if ((indent === 0 && bytes[start] === PERCENT) || isTemplate(bytes, text, end)) return next;
    const expected = this.#expected;
    if (expected.isPlain && indent > expected.indent) {
      const stop = this.#plainEnd(bytes, text, end);
      if (!isCut) this.paths.list(values, [text, stop], expected.step);
      return next;
    }
    const isDash = this.#isDash(bytes, text, end);
    while (this.#frames.length > 0 && this.#frames.at(-1)!.indent > indent) this.#frames.pop();
    // Behind a tab nobody knows the column.
    if (text !== at) return next;
    const isFollowing = indent > expected.indent || (isDash && expected.isKey && indent === expected.indent);
    if (!expected.isPlain && isFollowing) return this.#node(line, text, indent, expected.step);
    this.#expected = { ...this.#document(), step: undefined, indent: Number.POSITIVE_INFINITY };
    let frame = this.#frames.at(-1);
    if (frame?.kind === 'seq' && !isDash && frame.indent === indent) {
      this.#frames.pop();
      frame = this.#frames.at(-1);
    }
    if (!isDash && this.#keyAt(line, this.#skipProperties(bytes, text, end)) === undefined) return next;
    // Behind something that was not understood, the outermost keys are still what they are.
    if (frame === undefined && indent === 0) return this.#node(line, text, indent, this.paths.root);
    if (frame === undefined || frame.indent !== indent || (frame.kind === 'seq') !== isDash) return next;
    return this.#node(line, text, indent, frame.step);
  }

  /** Whether the line is `---` or `...`, or begins so. */
  #isMark(bytes: Uint8Array, start: number, end: number, byte: number): boolean {
    if (start + 3 > end || bytes[start] !== byte || bytes[start + 1] !== byte || bytes[start + 2] !== byte) return false;
    return start + 3 === end || isBlank(bytes[start + 3]);
  }

  #isDash(bytes: Uint8Array, at: number, end: number): boolean {
    return at < end && bytes[at] === MINUS && (at + 1 === end || isBlank(bytes[at + 1]));
  }

  /** A node that may be a collection: dashes and keys before it, one after the other. */
  #node(line: Line, from: number, column: number, place: Step | undefined): number {
    const { bytes } = line.view;
    const { end } = line;
    let [at, indent, step] = [from, column, place];
    for (;;) {
      if (this.#isDash(bytes, at, end)) {
        step = this.#item(indent, step);
        this.#expected = { step, indent, isKey: false, isPlain: false };
        const behind = skipBlanks(bytes, at + 1, end);
        if (behind === end || bytes[behind] === HASH) return line.next;
        indent += behind - at;
        at = behind;
        continue;
      }
      const properties = this.#skipProperties(bytes, at, end);
      const key = this.#keyAt(line, properties);
      if (key === undefined) return this.#value(line, at, this.#expected.indent, step);
      const value = this.#entry(indent, step, key.name);
      this.#expected = { step: value, indent, isKey: true, isPlain: false };
      return this.#value(line, key.behind, indent, value);
    }
  }

  #item(indent: number, step: Step | undefined): Step | undefined {
    const top = this.#frames.at(-1);
    if (top !== undefined && top.indent === indent && top.kind === 'seq') {
      top.index++;
      return this.paths.below(top.step, top.index);
    }
    this.#frames.push({ indent, kind: 'seq', step, index: 0 });
    return this.paths.below(step, 0);
  }

  #entry(indent: number, step: Step | undefined, name: string): Step | undefined {
    const top = this.#frames.at(-1);
    if (top !== undefined && top.indent === indent && top.kind === 'map') return this.paths.below(top.step, name);
    this.#frames.push({ indent, kind: 'map', step, index: 0 });
    return this.paths.below(step, name);
  }

  /** Behind anchors and tags. */
  #skipProperties(bytes: Uint8Array, at: number, end: number): number {
    let i = at;
    while (i < end && (bytes[i] === AMPERSAND || bytes[i] === BANG)) {
      while (i < end && !isBlank(bytes[i])) i++;
      i = skipBlanks(bytes, i, end);
    }
    return i;
  }

  /** The key that stands at `at` on the line, and where its value begins. */
  #keyAt({ view: { bytes }, end }: Line, at: number): { readonly name: string; readonly behind: number } | undefined {
    if (at >= end) return undefined;
    const first = bytes[at]!;
    if (first === DOUBLE_QUOTE || first === QUOTE) {
      const quoted = quotedAt(bytes, at, end, first === DOUBLE_QUOTE);
      if (quoted === undefined) return undefined;
      const colon = skipBlanks(bytes, quoted.end + 1, end);
      if (!this.#isColon(bytes, colon, end)) return undefined;
      return { name: quotedText(bytes, at, quoted), behind: colon + 1 };
    }
    if (
      INDICATORS.has(first) ||
      (first === QUESTION && (at + 1 === end || isBlank(bytes[at + 1]))) ||
      this.#isColon(bytes, at, end)
    )
      return undefined;
    for (let i = at; i < end; i++) {
      if (bytes[i] === HASH && isBlank(bytes[i - 1])) return undefined;
      if (this.#isColon(bytes, i, end)) return { name: textAt(bytes, at, trimEnd(bytes, at, i)), behind: i + 1 };
    }
    return undefined;
  }

  #isColon(bytes: Uint8Array, at: number, end: number): boolean {
    return at < end && bytes[at] === COLON && (at + 1 === end || isBlank(bytes[at + 1]));
  }

  /** Where a plain value ends on its line: before a comment, without the blanks. */
  #plainEnd(bytes: Uint8Array, at: number, end: number): number {
    for (let i = at + 1; i < end; i++) if (bytes[i] === HASH && isBlank(bytes[i - 1])) return trimEnd(bytes, at, i);
    return trimEnd(bytes, at, end);
  }

  /** A node that is no block collection. @param indent column that what follows must be right of */
  #value(line: Line, from: number, indent: number, step: Step | undefined): number {
    const { view, values, end, isCut, next } = line;
    const { bytes } = view;
    const at = this.#skipProperties(bytes, skipBlanks(bytes, from, end), end);
    if (at === end || bytes[at] === HASH) return next;
    const none = { ...this.#document(), step: undefined, indent: Number.POSITIVE_INFINITY };
    const first = bytes[at]!;
    this.#expected = none;
    switch (first) {
      case DOUBLE_QUOTE:
      case QUOTE:
        return this.#quoted(line, at, step);
      case BAR:
      case GREATER:
        this.#literal = { indent, step };
        return next;
      case OPEN:
      case OPEN_BRACE:
        if (isTemplate(bytes, at, end)) return next;
        this.#flowIndent = indent;
        this.#openFlow(first, step);
        return at + 1;
      case STAR:
        return next;
      default:
        this.#expected = { step, indent, isKey: false, isPlain: true };
        if (!isCut) this.paths.list(values, [at, this.#plainEnd(bytes, at, end)], step);
        return next;
    }
  }

  /** A quoted value, over as many lines as it takes; what is behind it on its last line has no path. */
  #quoted({ view: { bytes }, values, limit }: Line, at: number, step: Step | undefined): number {
    const isDouble = bytes[at] === DOUBLE_QUOTE;
    const quoted = quotedAt(bytes, at, limit, isDouble);
    if (quoted === undefined) {
      this.#quote = bytes[at]!;
      return at + 1;
    }
    this.paths.list(values, [at + 1, quoted.end], step, { isEscaped: quoted.isEscaped });
    this.#isLost = this.#flow.length === 0;
    return quoted.end + 1;
  }

  #openFlow(bracket: number, step: Step | undefined): void {
    if (this.#flow.length === MOST_FLOW) this.#flow = [];
    this.#flow.push({ isMap: bracket === OPEN_BRACE, step, index: 0, value: undefined, hasKey: false, isPlain: false });
  }

  /** One token of a flow collection. */
  #inFlow(view: View, values: Values, from: number): number {
    const { bytes, to } = view;
    let at = from;
    while (at < to && isBlank(bytes[at])) at++;
    if (at >= to) return at;
    const frame = this.#flow.at(-1)!;
    const byte = bytes[at]!;
    switch (byte) {
      case NEWLINE:
        return this.#flowLine(view, at + 1);
      case HASH:
        // Only behind a blank; elsewhere it is a character of a value.
        this.#isLost = true;
        return at;
      case COMMA:
        frame.index++;
        frame.hasKey = frame.isPlain = false;
        return at + 1;
      case CLOSE:
      case CLOSE_BRACE:
        this.#flow.pop();
        this.#isLost = this.#flow.length === 0;
        return at + 1;
      case OPEN:
      case OPEN_BRACE:
        this.#openFlow(byte, this.#inFrame(frame));
        return at + 1;
      default:
        return this.#flowScalar(view, values, at, frame);
    }
  }

  /** Lines of a flow collection stand right of what holds it; its last bracket may stand below. */
  #flowLine({ bytes, length }: View, at: number): number {
    let column = at;
    while (column < length && column - at <= this.#flowIndent && bytes[column] === SPACE) column++;
    const byte = bytes[column];
    const isEmpty = column >= length || isBlank(byte) || byte === NEWLINE;
    if (column - at <= this.#flowIndent && !isEmpty && byte !== CLOSE && byte !== CLOSE_BRACE) this.#flow = [];
    return at;
  }

  /** The place of what comes next. */
  #inFrame(frame: FlowFrame): Step | undefined {
    if (frame.hasKey) return frame.value;
    return frame.isMap ? undefined : this.paths.below(frame.step, frame.index);
  }

  #flowScalar(view: View, values: Values, at: number, frame: FlowFrame): number {
    const { bytes } = view;
    const limit = limitFrom(view, at);
    const first = bytes[at]!;
    if (!frame.isPlain && (first === AMPERSAND || first === BANG)) return this.#skipWord(bytes, at, limit);
    if (!frame.isPlain && (first === DOUBLE_QUOTE || first === QUOTE)) {
      const quoted = quotedAt(bytes, at, limit, first === DOUBLE_QUOTE);
      if (quoted === undefined) {
        this.#quote = first;
        return at + 1;
      }
      const colon = skipBlanks(bytes, quoted.end + 1, limit);
      if (colon < limit && bytes[colon] === COLON) return this.#flowKey(frame, quotedText(bytes, at, quoted), colon + 1);
      this.paths.list(values, [at + 1, quoted.end], this.#inFrame(frame), { isEscaped: quoted.isEscaped });
      return quoted.end + 1;
    }
    for (let i = at; i < limit; i++) {
      const byte = bytes[i]!;
      if (byte === COLON && (i + 1 >= limit || isBlank(bytes[i + 1]) || bytes[i + 1] === NEWLINE || FLOW.has(bytes[i + 1]!)))
        return this.#flowKey(frame, textAt(bytes, at, trimEnd(bytes, at, i)), i + 1);
      const isEnd = byte === NEWLINE || FLOW.has(byte) || (byte === HASH && isBlank(bytes[i - 1]));
      if (!isEnd) continue;
      if (first !== STAR || frame.isPlain) this.paths.list(values, [at, trimEnd(bytes, at, i)], this.#inFrame(frame));
      frame.isPlain = true;
      return Math.max(i, at + 1);
    }
    // Longer than what is looked at: no bracket behind it can be trusted.
    this.#flow = [];
    this.#isLost = true;
    return limit;
  }

  #skipWord(bytes: Uint8Array, at: number, limit: number): number {
    let i = at;
    while (i < limit && !isBlank(bytes[i]) && bytes[i] !== NEWLINE && !FLOW.has(bytes[i]!)) i++;
    return i;
  }

  #flowKey(frame: FlowFrame, name: string, behind: number): number {
    const holder = frame.isMap ? frame.step : this.paths.below(frame.step, frame.index);
    frame.value = this.paths.below(holder, name);
    frame.hasKey = true;
    frame.isPlain = false;
    return behind;
  }
}

interface Line {
  readonly view: View;
  readonly values: Values;
  readonly end: number;
  /** Its end cannot be seen. */
  readonly isCut: boolean;
  /** Where to go on. */
  readonly next: number;
  /** How far may be looked: reckoned from its start, so that the same is seen wherever the item is cut. */
  readonly limit: number;
}

/** `{{ … }}` and `{% … %}`, which stand in files that something else fills in. */
function isTemplate(bytes: Uint8Array, at: number, end: number): boolean {
  return at + 1 < end && bytes[at] === OPEN_BRACE && (bytes[at + 1] === OPEN_BRACE || bytes[at + 1] === PERCENT);
}
