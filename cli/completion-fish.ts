/** The completion script for fish: one `complete` a flag. */
import { type CompletedCommand, type CompletedFlag, type CompletionTable, hasFiles, wordsOf } from './completion-table.js';

/** Where the command itself is completed. */
const FIRST = "__clearset_runs ''";

export function fishScript({ commands, detectors, formats }: CompletionTable): string {
  const names = commands.map(({ name, doc }) => `${line(FIRST, `-f -a ${name}`, doc)}\n`);
  const flags = commands.flatMap((command) => [...commandLines(command), '']);
  const general = [line(FIRST, '-l help', 'show help'), line(FIRST, '-l version', 'show the version and the regex engine')];
  return `# fish completion for clearset
function __clearset_runs
    set -l words (commandline -opc)
    test "$words[2]" = $argv[1]
end

function __clearset_value
    string replace -r -- '^--[a-z-]+=' '' (commandline -ct)
end

function __clearset_detectors
    set -l before (string match -r -- '^.*,' (__clearset_value))
    for name in ${detectors.map(quoted).join(' ')}
        echo "$before$name"
    end
end

function __clearset_outputs
    set -l format (string match -r -- '^[a-z]+=' (__clearset_value))
    if test -n "$format"
        for name in (__fish_complete_path (string replace -- $format '' (__clearset_value)))
            echo "$format$name"
        end
    else
        for name in ${formats.join(' ')}
            echo "$name="
        end
    end
end

${names.join('')}${general.join('\n')}

${flags.join('\n')}`;
}

/** Names of files are what fish completes where nothing is said. */
function commandLines({ name, flags, operands }: CompletedCommand): string[] {
  const condition = `__clearset_runs ${name}`;
  // One list: of several, fish takes the last.
  const offer = `-f -a ${quoted(wordsOf(operands).map(quoted).join(' '))}`;
  const first = `${condition}; and test (count (commandline -opc)) -eq 2`;
  const words = operands === 'files' ? [] : [line(hasFiles(operands) ? first : condition, offer)];
  return [...words, ...flags.map((flag) => line(condition, flagWords(flag), flag.doc)), line(condition, '-l help', 'show help')];
}

/** Without `-r` a value may be left out, and is completed only behind `=`. */
function flagWords({ name, value, isOptional }: CompletedFlag): string {
  if (value === undefined) return `-l ${name}`;
  const actions = {
    files: '-r -F',
    detectors: "-x -a '(__clearset_detectors)'",
    outputs: "-x -a '(__clearset_outputs)'",
    anything: '-x',
  } as const;
  if (typeof value === 'string') return `-l ${name} ${actions[value]}`;
  return `-l ${name} ${isOptional ? '-f' : '-x'} -a ${quoted(value.join(' '))}`;
}

function line(condition: string, words: string, doc?: string): string {
  return `complete -c clearset -n ${quoted(condition)} ${words}${doc === undefined ? '' : ` -d ${quoted(doc)}`}`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
