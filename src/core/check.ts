/** The shapes of a check's result: verdict, rules that failed, columns. The contract of its report formats. */
import type { ColumnFamily, ColumnProfile, Place } from './profile.js';
import type { ItemPath, Problem, Severity, Summary } from './result.js';

/** `fail` wins over `incomplete`: a rule failed in what was examined. `pass` is said only of the whole. */
export type Verdict = 'pass' | 'fail' | 'incomplete';

/** What was too much, in the words of the policy. */
export type Excess =
  | { readonly limit: 'maxOccurrences' | 'maxShare'; readonly allowed: number; readonly found: number }
  /** The findings' severity, where `allowed` names the first that is not. */
  | { readonly limit: 'failOn'; readonly allowed: Severity; readonly found: Severity };

/** Where it was too much. */
export type FailureScope =
  | { readonly kind: 'dataset' }
  | { readonly kind: 'column'; readonly family: ColumnFamily; readonly name: string }
  /** The item with most of it, and how many items exceed the limit. */
  | ({ readonly kind: 'item'; readonly items: number } & ItemPath);

export interface RuleFailure {
  readonly detector: string;
  readonly scope: FailureScope;
  readonly excess: Excess;
  /** The first places, at most three. */
  readonly places: readonly Place[];
}

/** One rule of the policy and how it fared: it failed if there are failures. */
export interface RuleResult {
  readonly id: string;
  /** What it allows, in words. */
  readonly doc: string;
  /** Detectors that the rule covers and that ran, and those that did not run and say nothing. */
  readonly detectors: number;
  readonly notRun: number;
  /** Names in `columns` and `allowColumns` that are those of no column; absent where there is none. */
  readonly unseenColumns?: readonly string[];
  readonly failures: readonly RuleFailure[];
}

/** A problem with the item that has it. */
export interface ItemProblemRecord extends ItemPath, Problem {}

/** Everything that a check says of a data set. */
export interface CheckResult {
  readonly verdict: Verdict;
  /** Name of the policy: a preset's, or `config`. */
  readonly policy: string;
  readonly rules: readonly RuleResult[];
  /** Tables, then records, then documents; each by name. */
  readonly columns: readonly ColumnProfile[];
  /** The first thousand; `summary.problems` counts all. */
  readonly problems: readonly ItemProblemRecord[];
  readonly summary: Summary;
}
