/** The completion scripts: the one for bash run in bash, the others held against the tables from which they are made. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { loadCommands } from '../../cli/commands.js';
import { bashScript } from '../../cli/completion-bash.js';
import { fishScript } from '../../cli/completion-fish.js';
import { completionTable } from '../../cli/completion-table.js';
import { zshScript } from '../../cli/completion-zsh.js';
import { scanCommand } from '../../cli/scan.js';
import { CATALOGUE } from '../../src/detectors/index.js';
import { REPORT_FORMATS } from '../../src/reporters/index.js';
import { clearset, folderOf, shell } from './command.js';

const COMMANDS = await loadCommands();
const TABLE = completionTable(COMMANDS);
const FORMATS = Object.keys(REPORT_FORMATS);

/** What bash offers for the last of these words; they are split at `=` as bash splits them. */
function offers(...words: string[]): string[] {
  const quoted = words.map((word) => `'${word}'`).join(' ');
  const script = `${bashScript(TABLE)}
COMP_WORDS=(clearset ${quoted}); COMP_CWORD=${words.length}
_clearset
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr, status } = spawnSync('bash', ['--norc', '-c', script], { encoding: 'utf8' });
  expect([stderr, status]).toEqual(['', 0]);
  return stdout.split('\n').filter(Boolean);
}

describe('bash completes', () => {
  it('commands', () => {
    expect(offers('')).toEqual([...COMMANDS.map(({ name }) => name), '--help', '--version']);
    expect(offers('de')).toEqual(['detectors']);
  });

  it('flags of the command', () => {
    expect(offers('scan', '--')).toEqual([...scanCommand.flags.map(({ name }) => `--${name}`), '--help']);
    expect(offers('scan', 'a.txt', '--max')).toEqual(['--max-locations']);
    expect(offers('doctor', '--')).toEqual(['--help']);
  });

  it('choices, also behind an equals sign', () => {
    expect(offers('scan', '--format', '')).toEqual(FORMATS);
    expect(offers('scan', '--format', '=')).toEqual(FORMATS);
    expect(offers('scan', '--format', '=', 'm')).toEqual(['markdown']);
    expect(offers('detectors', '--format', 'p')).toEqual(['patterns']);
  });

  it('a value that may be left out only behind an equals sign', () => {
    expect(offers('scan', '--reveal', '=')).toEqual(['yes', 'force']);
    expect(offers('scan', '--reveal', '--fail')).toEqual(['--fail-on']);
  });

  it('detectors, one after the other', () => {
    expect(offers('scan', '--detectors', 'IBA')).toEqual([]);
    expect(offers('scan', '--detectors', 'GITHUB_')).toEqual(['GITHUB_TOKEN']);
    expect(offers('scan', '--detectors', 'pii,GITHUB_')).toEqual([expect.stringMatching(/^pii(\\)?,GITHUB_TOKEN$/)]);
    expect(offers('scan', '--exclude-detectors', '=', 'PCI')).toEqual(['PCI-DSS']);
    // What is offered goes to the command line as it is: brackets would start a subshell.
    expect(offers('scan', '--detectors', 'CREDIT_CARD_NUMBER_')).toEqual(['CREDIT_CARD_NUMBER_\\(NO_KEYWORD\\)']);
  });

  it('formats of an output, then its file', () => {
    expect(offers('scan', '--output', 'n')).toEqual(['ndjson=']);
    expect(offers('scan', '--output', 'ndjson', '=', 're')).toEqual([]);
  });

  it('words, or by the shell itself files', () => {
    expect(offers('detectors', '')).toEqual(['list', 'show', ...CATALOGUE.map(({ id }) => id.replace(/[()]/g, '\\$&'))]);
    expect(offers('completion', '')).toEqual(['bash', 'zsh', 'fish']);
    expect(offers('scan', 'da')).toEqual([]);
    const cwd = folderOf({ 'data one.csv': '' });
    const { stdout } = shell('source <(clearset completion bash); complete -p clearset', { cwd });
    expect(stdout).toBe('complete -o bashdefault -o default -F _clearset clearset\n');
  });
});

describe.each([
  ['zsh', zshScript(TABLE), (name: string) => `--${name}`],
  ['fish', fishScript(TABLE), (name: string) => `-l ${name} `],
])('the script for %s', (name, script, spelling) => {
  it('is what the command prints', () => {
    const { stdout, status } = clearset(['completion', name]);
    expect(status).toBe(0);
    expect(stdout).toBe(script);
  });

  it('holds every command, flag, choice and detector', () => {
    for (const { name: command, flags, doc } of COMMANDS) {
      expect(script).toContain(command);
      expect(script).toContain(doc);
      for (const flag of flags) expect(script).toContain(spelling(flag.name));
    }
    for (const words of [FORMATS.join(' '), 'low medium high none', 'auto always never']) expect(script).toContain(words);
    for (const { id } of CATALOGUE) expect(script).toContain(`'${id}'`);
  });

  it('has its quotes and brackets in pairs', () => {
    // Escaped quotes are written as '\'' in zsh and as \' in fish.
    const bare = script.replaceAll("'\\''", '').replaceAll("\\'", '').replaceAll('\\\\', '');
    for (const line of bare.split('\n')) {
      const quotes = line.replace(/^#.*/, '').match(/'/g)?.length ?? 0;
      expect([line, quotes % 2]).toEqual([line, 0]);
    }
  });
});

it('a shell without a script is wrong usage', () => {
  expect(clearset(['completion', 'fissh'])).toMatchObject({
    status: 2,
    stderr: 'clearset: no script for the shell "fissh"; did you mean fish?\n',
  });
  expect(clearset(['completion', 'bash', 'zsh'])).toMatchObject({ status: 2 });
});
