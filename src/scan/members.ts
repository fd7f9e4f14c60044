/** Gives the members of an archive as items of their own, behind it: that is how reports, policies and baselines know them. */
import type { ItemResult } from '../core/result.js';

/** A result, and behind that of an archive those of its members that have something to report. */
export function* withMembers(result: ItemResult): Generator<ItemResult, void, void> {
  const { members } = result;
  if (members === undefined || members.results.length === 0) {
    yield result;
    return;
  }
  yield { ...result, members: { ...members, results: [] } };
  yield* members.results;
}
