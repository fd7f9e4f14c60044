/** Which values an allow list takes out: as a whole, after context and resolution, so that no other hit comes up in their place. */
import type { AllowList } from '../core/allow.js';
import { foldText } from '../core/fold.js';
import { LazyRegex, type RegexChoice, type Sticky } from '../engine/re2.js';

export class AllowedValues {
  readonly #values: ReadonlySet<string>;
  /** Longest entry in UTF-16 units. */
  readonly #longest: number;
  readonly #patterns: readonly string[];
  readonly #regex: LazyRegex;
  #stickies: readonly Sticky[] | undefined;

  constructor(lists: readonly AllowList[], choice: RegexChoice) {
    this.#values = new Set(
      lists.flatMap((list) => ('values' in list ? list.values.map((value) => foldText(value).toLowerCase()) : [])),
    );
    this.#longest = [...this.#values].reduce((longest, { length }) => Math.max(longest, length), 0);
    this.#patterns = lists.flatMap((list) => ('pattern' in list ? [list.pattern] : []));
    this.#regex = new LazyRegex(choice);
  }

  /** @param bytes a value as it was matched, folded as the entries are */
  has(bytes: Uint8Array, at: number, to: number): boolean {
    const value = Buffer.from(bytes.subarray(at, to));
    // A unit takes at most three bytes.
    if (value.length <= 3 * this.#longest && this.#values.has(value.toString('utf8').toLowerCase())) return true;
    this.#stickies ??= this.#patterns.map((pattern) => this.#regex.compile(wholePattern(pattern)));
    return this.#stickies.some((sticky) => sticky.matchAt(value, 0, value.length) === value.length);
  }
}

/** Matches what the pattern matches from the first character to the last. */
export function wholePattern(pattern: string): string {
  return `(?:${pattern})\\z`;
}
