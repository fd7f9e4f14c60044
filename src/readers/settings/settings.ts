/** Configuration files: values are named by the keys on their path, and everything is examined as text, too. */
import { InternalError } from '../../core/errors.js';
import { readNamedText } from '../named-text.js';
import type { ReadRequest, Steps } from '../types.js';
import { IniFinder } from './ini-finder.js';
import { TomlFinder } from './toml-finder.js';
import { YamlFinder } from './yaml-finder.js';

/** Reads YAML, TOML, or files of settings like INI, whole: the keys of a value may stand far above it. */
export function* readSettings(request: ReadRequest): Steps {
  const { format } = request;
  if (format.kind !== 'yaml' && format.kind !== 'toml' && format.kind !== 'ini')
    throw new InternalError('the reader of settings was given another format');
  const finder = { yaml: () => new YamlFinder(), toml: () => new TomlFinder(), ini: () => new IniFinder() }[format.kind]();
  yield* readNamedText(request, format.encoding, finder);
}
