/**
 * In a short unit without keywords of its own, its names alone say which forms are in context and with which keyword. A table
 * asks that of the same few sets and columns a million times, so the answer is kept.
 */
import type { CompiledForm, Program } from './compile.js';
import type { NameContext } from './name-gate.js';

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

/** A form that is a whole value, under names that say it is one. */
export interface WholeEntry {
  readonly index: number;
  readonly keyword: string;
}

export class NamedSets {
  readonly names: NameContext;
  readonly wholes: readonly WholeEntry[];
  private readonly program: Program;
  private readonly sets: readonly (readonly number[])[];
  private readonly known: (readonly NamedEntry[] | undefined)[] = [];

  constructor(program: Program, sets: readonly (readonly number[])[], names: NameContext) {
    this.program = program;
    this.sets = sets;
    this.names = names;
    this.wholes = program.forms.flatMap((form, index) => {
      const keyword = names.get(form.detector);
      return keyword !== undefined && form.whole?.has(keyword) ? [{ index, keyword }] : [];
    });
  }

  /** Entries of the set that need no keyword, or have theirs in the names. */
  entries(set: number): readonly NamedEntry[] {
    const known = this.known[set];
    if (known) return known;
    const entries = this.narrow(this.sets[set]!);
    this.known[set] = entries;
    return entries;
  }

  private narrow(set: readonly number[]): readonly NamedEntry[] {
    const { forms, tableForms } = this.program;
    return set.flatMap((entry) => {
      const isEnd = entry < tableForms;
      const index = isEnd ? entry : entry - tableForms;
      const form = forms[index]!;
      const keyword = this.names.get(form.detector);
      return form.mode === 'required' && keyword === undefined ? [] : [{ form, index, isEnd, keyword }];
    });
  }
}
