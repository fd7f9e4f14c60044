/**
 * Reads the part of RE2's syntax that sheets may use into a tree over bytes, so that the fit can be derived from the
 * pattern itself. It refuses what it does not know exactly; such a form is confirmed by RE2 from its first byte on.
 */

/** Bytes as a sorted list of inclusive ranges. */
type ByteRange = readonly [low: number, high: number];

export type Node =
  | { readonly kind: 'bytes'; readonly ranges: readonly ByteRange[] }
  | { readonly kind: 'cat'; readonly parts: readonly Node[] }
  | { readonly kind: 'alt'; readonly parts: readonly Node[] }
  | { readonly kind: 'repeat'; readonly part: Node; readonly min: number; readonly max: number };

/** Thrown for syntax outside the common part of re2 and re2js; carries the offset, never the matched text. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
}

type CodeRange = readonly [low: number, high: number];

const LAST_CODE_POINT = 0x10ffff;

/** Classes behind a backslash, as RE2 defines them (ASCII only). */
const ESCAPED_CLASSES: Readonly<Record<string, readonly CodeRange[]>> = {
  d: [[48, 57]],
  s: [
    [9, 10],
    [12, 13],
    [32, 32],
  ],
  w: [
    [48, 57],
    [65, 90],
    [95, 95],
    [97, 122],
  ],
};
const CONTROL_ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, a: 7 };

/**
 * Parses a pattern. @throws PatternError for anchors, `\b`, look-around, captures, lazy quantifiers, flags other than a
 * leading `(?i)`, and case-insensitive letters outside ASCII (whose folding orbits are RE2's business).
 */
export function parsePattern(pattern: string): Node {
  return new PatternParser(pattern).parse();
}

/** As `parsePattern`; undefined for what it does not know. */
export function parsedOrNone(pattern: string): Node | undefined {
  try {
    return parsePattern(pattern);
  } catch (error) {
    if (error instanceof PatternError) return undefined;
    throw error;
  }
}

class PatternParser {
  private readonly points: readonly string[];
  private at = 0;
  private ignoreCase = false;

  constructor(pattern: string) {
    this.points = [...pattern];
    if (pattern.startsWith('(?i)')) {
      this.ignoreCase = true;
      this.at = 4;
    }
  }

  parse(): Node {
    const node = this.alternation();
    if (this.at < this.points.length) this.refuse('an unmatched )');
    return node;
  }

  private alternation(): Node {
    const parts = [this.sequence()];
    while (this.peek() === '|') {
      this.at++;
      parts.push(this.sequence());
    }
    return parts.length === 1 ? parts[0]! : { kind: 'alt', parts };
  }

  private sequence(): Node {
    const parts: Node[] = [];
    for (let point = this.peek(); point !== undefined && point !== '|' && point !== ')'; point = this.peek()) {
      parts.push(this.quantified(this.atom()));
    }
    return parts.length === 1 ? parts[0]! : { kind: 'cat', parts };
  }

  private quantified(part: Node): Node {
    const bounds = this.quantifier();
    if (!bounds) return part;
    if (this.peek() === '?') this.refuse('a lazy quantifier');
    if (this.quantifier()) this.refuse('a quantifier of a quantifier');
    return { kind: 'repeat', part, min: bounds[0], max: bounds[1] };
  }

  private quantifier(): readonly [number, number] | undefined {
    const point = this.peek();
    if (point === '?' || point === '*' || point === '+') {
      this.at++;
      return [point === '+' ? 1 : 0, point === '?' ? 1 : Number.POSITIVE_INFINITY];
    }
    if (point !== '{') return undefined;
    const text = /^\{(\d+)(,?)(\d*)\}/.exec(this.points.slice(this.at, this.at + 12).join(''));
    if (!text) this.refuse('a brace that is no quantifier');
    this.at += text[0].length;
    const min = Number(text[1]);
    return [min, text[2] === '' ? min : text[3] === '' ? Number.POSITIVE_INFINITY : Number(text[3])];
  }

