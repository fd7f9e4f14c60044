/**
 * The forms of a program, each made when it is first asked for: there are more than a thousand, and a file of source code meets
 * candidates of a few dozen.
 */
import type { CompiledForm } from './form.js';
import { emptyList } from './number-lists.js';

/** Forms that no place in the bytes leads to, by index: they are asked for from the start. */
export interface UnplacedForms {
  /** Marked by the name of their column or field. */
  readonly named: readonly number[];
  /** Started by lists. */
  readonly listed: readonly number[];
  /** Found by no mark. */
  readonly searched: readonly number[];
}

export class FormList {
  readonly length: number;
  private readonly made: (CompiledForm | undefined)[];
  private readonly make: (index: number) => CompiledForm;

  /**
   * @param count how many forms, the first ones, `make` makes
   * @param others those behind them
   */
  constructor(count: number, make: (index: number) => CompiledForm, others: readonly CompiledForm[]) {
    this.length = count + others.length;
    this.made = [...emptyList<CompiledForm>(count), ...others];
    this.make = make;
  }

  /** @throws RangeError where there is no such form */
  at(index: number): CompiledForm {
    return this.made[index] ?? this.first(index);
  }

  /** All of them, made. */
  all(): readonly CompiledForm[] {
    return this.made.map((_, index) => this.at(index));
  }

  private first(index: number): CompiledForm {
    if (!(index in this.made)) throw new RangeError(`there is no form ${index}`);
    const form = this.make(index);
    this.made[index] = form;
    return form;
  }
}

export function unplacedForms(forms: readonly CompiledForm[]): UnplacedForms {
  const of = (kind: CompiledForm['mark']['kind']): number[] => forms.flatMap(({ mark }, i) => (mark.kind === kind ? [i] : []));
  return { named: of('named'), listed: of('listed'), searched: of('search') };
}
