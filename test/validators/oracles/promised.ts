/** What a row of the tables of promises says, and the words for its exceptions. */
import type { Validator } from '../../../src/core/verdict.js';

export interface Promised {
  readonly file: string;
  readonly validator: Validator;
  /** Row of python-stdnum.json, or detector whose values the corpus has. */
  readonly numbers: string;
  /** The part of such a number that the validator judges; all of it unless said. */
  readonly part?: (number: string) => string;
  /** Wrong digits that the standard does not promise to find. */
  readonly except?: { readonly when: (text: string, at: number, wrong: string) => boolean; readonly because: string };
}

/** Which digit of the text stands at `at`, from 0, separators and letters left out. */
export function placeOf(text: string, at: number): number {
  return text.slice(0, at).replace(/\D/g, '').length;
}

/** Numbers that end in the digit that two remainders share. */
export const endsIn = (digit: string) => (text: string) => text.endsWith(digit);

/** Differences that a weight takes to a multiple of 10. */
export function atWeights(weights: readonly number[]): (text: string, at: number, wrong: string) => boolean {
  return (text, at, wrong) => (weights[placeOf(text, at)]! * (Number(wrong[at]) - Number(text[at]))) % 10 === 0;
}
