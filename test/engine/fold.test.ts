/**
 * Values as people write them: whatever folds to the example of a sheet is found as the example is, in text and in values, with
 * and without escapes; the engine's fast folding is the definition's; and cuts don't matter.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/core/fold.js';
import { CATALOGUE } from '../../src/detectors/index.js';
import { createEngine } from '../../src/engine/index.js';
import { loadRegex } from '../../src/engine/re2.js';
import { createReference } from '../../src/engine/reference.js';
import { exampleValues, readExample } from './examples.js';
import { createRandom, type Random } from './random.js';
import { type Comparable, comparable, escapeValue, forReference, scanText, scanValues } from './segments.js';
import { sheet } from './sheets.js';
import { variantOf } from './variants.js';

const SEED = 20_260_101;
const decoder = new TextDecoder();
const encoder = new TextEncoder();
const engine = createEngine({ detectors: CATALOGUE });

/** What must be the same in all spellings of a text: spans in characters. */
function inCharacters(hits: readonly Comparable[], text: string): unknown[] {
  const bytes = Buffer.from(text);
  const characters = (offset: number) => Array.from(bytes.toString('utf8', 0, offset)).length;
  return hits.map(({ text: _, start, end, ...hit }) => ({ ...hit, start: characters(start), end: characters(end) }));
}

function exampleTexts(): { readonly text: string; readonly names: readonly string[] }[] {
  return CATALOGUE.flatMap((one) =>
    one.examples.match.map((example) => {
      const { input } = readExample(example);
      const value = 'text' in input ? { bytes: input.text, names: [] } : input.values[0]!;
      return { text: decoder.decode(value.bytes), names: value.names };
    }),
  ).filter(({ text }) => foldText(text) === text);
}

describe('every example in other spellings', () => {
  const examples = exampleTexts();
  const random = createRandom(SEED);
  const spellings = examples.map(({ text, names }) => ({ text, names, variant: variantOf(text, random) }));

  it('is one that folds to it', () => {
    expect(spellings.length).toBeGreaterThan(CATALOGUE.length);
    expect(spellings.filter(({ text, variant }) => foldText(variant) !== text)).toEqual([]);
  });

  it('is found in text', () => {
    for (const { text, names, variant } of spellings) {
      if (names.length > 0) continue;
      const plain = inCharacters(scanText(engine, encoder.encode(text)), text);
      expect(inCharacters(scanText(engine, encoder.encode(variant)), variant), variant).toEqual(plain);
    }
  });

  it.each([
    ['as they stand', () => false],
    ['with all of them escaped', (character: string) => character > '~'],
    ['with some escaped', (character: string) => /[0-9a-f\u0660-\u0663\uff10-\uff14\u00a0\u2013]/.test(character)],
  ] as const)('is found in values, %s', (_, escapes) => {
    for (const { text, names, variant } of spellings) {
      const plain = scanValues(engine, [escapeValue(text, names, false, () => false)], 'record');
      const value = escapeValue(variant, names, false, escapes);
      const raw = decoder.decode(value.raw);
      const found = scanValues(engine, [value], 'record');
      expect(
        found.map(({ detector, confidence, keyword, text: one }) => ({ detector, confidence, keyword, text: foldText(one) })),
        raw,
      ).toEqual(plain.map(({ detector, confidence, keyword, text: one }) => ({ detector, confidence, keyword, text: one })));
    }
  });
});

describe('the reference', () => {
  const reference = createReference(CATALOGUE, loadRegex('auto'));

  it('finds the same in text, with other scripts and separators around', { timeout: 120_000 }, () => {
    const random = createRandom(SEED + 1);
    const values = CATALOGUE.flatMap(exampleValues);
    for (let times = 0; times < 40; times++) {
      const text = encoder.encode(mixture(random, values, 12));
      expect(scanText(engine, text)).toEqual(comparable(reference.scan({ text }), () => text));
    }
  });

  it('finds the same in values with escapes', { timeout: 120_000 }, () => {
    const random = createRandom(SEED + 2);
    const examples = exampleTexts();
    const values = Array.from({ length: 300 }, () => {
      const { text, names } = random.pick(examples);
      const share = random.pick([0, 0.1, 0.5]);
      return escapeValue(variantOf(text, random), names, false, () => random.chance(share));
    });
    const expected = comparable(
      reference.scan({ values: forReference(values, 'record') }),
      (value) => values[value]!.decoded,
      values,
    );
    expect(scanValues(engine, values, 'record')).toEqual(expected);
  });
});

/** Values in other spellings, and between them what folds and what does not. */
function mixture(random: Random, values: readonly string[], count: number): string {
  const between = [' ', '\u00a0', '–', '—', '，', '：', '\u3000', '’', '“', '中', 'é', '１', '٣', '.', ', ', '\u202f', '\n', 'x'];
  return Array.from({ length: count }, () => variantOf(random.pick(values), random) + random.pick(between)).join('');
}

describe('blocks', () => {
  const small = createEngine({
    detectors: [
      sheet('CARD', { forms: [String.raw`\d{4}-\d{4}`], keywords: { mode: 'required', words: ['card'] } }),
      sheet('SHORT', { forms: [String.raw`\d{4}`], keywords: { mode: 'none', words: ['pin code'] } }),
    ],
  });
  const plain = 'card 1234-5678, card: 1111-2222 x pin code 4321 (4567) card9876-5432 1234-5678 é card 1234-5678';

  it('do not matter, cut at every byte', () => {
    const random = createRandom(SEED + 3);
    for (let times = 0; times < 20; times++) {
      const text = encoder.encode(
        `${'é '.repeat(times)}${variantOf(plain, random)}${' 日'.repeat(200)}${variantOf(plain, random)}`,
      );
      const whole = scanText(small, text);
      expect(whole.length).toBeGreaterThan(8);
      for (let cut = 1; cut < text.length; cut++) expect(scanText(small, text, [cut]), `cut at ${cut}`).toEqual(whole);
    }
  });
});

it('folds in the engine as it is defined', () => {
  // A number between any two characters tells how they were read: what stands beside it joins it or does not.
  const digits = createEngine({
    detectors: [sheet('GROUPED', { forms: [String.raw`\d{2}[- ]\d{2}`, String.raw`[a-z]{2}[!-/:-@]\d{2}`], boundary: 'none' })],
  });
  const reference = createReference(digits.detectors, loadRegex('auto'));
  const unit = fc.constantFrom(
    ...Array.from('12ab- .é中１２ａ٣۴५\u00a0\u2009\u202f\u205f\u3000\u2010\u2014\u2212\ufe58\uff0d：（＠’“…\u200b€°«'),
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 200 }), (string) => {
      const text = encoder.encode(string);
      expect(scanText(digits, text)).toEqual(comparable(reference.scan({ text }), () => text));
    }),
    { numRuns: 2000, seed: SEED },
  );
});
