/**
 * Ends of the first few matches without RE2, which takes longer to load than a commit's files to examine: the pattern's tree is followed
 * as it is written, the first way that matches wins, as in RE2. Derived from the pattern; what it does not know exactly, or what takes
 * many steps, is left to RE2.
 */
import { type Node, parsedOrNone } from './pattern.js';

/** Matches after which RE2 is loaded: a tree takes some times as long. */
const MOST_MATCHES = 256;
/** Steps of one match. A pattern that repeats repetitions may take more than anybody waits for. */
const MOST_STEPS = 4096;

/** Goes on behind a part: the end of the whole match, or -1. */
type Next = (at: number) => number;
type Ranges = Extract<Node, { kind: 'bytes' }>['ranges'];

/**
 * Trees are followed as they are, and not made into anything faster: of the patterns of names before a secret, most places refuse the
 * first byte of each way, and to prepare all of them took longer than a commit's matches.
 */
export class TreeMatches {
  readonly #trees = new Map<string, Node | undefined>();
  #left = MOST_MATCHES;
  #bytes: Uint8Array = new Uint8Array(0);
  #limit = 0;
  #count = 0;

  /** End of the match from `start` in `bytes[start, limit)`, -1 where there is none; undefined where RE2 must be asked. */
  end(pattern: string, bytes: Uint8Array, start: number, limit: number): number | undefined {
    if (this.#left === 0) return undefined;
    const tree = this.#treeOf(pattern);
    if (tree === undefined) return undefined;
    this.#left--;
    this.#bytes = bytes;
    this.#limit = limit;
    this.#count = 0;
    const end = this.#match(tree, start, itself);
    return this.#count > MOST_STEPS ? undefined : end;
  }

  #treeOf(pattern: string): Node | undefined {
    const known = this.#trees.get(pattern);
    if (known !== undefined || this.#trees.has(pattern)) return known;
    const node = parsedOrNone(pattern);
    const tree = node && isPlain(node) ? node : undefined;
    this.#trees.set(pattern, tree);
    return tree;
  }

  #match(node: Node, at: number, next: Next): number {
    if (node.kind === 'bytes') return this.#mayStep() && this.#holds(node.ranges, at) ? next(at + 1) : -1;
    if (node.kind === 'cat') return this.#parts(node.parts, 0, at, next);
    if (node.kind === 'alt') {
      for (const part of node.parts) {
        const end = this.#match(part, at, next);
        if (end >= 0) return end;
      }
      return -1;
    }
    const { part, min, max } = node;
    return part.kind === 'bytes' ? this.#run(part.ranges, min, max, at, next) : this.#repeated(node, 0, at, next);
  }

  /** The parts from `index` on, one after the other. */
  #parts(parts: readonly Node[], index: number, from: number, next: Next): number {
    let at = from;
    for (let i = index; i < parts.length; i++) {
      const part = parts[i]!;
      if (part.kind !== 'bytes') return this.#match(part, at, (reached) => this.#parts(parts, i + 1, reached, next));
      if (!this.#mayStep() || !this.#holds(part.ranges, at)) return -1;
      at++;
    }
    return next(at);
  }

  /** The longest run first. */
  #run(ranges: Ranges, min: number, max: number, from: number, next: Next): number {
    let at = from;
    while (at < from + max && this.#holds(ranges, at)) at++;
    for (; at >= from + min && this.#mayStep(); at--) {
      const end = next(at);
      if (end >= 0) return end;
    }
    return -1;
  }

  #repeated(node: Extract<Node, { kind: 'repeat' }>, count: number, at: number, next: Next): number {
    if (!this.#mayStep()) return -1;
    const end = count < node.max ? this.#match(node.part, at, (reached) => this.#repeated(node, count + 1, reached, next)) : -1;
    return end < 0 && count >= node.min ? next(at) : end;
  }

  #holds(ranges: Ranges, at: number): boolean {
    if (at >= this.#limit) return false;
    const byte = this.#bytes[at]!;
    for (const [low, high] of ranges) if (byte >= low && byte <= high) return true;
    return false;
  }

  #mayStep(): boolean {
    return ++this.#count <= MOST_STEPS;
  }
}

function itself(at: number): number {
  return at;
}

/** Whether each repetition has an end, and what it repeats is never empty: with those, ways to match are a matter of taste. */
function isPlain(node: Node): boolean {
  if (node.kind === 'bytes') return true;
  if (node.kind !== 'repeat') return node.parts.every(isPlain);
  return Number.isFinite(node.max) && isPlain(node.part) && !mayBeEmpty(node.part);
}

function mayBeEmpty(node: Node): boolean {
  if (node.kind === 'bytes') return false;
  if (node.kind === 'repeat') return node.min === 0 || mayBeEmpty(node.part);
  return node.kind === 'cat' ? node.parts.every(mayBeEmpty) : node.parts.some(mayBeEmpty);
}