  private atom(): Node {
    const point = this.next();
    if (point === '(') return this.group();
    if (point === '[') return this.codePoints(this.charClass());
    if (point === '.') return this.codePoints(negate([[10, 10]]));
    if (point === '\\') return this.codePoints(this.escape());
    if ('^$*+?{'.includes(point)) this.refuse(`'${point}'`);
    const code = point.codePointAt(0)!;
    return this.codePoints([[code, code]]);
  }

  private group(): Node {
    if (this.next() !== '?' || this.next() !== ':') this.refuse('a group that is not (?:…)');
    const node = this.alternation();
    if (this.next() !== ')') this.refuse('a missing )');
    return node;
  }

  private charClass(): readonly CodeRange[] {
    const negated = this.peek() === '^';
    if (negated) this.at++;
    const ranges: CodeRange[] = [];
    for (let first = true; ; first = false) {
      const point = this.next();
      if (point === ']' && !first) break;
      if (point === '[' && this.peek() === ':') this.refuse('a POSIX class');
      const low = point === '\\' ? this.escape() : [[point.codePointAt(0)!, point.codePointAt(0)!] as const];
      if (this.peek() !== '-' || this.points[this.at + 1] === ']' || low.length !== 1) {
        ranges.push(...low);
        continue;
      }
      this.at++;
      const end = this.next();
      const high = end === '\\' ? this.escape() : [[end.codePointAt(0)!, end.codePointAt(0)!] as const];
      if (high.length !== 1) this.refuse('a range that ends in a class');
      ranges.push([low[0]![0], high[0]![1]]);
    }
    const folded = this.ignoreCase ? foldCase(normalise(ranges), () => this.refuse('case folding outside ASCII')) : ranges;
    return negated ? negate(normalise(folded)) : normalise(folded);
  }

  private escape(): readonly CodeRange[] {
    const point = this.next();
    const lower = point.toLowerCase();
    const known = ESCAPED_CLASSES[lower];
    if (known) return point === lower ? known : negate(known);
    const control = CONTROL_ESCAPES[point];
    if (control !== undefined) return [[control, control]];
    if (point === 'x') return this.hexEscape();
    if (/[0-9A-Za-z]/.test(point)) this.refuse(`the escape \\${point}`);
    const code = point.codePointAt(0)!;
    return [[code, code]];
  }

  private hexEscape(): readonly CodeRange[] {
    const rest = this.points.slice(this.at, this.at + 10).join('');
    const hex = /^\{([0-9A-Fa-f]{1,6})\}/.exec(rest) ?? /^([0-9A-Fa-f]{2})/.exec(rest);
    if (!hex) this.refuse('a broken \\x escape');
    this.at += hex[0].length;
    const code = Number.parseInt(hex[1]!, 16);
    return [[code, code]];
  }

  private codePoints(ranges: readonly CodeRange[]): Node {
    const folded = this.ignoreCase ? foldCase(ranges, () => this.refuse('case folding outside ASCII')) : ranges;
    return utf8Node(normalise(folded));
  }

  private peek(): string | undefined {
    return this.points[this.at];
  }

  private next(): string {
    const point = this.points[this.at++];
    if (point === undefined) this.refuse('the end of the pattern');
    return point;
  }

  private refuse(what: string): never {
    throw new PatternError(`cannot derive a fit from ${what} at offset ${this.at}`);
  }
}

function normalise(ranges: readonly CodeRange[]): readonly CodeRange[] {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [low, high] of sorted) {
    const last = merged.at(-1);
    if (last && low <= last[1] + 1) last[1] = Math.max(last[1], high);
    else merged.push([low, high]);
  }
  return merged;
}

function negate(ranges: readonly CodeRange[]): readonly CodeRange[] {
  const out: CodeRange[] = [];
  let from = 0;
  for (const [low, high] of normalise(ranges)) {
    if (low > from) out.push([from, low - 1]);
    from = high + 1;
  }
  if (from <= LAST_CODE_POINT) out.push([from, LAST_CODE_POINT]);
  return out;
}

