/**
 * What of a document was not read, gathered while the rest is; and what may be unpacked of it, which it shares with all that is attached to
 * it and packed in it, however deep.
 */
import { ItemProblem } from '../core/problem.js';
import type { ProblemCode } from '../core/result.js';
import { Budget, type UnpackLimits } from './budget.js';

/** Text of equal cells shrinks by 60; more is made to be unpacked. */
const LIMITS: UnpackLimits = { bytes: 32 * 2 ** 30, ratio: 250, members: 100_000, depth: 1 };

/** Codes by what weighs most: an item has one problem, and the others are said beside it. */
const BY_WEIGHT: readonly ProblemCode[] = ['encrypted', 'malformed', 'limit', 'unsupported'];

export class Omissions {
  /** Those of the outermost document. */
  readonly outermost: Omissions;
  /** What may still be unpacked. */
  readonly budget: Budget;
  /** Bytes of the outermost document. */
  readonly storedBytes: number;
  readonly #details = new Map<ProblemCode, string[]>();

  /** @param of bytes of the document as it is stored, or what is noted of the document around it */
  constructor(of: number | Omissions) {
    const isInside = of instanceof Omissions;
    this.outermost = isInside ? of.outermost : this;
    this.storedBytes = isInside ? of.storedBytes : of;
    this.budget = isInside ? of.budget : new Budget(LIMITS, of);
  }

  /** @param detail our own words, never content */
  add(code: ProblemCode, detail: string): void {
    const details = this.#details.get(code);
    if (details === undefined) this.#details.set(code, [detail]);
    else if (!details.includes(detail)) details.push(detail);
  }

  /** Adds all of another document. */
  addAll(other: Omissions): void {
    for (const [code, details] of other.#details) for (const detail of details) this.add(code, detail);
  }

  get isEmpty(): boolean {
    return this.#details.size === 0;
  }

  /** To be called behind the last piece. @throws ItemProblem where something was left out: the gravest code, every detail */
  throwIfAny(): void {
    const code = BY_WEIGHT.find((one) => this.#details.has(one));
    if (code === undefined) return;
    throw new ItemProblem(code, BY_WEIGHT.flatMap((one) => this.#details.get(one) ?? []).join('; '));
  }
}
