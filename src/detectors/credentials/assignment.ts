/**
 * What stands between a name and the value assigned to it, in the languages and formats that people configure programs with. The
 * generic credentials are made of it: a form for quoted values and one for bare ones, each with its name at a word's start and inside.
 */
import type { Validator } from '../../core/verdict.js';
import type { FormSpec } from '../define.js';

/** Words that may follow the name and leave it one: `password_2`, `smtp_password_v4`, `API_KEY_PROD`, `secret_key_base`, `key 1`. */
const SUFFIX =
  '(?:[ _-]?v?[0-9]{1,2}|[_-]?(?:prod|PROD|Prod|dev|DEV|Dev|staging|STAGING|live|LIVE|base|BASE|value|VALUE|Value|string))?';
/** Closes a quoted or indexed name: `"name"`, `'name'`, `\"name\"`, `["name"]`; also of an array of characters, `name[]`. */
const NAME_END = String.raw`\\?["'\x60]?\]?(?:\[[0-9A-Z_]{0,16}\])?`;
const SPACES = '[ \\t]{0,8}';
/** Before a sign: settings are aligned below the longest name (`terraform fmt`, tables of variables). */
const ALIGNED = '[ \\t]{0,20}';
/** `=`, `:`, `:=`, `=>`, `->`, those of make that append or keep, and that of a shell before what stands for an unset variable. */
const SIGN = '(?::[=-]|=>|->|[+?]?=|:)';
/** Only before a quote, as those below: also of typed declarations, `::=` and `.=`, and those before what stands for nothing. */
const TYPED_SIGN = String.raw`(?::?${SPACES}(?:&(?:'static )?)?(?:[Ss]tring|str)${SPACES})?(?::{1,3}=|=>|->|[+.?|]?=|:|\|\||\?\?|\?:)`;
/** The field behind that of the name, in an entry of a list (`name: X, value: Y`), as variables of containers are set. */
const NEXT_FIELD = String.raw`,?[ \t\r\n]{1,32}value[ \t]{0,8}[:=]`;
/** An argument, a second string (WordPress aligns its own), a value in an attribute, element or field of its own. */
const LOOSE_SIGN = String.raw`(?:${ALIGNED}${TYPED_SIGN}|[ \t]{0,2}\(|${SPACES},(?: {4})?|[ \t]{1,8}(?:[Vv]alue${SPACES}=)?|${NEXT_FIELD})`;
/** One, or one within another, as in what is pasted into generated code: `"\"value\""`. */
const QUOTE = String.raw`[bruBRU@]?(?:'"|"\\"|\\?["'\x60])`;
/** Printable ASCII without what ends a string, and without a backslash. */
const QUOTED = String.raw`[!#-&(-\[\]-_a-~]`;
/** Bare values end at separators too; brackets are code. */
export const BARE = '[!#$%*+./0-9:=?@A-Z^_a-z~-]';

/**
 * Letters in either case, as classes: `(?i)` would take the Kelvin sign and the long s as well.
 * @param pattern RE2 syntax whose letters stand for themselves
 */
export function anyCase(pattern: string): string {
  return pattern.replace(/[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`);
}

export interface AssignedForms {
  /** Names as patterns, in lower case; they begin a word (`db_password`, not `mypassword`). */
  readonly names: readonly string[];
  /** Names as they stand inside a longer one, as patterns with their case: `Secret` in `clientSecret`. */
  readonly inner: readonly string[];
  /** Bytes of a value. */
  readonly least: number;
  readonly most: number;
  readonly validator: Validator;
}

export function assignedForms({ names, inner, least, most, validator }: AssignedForms): FormSpec[] {
  const length = `{${least},${most}}`;
  const forms = [
    { name: `(?:${anyCase(names.join('|'))})`, boundary: 'digit' },
    { name: `(?:${inner.join('|')})`, boundary: 'none' },
  ] as const;
  return [
    ...forms.flatMap(({ name, boundary }): FormSpec[] => [
      {
        before: `${name}${SUFFIX}${NAME_END}${LOOSE_SIGN}${SPACES}${QUOTE}`,
        pattern: QUOTED + length,
        boundary,
        keywordMode: 'none',
        validator,
      },
      {
        before: `${name}${SUFFIX}${NAME_END}(?:${ALIGNED}(?:${SIGN}|>)|${NEXT_FIELD})${SPACES}`,
        pattern: BARE + length,
        boundary,
        keywordMode: 'none',
        validator,
      },
    ]),
    { pattern: `[!-~]${length}`, boundary: 'none', keywordMode: 'named', validator },
  ];
}
