/** `clearset init`: writes a configuration that explains itself, and on request the hook of git. */
import fs from 'node:fs';
import path from 'node:path';
import { CONFIG_NAMES, EXIT, hooksFolder, OutputError, safeText, UsageError } from '../src/index.js';
import type { Command } from './command.js';
import * as flags from './flags.js';
import { CONFIG_TEMPLATE } from './init-template.js';
import { print } from './print.js';

/** npx is not used: for a package that is not installed it asks the registry, even where it may not install. */
const HOOK = `#!/bin/sh
# Stops a commit that holds sensitive data: clearset hook.
if [ -x node_modules/.bin/clearset ]; then exec node_modules/.bin/clearset hook; fi
if command -v clearset > /dev/null; then exec clearset hook; fi
echo 'clearset is not installed, so this commit is not examined and not made: npm install --save-dev clearset, or git commit --no-verify' >&2
exit 1
`;

export const initCommand: Command = {
  name: 'init',
  usage: '[--hook]',
  doc: 'Write a commented configuration into the working directory and, on request, a hook that examines every commit.',
  flags: [flags.installHook],
  examples: [
    ['clearset init', 'clearset.config.yaml with all settings explained, and none of them changed'],
    ['clearset init --hook', 'and .git/hooks/pre-commit'],
  ],
  notes:
    'What exists is never replaced. With --hook the configuration goes into the root of the repository, where hooks read it.',
  async run(given) {
    if (given.positionals.length > 0) throw new UsageError('init takes no arguments; it writes into the working directory');
    const wanted = given.has(flags.installHook) ? await hookFile() : undefined;
    // Hooks run in the root of a repository, and read what stands there.
    const folder = wanted?.root ?? process.cwd();
    const files = CONFIG_NAMES.map((name) => path.relative('', path.join(folder, name)));
    for (const one of files) refuseDangling(one);
    const existing = files.find((file) => fs.existsSync(file));
    const [file] = files as [string];
    if (existing === undefined) write(file, CONFIG_TEMPLATE, 0o644);
    if (wanted !== undefined) write(wanted.file, HOOK, 0o755);
    const config = existing === undefined ? `wrote ${safeText(file)}` : `left ${safeText(existing)} as it is`;
    await print(`${config}\n${wanted === undefined ? '' : `wrote ${safeText(path.relative('', wanted.file))}\n`}`);
    return EXIT.clean;
  },
};

/** @throws UsageError where there is a hook, or another tool runs the hooks */
async function hookFile(): Promise<{ readonly file: string; readonly root: string }> {
  const hooks = await hooksFolder(process.cwd());
  if ('setting' in hooks) {
    const folder = JSON.stringify(hooks.setting);
    if (!hooks.isUsable)
      throw new UsageError(`core.hooksPath is ${folder}, which is no folder, so git runs no hook: unset it, or name a folder`);
    throw new UsageError(`core.hooksPath is ${folder}: add the line "clearset hook" to the file pre-commit there`);
  }
  refuseDangling(hooks.folder);
  if (!(fs.statSync(hooks.folder, { throwIfNoEntry: false })?.isDirectory() ?? true))
    throw new UsageError(`${JSON.stringify(path.relative('', hooks.folder))} is no folder, so git runs no hook: remove it`);
  const file = path.join(hooks.folder, 'pre-commit');
  refuseDangling(file);
  if (fs.existsSync(file))
    throw new UsageError(
      `${JSON.stringify(path.relative('', file))} exists: add the line "clearset hook" to it, where clearset is on the path`,
    );
  return { file, root: hooks.root };
}

/** @throws UsageError for a link that leads nowhere: it is not there to be read, and in the way of what would be written */
function refuseDangling(file: string): void {
  if (fs.existsSync(file) || fs.lstatSync(file, { throwIfNoEntry: false }) === undefined) return;
  throw new UsageError(`${JSON.stringify(path.relative('', file))} is a symbolic link that leads nowhere: remove it`);
}

/** @throws OutputError; never replaces a file */
function write(file: string, text: string, mode: number): void {
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text, { flag: 'wx', mode });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'an unknown error';
    throw new OutputError(`cannot write ${JSON.stringify(path.relative('', file))}: ${code}`, { cause: error });
  }
}
