/** Which regex engine the command uses and why. The environment is read here, by the command only, never by the library. */
import { ConfigError, loadRegex, UsageError } from '../src/index.js';

/** `CLEARSET_RE2`: `native` or `js`; absent or empty leaves the choice open. @throws UsageError for any other value */
export function regexChoice(environment: NodeJS.ProcessEnv): 'auto' | 'native' | 'js' {
  const choice = environment.CLEARSET_RE2 || 'auto';
  if (choice === 'auto' || choice === 'native' || choice === 'js') return choice;
  throw new UsageError(`CLEARSET_RE2 cannot be ${JSON.stringify(choice)}: it is native or js`);
}

/** The release that is tested; npm itself takes an older one, with known faults, on Node 20. */
export const RE2_VERSION = '1.27.1';

/** Why the native engine does not load, or undefined where it does. */
export function whyNotNative(): string | undefined {
  try {
    loadRegex('native');
    return undefined;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const { cause } = error;
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'MODULE_NOT_FOUND') return 'the package re2 is not installed, or its binary was not built';
    if (code === 'ERR_DLOPEN_FAILED') return 'its binary was built for another Node or another system';
    return 'it fails when it is loaded';
  }
}

/** Name of an engine for people; undefined for none that was needed. */
export function regexName(kind: 'native' | 'js' | undefined): string {
  if (kind === undefined) return 'not needed';
  return kind === 'native' ? 're2, native' : 're2js';
}
