/**
 * Sets of numbers as an automaton over their digits, for numbering plans and for the ranges set aside in them. Most numbers are
 * decided by their first four or five digits: behind those, any digits do, and only their count is left to check.
 */

/** An entry behind which no number ends, whatever follows. */
export const REFUSED = -1;

/** Lengths in a set must leave an entry of 16 bits its sign. */
const MOST_LENGTHS = 0x7fff;

/**
 * Ten entries a node in `next`, one for each digit: the next node, or, below zero, the complement of a set of lengths: any digits
 * follow, and bit n of the set says whether a number ends behind n of them. Node 0 refuses everything.
 */
export interface DigitAutomaton {
  readonly next: Int16Array;
  /** By node: 1 where a number ends. */
  readonly accepts: Uint8Array;
}

/** An automaton of `nodes` nodes that refuses everything as yet. */
export function emptyAutomaton(nodes: number): DigitAutomaton {
  return { next: new Int16Array(nodes * 10).fill(REFUSED), accepts: new Uint8Array(nodes) };
}

/** What leads to `node`: the set of lengths where all its digits lead to the same, else the node itself. */
export function entryOf({ next, accepts }: DigitAutomaton, node: number): number {
  const entry = next[node * 10]!;
  for (let digit = 0; digit < 10; digit++) if (next[node * 10 + digit] !== entry) return node;
  const lengths = (~entry << 1) | accepts[node]!;
  return entry < 0 && lengths <= MOST_LENGTHS ? ~lengths : node;
}

/** Whether the digit values `digits[from, count)` are a number of the set that begins at node `root`. */
export function isInSet(automaton: DigitAutomaton, root: number, digits: Uint8Array, from: number, count: number): boolean {
  const { next } = automaton;
  let node = root;
  for (let i = from; i < count; i++) {
    node = next[node * 10 + digits[i]!]!;
    if (node < 0) return ((~node >> (count - i - 1)) & 1) === 1;
  }
  return automaton.accepts[node] === 1;
}
