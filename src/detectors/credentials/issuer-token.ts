/**
 * Makes the sheets of issuers' tokens from rows of tables. A token with a fixed prefix is a rarity in random text and needs no
 * keyword; one without a mark of its own (a hash, a UUID, forty letters and digits) is reported only where its issuer is named.
 */
import type { BoundaryName } from '../../core/boundary.js';
import type { Validator } from '../../core/verdict.js';
import { madeOf, mixedBody, randomBody } from '../../validators/random-body.js';
import { type DetectorSheet, defineDetector, type FormSpec, type NoMatchExample, type ValueSpace } from '../define.js';

/** Shapes without a mark, which several issuers share: one pattern each, so that the engine holds it once. */
export const HEX32 = '[a-f0-9]{32}';
export const HEX40 = '[a-f0-9]{40}';
export const HEX64 = '[a-f0-9]{64}';
export const ALNUM32 = '[A-Za-z0-9]{32}';
export const ALNUM40 = '[A-Za-z0-9]{40}';
export const ALNUM64 = '[A-Za-z0-9]{64}';
export const UUID = '[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}';

/** What a setting with a credential is called behind its issuer's name. The space also stands for nothing, `_` or `-`. */
const SETTINGS = ['key', 'api key', 'secret key', 'token', 'api token', 'access token', 'auth token', 'secret', 'client secret'];

/**
 * Reach of a keyword that is required: in a block of Terraform, 37 characters stand between the name of a variable and its value.
 * Much more, and a setting would reach over a value of 32 characters to the one on the next line.
 */
const DISTANCE = 40;

/** A prefix of three characters of 64, and a fixed length: what random text has less often than this. */
const MARKED_SHARE = 0.0001;

/** Characters of base 62. A body of so many and more is mixed of cases and digits, which tells it from names in source code. */
const MIXED = 62;

export interface IssuerToken {
  readonly id: string;
  readonly name: string;
  readonly forms: readonly (string | FormSpec)[];
  /** Number of characters that the body is drawn from: 16 for hex, 36 for one case and digits, 62, 64. Default 62. */
  readonly alphabet?: number;
  /** Default: the body, what follows the prefix of the first token, must look random. */
  readonly validator?: Validator;
  /**
   * Little or nothing marks the shape, so it is reported only where it is named. `issuer`: with one of the words in reach.
   * `setting`: for what checksums and record numbers look like too, with one of the words and what a setting is called behind
   * it: lists of packages hold hashes beside `twilio`, but not beside `TWILIO_AUTH_TOKEN`.
   */
  readonly needsKeyword?: 'issuer' | 'setting';
  /** Default `token`, with `needsKeyword` `base64`, so that no part of a longer run is taken. */
  readonly boundary?: BoundaryName;
  /** Default `token`; `wide` where a form has fewer than 74 random bits. */
  readonly space?: ValueSpace;
  /** Names of the issuer, or, where they end like one, of its settings. */
  readonly words: readonly string[];
  /** Further names of settings, as they are. */
  readonly settings?: readonly string[];
  /**
   * Two parts of a synthetic token for each form; apart, so that this file is no leak to other scanners. The first is the prefix. The
   * third is what must stand before it: the `before` of its form, or a keyword that only that form requires.
   */
  readonly tokens: readonly (readonly [prefix: string, rest: string, before?: string])[];
  /** A token that is refused, and the rule that it breaks. Default: the first token, every letter and digit of its body a zero. */
  readonly refused?: NoMatchExample;
  readonly reference: string;
}

/** The sheet of a row. */
export function issuerSheet(row: IssuerToken): DetectorSheet {
  const words = wordsOf(row);
  return defineDetector({
    id: row.id,
    name: row.name,
    category: 'credentials',
    countries: [],
    regulations: [],
    severity: { 1: 'high' },
    forms: row.forms,
    boundary: row.boundary ?? (row.needsKeyword ? 'base64' : 'token'),
    // A shape without a mark is all that random text of it needs.
    falseAccept: row.needsKeyword ? 1 : MARKED_SHARE,
    keywords: row.needsKeyword ? { mode: 'required', words, distance: DISTANCE } : { mode: 'none', words },
    validator: row.validator ?? bodyCheck(row),
    space: row.space ?? 'token',
    // A hundred issuers: what only tests and lists read is made when they ask for it.
    get examples() {
      return examplesOf(row, words[0]!);
    },
    references: [row.reference],
  });
}

