/**
 * Derives from a form where the prefilter must look for it. A mark is a rule on bytes that every match's start obeys;
 * the prefilter tests the rules on 64 places at a time. A form for which none can be derived is searched by RE2.
 */
import { byteSet, type Side } from '../core/boundary.js';
import { type Automaton, stepOf } from './automaton.js';
import { SHARES } from './byte-shares.js';
import type { Node } from './pattern.js';

/**
 * `shape`: digits, letters before a digit, hex groups, found by the generic rules. `literal`: three or four fixed bytes at a known
 * distance from the start. `middle`: a run of one class before `@` or `://`. `listed`: words of the lists in ../validators/gazetteer.
 * `named`: no bytes mark it, the name of its column or field does. `search`: RE2 over the whole block.
 */
export type Mark =
  | { readonly kind: 'shape' }
  | { readonly kind: 'literal'; readonly literals: readonly LiteralMark[] }
  | MiddleMark
  | ListedMark
  | { readonly kind: 'named' }
  | { readonly kind: 'search' };

export interface ListedMark {
  readonly kind: 'listed';
  readonly list: 'person' | 'place';
  /** The first bytes of all matches, where they are few (`beginningsOf`). */
  readonly beginnings?: readonly number[];
}

export interface MiddleMark {
  readonly kind: 'middle';
  readonly anchor: '@' | '://';
  /** Flags of the bytes before the anchor, and how many there may be. */
  readonly run: Uint8Array;
  readonly longest: number;
  /** Behind the anchor: 1 for the bytes of a run that may be empty, 2 for the bytes of which one must follow it. */
  readonly behind: Uint8Array;
}

/** Four consecutive byte sets that stand `offset` bytes behind the start; the last is empty where any byte will do. */
export interface LiteralMark {
  readonly offset: number;
  /** They are the first, begin with a letter or digit, and the left boundary refuses those: only word starts count. */
  readonly startsWord: boolean;
  readonly bytes: readonly [readonly number[], readonly number[], readonly number[], readonly number[]];
  /** The rarest of the places behind: four bytes alone would mark every `http` and `gith`. */
  readonly later?: { readonly distance: number; readonly bytes: readonly number[] };
}

/** Most letters before the digit that marks a word. The prefilter looks back that far. */
export const MOST_LEADING_LETTERS = 24;
/** Bytes that may stand directly before a marked start and begin the value: sign, bracket, track sentinels. */
export const PREFIX_BYTES = '+(;%-';
/** Separators between a group of one or two digits and what goes on with it, a digit or a letter. */
export const GROUP_SEPARATORS = ' -./:()';
/** A run of these bytes that is at least `LONG_RUN` long is marked at its first byte. What the boundary `base64` refuses on the left. */
export const RUN_BYTES = '0-9A-Za-z_+/-';
export const LONG_RUN = 32;
/** Most letters of a word before a space, hyphen or slash (after a full stop perhaps) and a digit: `Sept. 5`, `AB 12`. */
export const MOST_WORD_LETTERS = 12;

/** Literals that a form may have; each costs false candidates for all. */
const MOST_LITERALS = 24;
const LITERAL_REACH = 16;
/** Bytes that one place of a literal may be. */
const MOST_BYTES = 3;
const MOST_FOURTH_BYTES = 12;

/** Finds the mark of a pattern. `table` is its own automaton, `left` its left boundary. */
export function deriveMark(node: Node, table: Automaton, left: Side): Mark {
  const leftRefuses = left.refuse;
  const runs = byteSet(RUN_BYTES).every((flag, byte) => !flag || leftRefuses[byte]);
  if (isMarkedByShape(table, refusesWords(leftRefuses), runs)) return { kind: 'shape' };
  const literals = literalMarks(node, leftRefuses);
  if (literals) return { kind: 'literal', literals };
  return middleMark(node, left) ?? { kind: 'search' };
}

