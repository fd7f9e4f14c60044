/** What becomes of errors of the libraries: damaged data lets them throw anything, and their messages may quote it. */
import { ItemProblem } from '../core/problem.js';

/** The result of a call into a library. @throws ItemProblem `malformed`, in our words, whatever the library threw */
export function attempt<T>(detail: string, call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw new ItemProblem('malformed', detail, { cause: error });
  }
}
