/** Buffers for the laws: passages of the grammar until every form is hit often enough by the reference. */
import type { Reference, ReferenceHit } from '../../src/engine/reference.js';
import { AFTER, BEFORE, type FormSource, nearMiss, passage, SEPARATORS, validValue, written } from './grammar.js';
import type { Random } from './random.js';

/** A text and what the reference keeps in it. */
export interface LawText {
  readonly text: Uint8Array;
  readonly kept: readonly ReferenceHit[];
}

export interface LawBuffers {
  readonly texts: readonly LawText[];
  /** Hits of each form before resolution, in the order of the sources. */
  readonly counts: readonly number[];
}

/** Bytes of one text; several engines' blocks hold it. */
const TEXT_BYTES = 48 * 1024;
/** Passages that a form gets in one round before hits are counted again. */
const PASSAGES = 24;
const MAX_ROUNDS = 24;

/** Writes passages for every form that has fewer than `wanted` hits, and counts again, until all have them or rounds run out. */
export function lawBuffers(random: Random, sources: readonly FormSource[], reference: Reference, wanted: number): LawBuffers {
  const counts = sources.map(() => 0);
  const place = new Map(sources.map((source, index) => [`${source.detector} ${source.form}`, index]));
  const texts: LawText[] = [];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const missing = sources.filter(
      (source, index) =>
        counts[index]! < wanted && source.values.length > 0 && !isNamed(source) && source.spec.whole === undefined,
    );
    if (missing.length === 0) break;
    const passages = missing.flatMap((source) => Array.from({ length: PASSAGES }, () => passage(random, source)));
    for (const text of packTexts(shuffle(random, passages))) {
      const { hits, kept } = reference.examine({ text });
      for (const hit of hits) counts[place.get(`${hit.detector} ${hit.form}`)!]!++;
      texts.push({ text, kept });
    }
  }
  return { texts, counts };
}

/** Whether the form has hits in named values only. */
export function isNamed({ spec }: FormSource): boolean {
  return spec.keywordMode === 'named';
}

function shuffle<T>(random: Random, list: readonly T[]): T[] {
  const shuffled = [...list];
  for (let at = shuffled.length - 1; at > 0; at--) {
    const other = random.integer(at + 1);
    [shuffled[at], shuffled[other]] = [shuffled[other]!, shuffled[at]!];
  }
  return shuffled;
}

function packTexts(passages: readonly string[]): Uint8Array[] {
  const encoder = new TextEncoder();
  const texts: Uint8Array[] = [];
  let text = '';
  for (const [index, piece] of passages.entries()) {
    text += piece;
    if (text.length >= TEXT_BYTES || index === passages.length - 1) {
      texts.push(encoder.encode(text));
      text = '';
    }
  }
  return texts;
}

/**
 * The cases in which a number is easily lost: before an expiry, a code, another number; after a date, an index, a phone;
 * with each separator. One line each, with a keyword; sheets that share a pattern take turns.
 */
export function numberCases(random: Random, sources: readonly FormSource[]): Uint8Array[] {
  const shapes = new Map(
    sources.filter(({ values }) => values.some((value) => /\d/.test(value))).map((source) => [source.spec.pattern, source]),
  );
  const lines: string[] = [];
  for (const source of shapes.values()) {
    const { words } = source.sheet.keywords;
    for (const separator of SEPARATORS) {
      const word = () => (words.length === 0 ? '' : `${random.pick(words)} `);
      for (const after of AFTER) lines.push(`${word()}${validValue(random, source)}${separator}${after}\n`);
      for (const before of BEFORE) lines.push(`${before}${separator}${validValue(random, source)} ${word()}\n`);
    }
  }
  return packTexts(lines);
}

/** A value as a cell or field holds it, mostly short, sometimes longer than the 256 characters that are in reach as a whole. */
export function fieldText(random: Random, source: FormSource): string {
  const value = written(random, source, random.chance(0.8) ? validValue(random, source) : nearMiss(random, source));
  switch (random.integer(8)) {
    case 0:
      return passage(random, source);
    case 1:
      return `${value}${random.pick(SEPARATORS)}${value}`;
    case 2:
      return `${random.pick(['é', '日本', ' ', '"', '\n', '\t', '\\'])}${value}${random.pick(['é', ' ', '\n', '"', '😀'])}`;
    case 3:
      return (
        `${random.pick(['.', 'é', '日', ' '])}`.repeat(Math.max(0, 256 - value.length - 2 + random.integer(5))) + ` ${value}`
      );
    default:
      return value;
  }
}

/** Names of a column or path: mostly with one of the sheet's keywords, as people write identifiers. */
export function fieldNames(random: Random, source: FormSource): string[] {
  const { words } = source.sheet.keywords;
  if (words.length === 0 || random.chance(0.2)) return random.pick([[], ['value'], ['data', 'x']]);
  const word = random.pick(words);
  const camel = word.replace(/ +(\p{L})/gu, (_, letter: string) => letter.toUpperCase());
  const name = random.pick([
    word,
    word.toUpperCase(),
    camel,
    `user_${word}`,
    `${camel}Value`,
    `my${word}`,
    word.replaceAll(' ', '_'),
    word.normalize('NFD'),
  ]);
  return random.pick([[name], ['records', name], [name, 'value']]);
}
