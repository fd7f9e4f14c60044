/**
 * Counts how many values a form has for each shape that a preview shows, to know what a cut tag leaves to guess: the strings of
 * the pattern, by multiplication, times the share that its validator accepts, by trying random ones of that shape.
 */
import { fixedLiterals } from '../../src/core/mask.js';
import type { DetectorSheet, FormSpec } from '../../src/detectors/index.js';
import { type Node, parsePattern } from '../../src/engine/pattern.js';

/** What is known of the values of one form that a preview shows alike. */
export interface ShapeCount {
  /** `*` for a hidden character, separators as they are. */
  readonly shape: string;
  /** Different normalised strings of the pattern: an upper bound where alternatives overlap. */
  readonly strings: number;
  /** Strings times the share that the validator does not refute. */
  readonly values: number;
}

type Bytes = Node & { readonly kind: 'bytes' };

/** A pattern without repeats, cut into pairs. */
type Tree =
  | { readonly kind: 'bytes'; readonly byShape: ReadonlyMap<string, readonly number[]>; readonly space: Space }
  | { readonly kind: 'pair'; readonly left: Tree; readonly right: Tree; readonly space: Space }
  | { readonly kind: 'alt'; readonly parts: readonly Tree[]; readonly space: Space };

/** Number of strings by shape. */
type Space = ReadonlyMap<string, number>;

const EMPTY: Tree = { kind: 'bytes', byShape: new Map([['', []]]), space: new Map([['', 1]]) };
const SEPARATORS = ' -./:@()+';

/** Longer repeats only add values. So many lengths are looked at, in case a validator wants more than the least. */
const LENGTHS = 2;
/** Shapes kept of a part: those with the fewest strings. */
const MOST_SHAPES = 40;
const MOST_TRIES = 4000;
/** A hundred times what a tag of 16 bits needs. */
const FAR_BEYOND = 100 * 1000 * 2 ** 16;
/** Of that many, one in 2^32 passes where none of the tries does: no check of a sheet is longer (CRC-32, four bytes of SHA-256). */
const LONG = 2 ** 80;
const LEAST_SHARE = 2 ** -32;
/** Shapes of a form that are tried: those with the fewest strings. */
const MOST_TRIED = 4;

/** Values by shape, for the shapes of a form with the fewest of them. Shapes without any value are left out. */
export function fewestValues(sheet: DetectorSheet, form: FormSpec, random: (below: number) => number): ShapeCount[] {
  const folds = sheet.normal === 'alnum' || sheet.normal === 'lower';
  // In a token, separators are hidden, too.
  const tree = treeOf(parsePattern(form.pattern), { folds, separators: sheet.space === 'token' ? '' : SEPARATORS });
  // The preview shows which of its literals a value begins with.
  const literals = Math.max(1, fixedLiterals(form.pattern).length);
  const validator = form.validator ?? sheet.validator;
  const counts: ShapeCount[] = [];
  for (const [shape, count] of [...tree.space].sort(([, a], [, b]) => a - b)) {
    if (counts.length === MOST_TRIED) break;
    const strings = count / literals;
    const share = validator === undefined ? 1 : acceptedShare(tree, shape, validator, random);
    if (share > 0) counts.push({ shape, strings, values: strings * share });
  }
  return counts.sort((a, b) => a.values - b.values);
}

/** Tries until forty strings pass, or one does where that settles it: a count far beyond what a tag can search. */
function acceptedShare(
  tree: Tree,
  shape: string,
  validator: NonNullable<FormSpec['validator']>,
  random: (below: number) => number,
): number {
  const strings = tree.space.get(shape)!;
  let accepted = 0;
  for (let tries = 1; tries <= MOST_TRIES; tries++) {
    const bytes = Buffer.from(sample(tree, shape, random));
    if (validator(bytes, 0, bytes.length) === 'invalid') continue;
    accepted++;
    if (accepted === 40 || (strings / tries) * accepted > FAR_BEYOND) return accepted / tries;
  }
  return accepted === 0 && strings >= LONG ? LEAST_SHARE : accepted / MOST_TRIES;
}

