/** What a row of the tables of national numbers says, and how its validator is asked. */
import type { stdnum as Stdnum } from 'stdnum';
import type { Validator, Verdict } from '../../src/core/verdict.js';

export interface NationalNumber {
  readonly name: string;
  readonly validator: Validator;
  /** Random text to judge. Birth dates lie in the past, since the oracle compares them with today. */
  readonly shape: RegExp;
  /** Place and length of the check characters, from the end where negative, and what they may be. */
  readonly check: readonly [at: number, length: number];
  readonly alphabet: string;
  readonly oracle: (lib: typeof Stdnum, text: string) => boolean;
  /** Whether a verdict means what the oracle calls valid. */
  readonly agrees: (verdict: Verdict) => boolean;
  /** Where oracle and rule differ, with the reason beside it. */
  readonly differs?: (text: string) => boolean;
  /** Places at which the rule does not promise to find a wrong digit. */
  readonly unsure?: (text: string, at: number, wrong: string) => boolean;
  /** Published values; the verdict on them, `valid` unless said. */
  readonly accepted: readonly string[];
  readonly best?: Verdict;
  readonly refused: readonly string[];
}

export const DIGITS = '0123456789';
export const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const isValid = (verdict: Verdict) => verdict === 'valid';
export const isPossible = (verdict: Verdict) => verdict !== 'invalid';
export const DDMM = String.raw`(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])`;
export const MMDD = String.raw`(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])`;

/** The verdict on a text that stands between other digits, which must not be read. */
export function judge(validator: Validator, text: string): Verdict {
  const bytes = Buffer.from(`7${text}7`);
  return validator(bytes, 1, bytes.length - 1);
}

/** The text with its check characters replaced so that `accepts` holds, or undefined where none do. */
export function repaired(text: string, row: NationalNumber, accepts: (text: string) => boolean): string | undefined {
  const [place, length] = row.check;
  const at = place < 0 ? text.length + place : place;
  const variants = row.alphabet.length ** length;
  for (let n = 0; n < variants; n++) {
    let check = '';
    for (let rest = n, i = 0; i < length; i++, rest = Math.floor(rest / row.alphabet.length))
      check += row.alphabet[rest % row.alphabet.length];
    const candidate = text.slice(0, at) + check + text.slice(at + length);
    if (accepts(candidate)) return candidate;
  }
  return undefined;
}