/** Walks the pattern's table beside the rules: marked if every match is covered by a rule before it ends. */
function isMarkedByShape(table: Automaton, words: boolean, runs: boolean): boolean {
  const representatives = representativeBytes(table);
  const seen = new Set<string>();
  const pending: { state: number; rules: Rules }[] = [{ state: table.roots[0]!, rules: startRules(words, runs) }];
  for (let at = pending.pop(); at; at = pending.pop()) {
    if (at.state >= table.firstAccept) return false;
    const key = `${at.state}:${at.rules.word}:${at.rules.chain}:${at.rules.run}`;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const byte of representatives) {
      const next = stepOf(table, at.state, byte);
      if (next === 0) continue;
      const rules = stepRules(at.rules, byte);
      if (rules === 'marked') continue;
      if (rules === 'unmarked') return false;
      pending.push({ state: next, rules });
    }
  }
  return true;
}

/** One byte of each class in each region that the rules tell apart. */
function representativeBytes(table: Automaton): readonly number[] {
  const found = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) {
    const char = String.fromCharCode(byte);
    const region = /[0-9]/.test(char)
      ? '0'
      : /[a-f]/.test(char)
        ? 'a'
        : /[g-z]/.test(char)
          ? 'g'
          : /[A-F]/.test(char)
            ? 'A'
            : /[G-Z]/.test(char)
              ? 'G'
              : char;
    const key = `${table.columns[byte]}:${region}`;
    if (!found.has(key)) found.set(key, byte);
  }
  return [...found.values()];
}

/** Progress of the word rule (digits and letters), of the chain rule (hex groups) and of the run rule; `x` or -1 where one has failed. */
interface Rules {
  readonly word: string;
  readonly chain: string;
  readonly run: number;
}
const RUN_SET = byteSet(RUN_BYTES);

/** The rules look at the beginnings of words, so they hold only where a value cannot begin inside one, or begins with a sign. */
function startRules(words: boolean, runs: boolean): Rules {
  return { word: words ? 'start' : 'sign', chain: words ? ':0' : 'x', run: runs ? 0 : -1 };
}

function stepRules(rules: Rules, byte: number): Rules | 'marked' | 'unmarked' {
  const char = String.fromCharCode(byte);
  const word = stepWord(rules.word, char);
  const chain = stepChain(rules.chain, char);
  const run = rules.run >= 0 && RUN_SET[byte] ? rules.run + 1 : -1;
  if (word === 'marked' || chain === 'marked' || run === LONG_RUN) return 'marked';
  return word === 'x' && chain === 'x' && run < 0 ? 'unmarked' : { word, chain, run };
}

function stepWord(state: string, char: string): string {
  const digit = char >= '0' && char <= '9';
  const letter = (char >= 'A' && char <= 'Z') || (char >= 'a' && char <= 'z');
  const separator = GROUP_SEPARATORS.includes(char);
  switch (state) {
    case 'sign':
    case 'start':
      if (char === '+') return 'plus';
      if (PREFIX_BYTES.includes(char)) return 'prefixed';
      if (state === 'sign') return 'x';
      return digit ? 'digits1' : letter ? 'letters1' : 'x';
    case 'prefixed':
      return digit ? 'digits1' : letter ? 'letters1' : 'x';
    case 'plus':
      return digit ? 'marked' : letter ? 'letters1' : 'x';
    case 'digits1':
      return letter ? 'marked' : digit ? 'digits2' : separator ? 'separated' : 'x';
    case 'digits2':
      return letter || digit ? 'marked' : separator ? 'separated' : 'x';
    case 'separated':
      return letter || digit ? 'marked' : separator ? 'separated twice' : 'x';
    case 'separated twice':
      return letter || digit ? 'marked' : 'x';
    case 'word.':
      return char === ' ' || char === '-' || char === '/' ? 'word ' : 'x';
    case 'word ':
      return digit ? 'marked' : 'x';
    case 'x':
      return 'x';
    default:
      return stepLetters(Number(state.slice('letters'.length)), char, digit, letter);
  }
}

/** `count` letters have led the word. */
function stepLetters(count: number, char: string, digit: boolean, letter: boolean): string {
  if (digit) return 'marked';
  if (letter) return count < MOST_LEADING_LETTERS ? `letters${count + 1}` : 'x';
  if (count > MOST_WORD_LETTERS) return 'x';
  if (char === '.') return 'word.';
  return char === ' ' || char === '-' || char === '/' ? 'word ' : 'x';
}

