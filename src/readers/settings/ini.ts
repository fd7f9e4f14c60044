/**
 * Names values of INI, `.properties` and `.env` files by section and key. They are alike and follow no common rule: a line is a section,
 * a key and its value, or has no path and is text.
 */
import type { Values, View } from '../named-text.js';
import { Paths, type SettingsSteps, type Step } from './paths.js';
import { DOUBLE_QUOTE, lineEnd, NEWLINE, QUOTE, skipBlanks, textAt, trimEnd } from './scalars.js';

const BANG = 0x21;
const HASH = 0x23;
const COLON = 0x3a;
const SEMICOLON = 0x3b;
const EQUALS = 0x3d;
const OPEN = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE = 0x5d;
const COMMENTS = new Set([BANG, HASH, SEMICOLON]);
/** Bytes of a key; what is longer is text. */
const LONGEST_KEY = 256;
/** `export KEY=value` in a shell's file. */
const EXPORT = /^export\s+/;

export class IniSteps implements SettingsSteps {
  readonly paths = new Paths();
  #section: Step | undefined = this.paths.root;
  /** The rest of a line that is longer than what is looked at. */
  #isLong = false;
  /** The line goes on with the one before it. */
  #isContinued = false;

  step(view: View, values: Values, at: number): number {
    const { bytes, to } = view;
    if (this.#isLong) {
      const newline = bytes.subarray(at, to).indexOf(NEWLINE);
      this.#isLong = newline < 0;
      return newline < 0 ? to : at + newline + 1;
    }
    const end = lineEnd(view, at);
    if (end < 0) {
      this.#isLong = true;
      this.#isContinued = false;
      return at;
    }
    this.#line(bytes, at, end, values);
    return end + 1;
  }

  #line(bytes: Uint8Array, start: number, lineEnds: number, values: Values): void {
    const end = trimEnd(bytes, start, lineEnds);
    const at = skipBlanks(bytes, start, end);
    const isContinued = this.#isContinued;
    this.#isContinued = end > start && bytes[end - 1] === BACKSLASH && bytes[end - 2] !== BACKSLASH;
    if (isContinued || at === end || COMMENTS.has(bytes[at]!)) return;
    if (bytes[at] === OPEN) {
      const close = bytes.subarray(at, end).lastIndexOf(CLOSE);
      this.#section = close < 2 ? undefined : this.paths.below(this.paths.root, textAt(bytes, at + 1, at + close).trim());
      return;
    }
    let separator = at;
    while (separator < end && bytes[separator] !== EQUALS && bytes[separator] !== COLON) separator++;
    const keyEnd = trimEnd(bytes, at, separator);
    if (separator === end || keyEnd === at || keyEnd - at > LONGEST_KEY) return;
    const step = this.paths.below(this.#section, textAt(bytes, at, keyEnd).replace(EXPORT, ''));
    const from = skipBlanks(bytes, separator + 1, end);
    const quote = bytes[from];
    const isQuoted = (quote === DOUBLE_QUOTE || quote === QUOTE) && end - from > 1 && bytes[end - 1] === quote;
    if (!isQuoted) this.paths.list(values, [from, end], step);
    else {
      const isEscaped = quote === DOUBLE_QUOTE && bytes.subarray(from + 1, end - 1).includes(BACKSLASH);
      this.paths.list(values, [from + 1, end - 1], step, { isEscaped });
    }
  }
}