interface Rules {
  /** Letters of both cases are the same. */
  readonly folds: boolean;
  /** Characters that a preview shows. */
  readonly separators: string;
}

function treeOf(node: Node, rules: Rules): Tree {
  if (node.kind === 'bytes') return leaf(node, rules);
  if (node.kind === 'alt') return alternatives(node.parts.map((part) => treeOf(part, rules)));
  if (node.kind === 'cat') return sequence(node.parts.map((part) => treeOf(part, rules)));
  const part = treeOf(node.part, rules);
  const most = Math.min(node.max, node.min + LENGTHS - 1);
  const lengths: Tree[] = [];
  for (let length = node.min; length <= most; length++) lengths.push(sequence(new Array<Tree>(length).fill(part)));
  return alternatives(lengths);
}

function leaf({ ranges }: Bytes, { folds, separators }: Rules): Tree {
  const byShape = new Map<string, number[]>();
  for (const [low, high] of ranges) {
    for (let byte = low; byte <= high; byte++) {
      const isContinuation = byte >= 0x80 && byte < 0xc0;
      const isShown = separators.includes(String.fromCharCode(byte));
      const shape = isContinuation ? '' : isShown ? String.fromCharCode(byte) : '*';
      byShape.set(shape, [...(byShape.get(shape) ?? []), byte]);
    }
  }
  const lower = (byte: number): number => (folds && byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte);
  const space = new Map([...byShape].map(([shape, bytes]) => [shape, new Set(bytes.map(lower)).size]));
  return { kind: 'bytes', byShape, space };
}

function alternatives(parts: readonly Tree[]): Tree {
  if (parts.length === 1) return parts[0]!;
  const space = new Map<string, number>();
  for (const part of parts) for (const [shape, count] of part.space) space.set(shape, (space.get(shape) ?? 0) + count);
  return { kind: 'alt', parts, space: fewest(space) };
}

function sequence(parts: readonly Tree[]): Tree {
  return parts.reduceRight<Tree>((right, left) => (right === EMPTY ? left : pair(left, right)), EMPTY);
}

function pair(left: Tree, right: Tree): Tree {
  const space = new Map<string, number>();
  for (const [a, countA] of left.space) {
    for (const [b, countB] of right.space) space.set(a + b, (space.get(a + b) ?? 0) + countA * countB);
  }
  return { kind: 'pair', left, right, space: fewest(space) };
}

function fewest(space: Map<string, number>): Space {
  if (space.size <= MOST_SHAPES) return space;
  return new Map([...space].sort(([, a], [, b]) => a - b).slice(0, MOST_SHAPES));
}

/** A random string of the shape, each about as likely as the others. */
function sample(tree: Tree, shape: string, random: (below: number) => number): number[] {
  if (tree.kind === 'bytes') {
    const bytes = tree.byShape.get(shape)!;
    return bytes.length === 0 ? [] : [bytes[random(bytes.length)]!];
  }
  if (tree.kind === 'alt') {
    const parts = tree.parts.filter((part) => part.space.has(shape));
    return sample(
      pick(parts, (part) => part.space.get(shape)!, random),
      shape,
      random,
    );
  }
  const { left, right } = tree;
  const cuts: string[] = [];
  for (const front of left.space.keys())
    if (shape.startsWith(front) && right.space.has(shape.slice(front.length))) cuts.push(front);
  const front = pick(cuts, (text) => left.space.get(text)! * right.space.get(shape.slice(text.length))!, random);
  return [...sample(left, front, random), ...sample(right, shape.slice(front.length), random)];
}

function pick<T>(choices: readonly T[], weight: (choice: T) => number, random: (below: number) => number): T {
  const total = choices.reduce((sum, choice) => sum + weight(choice), 0);
  let at = (random(2 ** 30) / 2 ** 30) * total;
  for (const choice of choices) {
    at -= weight(choice);
    if (at < 0) return choice;
  }
  return choices.at(-1)!;
}
