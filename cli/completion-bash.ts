/** The completion script for bash, from 3.2 (macOS) on: arrays and `compgen` only. */
import {
  type CompletedCommand,
  type CompletedFlag,
  type Completes,
  type CompletionTable,
  hasFiles,
  wordsOf,
} from './completion-table.js';

/**
 * Bash splits words at `=`, so the flag of a value is found before it. Files are left to bash: where no reply is given, `-o default`
 * completes names of files with their quotes.
 */
export function bashScript({ commands, detectors, formats }: CompletionTable): string {
  return `# bash completion for clearset
_clearset_words() {
  local word
  COMPREPLY=()
  for word in "$@"; do
    [[ $word == "$cur"* ]] && COMPREPLY+=("$(printf '%q' "$word")")
  done
}

_clearset_detectors() {
  local before=
  [[ $cur == *,* ]] && before=\${cur%,*},
  local names=(${detectors.map(quoted).join(' ')})
  _clearset_words "\${names[@]/#/$before}"
}

_clearset() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} at=$((COMP_CWORD - 1))
  COMPREPLY=()
  if [[ $cur == = ]]; then
    cur=
  elif [[ $prev == = ]]; then
    at=$((COMP_CWORD - 2))
    prev=\${COMP_WORDS[at]}
  fi
  if ((COMP_CWORD == 1)); then
    _clearset_words ${commands.map(({ name }) => quoted(name)).join(' ')} --help --version
    return
  fi
  local word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    [[ $word == -- ]] && return
  done
  case \${COMP_WORDS[1]} in
${commands.map((command) => commandCase(command, formats)).join('')}  esac
}

complete -o bashdefault -o default -F _clearset clearset
`;
}

function commandCase({ name, flags, operands }: CompletedCommand, formats: readonly string[]): string {
  const values = flags.filter(({ value }) => value !== undefined);
  const cases = values.map((flag) => `        ${flagCase(flag, formats)}\n`).join('');
  const names = [...flags.map((flag) => `--${flag.name}`), '--help'].map(quoted).join(' ');
  const words = `_clearset_words ${wordsOf(operands).map(quoted).join(' ')}`;
  const line = hasFiles(operands) ? `((COMP_CWORD == 2)) && ${words}` : words;
  const offer = wordsOf(operands).length === 0 ? '' : `      ${line}\n`;
  return `    ${name})
${cases === '' ? '' : `      case $prev in\n${cases}      esac\n`}      if [[ $cur == -* ]]; then
        _clearset_words ${names}
        return
      fi
${offer}      ;;
`;
}

/** A flag whose value may be left out has one only behind \`=\`. */
function flagCase({ name, value, isOptional }: CompletedFlag, formats: readonly string[]): string {
  if (isOptional) return `--${name}) [[ \${COMP_WORDS[at + 1]} == = ]] && { ${action(value!)}return; } ;;`;
  if (value !== 'outputs') return `--${name}) ${action(value!)}return ;;`;
  // --output json=FILE: no space behind the sign (bash 3.2 puts one), and the file is the shell's to complete.
  const words = formats.map((format) => quoted(`${format}=`)).join(' ');
  return `--${name}) _clearset_words ${words}; compopt -o nospace 2> /dev/null; return ;;`;
}

function action(value: Completes): string {
  if (value === 'detectors') return '_clearset_detectors; ';
  return typeof value === 'string' ? '' : `_clearset_words ${value.map(quoted).join(' ')}; `;
}

function quoted(word: string): string {
  return /^[\w-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\\\''")}'`;
}
