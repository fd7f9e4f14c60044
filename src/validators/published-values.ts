/** Published test values: real in form, nobody's in fact. They are compared without separators and without case. */
import type { ReservedCheck } from '../core/verdict.js';
import { WordTable } from './word-table.js';

/** A check that says whether a value is one of `values` (digits and upper-case letters, without separators). */
export function publishedValues(values: readonly string[]): ReservedCheck {
  const known = new WordTable(values, false);
  return (bytes, start, end) => known.has(bytes, start, end);
}