/**
 * Hex groups: a colon at most four hex digits from the start with another within five bytes, or hyphens at 2, 5 and 8.
 * States: `:n` = n hex digits; `:n:m` = colon after n, m bytes behind it; `-n` = on the way of the hyphens, n bytes.
 */
function stepChain(state: string, char: string): string {
  if (state === 'x') return 'x';
  const hex = /[0-9A-Fa-f]/.test(char);
  const open = /^:(\d)$/.exec(state);
  if (open) {
    const count = Number(open[1]);
    if (hex) return count < 4 ? `:${count + 1}` : 'x';
    if (char === '-' && count === 2) return '-3';
    return char === ':' ? `:${count}:0` : 'x';
  }
  if (state.startsWith('-')) {
    const count = Number(state.slice(1));
    if (count === 5 || count === 8) return char !== '-' ? 'x' : count === 8 ? 'marked' : '-6';
    return hex ? `-${count + 1}` : 'x';
  }
  const behind = Number(state.slice(3));
  if (char === ':') return 'marked';
  return hex && behind < 4 ? `${state.slice(0, 3)}${behind + 1}` : 'x';
}

/** The first bytes of all matches as sequences of byte sets, or undefined where there are more than `most`. */
function firstSequences(node: Node, reach: number, most = MOST_LITERALS): readonly Head[] | undefined {
  return expand(node, [[]], reach, most);
}

type Head = readonly (readonly number[])[];

function expand(node: Node, heads: readonly Head[], reach: number, most: number): readonly Head[] | undefined {
  if (heads.length > most) return undefined;
  if (node.kind === 'bytes') {
    const bytes = node.ranges.flatMap(([low, high]) => Array.from({ length: high - low + 1 }, (_, i) => low + i));
    return heads.map((head) => (isClosed(head, reach) ? head : [...head, bytes]));
  }
  if (node.kind === 'cat') {
    return node.parts.reduce<readonly Head[] | undefined>((sum, part) => sum && expand(part, sum, reach, most), heads);
  }
  if (node.kind === 'alt')
    return union(
      node.parts.map((part) => expand(part, heads, reach, most)),
      most,
    );
  let sum: readonly Head[] | undefined = heads;
  for (let i = 0; i < node.min && i < reach && sum; i++) sum = expand(node.part, sum, reach, most);
  if (!sum || node.min === node.max) return sum;
  const open: (readonly Head[] | undefined)[] = [sum];
  const last = Math.min(node.max, node.min + reach);
  for (let i = node.min; i < last && sum; i++) {
    sum = expand(node.part, sum, reach, most);
    open.push(sum);
    if (sum?.every((head) => isClosed(head, reach))) break;
  }
  return union(open, most);
}

function isClosed(head: Head, reach: number): boolean {
  return head.length >= reach;
}

function union(parts: readonly (readonly Head[] | undefined)[], most: number): readonly Head[] | undefined {
  const all: Head[] = [];
  const keys = new Set<string>();
  for (const part of parts) {
    if (!part) return undefined;
    for (const head of part) {
      const key = JSON.stringify(head);
      if (!keys.has(key)) all.push(head);
      keys.add(key);
    }
  }
  return all.length > most ? undefined : all;
}

/** Rough share of a byte in text and source; only its order matters, to choose the rarest triple. */
function commonness(bytes: readonly number[]): number {
  const rates = bytes.map((byte) => {
    const char = String.fromCharCode(byte);
    if (/[etaoinsr ]/.test(char)) return 8;
    if (/[a-z]/.test(char)) return 3;
    if (/[-_=./:]/.test(char)) return 2;
    return 1;
  });
  return rates.reduce((sum, rate) => sum + rate, 0);
}

/** What a fourth fixed byte leaves of the places that three let pass. */
const FOURTH_SHARE = 0.2;
/** What a literal costs in the measure of `commonness`, whatever its bytes. */
const LITERAL_COST = 40;
/** Share of the places that are word starts. */
const WORD_START_SHARE = 1 / 6;
const ALNUM = byteSet('0-9A-Za-z');