function examplesOf(row: IssuerToken, word: string): DetectorSheet['examples'] {
  const tokens = row.tokens.map(([prefix, rest]) => prefix + rest);
  const lead = row.needsKeyword ? `${word} ` : '';
  const withoutKeyword: NoMatchExample = [`value = "${tokens[0]}"`, 'keyword: none in reach'];
  return {
    match: [
      ...row.tokens.map(([prefix, rest, before = '']) => `${lead}value = "${before}«${prefix}${rest}»"`),
      { column: row.needsKeyword ? word : 'value', cell: `«${tokens[0]}»` },
    ],
    noMatch: [
      refusedExample(row, lead),
      [`${lead}x${tokens[0]}`, 'boundary: a longer token'],
      ...(row.needsKeyword ? [withoutKeyword] : []),
    ],
  };
}

/** A form that is marked by its first `prefix` characters, in a sheet whose other forms need a keyword. */
export function marked(pattern: string, prefix: number, alphabet = MIXED): FormSpec {
  return { pattern, boundary: 'token', keywordMode: 'none', falseAccept: MARKED_SHARE, validator: randomBody(prefix, alphabet) };
}

/** Base64 as in URLs. */
export const URL64 = 'A-Za-z0-9_-';

/**
 * Matches of more characters than 64 are not told by the tables but by RE2, and the tables hold their first twelve places only. Of a
 * class and length that no other form has, the places would take thousands of the 65,535 states that there are, so the patterns
 * are of wide classes and of many lengths, and the check says which characters and how many.
 */
const PAST_TABLES = 66;

/** A form of `length` characters of a class within `URL64`. */
export function run(characters: string, length: number, isRandom: Validator): FormSpec {
  const wide = characters === URL64 ? URL64 : 'A-Za-z0-9';
  return { pattern: `[${wide}]{${length},${PAST_TABLES}}`, validator: madeOf(characters, length, isRandom) };
}

/** Most letters before the first digit of a word that the prefilter marks. */
const MOST_LEADING_LETTERS = 24;

/**
 * As `run`, for tokens of fewer than 32 letters and digits, which the prefilter does not find by their length: a digit must stand
 * among the first 25. Of random tokens of 16 characters of base 62 6 % have none, of 30 of base 36 1 in 3,500.
 */
export function runWithDigit(characters: string, length: number, isRandom: Validator): FormSpec {
  const most = Math.min(length - 1, MOST_LEADING_LETTERS);
  const ways = Array.from({ length: most + 1 }, (_, before) => {
    const lead = before > 0 ? `[A-Za-z]{${before}}` : '';
    return `${lead}[0-9][A-Za-z0-9]{${length - before - 1},${PAST_TABLES}}`;
  });
  return { pattern: ways.join('|'), validator: madeOf(characters, length, isRandom) };
}

/**
 * Where the issuer's name will do, its settings are words too: in `mailgunApiKey` the name ends before a letter, which is no boundary.
 */
function wordsOf({ needsKeyword, words, settings = [] }: IssuerToken): readonly string[] {
  if (!needsKeyword) return words;
  const named = [...words.flatMap(settingsOf), ...settings];
  return [...new Set(needsKeyword === 'setting' ? named : [...words, ...named])];
}

/** The settings of an issuer; a name that is one already, or that of a host, stands for itself. */
function settingsOf(name: string): readonly string[] {
  return /[ _-](?:key|token|secret)$|[.]/.test(name) ? [name] : SETTINGS.map((setting) => `${name} ${setting}`);
}

function bodyCheck({ needsKeyword, alphabet = MIXED, tokens }: IssuerToken): Validator {
  if (!needsKeyword) return randomBody(tokens[0]![0].length, alphabet);
  return alphabet < MIXED ? randomBody(0, alphabet) : mixedBody(0, alphabet);
}

function refusedExample({ refused, needsKeyword, tokens }: IssuerToken, lead: string): NoMatchExample {
  if (refused) return refused;
  const [prefix, rest] = tokens[0]!;
  const [kept, body] = needsKeyword ? ['', prefix + rest] : [prefix, rest];
  return [lead + kept + body.replace(/[A-Za-z0-9]/g, '0'), 'validator: a placeholder'];
}
