/**
 * Asks real shells what they complete, with the script where its documentation says to put it: zsh at a pseudo-terminal, since it
 * completes nowhere else, fish by `complete -C`, and bash by the script's function.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { clearset, folderOf } from './command.js';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** Time in ms for all lines of a question: a shell that waits for ever must fail the test, not hang it. */
const TIMEOUT_MS = 50_000;

/** What is offered for the last word of each line: whole words without quotes, sorted, each once. */
export function offersOf(shell: Shell, lines: readonly string[], cwd = folderOf({})): string[][] {
  const ask = { bash: askBash, zsh: askZsh, fish: askFish }[shell];
  return ask(lines, cwd).map((offers) => [...new Set(offers.map(withoutSign))].sort());
}

/** What each line becomes at the zsh prompt when the Tab key is pressed behind it. */
export function zshCompletes(lines: readonly string[], cwd: string): string[] {
  return zshAnswers(lines, cwd, 'complete').map((answer) => answer.pop()!);
}

/** Shells differ in which sign they put behind a word at once: `=` behind an option, `,` behind a name in a list. */
const withoutSign = (word: string): string => word.replace(/^(--[a-z-]+)=$/, '$1').replace(/,$/, '');

/** Runs a shell that must be there. */
function runShell(shell: Shell, args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): string {
  const run = spawnSync(shell, args, {
    cwd,
    // A home of its own: nothing of the user's configuration.
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8', TERM: 'dumb', HOME: cwd, ...env },
    encoding: 'utf8',
    timeout: TIMEOUT_MS,
    killSignal: 'SIGKILL',
  });
  if (run.error && 'code' in run.error && run.error.code === 'ENOENT')
    throw new Error(`${shell} is not installed: its completion is tested by running it (apt-get install ${shell})`);
  if (run.status !== 0 || run.stderr !== '') throw new Error(`${shell} ended with ${run.status}: ${run.stderr}`);
  return run.stdout;
}

/** A folder in which the script lies under this name, as the command prints it. */
function folderWithScript(shell: Shell, name: string): string {
  return folderOf({ [name]: clearset(['completion', shell]).stdout });
}

/** Answers are blocks of lines, each block ended by a line `end`. */
function blocks(text: string): string[][] {
  const ends = text.split(/^end\n/m);
  return ends.slice(0, -1).map((block) => block.split('\n').filter(Boolean));
}

/** Words of the shells' questions hold no quotes. */
function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(' ');
}

/** Bash splits words at `=`, and what stands before it is no part of what is offered. */
function askBash(lines: readonly string[], cwd: string): string[][] {
  const script = path.join(folderWithScript('bash', 'clearset.bash'), 'clearset.bash');
  const questions = lines.map((line) => {
    const words = line.split(' ').flatMap((word) => (word === '' ? [''] : word.split(/(=)/).filter(Boolean)));
    return `COMP_WORDS=(${quoted(words)}); COMP_CWORD=${words.length - 1}; _clearset; printf '%s\\n' "\${COMPREPLY[@]}"; echo end`;
  });
  const answer = runShell('bash', ['--norc', '-c', `source '${script}'\n${questions.join('\n')}`], cwd);
  return blocks(answer).map((offers, i) => {
    const before = /[^ ]*=|$/.exec(lines[i]!.split(' ').pop()!)![0];
    return offers.map((word) => before + word.replaceAll('\\', ''));
  });
}

function askFish(lines: readonly string[], cwd: string): string[][] {
  const home = folderWithScript('fish', 'fish/completions/clearset.fish');
  const script = `for line in ${quoted(lines)}\n  complete -C $line\n  echo end\nend`;
  const answer = runShell('fish', ['-c', script], cwd, { XDG_CONFIG_HOME: home, XDG_DATA_HOME: home });
  // A description follows behind a tab.
  return blocks(answer).map((offers) => offers.map((offer) => offer.split('\t')[0]!));
}

function askZsh(lines: readonly string[], cwd: string): string[][] {
  return zshAnswers(lines, cwd, 'offer');
}

/** Started by zsh itself at the pseudo-terminal. What is offered goes through `compadd`, which also computes only (`-O`, `-A`, `-D`). */
const ZSHRC = String.raw`
fpath=($FUNCTIONS $fpath)
autoload -Uz compinit
compinit -D -u
PS1= LISTMAX=9999
compadd() {
  if [[ \${@[1,(i)(-|--)]} != *-(O|A|D)\ * ]]; then
    local -a hits
    local hit suffix
    builtin compadd -A hits "$@"
    (( \${@[(I)-S]} )) && suffix=\${@[\${@[(i)-S]}+1]}
    for hit in $hits; do print -r -- "$IPREFIX\${(Q)hit}$suffix" >> $ANSWERS; done
  fi
  builtin compadd "$@"
}
offer() { zle list-choices; answered }
complete() { zle complete-word; print -r -- "$BUFFER" >> $ANSWERS; answered }
answered() { print end >> $ANSWERS; BUFFER=; print -n ANSWERED }
zle-line-init() { print -n LISTENING }
zle -N offer
zle -N complete
zle -N zle-line-init
bindkey '^I' $WIDGET
`.replaceAll('\\$', '$');

/** Types the lines into an interactive zsh, each with Tab behind it. */
const TYPIST = `
zmodload zsh/zpty
zpty shell zsh -d -i
zpty -r shell seen '*LISTENING*'
for line in "$@"; do
  zpty -n -w shell "$line"$'\\t'
  zpty -r shell seen '*ANSWERED*'
done
zpty -d shell
`;

function zshAnswers(lines: readonly string[], cwd: string, widget: 'offer' | 'complete'): string[][] {
  const home = folderOf({ '.zshrc': ZSHRC });
  const answers = path.join(home, 'answers');
  runShell('zsh', ['-f', '-c', TYPIST, 'zsh', ...lines], cwd, {
    ZDOTDIR: home,
    FUNCTIONS: folderWithScript('zsh', '_clearset'),
    ANSWERS: answers,
    WIDGET: widget,
  });
  return blocks(fs.readFileSync(answers, 'utf8'));
}
