/** The completion script for fish: one `complete` a flag. */
import type { CompletedCommand, CompletedFlag, CompletionTable } from './completion-table.js';

export function fishScript({ commands, detectors, formats }: CompletionTable): string {
  const names = commands.map(({ name, doc }) => `${line('__fish_use_subcommand', `-f -a ${name}`, doc)}\n`);
  const flags = commands.flatMap((command) => [...commandLines(command), '']);
  return `# fish completion for clearset
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

${names.join('')}
${flags.join('\n')}`;
}

function commandLines({ name, flags, operands }: CompletedCommand): string[] {
  const condition = `__fish_seen_subcommand_from ${name}`;
  const words = operands === 'files' ? '-F' : ['-f', ...operands.map((word) => `-a ${quoted(quoted(word))}`)].join(' ');
  return [
    line(condition, words),
    ...flags.map((flag) => line(condition, flagWords(flag), flag.doc)),
    line(condition, '-l help', 'show help'),
  ];
}

/** Fish knows no value that may be left out: such a flag is completed without one. */
function flagWords({ name, value, isOptional }: CompletedFlag): string {
  if (value === undefined || isOptional) return `-l ${name}`;
  const actions = {
    files: '-r -F',
    detectors: "-x -a '(__clearset_detectors)'",
    outputs: "-x -a '(__clearset_outputs)'",
    anything: '-x',
  } as const;
  return `-l ${name} ${typeof value === 'string' ? actions[value] : `-x -a ${quoted(value.join(' '))}`}`;
}

function line(condition: string, words: string, doc?: string): string {
  return `complete -c clearset -n ${quoted(condition)} ${words}${doc === undefined ? '' : ` -d ${quoted(doc)}`}`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