/** Unicode simple folding of ASCII, with the two letters outside it: U+017F folds to s, U+212A to k. */
function foldCase(ranges: readonly CodeRange[], refuse: () => never): readonly CodeRange[] {
  const out: CodeRange[] = [...ranges];
  for (const [low, high] of ranges) {
    // A range far beyond ASCII comes from a negated class or `.`, which hold all of what they fold to.
    if (high > 0x7f && !(low <= 0x80 && high === LAST_CODE_POINT)) {
      if (low !== 0x17f && low !== 0x212a) refuse();
    }
    for (let code = low; code <= Math.min(high, 0x7f); code++) {
      if (code >= 65 && code <= 90) out.push([code + 32, code + 32]);
      if (code >= 97 && code <= 122) out.push([code - 32, code - 32]);
      if (code === 75 || code === 107) out.push([0x212a, 0x212a]);
      if (code === 83 || code === 115) out.push([0x17f, 0x17f]);
    }
  }
  return normalise(out);
}

/** The UTF-8 sequences of a set of code points. Surrogates have none, so valid UTF-8 never meets them. */
export function utf8Node(ranges: readonly CodeRange[]): Node {
  const ascii: ByteRange[] = [];
  const sequences: Node[] = [];
  for (const [low, high] of ranges) {
    if (low <= 0x7f) ascii.push([low, Math.min(high, 0x7f)]);
    for (const [from, to] of [
      [0x80, 0x7ff],
      [0x800, 0xd7ff],
      [0xe000, 0xffff],
      [0x10000, LAST_CODE_POINT],
    ] as const) {
      const start = Math.max(low, from);
      const end = Math.min(high, to);
      if (start <= end) splitSequences(start, end, sequences);
    }
  }
  const parts: Node[] = ascii.length > 0 ? [{ kind: 'bytes', ranges: ascii }, ...sequences] : sequences;
  if (parts.length === 0) return { kind: 'bytes', ranges: [] };
  return parts.length === 1 ? parts[0]! : { kind: 'alt', parts };
}

/** Splits a range of code points of one encoded length so that each piece is a product of byte ranges. */
function splitSequences(low: number, high: number, out: Node[]): void {
  const tail = low <= 0x7ff ? 1 : low <= 0xffff ? 2 : 3;
  for (let i = 1; i <= tail; i++) {
    const mask = (1 << (6 * i)) - 1;
    if ((low & ~mask) === (high & ~mask)) continue;
    if ((low & mask) !== 0) {
      splitSequences(low, low | mask, out);
      splitSequences((low | mask) + 1, high, out);
      return;
    }
    if ((high & mask) !== mask) {
      splitSequences(low, (high & ~mask) - 1, out);
      splitSequences(high & ~mask, high, out);
      return;
    }
  }
  const first = encode(low);
  const last = encode(high);
  out.push({ kind: 'cat', parts: [...first].map((byte, i) => ({ kind: 'bytes', ranges: [[byte, last[i]!]] })) });
}

function encode(code: number): Buffer {
  return Buffer.from(String.fromCodePoint(code), 'utf8');
}

/** Shortest and longest match in bytes; the longest is Infinity where the pattern repeats without end. */
export function lengthBounds(node: Node): { readonly min: number; readonly max: number } {
  if (node.kind === 'bytes') return { min: 1, max: 1 };
  if (node.kind === 'repeat') {
    const part = lengthBounds(node.part);
    return { min: part.min * node.min, max: part.max === 0 ? 0 : part.max * node.max };
  }
  const bounds = node.parts.map(lengthBounds);
  if (node.kind === 'cat') {
    return bounds.reduce((sum, part) => ({ min: sum.min + part.min, max: sum.max + part.max }), { min: 0, max: 0 });
  }
  return { min: Math.min(...bounds.map((b) => b.min)), max: Math.max(...bounds.map((b) => b.max)) };
}