function refusesWords(leftRefuses: Uint8Array): boolean {
  return ALNUM.every((flag, byte) => !flag || leftRefuses[byte] === 1);
}

/** A fixed triple of each alternative beginning, at the depth where all of them together cost least. */
function literalMarks(node: Node, leftRefuses: Uint8Array): readonly LiteralMark[] | undefined {
  const startsWord = refusesWords(leftRefuses);
  let best: readonly LiteralMark[] | undefined;
  let lowest = Number.POSITIVE_INFINITY;
  for (let reach = LITERAL_REACH; reach >= 3; reach--) {
    const marks = firstSequences(node, reach)?.map((head) => (startsWord ? firstTriple(head) : undefined) ?? rarestTriple(head));
    if (!marks?.every((mark) => mark !== undefined)) continue;
    const unique = [...new Map(marks.map((mark) => [JSON.stringify(mark), mark])).values()];
    const cost = unique.reduce(
      (sum, mark) => sum + (LITERAL_COST + rateOf(mark.bytes)) * (mark.startsWord ? WORD_START_SHARE : 1),
      0,
    );
    if (cost >= lowest) continue;
    lowest = cost;
    best = unique;
  }
  return best?.map((mark) => withLater(mark, node));
}

/** Places behind the first of the four bytes up to which a further one is looked for. */
const LATER_REACH = 24;
/** Beginnings that are looked through for such a place: only those with the literal count, so there may be many. */
const MOST_LATER = 400;

/** Adds the rarest place behind that all beginnings with the literal have in common. */
function withLater(mark: LiteralMark, node: Node): LiteralMark {
  for (let reach = LATER_REACH; reach > mark.offset + 3; reach--) {
    const heads = firstSequences(node, reach, MOST_LATER)?.filter((head) =>
      mark.bytes.every((set, i) => overlaps(set, head[mark.offset + i])),
    );
    if (!heads) continue;
    const shortest = Math.min(...heads.map((head) => head.length));
    const bytesAt = (distance: number): readonly number[] =>
      [...new Set(heads.flatMap((head) => head[mark.offset + distance]!))].sort((a, b) => a - b);
    let best: { distance: number; bytes: readonly number[] } | undefined;
    let rarest = Number.POSITIVE_INFINITY;
    for (let distance = 3; mark.offset + distance < shortest; distance++) {
      const bytes = bytesAt(distance);
      const share = bytes.reduce((sum, byte) => sum + SHARES[byte]!, 0);
      if (share >= rarest) continue;
      rarest = share;
      best = { distance, bytes };
    }
    if (best) return { ...mark, bytes: withFourth(mark.bytes, bytesAt(3)), later: best };
  }
  return mark;
}

/** Beginnings of three bytes do not tell the fourth; longer ones may, and then no place passes for want of it. */
function withFourth(bytes: LiteralMark['bytes'], fourth: readonly number[]): LiteralMark['bytes'] {
  const [first, second, third, known] = bytes;
  return [first, second, third, known.length === 0 && fourth.length <= MOST_FOURTH_BYTES ? fourth : known];
}

/** Whether a head may have one of these bytes at a place; an empty set is any byte, and so is what the head does not tell. */
function overlaps(set: readonly number[], place: readonly number[] | undefined): boolean {
  return set.length === 0 || place === undefined || set.some((byte) => place.includes(byte));
}

function firstTriple(head: Head): LiteralMark | undefined {
  const isFixed =
    head.length >= 3 && head.slice(0, 3).every((set) => set.length <= MOST_BYTES) && head[0]!.every((byte) => ALNUM[byte]);
  return isFixed ? { offset: 0, startsWord: true, bytes: fourFrom(head, 0) } : undefined;
}

function fourFrom(head: Head, offset: number): LiteralMark['bytes'] {
  const fourth = head[offset + 3] ?? [];
  return [head[offset]!, head[offset + 1]!, head[offset + 2]!, fourth.length <= MOST_FOURTH_BYTES ? fourth : []];
}

function rateOf(bytes: readonly (readonly number[])[]): number {
  const fourth = bytes[3]!.length === 0 ? 1 : FOURTH_SHARE;
  return bytes.slice(0, 3).reduce((product, set) => product * commonness(set), fourth);
}

