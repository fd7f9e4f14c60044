/** Says what a single value looks like, from its first bytes: cheap enough to be asked of millions of cells. */

/** Bytes that are looked at. */
const LOOKED_AT = 64;
/** Spaces that make a value free text: five words. */
const FREE_TEXT_SPACES = 4;
/** Numbers with more digits are kept as text by those who need every digit. */
const MOST_DIGITS = 15;
const SHORTEST_DATE = 6;
const LONGEST_DATE = 35;

const DIGIT = 1;
const LETTER = 2;
const SPACE = 4;
const DOT = 8;
const COMMA = 16;
const HYPHEN = 32;
const PLUS = 64;
const APOSTROPHE = 128;
const OTHER = 256;

/** Class of each byte; bytes of letters outside ASCII count as letters. */
const CLASSES = Uint16Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  if (/[0-9]/.test(character)) return DIGIT;
  if (/[A-Za-z]/.test(character) || byte >= 0x80) return LETTER;
  if (/\s/.test(character)) return SPACE;
  return { '.': DOT, ',': COMMA, '-': HYPHEN, '+': PLUS, "'": APOSTROPHE }[character] ?? OTHER;
});

/** Indexes in `VALUE_KINDS`; a test holds them to its order. */
const [INTEGER, DECIMAL, DATE, BOOLEAN, IDENTIFIER, TEXT, FREE_TEXT] = [0, 1, 2, 3, 4, 5, 6] as const;

const BOOLEANS = new Set(['true', 'false', 'yes', 'no']);

/** Index in `VALUE_KINDS` of the value `bytes[start, end)`, which is not empty. */
export function valueKindIndex(bytes: Uint8Array, start: number, end: number): number {
  const to = Math.min(end, start + LOOKED_AT);
  let classes = 0;
  let spaces = 0;
  let digits = 0;
  for (let i = start; i < to; i++) {
    const one = CLASSES[bytes[i]!]!;
    classes |= one;
    if (one === SPACE) spaces++;
    else if (one === DIGIT) digits++;
  }
  // Account numbers are printed in groups: what is mostly digits is no text.
  if (spaces >= FREE_TEXT_SPACES) return 2 * digits > to - start - spaces ? IDENTIFIER : FREE_TEXT;
  if (to < end) return spaces === 0 ? IDENTIFIER : TEXT;
  if (classes === LETTER) return end - start <= 5 && isBoolean(bytes, start, end) ? BOOLEAN : TEXT;
  if ((classes & DIGIT) === 0) return (classes & OTHER) === 0 || spaces > 0 ? TEXT : IDENTIFIER;
  if (classes === DIGIT) return isPlainNumber(bytes, start, end) ? INTEGER : IDENTIFIER;
  if (isDate(bytes, start, end)) return DATE;
  if ((classes & ~(DIGIT | DOT | COMMA | HYPHEN | PLUS)) === 0) return signedKind(bytes, start, end);
  return spaces > 0 && (classes & LETTER) !== 0 ? TEXT : IDENTIFIER;
}

/** Without leading zero and not longer than numbers are computed with. */
function isPlainNumber(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start <= MOST_DIGITS && (bytes[start] !== 0x30 || end - start === 1);
}

/** `-12`, `3.5`, `1,234.50`; all else of digits and these signs is an identifier. */
function signedKind(bytes: Uint8Array, start: number, end: number): number {
  const isSigned = bytes[start] === 0x2d || bytes[start] === 0x2b;
  let points = 0;
  let commas = 0;
  for (let i = isSigned ? start + 1 : start; i < end; i++) {
    const one = CLASSES[bytes[i]!]!;
    if (one === DOT) points++;
    else if (one === COMMA) commas++;
    else if (one !== DIGIT) return IDENTIFIER;
  }
  // Phone numbers begin with a plus; numbers hardly ever do.
  if (points + commas === 0) return bytes[start] === 0x2b ? IDENTIFIER : INTEGER;
  return points <= 1 || commas === 0 ? (points > 1 ? IDENTIFIER : DECIMAL) : IDENTIFIER;
}

/** Year, month and day in either direction, with or without a time behind. */
function isDate(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < SHORTEST_DATE || end - start > LONGEST_DATE) return false;
  let at = start;
  const lengths = [0, 0, 0];
  let separator = 0;
  for (let group = 0; group < 3; group++) {
    let number = 0;
    const from = at;
    for (; at < end && CLASSES[bytes[at]!] === DIGIT; at++) number = number * 10 + bytes[at]! - 0x30;
    lengths[group] = at - from;
    if (lengths[group]! <= 2 && (number > 31 || lengths[group] === 0) && group < 2) return false;
    if (group === 2) break;
    if (at >= end || (group === 1 && bytes[at] !== separator)) return false;
    separator = bytes[at++]!;
    if (separator !== 0x2d && separator !== 0x2f && separator !== 0x2e) return false;
  }
  const [first, second, third] = lengths as [number, number, number];
  const isForward = first === 4 && second <= 2 && third <= 2 && third > 0;
  const isBackward = first <= 2 && second <= 2 && (third === 4 || third === 2);
  if (!isForward && !isBackward) return false;
  return at === end || bytes[at] === 0x54 || CLASSES[bytes[at]!] === SPACE;
}

function isBoolean(bytes: Uint8Array, start: number, end: number): boolean {
  let text = '';
  for (let i = start; i < end; i++) text += String.fromCharCode(bytes[i]! | 0x20);
  return BOOLEANS.has(text);
}
