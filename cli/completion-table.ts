/** What shells complete, from the tables of commands and flags: the scripts are written from this, so they cannot lag behind. */
import { CATALOGUE, REPORT_FORMATS } from '../src/index.js';
import type { Command, Operands } from './command.js';
import type { Flag } from './flags.js';

/** What may stand in a place: names of files, detector names separated by commas, a format and a file, words, or what the user makes up. */
export type Completes = 'files' | 'detectors' | 'outputs' | 'anything' | readonly string[];

export interface CompletedFlag {
  readonly name: string;
  readonly doc: string;
  readonly repeatable: boolean;
  /** What follows it; undefined for a switch. */
  readonly value: Completes | undefined;
  /** The value may be left out, and is joined by `=` where it is not. */
  readonly isOptional: boolean;
}

export interface CompletedCommand {
  readonly name: string;
  readonly doc: string;
  readonly flags: readonly CompletedFlag[];
  readonly operands: Operands;
}

export interface CompletionTable {
  readonly commands: readonly CompletedCommand[];
  /** Ids, categories, countries and regulations. */
  readonly detectors: readonly string[];
  readonly formats: readonly string[];
}

export function completionTable(commands: readonly Command[]): CompletionTable {
  const names = CATALOGUE.flatMap(({ id, category, countries, regulations }) => [id, category, ...countries, ...regulations]);
  return {
    commands: commands.map(({ name, doc, flags, operands = 'files' }) => ({ name, doc, flags: flags.map(completed), operands })),
    detectors: [...new Set(names)].sort(),
    formats: Object.keys(REPORT_FORMATS),
  };
}

function completed(flag: Flag): CompletedFlag {
  const { name, doc, repeatable = false, bare } = flag;
  return { name, doc, repeatable, value: completedBy(flag), isOptional: bare !== undefined };
}

/** Flags say by the name of their value what it is. */
function completedBy({ value, choices }: Flag): Completes | undefined {
  if (choices !== undefined) return choices;
  if (value === 'FILE') return 'files';
  if (value === 'NAMES') return 'detectors';
  if (value === 'FORMAT=FILE') return 'outputs';
  return value === undefined ? undefined : 'anything';
}

/** The words that may stand behind a command's name: anywhere or, where it also has names of files, first. */
export function wordsOf(operands: Operands): readonly string[] {
  if (operands === 'files') return [];
  return 'first' in operands ? operands.first : operands;
}

export function hasFiles(operands: Operands): boolean {
  return operands === 'files' || 'first' in operands;
}
