/**
 * Labels: what stands before a value on its line and says what it is (`Date of birth: 1984-03-17`). Whether a colon ends one is told
 * by the bytes before it on its line alone, up to a fixed number of them, so that it is the same wherever a text is cut.
 */

/** Bytes before a colon that are looked at: a label of forty letters of any script, what leads to it, and the blanks behind it. */
export const LABEL_BYTES = 224;
/** Characters and words of a label. Sentences that end in a colon are mostly longer. */
const MOST_CHARACTERS = 40;
const MOST_WORDS = 5;
/** Bytes of a word that is no abbreviation. */
const LONG_WORD = 6;
/** Words of one that stands behind a comma or a full stop, as in `Tel.: 030 1234, Fax: 030 1235`. */
const MOST_WORDS_INSIDE = 2;

const TAB = 0x09;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const OPEN = 0x28;
const CLOSE = 0x29;
const STAR = 0x2a;
const COMMA = 0x2c;
const STOP = 0x2e;
const SLASH = 0x2f;
export const COLON = 0x3a;
const SEMICOLON = 0x3b;
const EQUALS = 0x3d;
const MORE = 0x3e;
const BACKSLASH = 0x5c;
const BAR = 0x7c;
/** `：` in UTF-8. */
export const WIDE_COLON: Buffer = Buffer.from('\uff1a');

/** Bytes that labels, and what leads to them, are written with; those above 0x7F are letters mostly. */
const IN_LABEL = new Uint8Array(256).fill(1, 0x30, 0x3a).fill(1, 0x41, 0x5b).fill(1, 0x61, 0x7b).fill(1, 0x80);
for (const mark of " .'-/()[]&#_+*`") IN_LABEL[mark.charCodeAt(0)] = 1;

