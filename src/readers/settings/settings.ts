/** Configuration files: values are named by the keys on their path, and everything is examined as text, too. */
import { InternalError } from '../../core/errors.js';
import { readNamedText } from '../named-text.js';
import type { ReadRequest, Steps } from '../types.js';
import { IniSteps } from './ini.js';
import { finderOf } from './paths.js';
import { TomlSteps } from './toml.js';
import { YamlSteps } from './yaml.js';

/** Reads YAML, TOML, or files of settings like INI, whole: the keys of a value may stand far above it. */
export function* readSettings(request: ReadRequest): Steps {
  const { format } = request;
  if (format.kind !== 'yaml' && format.kind !== 'toml' && format.kind !== 'ini')
    throw new InternalError('the reader of settings was given another format');
  const language = { yaml: () => new YamlSteps(), toml: () => new TomlSteps(), ini: () => new IniSteps() }[format.kind]();
  yield* readNamedText(request, format, finderOf(language));
}
