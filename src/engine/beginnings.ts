/**
 * The first three bytes of a pattern's matches, where they are few: titles are tried at each name that the lists know, and a look at
 * three bytes refuses nearly all that RE2 would. Patterns that may begin in many ways have none.
 */
import { type Node, parsedOrNone } from './pattern.js';

/** Bytes of a beginning. */
export const BEGINNING = 3;
/** Longer sets refuse little. */
const MOST = 400;

/** Beginnings of the pattern's matches, as `beginningAt` gives them; undefined where they are many or some match is shorter. */
export function beginningsOf(pattern: string): ReadonlySet<number> | undefined {
  const node = parsedOrNone(pattern);
  if (node === undefined) return undefined;
  const found = new Set<number>();
  try {
    for (const bytes of beginnings(node)) {
      if (bytes.length < BEGINNING) return undefined;
      found.add((bytes[0]! << 16) | (bytes[1]! << 8) | bytes[2]!);
    }
  } catch (error) {
    if (error instanceof TooMany) return undefined;
    throw error;
  }
  return found;
}

/** The three bytes at `at`, of which none may lie behind the bytes. */
export function beginningAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at] as number) << 16) | ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number);
}

class TooMany extends Error {}

/** Shorter ones are whole matches. */
function beginnings(node: Node): number[][] {
  if (node.kind === 'bytes') {
    return few(node.ranges.flatMap(([low, high]) => Array.from({ length: high - low + 1 }, (_, i) => [low + i])));
  }
  if (node.kind === 'alt') return few(node.parts.flatMap(beginnings));
  if (node.kind === 'cat') return node.parts.reduce((found, part) => join(found, part), [[]] as number[][]);
  let found: number[][] = [[]];
  const all: number[][] = node.min === 0 ? [[]] : [];
  for (let times = 1; times <= Math.min(node.max, Math.max(node.min, BEGINNING)); times++) {
    found = join(found, node.part);
    if (times >= node.min) all.push(...found);
  }
  return few(all);
}

function join(found: readonly number[][], part: Node): number[][] {
  if (found.every((bytes) => bytes.length === BEGINNING)) return [...found];
  const next = beginnings(part);
  return few(
    found.flatMap((bytes) =>
      bytes.length === BEGINNING ? [bytes] : next.map((more) => [...bytes, ...more].slice(0, BEGINNING)),
    ),
  );
}

/** Without doubles. */
function few(found: readonly number[][]): number[][] {
  const distinct = new Map(found.map((bytes) => [bytes.join(' '), bytes]));
  if (distinct.size > MOST) throw new TooMany();
  return [...distinct.values()];
}
