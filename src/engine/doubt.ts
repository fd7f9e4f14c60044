/** What a hit that its form doubts leaves to its column, by what the column is called. */
import type { Doubt } from '../core/doubt.js';

/** What a sheet doubts of a form: what only the engine can see is left out. */
export type FormDoubt = Exclude<Doubt, 'check' | 'stray'>;

/**
 * What the names of a value say of it, the surest first: that it can be nothing else, that it may be a party, that it may be anything
 * that is called something, or nothing.
 */
export type Heading = 'sure' | 'party' | 'list' | 'other';

/** @param spoken what is doubted of the sheet's forms for which the names speak */
export function headingOf(spoken: readonly (FormDoubt | undefined)[]): Heading {
  if (spoken.includes(undefined)) return 'sure';
  if (spoken.includes('party')) return 'party';
  return spoken.includes('list') ? 'list' : 'other';
}

/** @param isAll whether the match is all of its value: beside other words, the words speak for themselves */
export function doubtUnder(doubt: FormDoubt, heading: Heading, isAll: boolean): Doubt | undefined {
  if (doubt === 'likeness' || doubt === 'companion') return doubt;
  if (heading === 'sure') return undefined;
  if (heading !== 'other') return heading;
  return isAll ? 'stray' : undefined;
}
