/** What a command of the command line is. Each lives in a file of its own; `main.ts` runs them. */
import type { Flag } from './flags.js';

/** What was given on the command line, checked against the command's flags. Values are text; commands give them meaning. */
export interface Arguments {
  readonly positionals: readonly string[];
  /** Value of a flag that takes one, or its default, or undefined. */
  text(flag: Flag): string | undefined;
  /** Values of a flag that were given, in their order; where it was not given, `otherwise`, or none. */
  list(flag: Flag, otherwise?: readonly string[]): readonly string[];
  /** Whether a flag without value was given. */
  has(flag: Flag): boolean;
}

export type Operands = 'files' | readonly string[] | { readonly first: readonly string[] };

export interface Command {
  readonly name: string;
  /** What follows the name in the usage line. */
  readonly usage: string;
  /** One sentence. */
  readonly doc: string;
  readonly flags: readonly Flag[];
  /**
   * What may follow its name: the only words, or names of files, or `first` one of these words and then names of files. Default `files`.
   * Shells complete it.
   */
  readonly operands?: Operands;
  readonly examples: readonly (readonly [command: string, doc: string])[];
  /** Text below the options. */
  readonly notes?: string;
  /**
   * Returns the exit code.
   * @param loadCommands gives all of them, for those that tell about the others
   * @throws ScanError
   */
  run(given: Arguments, loadCommands: () => Promise<readonly Command[]>): Promise<number>;
}
