/**
 * Makes the sheets of issuers' tokens from rows of tables. A token with a fixed prefix is a rarity in random text and needs no
 * keyword; one without a mark of its own (a hash, a UUID, forty letters and digits) is reported only where its issuer is named.
 */
import type { BoundaryName } from '../../core/boundary.js';
import type { Validator } from '../../core/verdict.js';
import { mixedBody, randomBody } from '../../validators/random-body.js';
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
const SETTINGS = ['key', 'api key', 'token', 'api token', 'access token', 'auth token', 'secret', 'client secret'];

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
  /** Two parts of a synthetic token for each form; apart, so that this file is no leak to other scanners. The first is the prefix. */
  readonly tokens: readonly (readonly [prefix: string, rest: string])[];
  /** A token that is refused, and the rule that it breaks. Default: the first token, every letter and digit of its body a zero. */
  readonly refused?: NoMatchExample;
  readonly reference: string;
}

/** The sheet of a row. */
export function issuerSheet(row: IssuerToken): DetectorSheet {
  const tokens = row.tokens.map(([prefix, rest]) => prefix + rest);
  const words = row.needsKeyword === 'setting' ? row.words.flatMap(settingsOf) : row.words;
  const lead = row.needsKeyword ? `${words[0]} ` : '';
  const withoutKeyword: NoMatchExample = [`value = "${tokens[0]}"`, 'keyword: none in reach'];
  return defineDetector({
    id: row.id,
    name: row.name,
    category: 'credentials',
    countries: [],
    regulations: [],
    severity: { 1: 'high' },
    forms: row.forms,
    boundary: row.boundary ?? (row.needsKeyword ? 'base64' : 'token'),
    // A shape without a mark is all that random text of it needs; else three fixed characters of 64, and a fixed length.
    falseAccept: row.needsKeyword ? 1 : 0.0001,
    keywords: { mode: row.needsKeyword ? 'required' : 'none', words },
    validator: row.validator ?? bodyCheck(row),
    space: row.space ?? 'token',
    examples: {
      match: [
        ...tokens.map((token) => `${lead}value = "«${token}»"`),
        { column: row.needsKeyword ? words[0]! : 'value', cell: `«${tokens[0]}»` },
      ],
      noMatch: [
        refusedExample(row, lead),
        [`${lead}x${tokens[0]}`, 'boundary: a longer token'],
        ...(row.needsKeyword ? [withoutKeyword] : []),
      ],
    },
    references: [row.reference],
  });
}

function settingsOf(name: string): readonly string[] {
  return /[ _-](?:key|token|secret)$/.test(name) ? [name] : SETTINGS.map((setting) => `${name} ${setting}`);
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
