/** `clearset completion`: scripts by which shells complete commands, flags, choices, detectors and files. */
import { EXIT, suggestion, UsageError } from '../src/index.js';
import type { Command } from './command.js';
import { bashScript } from './completion-bash.js';
import { fishScript } from './completion-fish.js';
import { completionTable } from './completion-table.js';
import { zshScript } from './completion-zsh.js';
import { print } from './print.js';

const SCRIPTS = { bash: bashScript, zsh: zshScript, fish: fishScript } as const;
const SHELLS = Object.keys(SCRIPTS) as (keyof typeof SCRIPTS)[];

export const completionCommand: Command = {
  name: 'completion',
  usage: '[bash | zsh | fish]',
  doc: 'Print a script that completes commands, options and detectors in a shell.',
  flags: [],
  operands: SHELLS,
  examples: [
    ['source <(clearset completion bash)', 'in ~/.bashrc; bash is the default'],
    ['clearset completion zsh > ~/.zfunc/_clearset', 'for zsh, into a folder of fpath, before compinit'],
    ['clearset completion fish > ~/.config/fish/completions/clearset.fish', 'for fish'],
  ],
  notes: 'The script holds what this version knows: make it anew after an update.',
  async run(given, loadCommands) {
    const [shell = 'bash', ...others] = given.positionals;
    if (others.length > 0) throw new UsageError(`unexpected word ${JSON.stringify(others[0])}; completion takes one shell`);
    const known = SHELLS.find((name) => name === shell);
    if (known === undefined) {
      throw new UsageError(
        `no script for the shell ${JSON.stringify(shell)}${suggestion(shell, SHELLS) || '; it is bash, zsh or fish'}`,
      );
    }
    await print(SCRIPTS[known](completionTable(await loadCommands())));
    return EXIT.clean;
  },
};
