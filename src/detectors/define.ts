/** The form of a sheet: what a detector declares. Data and names of validators only; the engine gives it meaning. */
import type { BoundaryName } from '../core/boundary.js';
import type { CustomRule } from '../core/custom.js';
import type { Doubt } from '../core/doubt.js';
import type { Category, Severity } from '../core/result.js';
import type { ReservedCheck, Validator } from '../core/verdict.js';
import { withPlainSpellings } from './plain-spellings.js';

/**
 * When a keyword must be in reach. `required`: nothing is reported without one. `none`: a keyword only raises confidence.
 * `absent`: reported only where no keyword is in reach (the keywordless twin of a required one).
 */
export type KeywordMode = 'required' | 'none' | 'absent';

/**
 * What a form may say besides. `named`: reported only as the whole of a cell or field of at most 256 characters whose own name ends
 * with a keyword (digits may follow it), for values that no bytes mark.
 */
export type FormMode = KeywordMode | 'named';

/** How values are made equal before they are counted as distinct or fingerprinted. */
export type Normal = 'digits' | 'alnum' | 'lower' | 'exact';

/**
 * How many values of the kind exist, which decides how much of a hash may be published:
 * `token` = random, 80 bits and more; `wide` = at least 2^28, and of each shape that a preview shows at least 1,000 for each of the
 * 2^16 tags; `small` = fewer (dates, CVV, short licences, numbers of eight digits).
 */
export type ValueSpace = 'token' | 'wide' | 'small';

/** One bounded shape of a value. What it leaves out, it takes from its sheet. */
export interface FormSpec {
  /** RE2 syntax, no flags but a leading `(?i)`, no anchors, no `\b`. At most one end from a start passes the right boundary. */
  readonly pattern: string;
  /**
   * What stands directly before the value, in the same syntax and bounded, for values without a shape of their own: the name to
   * which they are assigned. Such a value is in context; the left boundary is tested before the name. The mode is `none`.
   */
  readonly before?: string;
  /**
   * The beginning of `pattern`, word for word, or all of it. The tables look for the whole of it and RE2 says what follows: for
   * patterns that are too long for a table and whose first bytes stand everywhere. Default: the tables look for those first bytes.
   */
  readonly head?: string;
  readonly boundary?: BoundaryName;
  readonly keywordMode?: FormMode;
  /** Share of random text of its shape that this form accepts, where it is not the sheet's. */
  readonly falseAccept?: number;
  /** Longest match in bytes of a pattern that repeats without end. Default 1,024, at most 65,536. */
  readonly maxLength?: number;
  /** `groups`: candidate ends are the ends of the digit groups, the longest that the validator accepts is the hit. */
  readonly ends?: 'groups';
  /**
   * Of a value that lists tell and no shape: where it may start. `person`: a word of the given names, or a title. `place`: a word in
   * capitals before a postal code.
   */
  readonly starts?: 'person' | 'place';
  /**
   * The value is all of a short cell or field, and the keyword that its names give is one of these words of the sheet; with
   * `keywordMode: 'named'`, the longest keyword with which its own name ends.
   */
  readonly whole?: readonly string[];
  /**
   * In a short cell or field, what its column has to confirm; `likeness` and `companion` are `low` until it does. Forms on which a check
   * stands alone need not say so. `companion` is for forms that are `named`, whose `whole` then need not be keywords of the sheet
   * (companions.ts says what goes with them).
   */
  readonly doubt?: Exclude<Doubt, 'check' | 'stray'>;
  readonly validator?: Validator;
  readonly tagFrom?: number;
  /** A match proves itself (own checksum, key block): confidence `high` without keyword. */
  readonly selfEvident?: boolean;
}

/**
 * Text in which the value stands between `«` and `»`; the marks are taken out before the text is scanned.
 * With `column`, the text is a cell below that header.
 */
export type MatchExample = string | { readonly column: string; readonly cell: string };

