/** Checks of numbers that may stand behind the two letters of their country, as tax numbers do when they serve as VAT numbers. */
import type { Validator } from '../core/verdict.js';

const LETTERS = 2;

/** The check of what follows the letters. Which letters they are is the form's business. */
export function afterCountry(validator: Validator): Validator {
  return (bytes, start, end) => validator(bytes, Math.min(start + LETTERS, end), end);
}
