/**
 * Boundaries: which neighbouring bytes a value may not have. RE2 has no look-around, so "not inside a longer
 * number or token" is decided here, on at most two bytes to each side. Engine, reference twin and sheets share this table.
 */

const BACKSLASH = 0x5c;
const LETTERS_OF_BREAKS = byteSet('nrt');

/**
 * Whether a letter stands for a line break or a tab, as code, logs and dumps write them: `\n`, `\r`, `\t`. What stands behind it begins
 * there as behind the character itself, and no value begins with the letter.
 * @param letter byte or code point; anything where there is none
 * @param before the one before it
 */
export function isBreakLetter(letter: number, before: number): boolean {
  return before === BACKSLASH && LETTERS_OF_BREAKS[letter] === 1;
}

/** The sides of one boundary. A value's own start and end (of a cell, a JSON string, the text) always pass. */
export interface Side {
  /** The adjacent byte may not be one of these. */
  readonly refuse: ByteSet;
  /** The adjacent byte may not be one of `joiner` while the byte beyond it is one of `joined`. */
  readonly joiner?: ByteSet;
  readonly joined?: ByteSet;
}

/** 256 flags, one a byte value. */
export type ByteSet = Uint8Array;

/** Builds a byte set from ranges written like a regular-expression class without brackets, `-` first or last for itself. */
export function byteSet(ranges: string): ByteSet {
  const set = new Uint8Array(256);
  for (let i = 0; i < ranges.length; i++) {
    const low = ranges.charCodeAt(i);
    const isRange = ranges[i + 1] === '-' && i + 2 < ranges.length;
    const high = isRange ? ranges.charCodeAt(i + 2) : low;
    for (let code = low; code <= high; code++) set[code] = 1;
    if (isRange) i += 2;
  }
  return set;
}

const digits = byteSet('0-9');
const alnum = byteSet('0-9A-Za-z');

const number: Side = { refuse: alnum, joiner: byteSet('.'), joined: digits };
/** On the left, a fraction may lack its zero (`-.4111`), so the point also joins what stands before a number; not a word (`Tel.030`). */
const numberStart: Side = { refuse: alnum, joiner: byteSet('.'), joined: byteSet('0-9 \t\r\n([{<,;:=+*/|"\'-') };
const word: Side = { refuse: byteSet('0-9A-Za-z_') };
/** Short numbers are tokens too (a security code), so a decimal point joins here as well. */
const token: Side = { refuse: byteSet('0-9A-Za-z_-'), joiner: byteSet('.'), joined: digits };
const base64: Side = { refuse: byteSet('0-9A-Za-z_+/=-') };
/** On the left, `=` is no part of a run (it only ends one), but stands before the value in `KEY=value`. */
const base64Start: Side = { refuse: byteSet('0-9A-Za-z_+/-') };
const address: Side = { refuse: byteSet('0-9A-Za-z_'), joiner: byteSet('.:-'), joined: alnum };
/** An address that `::` follows is none: it may stand in one only once. */
const addressEnd: Side = { refuse: byteSet('0-9A-Za-z_'), joiner: byteSet('.:-'), joined: byteSet('0-9A-Za-z:') };
/** First bytes of U+00C0 to U+053F. */
const twoByteLetters = byteSet('\xc3-\xd4');
const none: Side = { refuse: new Uint8Array(256) };

/** Left and right rule of each named boundary. */
export const BOUNDARIES = {
  /** A number: no letter or digit beside it, and not a part of a decimal fraction (`0.4111…`, ` .4111…`). */
  digit: { left: numberStart, right: number },
  /** An identifier of letters and digits. */
  word: { left: word, right: word },
  /** A machine-made token, whose alphabet holds `_` and `-`; not a part of a decimal fraction. */
  token: { left: token, right: token },
  /** A run of base64, so that a longer run is not cut into pieces. */
  base64: { left: base64Start, right: base64 },
  /** A dotted, colon- or hyphen-separated address (IP, MAC): not a part of a longer chain. */
  address: { left: address, right: addressEnd },
  /**
   * An e-mail address or URL authority: its local alphabet on the left, a host name's on the right, with the letters of two bytes that
   * Latin, Greek and Cyrillic have. (A letter of three bytes is told from a quotation mark by neither of its last two.)
   */
  mail: {
    left: { refuse: byteSet('0-9A-Za-z._%+-'), joiner: byteSet('\x80-\xbf'), joined: twoByteLetters },
    right: { refuse: byteSet('0-9A-Za-z_\xc3-\xd4-'), joiner: byteSet('.'), joined: byteSet('0-9A-Za-z\xc3-\xd4') },
  },
  /** A header or block that starts a line or a quoted string; the pattern itself decides where it ends. */
  line: { left: { refuse: complement('\n\r"\'`\t >|') }, right: none },
  /** No condition. */
  none: { left: none, right: none },
} as const satisfies Record<string, { left: Side; right: Side }>;

export type BoundaryName = keyof typeof BOUNDARIES;

/** Fixed order, so that a boundary is one bit of a mask. At most eight. */
export const BOUNDARY_NAMES: readonly BoundaryName[] = Object.keys(BOUNDARIES) as BoundaryName[];

/** Mask of all boundaries that have a condition: those that refuse a value which begins with the letter of `\n`. */
export const ALL_CONDITIONS: number = (1 << BOUNDARY_NAMES.length) - 1 - (1 << BOUNDARY_NAMES.indexOf('none'));

/**
 * Mask of the boundaries that the neighbours refuse, bit `i` for `BOUNDARY_NAMES[i]`.
 * @param near byte next to the value, or -1 where the value's unit ends
 * @param far byte beyond `near`, or -1
 */
export function refusedBoundaries(side: 'left' | 'right', near: number, far: number): number {
  if (near < 0) return 0;
  if (side === 'left' && isBreakLetter(near, far)) return 0;
  let mask = 0;
  for (let i = 0; i < BOUNDARY_NAMES.length; i++) {
    const rule: Side = BOUNDARIES[BOUNDARY_NAMES[i]!][side];
    if (rule.refuse[near] || (far >= 0 && rule.joiner?.[near] && rule.joined?.[far])) mask |= 1 << i;
  }
  return mask;
}

function complement(ranges: string): ByteSet {
  return byteSet(ranges).map((flag) => 1 - flag);
}