/** A text that must stay silent, and the rule that it breaks. */
export type NoMatchExample = readonly [text: MatchExample, breaks: string];

/** A detector for one kind of sensitive value. */
export interface DetectorSheet {
  /** Macie's managed identifier id where Macie has one. Never changes, never reused. */
  readonly id: string;
  readonly name: string;
  readonly category: Category;
  /** ISO 3166-1 alpha-2; empty where the kind belongs to no country. */
  readonly countries: readonly string[];
  readonly regulations: readonly Regulation[];
  /** Severity from that number of occurrences in one item upward; ascending keys, the first is 1. */
  readonly severity: Readonly<Record<number, Severity>>;
  readonly forms: readonly (string | FormSpec)[];
  /**
   * Digits of the number in full, where it may begin with zeros. In a column or field whose name ends with a keyword, a whole number of one
   * to three digits fewer has lost them (lost-zeros.ts), and is examined with them.
   */
  readonly digits?: number;
  readonly boundary: BoundaryName;
  /** Share of random text of the forms' shape that the sheet accepts, validator included (0 to 1). */
  readonly falseAccept: number;
  readonly keywords: {
    readonly mode: KeywordMode;
    readonly words: readonly string[];
    /** Characters between the nearest edges of keyword and value, inclusive. Default 30. */
    readonly distance?: number;
  };
  /**
   * Of an identifier of a user's own: decides on context in place of `keywords`, which are empty. RE2 searches for its forms in all of
   * a text, since the tables are those of the catalogue.
   */
  readonly custom?: CustomRule;
  readonly validator?: Validator;
  /** Published test values, reserved ranges and what else proves little, reported with confidence `low`. */
  readonly reserved?: ReservedCheck;
  /** What is reserved counts as any other value where it is all of a short cell or field whose names hold a keyword: made-up data has it there. */
  readonly reservedCountsInFields?: true;
  /** What is known by its name alone: of equal confidence, it yields to any detector that knows the value. */
  readonly generic?: boolean;
  /** Default `exact`. */
  readonly normal?: Normal;
  /** Default `wide`. */
  readonly space?: ValueSpace;
  /**
   * Letters and digits that a value must have before its last dot to get a tag, where short ones are too few: a top-level domain
   * adds little. Default 0.
   */
  readonly tagFrom?: number;
  readonly examples: { readonly match: readonly MatchExample[]; readonly noMatch: readonly NoMatchExample[] };
  /** Where format, checksum and keywords come from. */
  readonly references: readonly string[];
}

export type Regulation = 'GDPR' | 'CCPA' | 'HIPAA' | 'PCI-DSS' | 'GLBA' | 'LGPD' | 'PIPEDA' | 'DPDP' | 'APPI';

type Completed = { -readonly [Field in 'keywords' | 'forms']: DetectorSheet[Field] };

/**
 * Returns the sheet, its keywords also in plain letters: those are made when somebody reads them, since most starts read no keyword.
 * Checked by the engine when it is compiled and by the tests.
 * @param sheet made for this call: it is completed in place, so that what it makes only when asked is not asked for
 */
export function defineDetector(sheet: DetectorSheet): DetectorSheet {
  const completed: Completed = sheet;
  completed.keywords = spelledOut(sheet.keywords, 'words');
  if (sheet.forms.some(isWhole)) completed.forms = sheet.forms.map((form) => (isWhole(form) ? spelledOut(form, 'whole') : form));
  return sheet;
}

function isWhole(form: string | FormSpec): form is FormSpec & { readonly whole: readonly string[] } {
  return typeof form !== 'string' && 'whole' in form;
}

/** A copy with the plain spellings behind the words of one field. */
function spelledOut<Field extends string, T extends Readonly<Record<Field, readonly string[]>>>(given: T, field: Field): T {
  let words: readonly string[] | undefined;
  return Object.defineProperty({ ...given }, field, {
    enumerable: true,
    get: () => (words ??= withPlainSpellings(given[field])),
  });
}
