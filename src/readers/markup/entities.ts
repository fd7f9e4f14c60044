/** Character references of HTML and XML (`&#45;`, `&nbsp;`, `&uuml;`), decoded with a byte map. */
import type { Escape, EscapeStyle } from '../escapes.js';

const HASH = 0x23;
const AMPERSAND = 0x26;
const SEMICOLON = 0x3b;
const LETTER_X = 0x78;
/** Longest reference that is looked at. */
const LONGEST = 12;
const MOST_CODE_POINT = 0x10ffff;
const REPLACEMENT = 0xfffd;

/** U+00A0 to U+00FF in order, as HTML names them. */
const LATIN1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const OTHERS: Readonly<Record<string, number>> = {
  amp: 0x26,
  lt: 0x3c,
  gt: 0x3e,
  quot: 0x22,
  apos: 0x27,
  hyphen: 0x2010,
  dash: 0x2010,
  ndash: 0x2013,
  mdash: 0x2014,
  lsquo: 0x2018,
  rsquo: 0x2019,
  ldquo: 0x201c,
  rdquo: 0x201d,
  ensp: 0x2002,
  emsp: 0x2003,
  thinsp: 0x2009,
  hellip: 0x2026,
  minus: 0x2212,
  euro: 0x20ac,
  commat: 0x40,
  period: 0x2e,
  sol: 0x2f,
  colon: 0x3a,
  comma: 0x2c,
  lowbar: 0x5f,
  plus: 0x2b,
  num: 0x23,
  lpar: 0x28,
  rpar: 0x29,
  Tab: 0x09,
  NewLine: 0x0a,
};
const NAMES: ReadonlyMap<string, number> = new Map([
  ...LATIN1.split(' ').map((name, i) => [name, 0xa0 + i] as const),
  ...Object.entries(OTHERS),
]);

const LITERAL: Escape = { length: 1, reach: LONGEST, codePoint: -1 };

/** References that end with a semicolon; others stand for themselves. */
export const ENTITIES: EscapeStyle = {
  byte: AMPERSAND,
  read(bytes, at, end) {
    const length = bytes.subarray(at, Math.min(end, at + LONGEST)).indexOf(SEMICOLON) + 1;
    if (length < 4) return LITERAL;
    const name = Buffer.from(bytes.buffer, bytes.byteOffset + at + 1, length - 2).toString('latin1');
    const codePoint = name.charCodeAt(0) === HASH ? numbered(name) : NAMES.get(name);
    // What is decoded must not be longer than what is written.
    return codePoint === undefined || length < 4 ? LITERAL : { length, reach: length, codePoint };
  },
};

/** Code point of `#45` or `#x2d`. */
function numbered(name: string): number | undefined {
  const isHex = (name.charCodeAt(1) | 0x20) === LETTER_X;
  const digits = name.slice(isHex ? 2 : 1);
  if (!(isHex ? /^[0-9A-Fa-f]+$/ : /^\d+$/).test(digits)) return undefined;
  const code = Number.parseInt(digits, isHex ? 16 : 10);
  return code === 0 || code > MOST_CODE_POINT || (code >= 0xd800 && code <= 0xdfff) ? REPLACEMENT : code;
}
