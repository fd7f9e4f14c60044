/** From the words of the command line to checked arguments. yargs splits them; what is unknown or lacking is refused here. */
import { UsageError } from '../src/index.js';
import type { Arguments, Command } from './command.js';
import type { Flag } from './flags.js';
import { suggestion } from './nearest.js';

/** Values as yargs gives them: text, `true` for switches, arrays where a flag was repeated. */
type Parsed = Readonly<Record<string, unknown>>;

/** @throws UsageError for unknown flags, missing and wrong values */
export async function parseArguments(command: Command, words: readonly string[]): Promise<Arguments> {
  const parsed = await split(command, words);
  const byName = new Map(command.flags.map((flag) => [flag.name, flag as Flag]));
  for (const [name, value] of Object.entries(parsed)) {
    if (name === '_' || name === '--' || name === '$0') continue;
    const flag = byName.get(name);
    if (flag === undefined) throw unknownFlag(command, name);
    check(flag, value);
  }
  return {
    positionals: [...textsOf(parsed._), ...textsOf(parsed['--'])],
    text: (flag) => (parsed[flag.name] === undefined ? flag.default : textsOf(parsed[flag.name])[0]),
    list: (flag) => textsOf(parsed[flag.name]),
    has: (flag) => parsed[flag.name] === true,
  };
}

/** Targets stay text (`007` is a name), `-` stays a target, and what follows `--` is never a flag. */
async function split(command: Command, words: readonly string[]): Promise<Parsed> {
  const { default: yargs } = await import('yargs');
  const parser = yargs()
    .locale('en')
    .help(false)
    .version(false)
    .exitProcess(false)
    .parserConfiguration({
      'boolean-negation': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'greedy-arrays': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
      'populate--': true,
      'short-option-groups': false,
      'strip-aliased': true,
    })
    .fail((message: string | null, error?: Error) => {
      throw new UsageError(missingValue(message) ?? 'the command line cannot be understood', { cause: error });
    });
  for (const flag of command.flags as readonly Flag[]) {
    if (flag.value === undefined) parser.option(flag.name, { type: 'boolean' });
    else parser.option(flag.name, { type: 'string', requiresArg: true, array: true });
  }
  return (await parser.parseAsync(withJoinedValues(command, words))) as Parsed;
}

/**
 * Joins each flag to its value with `=`, since yargs would not take `-` for one, and gives flags that may stand without a value
 * theirs, so that they do not take the next word for it.
 */
function withJoinedValues(command: Command, words: readonly string[]): string[] {
  const flags = new Map((command.flags as readonly Flag[]).map((flag) => [`--${flag.name}`, flag]));
  const joined: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word === '--') return [...joined, ...words.slice(i)];
    const flag = flags.get(word);
    const next = words[i + 1];
    if (flag?.bare !== undefined) joined.push(`${word}=${flag.bare}`);
    else if (flag?.value === undefined || next === undefined || next.startsWith('--')) joined.push(word);
    else {
      joined.push(`${word}=${next}`);
      i++;
    }
  }
  return joined;
}

function check(flag: Flag, value: unknown): void {
  if (flag.value === undefined) {
    if (value !== true) throw new UsageError(`--${flag.name} takes no value and is given once`);
    return;
  }
  const values = textsOf(value);
  if (values.length > 1 && !flag.repeatable) throw new UsageError(`--${flag.name} is given more than once`);
  for (const text of values) {
    if (text === '') throw new UsageError(`--${flag.name} needs a value: ${flag.value}`);
    if (flag.choices && !flag.choices.includes(text)) {
      throw new UsageError(
        `--${flag.name} cannot be ${JSON.stringify(text)}: choose ${flag.choices.join(', ')}${suggestion(text, flag.choices)}`,
      );
    }
  }
}

function unknownFlag(command: Command, name: string): UsageError {
  const dashes = name.length === 1 ? '-' : '--';
  const names = ['help', ...command.flags.map((flag) => flag.name)];
  const hint = suggestion(name, names, '--') || `; clearset ${command.name} --help lists the options`;
  return new UsageError(`unknown option ${JSON.stringify(dashes + name)}${hint}`);
}

/** yargs says `Not enough arguments following: NAME`. */
function missingValue(message: string | null): string | undefined {
  const name = /^Not enough arguments following: (\S+)$/.exec(message ?? '')?.[1];
  return name === undefined ? undefined : `--${name} needs a value`;
}

function textsOf(value: unknown): string[] {
  return value === undefined ? [] : [value].flat().map(String);
}
