/** Published test values: real in form, nobody's in fact. They are compared without separators and without case. */
import type { ReservedCheck } from '../core/verdict.js';
import { isSeparator } from './digits.js';

/**
 * A check that says whether a value is one of `values` (digits and upper-case letters, without separators).
 * Runs on hits only, so it may build a string.
 */
export function publishedValues(values: readonly string[]): ReservedCheck {
  const known = new Set(values);
  return (bytes, start, end) => known.has(plainText(bytes, start, end));
}

function plainText(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let i = start; i < end; i++) if (!isSeparator(bytes[i]!)) text += String.fromCharCode(bytes[i]!);
  return text.toUpperCase();
}
