#!/usr/bin/env node
/** The command `clearset`: picks the command, prints errors, and alone sets the exit code. */
import { EXIT, ScanError, safeText, UsageError } from '../src/index.js';
import type { Command } from './command.js';
import { suggestion } from './nearest.js';
import { print } from './print.js';
import { versionText } from './version.js';

async function loadCommands(): Promise<readonly Command[]> {
  const [{ scanCommand }, { detectorsCommand }, { explainCommand }, { doctorCommand }, { completionCommand }] = await Promise.all(
    [import('./scan.js'), import('./detectors.js'), import('./explain.js'), import('./doctor.js'), import('./completion.js')],
  );
  return [scanCommand, detectorsCommand, explainCommand, doctorCommand, completionCommand];
}

async function run(words: readonly string[]): Promise<number> {
  const [first, ...rest] = words;
  if (first === '--version' || first === '-V') return show(versionText());
  const commands = await loadCommands();
  const { commandHelp, generalHelp } = await import('./help.js');
  if (first === '--help' || first === '-h' || first === 'help') return show(generalHelp(commands));
  if (first === undefined)
    throw new UsageError(`no command is named: ${commands.map(({ name }) => name).join(', ')}; clearset --help tells more`);
  const command = commands.find(({ name }) => name === first);
  if (command === undefined) throw unknownCommand(first, commands);
  const end = rest.indexOf('--');
  const options = end < 0 ? rest : rest.slice(0, end);
  if (options.includes('--help') || options.includes('-h')) return show(commandHelp(command));
  const { parseArguments } = await import('./command-line.js');
  return command.run(await parseArguments(command, rest), commands);
}

function unknownCommand(word: string, commands: readonly Command[]): UsageError {
  const names = commands.map(({ name }) => name);
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

/** Known errors are one line. An unknown one is a bug and keeps its stack, but not its message: it may quote what was read. */
function report(error: unknown): number {
  if (error instanceof ScanError) {
    process.stderr.write(`clearset: ${safeText(error.message)}\n`);
    return error.exitCode;
  }
  process.stderr.write(`clearset: unexpected error, please report it\n${withoutMessage(error)}\n`);
  return EXIT.error;
}

function withoutMessage(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const frames = error.stack?.split('\n').filter((line) => /^ {4}at /.test(line)) ?? [];
  return [`${error.name}${code}`, ...frames].join('\n');
}

// A closed standard error must not end the process: the exit code still says what happened.
process.stderr.on('error', () => undefined);
process.exitCode = await run(process.argv.slice(2)).catch(report);
