/**
 * From the words of the command line to checked arguments. yargs splits them where there is a choice; what is unknown or lacking
 * is refused here.
 */
import { suggestion, UsageError } from '../src/index.js';
import type { Arguments, Command } from './command.js';
import type { Flag } from './flags.js';

/** Values as yargs gives them: text, `true` for switches, arrays where a flag was repeated. */
type Parsed = Readonly<Record<string, unknown>>;

/** @throws UsageError for unknown flags, missing and wrong values */
export async function parseArguments(command: Command, words: readonly string[]): Promise<Arguments> {
  const joined = withJoinedValues(command, words);
  const parsed = splitPlain(command, joined) ?? (await splitByYargs(command, joined));
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
    list: (flag, otherwise = []) => (parsed[flag.name] === undefined ? otherwise : textsOf(parsed[flag.name])),
    has: (flag) => parsed[flag.name] === true,
  };
}

/** Targets stay text (`007` is a name), `-` stays a target, and what follows `--` is never a flag. */
export async function splitByYargs(command: Command, words: readonly string[]): Promise<Parsed> {
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
  return (await parser.parseAsync([...words])) as Parsed;
}

/** `--name` or `--name=value` */
const LONG_FLAG = /^--([a-z][a-z0-9-]*)(?:=(.+))?$/s;
/** yargs takes the quotes away. */
const QUOTED = /^(["']).*\1$/s;

/**
 * Words that can be read in one way only, or undefined: known flags, with `=` where they take a value, and targets. Loading
 * yargs takes as long as loading Node, and most command lines do not need it.
 */
export function splitPlain(command: Command, words: readonly string[]): Parsed | undefined {
  const flags = new Map((command.flags as readonly Flag[]).map((flag) => [flag.name, flag]));
  const end = words.indexOf('--');
  const positionals: string[] = [];
  const values = new Map<string, true | string[]>();
  for (const word of end < 0 ? words : words.slice(0, end)) {
    if (word === '-' || !word.startsWith('-')) {
      positionals.push(word);
      continue;
    }
    const [, name = '', value] = LONG_FLAG.exec(word) ?? [];
    const flag = flags.get(name);
    const before = values.get(name);
    if (flag === undefined || (flag.value === undefined) !== (value === undefined) || before === true) return undefined;
    if (value === undefined) values.set(name, true);
    else if (QUOTED.test(value)) return undefined;
    else if (before === undefined) values.set(name, [value]);
    else before.push(value);
  }
  const rest = end < 0 ? [] : words.slice(end + 1);
  return { ...Object.fromEntries(values), _: positionals, ...(rest.length > 0 && { '--': rest }) };
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
