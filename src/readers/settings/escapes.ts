/** Escapes in quoted values of YAML (1.2.2, section 5.7) and TOML (1.0.0, "String"), which share most of them. */
import type { Escape, EscapeStyle } from '../escapes.js';

const QUOTE = 0x27;
const BACKSLASH = 0x5c;
const REPLACEMENT = 0xfffd;
/** By the letter behind the backslash: `\0 \a \b \t \n \v \f \r \e`, space, `" / \`, `\N \_ \L \P`. */
const SIMPLE: ReadonlyMap<number, number> = new Map([
  ...Array.from('0abtnvfre "/\\N_LP', (letter, i) => {
    const codes = [0, 7, 8, 9, 10, 11, 12, 13, 27, 0x20, 0x22, 0x2f, 0x5c, 0x85, 0xa0, 0x2028, 0x2029];
    return [letter.charCodeAt(0), codes[i]!] as const;
  }),
]);
/** Digits behind `\x`, `\u` and `\U`. */
const DIGITS: Readonly<Record<number, number>> = { 120: 2, 117: 4, 85: 8 };
const NO_ESCAPE: Escape = { length: 1, reach: 2, codePoint: -1 };

export const DOUBLE_QUOTED: EscapeStyle = {
  byte: BACKSLASH,
  read(bytes, at, end) {
    const letter = at + 1 < end ? bytes[at + 1]! : 0;
    const digits = DIGITS[letter];
    if (digits === undefined) {
      const codePoint = SIMPLE.get(letter);
      return codePoint === undefined || at + 1 >= end ? NO_ESCAPE : { length: 2, reach: 2, codePoint };
    }
    const text = Buffer.from(bytes.subarray(at + 2, Math.min(end, at + 2 + digits))).toString('latin1');
    if (text.length < digits || !/^[0-9A-Fa-f]+$/.test(text)) return NO_ESCAPE;
    const code = Number.parseInt(text, 16);
    const isNone = code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
    return { length: 2 + digits, reach: 2 + digits, codePoint: isNone ? REPLACEMENT : code };
  },
};

/** `''` is a quote. */
export const SINGLE_QUOTED: EscapeStyle = {
  byte: QUOTE,
  read: (bytes, at, end) => (at + 1 < end && bytes[at + 1] === QUOTE ? { length: 2, reach: 2, codePoint: QUOTE } : NO_ESCAPE),
};
