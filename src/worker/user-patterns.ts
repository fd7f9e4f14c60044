/** Proves the patterns of users' identifiers and allow lists before anything is examined: a worker would find out in the middle of a scan. */
import type { AllowList } from '../core/allow.js';
import type { CustomIdentifier } from '../core/custom.js';
import { ConfigError } from '../core/errors.js';
import { catalogueWith } from '../detectors/custom.js';
import { loadRegex, type RegexChoice, type RegexEngine, type Sticky } from '../engine/re2.js';

/** What is left of `#` for a pattern in front of it: nothing. */
const HASH = Uint8Array.of(0x23);

/** @throws ConfigError that names the first one that cannot be used by its place in the list, and says why */
export function proveIdentifiers(identifiers: readonly CustomIdentifier[], choice: RegexChoice): void {
  catalogueWith(identifiers);
  provePatterns(identifiers, choice);
}

/** @throws ConfigError for a pattern that RE2 refuses or that matches empty text */
function provePatterns(identifiers: readonly CustomIdentifier[], choice: RegexChoice): void {
  if (identifiers.length === 0) return;
  const regex = loadRegex(choice);
  identifiers.forEach(({ pattern }, i) => {
    const at = `customIdentifiers[${i}].pattern`;
    compile(regex, pattern, at);
    const matchesNothing = compile(regex, `(?:${pattern})#`, at).matchAt(HASH, 0, 1) === 1;
    if (matchesNothing) throw new ConfigError(`${at} matches empty text; say what must be there`);
  });
}

/** @throws ConfigError that names the first pattern that RE2 refuses by its place in the list */
export function proveAllowLists(lists: readonly AllowList[], choice: RegexChoice): void {
  if (!lists.some((list) => 'pattern' in list)) return;
  const regex = loadRegex(choice);
  lists.forEach((list, i) => {
    if ('pattern' in list) compile(regex, list.pattern, `allowLists[${i}].pattern`);
  });
}

function compile(regex: RegexEngine, pattern: string, at: string): Sticky {
  try {
    return regex.compile(pattern);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const reason = 'is refused by RE2, which has no look-around and no back-references, or is not well-formed';
    throw new ConfigError(`${at} ${reason}`, { cause: error });
  }
}
