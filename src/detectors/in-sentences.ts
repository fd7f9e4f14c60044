/** Forms of values that are written as hardly anything else is, so that in a sentence they need no word for what they are. */
import type { Validator } from '../core/verdict.js';
import { inText } from '../validators/in-text.js';
import type { FormSpec } from './define.js';

/** What a check of the writing alone leaves to be said by how rare the writing is. */
const RARE_WRITING = 0.0001;

/** @param check with a check digit or letter, which is what speaks for the value */
export function inSentences(pattern: string, check: Validator): FormSpec {
  return { pattern, keywordMode: 'none', validator: inText(check) };
}

const byWriting: Validator = () => 'unknown';

/** The same without a check digit: of what was so written in gigabytes of real files, next to nothing was anything else. */
export function rareInSentences(pattern: string, check = byWriting): FormSpec {
  return { ...inSentences(pattern, check), falseAccept: RARE_WRITING };
}
