/** The one exception that readers and sources throw for a bad item; `scan-item` alone turns it into a `Problem`. */
import type { ProblemCode } from './result.js';

/** Said of what was under way when the run was stopped; the code is `limit`. */
export const INTERRUPTED = 'the scan was interrupted while this was examined';

/** Thrown inside a worker only: it would lose its class and code on the way across threads. */
export class ItemProblem extends Error {
  override readonly name = 'ItemProblem';
  readonly code: ProblemCode;

  /** @param detail our own words, never content or a library's message */
  constructor(code: ProblemCode, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.code = code;
  }
}
