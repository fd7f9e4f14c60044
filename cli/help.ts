/** Help texts, made from the tables of commands and flags. */
import type { Command } from './command.js';
import { type Flag, failOn } from './flags.js';

const WIDTH = 100;

const EXIT_CODES = `Exit codes
  0    everything was examined; nothing at or above --fail-on was found
  1    findings at or above --fail-on (they win over problems)
  2    wrong usage or configuration, or a fatal error
  3    no such findings, but something could not be examined, wholly or at all
  130  interrupted; what was found until then was printed
`;

const ENVIRONMENT = `Environment
  CLEARSET_RE2=native|js   regex engine to use (default: native where it loads, else js; findings are the same)
  NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE   see --color
`;

export function generalHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name, usage }) => name.length + usage.length + 1));
  const lines = commands.map(({ name, usage, doc }) => `  ${`${name} ${usage}`.padEnd(width)}  ${doc}`);
  const examples = commands.flatMap((command) => command.examples.slice(0, 2));
  return [
    'Clearset finds personal, health, financial and credential data in files, on this machine only.\n',
    `Usage: clearset <command> [options]\n`,
    `Commands\n${lines.join('\n')}\n`,
    `Options\n  --help      show help; also after a command\n  --version   show the version and the regex engine\n`,
    exampleLines(examples),
    EXIT_CODES,
    ENVIRONMENT,
  ].join('\n');
}

export function commandHelp(command: Command): string {
  const groups = [...new Set(command.flags.map((flag) => flag.group))];
  const sections = groups.map(
    (group) =>
      `${group}\n${command.flags
        .filter((flag) => flag.group === group)
        .map(flagLines)
        .join('')}`,
  );
  const usage = `Usage: clearset ${command.name} ${command.usage}\n`;
  return [
    `${command.doc}\n`,
    usage,
    ...sections,
    exampleLines(command.examples),
    ...(command.notes ? [`${wrap(command.notes, WIDTH).join('\n')}\n`] : []),
    ...(command.flags.some(({ name }) => name === failOn.name) ? [EXIT_CODES] : []),
  ].join('\n');
}

/** How a flag is written: `--format FORMAT`, `--reveal[=force]`, `--strict-coverage`. */
function spelling(flag: Flag): string {
  if (flag.value === undefined) return `--${flag.name}`;
  return flag.bare === undefined ? `--${flag.name} ${flag.value}` : `--${flag.name}[=${flag.value}]`;
}

function flagLines(flag: Flag): string {
  const extras = [
    ...(flag.choices && flag.bare === undefined ? [flag.choices.join(', ')] : []),
    ...(flag.default === undefined ? [] : [`default: ${flag.default}`]),
    ...(flag.repeatable ? ['repeatable'] : []),
  ];
  const doc = extras.length > 0 ? `${flag.doc} (${extras.join('; ')})` : flag.doc;
  const indent = 29;
  const lines = wrap(doc, WIDTH - indent);
  return lines.map((line, i) => `${(i === 0 ? `  ${spelling(flag)}` : '').padEnd(indent)}${line}\n`).join('');
}

function exampleLines(examples: readonly (readonly [string, string])[]): string {
  return `Examples\n${examples.map(([command, doc]) => `  ${command}\n      ${doc}\n`).join('')}`;
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
