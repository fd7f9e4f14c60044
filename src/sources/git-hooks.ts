/** Where a repository keeps the hooks that git runs. */
import path from 'node:path';
import { NO_HOOKS, runGit } from './git-command.js';

/**
 * The folder of hooks, or the setting that names another one, as husky makes it.
 * @throws SourceError where git fails
 */
export async function hooksFolder(cwd: string): Promise<{ readonly folder: string } | { readonly setting: string }> {
  const common = (await runGit(['rev-parse', '--git-common-dir'], cwd)).toString('utf8').replace(/\n$/, '');
  // What we set for ourselves is among them, so that there is always one.
  const settings = (await runGit(['config', '--get-all', '--null', 'core.hooksPath'], cwd)).toString('utf8');
  const setting = settings.split('\0').findLast((one) => one !== '' && one !== NO_HOOKS);
  return setting === undefined ? { folder: path.resolve(cwd, common, 'hooks') } : { setting };
}
