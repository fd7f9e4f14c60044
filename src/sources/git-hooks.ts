/** Where a repository keeps the hooks that git runs. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { runGit } from './git-command.js';

/** Where hooks lie, and the root of the work tree, in which they run. */
export type HooksFolder =
  | { readonly folder: string; readonly root: string }
  /** A setting names it, and whether hooks can lie there: git takes what is no folder for one without hooks. */
  | { readonly setting: string; readonly isUsable: boolean };

/**
 * The folder of hooks, or the setting that names another one, as husky makes it.
 * @throws SourceError where git fails, or there is no work tree
 */
export async function hooksFolder(cwd: string): Promise<HooksFolder> {
  const line = async (question: string): Promise<string> =>
    (await runGit(['rev-parse', question], cwd)).toString('utf8').replace(/\n$/, '');
  const [common, root] = [await line('--git-common-dir'), await line('--show-toplevel')];
  const setting = await lastSetting([], cwd);
  if (setting === undefined) return { folder: path.resolve(cwd, common, 'hooks'), root };
  // git knows whose home `~` is.
  const folder = path.resolve(root, (await lastSetting(['--type=path'], cwd)) ?? setting);
  return { setting, isUsable: statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? true };
}

async function lastSetting(flags: readonly string[], cwd: string): Promise<string | undefined> {
  const settings = (await runGit(['config', ...flags, '--get-all', '--null', 'core.hooksPath'], cwd))
    .toString('utf8')
    .split('\0');
  // Each ends with a zero, and the last is what we set for ourselves, which the repository may say as well.
  return settings.slice(0, -2).findLast((one) => one !== '');
}
