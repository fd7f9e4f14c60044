/** Where a repository keeps the hooks that git runs. */
import path from 'node:path';
import { NO_HOOKS, runGit } from './git-command.js';

/** Where hooks lie, and the root of the work tree, in which they run. */
export type HooksFolder = { readonly folder: string; readonly root: string } | { readonly setting: string };

/**
 * The folder of hooks, or the setting that names another one, as husky makes it.
 * @throws SourceError where git fails, or there is no work tree
 */
export async function hooksFolder(cwd: string): Promise<HooksFolder> {
  const line = async (question: string): Promise<string> =>
    (await runGit(['rev-parse', question], cwd)).toString('utf8').replace(/\n$/, '');
  const [common, root] = [await line('--git-common-dir'), await line('--show-toplevel')];
  // What we set for ourselves is among them, so that there is always one.
  const settings = (await runGit(['config', '--get-all', '--null', 'core.hooksPath'], cwd)).toString('utf8');
  const setting = settings.split('\0').findLast((one) => one !== '' && one !== NO_HOOKS);
  return setting === undefined ? { folder: path.resolve(cwd, common, 'hooks'), root } : { setting };
}