function rarestTriple(head: Head): LiteralMark | undefined {
  let best: LiteralMark | undefined;
  let lowest = Number.POSITIVE_INFINITY;
  for (let offset = 0; offset + 3 <= head.length; offset++) {
    if (head.slice(offset, offset + 3).some((set) => set.length > MOST_BYTES)) continue;
    const bytes = fourFrom(head, offset);
    const rate = rateOf(bytes);
    if (rate < lowest) {
      lowest = rate;
      best = { offset, startsWord: false, bytes };
    }
  }
  return best;
}

/**
 * `run{1,n}` before `@` or `://`, where the left boundary refuses the run's characters so that its start is known. Characters may have
 * two bytes; what a longer one, which is not of the run, leaves at its beginning, the prefilter skips.
 */
function middleMark(node: Node, left: Side): Mark | undefined {
  if (node.kind !== 'cat') return undefined;
  const run = new Uint8Array(256);
  let longest = 0;
  for (let i = 0; i < node.parts.length; i++) {
    const anchor = anchorAt(node.parts, i);
    if (anchor && longest > 0) {
      if (run[anchor.charCodeAt(0)]) return undefined;
      if (!run.every((flag, byte) => !flag || isRefused(byte, left))) return undefined;
      return { kind: 'middle', anchor, run, longest, behind: behindAnchor(node.parts.slice(i + anchor.length)) };
    }
    const part = node.parts[i]!;
    const bytes = classOf(part.kind === 'repeat' ? part.part : part);
    if (!bytes) return undefined;
    for (const [low, high] of bytes.ranges) run.fill(1, low, high + 1);
    longest += (part.kind === 'repeat' ? part.max : 1) * bytes.longest;
    if (longest > 256) return undefined;
  }
  return undefined;
}

/** Whether the left boundary refuses a character of the run that this byte belongs to: as such, or by the two bytes that it has. */
function isRefused(byte: number, left: Side): boolean {
  if (byte < 0x80) return left.refuse[byte] === 1;
  return (byte < 0xc0 ? left.joiner?.[byte] : left.joined?.[byte]) === 1;
}

interface CharacterClass {
  readonly ranges: readonly (readonly [low: number, high: number])[];
  /** Most bytes that a character has, 1 or 2. */
  readonly longest: number;
}

/** All bytes of a class of characters that have at most two. */
function classOf(node: Node): CharacterClass | undefined {
  if (node.kind === 'bytes') return { ranges: node.ranges, longest: 1 };
  if (node.kind === 'repeat') return undefined;
  if (node.kind === 'cat' && node.parts.length !== 2) return undefined;
  const parts = node.parts.map(classOf);
  if (!parts.every((part) => part !== undefined)) return undefined;
  const longest = node.kind === 'cat' ? 2 : Math.max(...parts.map((part) => part.longest));
  return { ranges: parts.flatMap((part) => part.ranges), longest };
}

/** What must follow an anchor: a run of one class, then a byte outside of it; all bytes where the pattern is of another kind. */
function behindAnchor(parts: readonly Node[]): Uint8Array {
  const flags = new Uint8Array(256);
  const run = parts[0]?.kind === 'repeat' ? classOf(parts[0].part) : undefined;
  const next = run ? parts[1] : parts[0];
  const first = next?.kind === 'repeat' && next.min > 0 ? next.part : next;
  const bytes = first && classOf(first);
  if (!bytes) return flags.fill(2);
  if (run) for (const [low, high] of run.ranges) flags.fill(1, low, high + 1);
  for (const [low, high] of bytes.ranges) for (let byte = low; byte <= high; byte++) flags[byte]! |= 2;
  return flags;
}

function anchorAt(parts: readonly Node[], index: number): '@' | '://' | undefined {
  const text = parts
    .slice(index, index + 3)
    .map((part) =>
      part.kind === 'bytes' && part.ranges.length === 1 && part.ranges[0]![0] === part.ranges[0]![1]
        ? String.fromCharCode(part.ranges[0]![0])
        : '\0',
    )
    .join('');
  return text.startsWith('@') ? '@' : text === '://' ? '://' : undefined;
}