/** What leads to a label in lists, quoted mail and Markdown. */
const LEADING = /^(?:[\s>*#_`+\u2022\u00b7\u25aa\u25cf\u25e6\u2013\u2014-]|\[[ xX]?\]|(?:\d{1,3}|[a-z])[.)](?=\s))+/u;
const TRAILING = /[\s*_`]+$/u;
const LABEL = /^\p{L}(?:[\p{L}\p{M}\p{N} ./()&#_+\u00b0\u2116-]|(?<=\p{L})['\u2019])*$/u;
/** More digits than these are those of a value. */
const DIGITS = /(?:\p{Nd}\P{Nd}*){3}/u;
/** What programs print before each of a list of lines. */
const CAPITALS = /^[A-Z]+$/;
/** The same with no space behind the colon, where addresses of machines and code have colons too. */
const TIGHT_LABEL = /^\p{L}[\p{L}\p{M} _-]*\.?$/u;
const WORD = /[\p{L}\p{N}]/u;
/** `Given name(s)`, `Date of birth (dd/mm/yyyy)`: what a label adds in brackets. */
const ADDED = /\s*\([^()]*\)$/;
/** A property of vCard (RFC 6350, 3.3) or iCalendar (RFC 5545, 3.1) with its parameters. */
const PROPERTY = /^(?:[\w-]+\.)?([A-Z][A-Z0-9-]*)(?:;[A-Za-z-]+(?:=(?:"[^"\n]*"|[^":;\n]*))?)+$/;

/** As Apple writes the number of a company, behind which is nobody in particular. */
const SWITCHBOARD = /;type=main(?![\w-])/i;

/** A label that a colon ends. */
export interface Label {
  /** Where it begins, with what leads to it: what stands before may be the value of another label. */
  readonly start: number;
  /** Nothing stands before it on its line. */
  readonly isAlone: boolean;
  /** As it is written, without what leads to it and what it adds in brackets. */
  readonly text: string;
}

/** Bytes in which colons are looked at. */
export interface LabelText {
  readonly bytes: Buffer;
  readonly length: number;
  /** Whether `bytes[0]` is the beginning of the text. */
  readonly isFirst: boolean;
  /** Bytes before a colon that are looked at: up to `LABEL_BYTES`. */
  readonly back: number;
  /** Bytes behind a colon that are looked at. */
  readonly forward: number;
}

/** Whether the bytes beside a colon rule a label out: URLs, times and ratios, scopes of code, drives and assignments. */
function isOther({ bytes, length }: LabelText, colon: number): boolean {
  const next = colon + 1 < length ? bytes[colon + 1]! : NEWLINE;
  const last = colon > 0 ? bytes[colon - 1]! : NEWLINE;
  if (next === COLON || last === COLON || next === SLASH || next === BACKSLASH || next === EQUALS) return true;
  return isDigit(next) && isDigit(last);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** Whether the byte ends a line; old Macintosh files have no other. */
export function endsLine(byte: number): boolean {
  return byte === NEWLINE || byte === RETURN;
}

/** Bytes between the words of a label and its colon: blanks, emphasis, numbers. */
const BEHIND_NAME = new Uint8Array(256).fill(1, 0x30, 0x3a);
for (const mark of ' \t*_`.#') BEHIND_NAME[mark.charCodeAt(0)] = 1;
/** Bytes of the blank that is as wide as the characters around it, U+3000. */
export const WIDE_BLANK_BYTES = 3;

export function isWideBlank(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xe3 && bytes[at + 1] === 0x80 && bytes[at + 2] === 0x80;
}

/** Bytes of a remark in brackets. */
const MOST_ADDED = 40;

function beforeBlanks(bytes: Uint8Array, end: number, floor: number): number {
  let at = end;
  while (at > floor) {
    if (BEHIND_NAME[bytes[at - 1]!] !== 0) at--;
    else if (at - floor >= WIDE_BLANK_BYTES && isWideBlank(bytes, at - WIDE_BLANK_BYTES)) at -= WIDE_BLANK_BYTES;
    else break;
  }
  return at;
}

/**
 * Where the words end that stand before `end`, without numbers, emphasis, and a remark in brackets. Not before `floor`. The scan for colons
 * (`structure/assembly/labels.ts`) finds the same.
 */
export function nameEnd(bytes: Uint8Array, end: number, floor: number): number {
  const at = beforeBlanks(bytes, end, floor);
  if (at === floor || bytes[at - 1] !== CLOSE) return at;
  const farthest = Math.max(floor, at - MOST_ADDED);
  for (let open = at - 2; open >= farthest; open--) if (bytes[open] === OPEN) return beforeBlanks(bytes, open, floor);
  return at;
}

/** The label that ends at the colon at `colon`, if one does. */
export function labelAt(text: LabelText, colon: number): Label | undefined {
  const { bytes, isFirst, back } = text;
  if (isOther(text, colon)) return undefined;
  const floor = Math.max(0, colon - back);
  let end = colon;
  while (end > floor && (bytes[end - 1] === SPACE || bytes[end - 1] === TAB)) end--;
  let words = 1;
  /** Where a label behind a comma or full stop would begin. */
  let inside = -1;
  let at = end;
  for (; at > floor; at--) {
    const byte = bytes[at - 1]!;
    if (byte === SPACE) {
      if (bytes[at - 2] === SPACE || bytes[at - 2] === TAB) return named(text, at, end) ?? behindMark(text, inside, end);
      if (++words > MOST_WORDS + 2) return behindMark(text, inside, end);
      if (inside < 0 && words <= MOST_WORDS_INSIDE + 1 && endsPart(text, at - 1, floor) && bytes[colon + 1] === SPACE)
        inside = at;
    } else if (byte === TAB || byte === BAR || endsLine(byte)) {
      return named(text, at, end) ?? behindMark(text, inside, end);
    } else if (byte === SEMICOLON && bytes[at] === SPACE) {
      return named(text, at, end);
    } else if (byte === MORE && isQuoting(text, at - 1, floor)) {
      return named(text, at, end);
    } else if (IN_LABEL[byte] === 0 || isWideColon(bytes, at)) {
      return byte === SEMICOLON || byte === EQUALS || byte === 0x22
        ? property(text, colon, floor)
        : behindMark(text, inside, end);
    }
  }
  return at === 0 && isFirst ? (named(text, 0, end) ?? behindMark(text, inside, end)) : behindMark(text, inside, end);
}

/** Whether what stands before the space at `at` ends with a comma, or with a full stop behind a number or a word that is no abbreviation. */
function endsPart({ bytes }: LabelText, at: number, floor: number): boolean {
  const mark = bytes[at - 1];
  return mark === COMMA || (mark === STOP && at - 2 >= floor && (isDigit(bytes[at - 2]!) || isLongWord(bytes, floor, at - 1)));
}

/** Whether the word that ends before `end` is too long for an abbreviation. */
export function isLongWord(bytes: Buffer, floor: number, end: number): boolean {
  let at = end;
  while (at > floor && end - at < LONG_WORD && bytes[at - 1] !== SPACE) at--;
  return end - at >= LONG_WORD;
}

/** Whether a character that is no letter ends before `at`: the wide colon of another label. */
function isWideColon(bytes: Buffer, at: number): boolean {
  return bytes[at - 1] === 0x9a && bytes[at - 2] === 0xbc && bytes[at - 3] === 0xef;
}

/** Whether the line begins with `>` and blanks up to `at`, as quoted mail does. */
function isQuoting({ bytes, isFirst }: LabelText, at: number, floor: number): boolean {
  let i = at;
  while (i > floor && (bytes[i - 1] === MORE || bytes[i - 1] === SPACE)) i--;
  return i === floor ? floor === 0 && isFirst : endsLine(bytes[i - 1]!);
}

function behindMark(text: LabelText, start: number, end: number): Label | undefined {
  return start < 0 ? undefined : named(text, start, end);
}

function named(view: LabelText, start: number, end: number): Label | undefined {
  const { bytes, length, isFirst } = view;
  if (end <= start || end - start > LABEL_BYTES) return undefined;
  const isTight = end < length && bytes[end] === COLON && end + 1 < length && bytes[end + 1]! > SPACE && bytes[end + 1] !== STAR;
  const words = wordsOf(bytes, start, end, isTight);
  if (words === null) return undefined;
  const isAlone = start === 0 ? isFirst : endsLine(bytes[start - 1]!);
  if (isAlone && !isTight && CAPITALS.test(words.text) && isRepeated(view, start, end)) return undefined;
  return { start, isAlone, ...words };
}

/** What a label says; undefined of what is none. */
type Words = Pick<Label, 'text'>;

/** By the bytes of what may be a label, since the same ones come again and again, and a mark for those that are tight. */
const known = new Map<string, Words | null>();
const MOST_KNOWN = 4096;

function wordsOf(bytes: Buffer, start: number, end: number, isTight: boolean): Words | null {
  const key = (isTight ? ':' : '') + bytes.toString('latin1', start, end);
  const words = known.get(key);
  if (words !== undefined) return words;
  if (known.size === MOST_KNOWN) known.clear();
  const read = readWords(bytes.toString('utf8', start, end), isTight) ?? null;
  known.set(key, read);
  return read;
}

function readWords(raw: string, isTight: boolean): Words | undefined {
  const written = raw.replace(LEADING, '').replace(TRAILING, '');
  if (written.length > MOST_CHARACTERS || !(isTight ? TIGHT_LABEL : LABEL).test(written)) return undefined;
  const text = written.replace(/ +/g, ' ').replace(ADDED, '');
  if (DIGITS.test(text)) return undefined;
  if (text.split(' ').filter((word) => WORD.test(word)).length > MOST_WORDS) return undefined;
  return { text };
}

/** Whether the line before, or the one behind, begins as this one does up to `end`: a list of lines of one kind, and no field of a form. */
function isRepeated({ bytes, length, isFirst, back, forward }: LabelText, start: number, end: number): boolean {
  const size = end + 1 - start;
  const isSame = (at: number): boolean => {
    for (let i = 0; i < size; i++) if (bytes[at + i] !== bytes[start + i]) return false;
    return true;
  };
  const floor = Math.max(0, end - back);
  let before = start - 1;
  while (before > floor && !endsLine(bytes[before - 1]!)) before--;
  const isLine = before > floor ? true : before === 0 && isFirst;
  if (isLine && before + size < start && isSame(before)) return true;
  const limit = Math.min(length, end + forward);
  let behind = end;
  while (behind < limit && !endsLine(bytes[behind]!)) behind++;
  return behind + 1 + size <= limit && isSame(behind + 1);
}

/** Marks that a line ends with which is a sentence, or goes on. */
const ENDS_SENTENCE = /[.,;!?-]$/;

/** The label that is all of the line that `newline` ends: it begins with a capital, or in letters that have none. */
export function labelOfLine(text: LabelText, newline: number): Label | undefined {
  const { bytes, isFirst, back } = text;
  const floor = Math.max(0, newline - back);
  const end = newline > 0 && bytes[newline - 1] === RETURN ? newline - 1 : newline;
  let start = end;
  while (start > floor && IN_LABEL[bytes[start - 1]!] !== 0) start--;
  const isWhole = start > floor || floor > 0 ? endsLine(bytes[start - 1]!) : isFirst;
  const label = isWhole ? named(text, start, end) : undefined;
  const first = label?.text[0] ?? '';
  return label === undefined || first !== first.toUpperCase() || ENDS_SENTENCE.test(label.text) ? undefined : label;
}

/** A property with parameters, which fills its line up to the colon. */
function property(text: LabelText, colon: number, floor: number): Label | undefined {
  const { bytes, isFirst } = text;
  let start = colon;
  while (start > floor && !endsLine(bytes[start - 1]!)) start--;
  if (start === floor && !(start === 0 && isFirst) && !endsLine(bytes[start - 1] ?? 0)) return undefined;
  const written = bytes.toString('utf8', start, colon);
  const name = PROPERTY.exec(written)?.[1];
  return name === undefined || SWITCHBOARD.test(written) ? undefined : { start, isAlone: true, text: name };
}
