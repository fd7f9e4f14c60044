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
  const found = node && extended(new Set([NOTHING]), node);
  if (found === undefined) return undefined;
  const whole = new Set<number>();
  for (const beginning of found) {
    if (beginning < WHOLE) return undefined;
    whole.add(beginning - WHOLE);
  }
  return whole;
}

/** The three bytes at `at`, of which none may lie behind the bytes. */
export function beginningAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at] as number) << 16) | ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number);
}

/** Beginnings are numbers with a one before their bytes: this one has none, and those from `WHOLE` on have all. */
const NOTHING = 1;
const WHOLE = 1 << (8 * BEGINNING);

/** The beginnings, each followed by what the node matches, without doubles; undefined where they are many. */
function extended(beginnings: ReadonlySet<number>, node: Node): ReadonlySet<number> | undefined {
  const found = new Set<number>();
  const open = new Set<number>();
  for (const beginning of beginnings) (beginning < WHOLE ? open : found).add(beginning);
  // Most patterns are long, and all that counts is at their front.
  if (open.size === 0) return beginnings;
  return addExtended(found, open, node) && found.size <= MOST ? found : undefined;
}

/** Adds to `found`; false where there are many. */
function addExtended(found: Set<number>, open: ReadonlySet<number>, node: Node): boolean {
  if (node.kind === 'bytes') {
    for (const beginning of open)
      for (const [low, high] of node.ranges) for (let byte = low; byte <= high; byte++) found.add(beginning * 256 + byte);
    return found.size <= MOST;
  }
  if (node.kind === 'alt') return node.parts.every((part) => addAll(found, extended(open, part)));
  let reached: ReadonlySet<number> | undefined = open;
  if (node.kind === 'cat') {
    for (const part of node.parts) reached = reached && extended(reached, part);
    return addAll(found, reached);
  }
  if (node.min === 0) addAll(found, open);
  for (let times = 1; times <= Math.min(node.max, Math.max(node.min, BEGINNING)); times++) {
    reached = reached && extended(reached, node.part);
    if (times >= node.min && !addAll(found, reached)) return false;
  }
  return reached !== undefined;
}

function addAll(found: Set<number>, more: ReadonlySet<number> | undefined): boolean {
  for (const one of more ?? []) found.add(one);
  return more !== undefined && found.size <= MOST;
}
