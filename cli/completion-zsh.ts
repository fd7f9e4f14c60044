/** The completion script for zsh, by `_arguments`. */
import { type CompletedCommand, type CompletedFlag, type CompletionTable, hasFiles, wordsOf } from './completion-table.js';

export function zshScript({ commands, detectors, formats }: CompletionTable): string {
  const described = commands.map(({ name, doc }) => `      ${quoted(`${name}:${doc}`)}\n`);
  return `#compdef clearset
# zsh completion for clearset

_clearset_detectors() {
  local -a names
  names=(${detectors.map(quoted).join(' ')})
  _sequence compadd - $names
}

_clearset_outputs() {
  if compset -P '*='; then
    _files
  else
    compadd -S = -q -- ${formats.join(' ')}
  fi
}

${commands.map(operandsFunction).join('')}_clearset() {
  if (( CURRENT == 2 )); then
    local -a commands options
    commands=(
${described.join('')}    )
    options=('--help:show help' '--version:show the version and the regex engine')
    if [[ $PREFIX == -* ]]; then
      _describe -o option options
    else
      _describe -t commands command commands
    fi
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${commands.map(commandCase).join('')}  esac
}

if [[ $funcstack[1] == _clearset ]]; then
  _clearset "$@"
else
  compdef _clearset clearset
fi
`;
}

/** Words go into a function of their own: ids with brackets cannot stand in a specification. */
function operandsFunction({ name, operands }: CompletedCommand): string {
  if (operands === 'files') return '';
  return `_clearset_${name}_words() {\n  compadd -- ${wordsOf(operands).map(quoted).join(' ')}\n}\n\n`;
}

function commandCase({ name, flags, operands }: CompletedCommand): string {
  const files = hasFiles(operands) ? ["'*:file:_files'"] : [];
  const words = operands === 'files' ? [] : [`'${hasFiles(operands) ? '1' : '*'}:word:_clearset_${name}_words'`];
  const specs = [...flags.map(flagSpec), "'--help[show help]'", ...words, ...files];
  return `    ${name})\n      _arguments -S ${specs.join(' \\\n        ')}\n      ;;\n`;
}

function flagSpec({ name, doc, repeatable, value, isOptional }: CompletedFlag): string {
  const prefix = repeatable ? '*' : '';
  const text = `[${doc.replace(/[\\[\]:]/g, '\\$&')}]`;
  if (value === undefined) return quoted(`${prefix}--${name}${text}`);
  const actions = { files: '_files', detectors: '_clearset_detectors', outputs: '_clearset_outputs', anything: ' ' } as const;
  const action = typeof value === 'string' ? actions[value] : `(${value.join(' ')})`;
  return quoted(`${prefix}--${name}${isOptional ? '=-' : '='}${text}${isOptional ? '::' : ':'}value:${action}`);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
