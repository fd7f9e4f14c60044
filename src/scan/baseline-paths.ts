/** Finds what a baseline accepts in an item before it is examined, and names items as a baseline does. */
import type { ItemPath } from '../core/result.js';
import type { Baseline } from '../policy/baseline.js';
import { baselinePath, isMasked, maskedBaselinePath } from '../policy/baseline-path.js';
import type { Listed } from '../sources/index.js';
import type { Executor } from './execute.js';

/** The item's path as a baseline writes it. Looks for values in the name, which takes an engine on this thread. */
export async function pathInBaseline(item: ItemPath, executor: Executor): Promise<string> {
  const masked = await executor.maskedPath(item.path);
  return masked === undefined ? baselinePath(item) : maskedBaselinePath(masked);
}

/** Gives items what the baseline accepts in them. Standard input has no name that could be accepted. */
export function acceptor(baseline: Baseline, executor: Executor): (listed: Listed) => Promise<Listed> {
  const hasMasked = [...baseline.paths].some(isMasked);
  return async (listed) => {
    if (listed.kind !== 'item' || listed.item.source === 'stdin') return listed;
    const { item } = listed;
    // Names that hold values are rare, and so is the cost of finding them.
    const path = hasMasked ? await pathInBaseline(item, executor) : baselinePath(item);
    const accepted = baseline.acceptedIn(path);
    const acceptedInMembers = baseline.acceptedBelow(`${path}!`);
    if (accepted === undefined && acceptedInMembers === undefined) return listed;
    return { kind: 'item', item: { ...item, ...(accepted && { accepted }), ...(acceptedInMembers && { acceptedInMembers }) } };
  };
}
