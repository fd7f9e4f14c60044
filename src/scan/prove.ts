/**
 * Proves what users bring along, for commands that read a configuration: what is needed for it, the whole catalogue with it, is loaded
 * only where there is something to prove, so that the hook can start git first.
 */
import type { AllowList } from '../core/allow.js';
import type { CustomIdentifier } from '../core/custom.js';
import type { RegexChoice } from '../worker/settings.js';

export interface OwnPatterns {
  readonly customIdentifiers?: readonly CustomIdentifier[];
  readonly allowLists?: readonly AllowList[];
}

/** @throws ConfigError that names the first identifier or pattern that cannot be used by its place in its list, and says why */
export async function provePatterns(
  { customIdentifiers = [], allowLists = [] }: OwnPatterns,
  choice: RegexChoice,
): Promise<void> {
  if (customIdentifiers.length + allowLists.length === 0) return;
  const { proveAllowLists, proveIdentifiers } = await import('../worker/user-patterns.js');
  proveIdentifiers(customIdentifiers, choice);
  proveAllowLists(allowLists, choice);
}
