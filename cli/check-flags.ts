/** The flags of `clearset check` that no other command has, and those that read a configuration. */
import type { Flag } from './flags.js';

export const config = {
  name: 'config',
  value: 'FILE',
  group: 'Run',
  doc: 'read this configuration; without it, clearset.config.yaml, .yml or .json is looked for from the working directory upward, and one inside a target is not used',
} as const satisfies Flag;

export const policy = {
  name: 'policy',
  value: 'NAME',
  choices: ['training-data', 'strict', 'none'],
  group: 'Report',
  doc: 'judge by this policy, whatever the configuration says; without both it is training-data',
} as const satisfies Flag;

export const checkFormat = {
  name: 'format',
  value: 'FORMAT',
  choices: ['table', 'json', 'markdown'],
  default: 'table',
  group: 'Report',
  doc: 'how to print the report on standard output',
} as const satisfies Flag;
