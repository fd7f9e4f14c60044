/** The completion scripts, by the shells themselves: all must offer the same, and what the tables of commands and flags hold. */
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCommands } from '../../cli/commands.js';
import { scanCommand } from '../../cli/scan.js';
import { CATALOGUE } from '../../src/detectors/index.js';
import { REPORT_FORMATS } from '../../src/reporters/index.js';
import { clearset, folderOf, shell as runInBash } from './command.js';
import { offersOf, SHELLS, zshCompletes } from './completing-shells.js';

const COMMANDS = await loadCommands();
const FORMATS = Object.keys(REPORT_FORMATS);
const NAMES = COMMANDS.map(({ name }) => name);

/** A line, and what is offered for its last word. No shell has a better guess at `qq`: fish also takes parts of words. */
const CASES: readonly (readonly [line: string, offers: readonly string[]])[] = [
  ['clearset de', ['detectors']],
  ['clearset --', ['--help', '--version']],
  ['clearset qq', []],
  ['clearset qq --', []],
  ['clearset scan a.txt --max', ['--max-locations']],
  // A name of a file may be that of a command.
  ['clearset check scan --base', []],
  // What stands behind -- is no option.
  ['clearset scan -- --max', []],
  ['clearset scan --format ', FORMATS],
  ['clearset scan --format=', FORMATS.map((name) => `--format=${name}`)],
  ['clearset scan --format=m', ['--format=markdown']],
  ['clearset detectors --format p', ['patterns']],
  // A value that may be left out stands behind an equals sign only.
  ['clearset scan --reveal=', ['--reveal=yes', '--reveal=force']],
  ['clearset scan --reveal --fail', ['--fail-on']],
  ['clearset scan --detectors QQ', []],
  ['clearset scan --detectors GITHUB_', ['GITHUB_TOKEN']],
  ['clearset scan --detectors pii,GITHUB_', ['pii,GITHUB_TOKEN']],
  ['clearset scan --detectors=pii,GITHUB_', ['--detectors=pii,GITHUB_TOKEN']],
  ['clearset scan --detectors x --detectors GITHUB_', ['GITHUB_TOKEN']],
  ['clearset scan --exclude-detectors=PCI', ['--exclude-detectors=PCI-DSS']],
  ['clearset scan --detectors CREDIT_CARD_NUMBER_', ['CREDIT_CARD_NUMBER_(NO_KEYWORD)']],
  ['clearset scan --output n', ['ndjson=']],
  ['clearset scan --output=n', ['--output=ndjson=']],
  ['clearset scan --include ', []],
  ['clearset detectors ', ['list', 'show', 'test', ...CATALOGUE.map(({ id }) => id)]],
  ['clearset detectors show CREDIT_CARD_NUMBER_', ['CREDIT_CARD_NUMBER_(NO_KEYWORD)']],
  ['clearset completion ', SHELLS],
  ['clearset baseline ', ['create', 'update', 'audit', 'prune']],
  ['clearset baseline up', ['update']],
  ['clearset doctor da', []],
  ...COMMANDS.map(({ name, flags }) => [`clearset ${name} --`, [...flags.map((flag) => `--${flag.name}`), '--help']] as const),
];

describe.each(SHELLS)('%s completes', (shell) => {
  let offers: string[][];
  beforeAll(() => {
    const lines = CASES.map(([line]) => line);
    offers = offersOf(shell, [...lines, 'clearset '], folderOf({ 'data one.csv': '' }));
  });

  it.each(CASES.map(([line, expected], i) => ({ line, expected, i })))('$line', ({ expected, i }) => {
    expect(offers[i]).toEqual([...expected].sort());
  });

  it('commands', () => expect(offers.at(-1)!.filter((word) => !word.startsWith('-'))).toEqual([...NAMES].sort()));
});

describe('names of files', () => {
  const cwd = folderOf({ 'data one.csv': '' });

  it.each(['zsh', 'fish'] as const)('are completed by %s, also behind a format', (shell) => {
    const lines = ['', '--baseline ', '--baseline=', '--reveal ', '--output ndjson=', '--output=ndjson='];
    const offers = offersOf(
      shell,
      lines.map((start) => `clearset scan ${start}da`),
      cwd,
    );
    expect(offers).toEqual(lines.map((start) => [`${start.split(' ').pop()}data one.csv`]));
  });

  it.each(['zsh', 'fish'] as const)('follow the action of a baseline (%s)', (shell) => {
    expect(offersOf(shell, ['clearset baseline update da'], cwd)).toEqual([['data one.csv']]);
  });

  it('are left to bash', () => {
    const { stdout } = runInBash('source <(clearset completion bash); complete -p clearset', { cwd });
    expect(stdout).toBe('complete -o bashdefault -o default -F _clearset clearset\n');
    expect(
      offersOf('bash', ['clearset scan da', 'clearset scan --output ndjson=da', 'clearset baseline update da'], cwd),
    ).toEqual([[], [], []]);
  });
});

it('bash and zsh write names with brackets so that they start no subshell', () => {
  const script = `source <(clearset completion bash); COMP_WORDS=(clearset detectors CREDIT_CARD_NUMBER_); COMP_CWORD=2; _clearset; echo "\${COMPREPLY[@]}"`;
  expect(runInBash(script).stdout).toBe('CREDIT_CARD_NUMBER_\\(NO_KEYWORD\\)\n');
  const cwd = folderOf({ 'data one.csv': '' });
  const lines = ['detectors CREDIT_CARD_NUMBER_', 'scan --max', 'scan --output n', 'scan --output ndjson=da', 'scan --strict'];
  expect(
    zshCompletes(
      lines.map((line) => `clearset ${line}`),
      cwd,
    ),
  ).toEqual([
    'clearset detectors CREDIT_CARD_NUMBER_\\(NO_KEYWORD\\) ',
    'clearset scan --max-locations=',
    'clearset scan --output ndjson=',
    'clearset scan --output ndjson=data\\ one.csv ',
    'clearset scan --strict-coverage ',
  ]);
});

it('zsh also takes the script from a file that it reads at its start', () => {
  const script = `autoload -Uz compinit; compinit -D -u; source /dev/stdin; print $_comps[clearset]`;
  expect(runInBash(`clearset completion zsh | zsh -f -c '${script}'`).stdout).toBe('_clearset\n');
});

it.each(['zsh', 'fish'])('the script for %s says what commands and flags are for', (shell) => {
  const script = clearset(['completion', shell]).stdout;
  for (const { doc } of COMMANDS) expect(script).toContain(doc);
  for (const { doc } of scanCommand.flags) expect(script.replaceAll('\\', '')).toContain(doc);
});

it('a shell without a script is wrong usage', () => {
  expect(clearset(['completion', 'fissh'])).toMatchObject({
    status: 2,
    stderr: 'clearset: no script for the shell "fissh"; did you mean fish?\n',
  });
  expect(clearset(['completion', 'bash', 'zsh'])).toMatchObject({ status: 2 });
});
