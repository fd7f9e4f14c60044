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
type Step = (at: number, next: Next) => number;

export class TreeMatches {
  readonly #steps = new Map<string, Step | undefined>();
  #left = MOST_MATCHES;
  #bytes: Uint8Array = new Uint8Array(0);
  #limit = 0;
  #count = 0;

  /** End of the match from `start` in `bytes[start, limit)`, -1 where there is none; undefined where RE2 must be asked. */
  end(pattern: string, bytes: Uint8Array, start: number, limit: number): number | undefined {
    if (this.#left === 0) return undefined;
    const step = this.#stepOf(pattern);
    if (step === undefined) return undefined;
    this.#left--;
    this.#bytes = bytes;
    this.#limit = limit;
    this.#count = 0;
    const end = step(start, (at) => at);
    return this.#count > MOST_STEPS ? undefined : end;
  }

  #stepOf(pattern: string): Step | undefined {
    const known = this.#steps.get(pattern);
    if (known !== undefined || this.#steps.has(pattern)) return known;
    const node = parsedOrNone(pattern);
    const step = node && isPlain(node) ? this.#compile(node) : undefined;
    this.#steps.set(pattern, step);
    return step;
  }

  #compile(node: Node): Step {
    if (node.kind === 'bytes') return this.#oneOf(flagsOf(node));
    if (node.kind === 'cat') {
      const steps = node.parts.map((part) => this.#compile(part));
      return steps.reduceRight<Step>(
        (behind, step) => (at, next) => step(at, (reached) => behind(reached, next)),
        (at, next) => next(at),
      );
    }
    if (node.kind === 'alt') {
      const steps = node.parts.map((part) => this.#compile(part));
      return (at, next) => {
        for (const step of steps) {
          const end = step(at, next);
          if (end >= 0) return end;
        }
        return -1;
      };
    }
    const { part, min, max } = node;
    return part.kind === 'bytes' ? this.#run(flagsOf(part), min, max) : this.#repeated(this.#compile(part), min, max);
  }

  #oneOf(flags: Uint8Array): Step {
    return (at, next) => (at < this.#limit && flags[this.#bytes[at]!] === 1 && this.#mayStep() ? next(at + 1) : -1);
  }

  /** The longest run first. */
  #run(flags: Uint8Array, min: number, max: number): Step {
    return (from, next) => {
      const most = Math.min(this.#limit, from + max);
      let at = from;
      while (at < most && flags[this.#bytes[at]!] === 1) at++;
      for (; at >= from + min && this.#mayStep(); at--) {
        const end = next(at);
        if (end >= 0) return end;
      }
      return -1;
    };
  }

  #repeated(step: Step, min: number, max: number): Step {
    const from = (count: number, at: number, next: Next): number => {
      if (!this.#mayStep()) return -1;
      const end = count < max ? step(at, (reached) => from(count + 1, reached, next)) : -1;
      return end < 0 && count >= min ? next(at) : end;
    };
    return (at, next) => from(0, at, next);
  }

  #mayStep(): boolean {
    return ++this.#count <= MOST_STEPS;
  }
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

function flagsOf({ ranges }: Extract<Node, { kind: 'bytes' }>): Uint8Array {
  const flags = new Uint8Array(256);
  for (const [low, high] of ranges) flags.fill(1, low, high + 1);
  return flags;
}
