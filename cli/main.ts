#!/usr/bin/env node
/** The command `clearset` but for the hook's short way (launcher.ts): picks the command, prints errors, and sets the exit code. */
import { EXIT, suggestion, UsageError } from '../src/index.js';
import { parseArguments } from './command-line.js';
import { COMMAND_NAMES, loadCommand, loadCommands } from './commands.js';
import { print } from './print.js';
import { report } from './report-error.js';
import { versionText } from './version.js';

async function run(words: readonly string[]): Promise<number> {
  const [first, ...rest] = words;
  if (first === '--version' || first === '-V') return show(versionText());
  if (first === '--help' || first === '-h' || first === 'help') {
    const { generalHelp } = await import('./help.js');
    return show(generalHelp(await loadCommands()));
  }
  if (first === undefined) {
    throw new UsageError(`no command is named: ${COMMAND_NAMES.join(', ')}; clearset --help tells more`);
  }
  const command = await loadCommand(first);
  if (command === undefined) throw unknownCommand(first);
  const end = rest.indexOf('--');
  const options = end < 0 ? rest : rest.slice(0, end);
  if (options.includes('--help') || options.includes('-h')) {
    const { commandHelp } = await import('./help.js');
    return show(commandHelp(command));
  }
  return command.run(await parseArguments(command, rest), loadCommands);
}

function unknownCommand(word: string): UsageError {
  const names = COMMAND_NAMES;
  if (word.startsWith('-'))
    return new UsageError(`${JSON.stringify(word)} stands before the command; the command comes first: ${names.join(', ')}`);
  return new UsageError(
    `unknown command ${JSON.stringify(word)}${suggestion(word, names) || `; commands are ${names.join(', ')}`}`,
  );
}

async function show(text: string): Promise<number> {
  await print(text);
  return EXIT.clean;
}

// A closed standard error must not end the process: the exit code still says what happened.
process.stderr.on('error', () => undefined);
process.exitCode = await run(process.argv.slice(2)).catch(report);
