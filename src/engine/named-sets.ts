/**
 * In a short unit without keywords of its own, its names alone say which forms are in context and with which keyword. A table
 * asks that of the same few sets and columns a million times, so the answer is kept.
 */
import type { Program } from './compile.js';
import type { CompiledForm } from './form.js';
import type { NameContext } from './name-gate.js';
import { emptyList, type NumberLists } from './number-lists.js';

/** An entry of a set whose form may be reported under the names at hand. */
export interface NamedEntry {
  readonly form: CompiledForm;
  /** Index of the form in `Program.forms`. */
  readonly index: number;
  /** The match ends where the table says; else RE2 is asked. */
  readonly isEnd: boolean;
  /** The keyword that the names give. */
  readonly keyword: string | undefined;
}

export class NamedSets {
  readonly names: NameContext;
  private readonly program: Program;
  private readonly sets: NumberLists;
  /** By set. Made whole at its first use: a list that is filled here and there becomes a table of hashes, which is asked for each candidate. */
  private known: (readonly NamedEntry[] | undefined)[] | undefined;

  constructor(program: Program, sets: NumberLists, names: NameContext) {
    this.program = program;
    this.sets = sets;
    this.names = names;
  }

  /** Entries of the set that need no keyword, or have theirs in the names. */
  entries(set: number): readonly NamedEntry[] {
    this.known ??= emptyList(this.sets.length);
    const known = this.known[set];
    if (known) return known;
    const entries = this.narrow(this.sets.at(set));
    this.known[set] = entries;
    return entries;
  }

  private narrow(set: readonly number[]): readonly NamedEntry[] {
    const { forms, tableForms } = this.program;
    return set.flatMap((entry) => {
      const isEnd = entry < tableForms;
      const index = isEnd ? entry : entry - tableForms;
      const form = forms.at(index);
      const keyword = this.names.get(form.detector);
      return form.mode === 'required' && keyword === undefined ? [] : [{ form, index, isEnd, keyword }];
    });
  }
}
