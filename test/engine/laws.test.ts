/**
 * The engine's laws: its hits are the reference's hits, whichever RE2 runs, whether or not the fit is trusted, and wherever
 * a text is cut. Buffers come from a seeded grammar; a failure names the seed, the text and what is missing or too much.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/detectors/index.js';
import { createEngine } from '../../src/engine/index.js';
import { loadRegex } from '../../src/engine/re2.js';
import { createReference, type Reference } from '../../src/engine/reference.js';
import type { Engine } from '../../src/engine/types.js';
import { fieldNames, fieldText, isNamed, type LawText, lawBuffers, numberCases } from './buffers.js';
import { type FormSource, formSources } from './grammar.js';
import { createRandom, type Random } from './random.js';
import { type Comparable, comparable, escapeValue, forReference, type RawValue, scanText, scanValues } from './segments.js';

const SEED = 20_240_229;
const WANTED = 100;

/** Batches in which the values of all forms lie: one block does not hold them. */
const PARTS = 2;

/** Tables and records take turns. */
function shapeOf(batch: number): 'column' | 'record' {
  return Math.floor(batch / PARTS) % 2 === 0 ? 'column' : 'record';
}

const regex = loadRegex('native');
const decoder = new TextDecoder();
const engines: Record<string, Engine> = {};
let sources: readonly FormSource[];
let reference: Reference;
let texts: readonly LawText[];
let counts: readonly number[];
let batches: readonly { values: readonly RawValue[]; expected: readonly Comparable[] }[];

beforeAll(() => {
  engines.native = createEngine({ detectors: CATALOGUE, regex: 'native' });
  engines.js = createEngine({ detectors: CATALOGUE, regex: 'js' });
  engines['native, all confirmed'] = createEngine({ detectors: CATALOGUE, regex: 'native', confirmAll: true });
  engines['js, all confirmed'] = createEngine({ detectors: CATALOGUE, regex: 'js', confirmAll: true });
  sources = formSources(CATALOGUE, regex);
  reference = createReference(CATALOGUE, regex);
  const random = createRandom(SEED);
  const buffers = lawBuffers(random, sources, reference, WANTED);
  const cases = numberCases(random, sources).map((text) => ({ text, kept: reference.scan({ text }) }));
  texts = [...buffers.texts, ...cases];
  counts = buffers.counts;
  batches = valueBatches().map((values, batch) => {
    const kept = reference.scan({ values: forReference(values, shapeOf(batch)) });
    return { values, expected: comparable(kept, (value) => values[value]!.decoded, values) };
  });
}, 600_000);

/** Lines about the first hits in which two lists differ, with the text around them; empty if they are equal. */
function differences(
  actual: readonly Comparable[],
  expected: readonly Comparable[],
  bytesOf: (value: number) => Uint8Array,
): string[] {
  const key = (hit: Comparable) => JSON.stringify({ ...hit, detector: CATALOGUE[hit.detector]!.id });
  const has = new Set(actual.map(key));
  const wants = new Set(expected.map(key));
  const around = (hit: Comparable) =>
    JSON.stringify(decoder.decode(bytesOf(hit.value).subarray(Math.max(0, hit.start - 70), hit.end + 70)));
  const lines = [
    ...expected.filter((hit) => !has.has(key(hit))).map((hit) => `missing ${key(hit)} in ${around(hit)}`),
    ...actual.filter((hit) => !wants.has(key(hit))).map((hit) => `too much ${key(hit)} in ${around(hit)}`),
  ];
  if (lines.length === 0 && actual.map(key).join() !== expected.map(key).join())
    lines.push('the same hits in another order or number');
  return lines;
}

/** Kept hits of a form that only values have; forms of one sheet that are the whole of a value are one. */
function namedCount({ detector }: FormSource): number {
  return batches.flatMap(({ expected }) => expected.filter((hit) => hit.detector === detector)).length;
}

const SHOWN = 12;
const titles = ['native', 'js', 'native, all confirmed', 'js, all confirmed'];

it('the grammar reaches every form', () => {
  // Forms that are a whole value under certain names are in listed.test.ts.
  const poor = sources.filter(
    (source, index) => (isNamed(source) ? namedCount(source) : counts[index]!) < WANTED && source.spec.whole === undefined,
  );
  expect(poor.map(({ sheet, form, values }) => `${sheet.id} form ${form} (${values.length} example values)`)).toEqual([]);
});

describe.each(titles)('%s', (title) => {
  it('finds in text what the reference finds', { timeout: 120_000 }, () => {
    const lines: string[] = [];
    for (const { text, kept } of texts) {
      if (lines.length < SHOWN)
        lines.push(
          ...differences(
            scanText(engines[title]!, text),
            comparable(kept, () => text),
            () => text,
          ),
        );
    }
    expect(lines.slice(0, SHOWN)).toEqual([]);
  });

  it('finds in values what the reference finds', { timeout: 120_000 }, () => {
    const lines: string[] = [];
    for (const [batch, { values, expected }] of batches.entries()) {
      const actual = scanValues(engines[title]!, values, shapeOf(batch));
      if (lines.length < SHOWN) lines.push(...differences(actual, expected, (value) => values[value]!.raw));
    }
    expect(lines.slice(0, SHOWN)).toEqual([]);
  });
});

it('looks at the same values as the reference where only a check can speak for them', { timeout: 120_000 }, () => {
  const random = createRandom(SEED + 2);
  let failed = 0;
  for (const [batch, { values }] of batches.entries()) {
    const altered = values.map((value) =>
      random.chance(0.5) ? otherDigit(random, value, escapings[Math.floor(batch / PARTS)]!) : value,
    );
    const expected = reference.tried({ values: forReference(altered, shapeOf(batch)) });
    failed += expected.filter(({ passed }) => !passed).length;
    for (const title of titles) {
      scanValues(engines[title]!, altered, shapeOf(batch));
      const { count, detector, value, passed } = engines[title]!.tried;
      const actual = Array.from({ length: count }, (_, i) => ({
        detector: detector[i],
        value: value[i],
        passed: passed[i] === 1,
      }));
      expect(actual.sort((a, b) => a.value! - b.value! || a.detector! - b.detector!)).toEqual(expected);
    }
  }
  expect(failed).toBeGreaterThan(50);
});

/** The value with one of its digits changed, if it has some. */
function otherDigit(random: Random, { decoded, names, isName }: RawValue, escapes: (character: string) => boolean): RawValue {
  const text = decoder.decode(decoded);
  const places = [...text.matchAll(/\d/g)].map(({ index }) => index);
  const at = places.length === 0 ? -1 : random.pick(places);
  const altered = at < 0 ? text : text.slice(0, at) + ((Number(text[at]) + 1) % 10) + text.slice(at + 1);
  return escapeValue(altered, names, isName, escapes);
}

const escapings: readonly ((character: string) => boolean)[] = [
  () => false,
  (character) => character > '~' || character < ' ' || character === '"',
  (character) => '- ./1234'.includes(character),
];

/** Values in a batch of each form that is the whole of a value. */
const NAMED_VALUES = 240;

/** Values of every form, a batch for each way of escaping. */
function valueBatches(): RawValue[][] {
  const random = createRandom(SEED + 1);
  return escapings.flatMap((escapes) => {
    const all = sources
      .filter(({ values }) => values.length > 0)
      .flatMap((source) => Array.from({ length: isNamed(source) ? NAMED_VALUES : 1 }, () => source))
      .map((source) => escapeValue(fieldText(random, source), fieldNames(random, source), random.chance(0.1), escapes));
    const size = Math.ceil(all.length / PARTS);
    return Array.from({ length: PARTS }, (_, part) => all.slice(part * size, (part + 1) * size));
  });
}

describe('cuts', () => {
  const CUT_HITS = 200;
  const MARGIN = 400;

  it('do not matter at any byte around a hit', { timeout: 120_000 }, () => {
    const engine = engines.native!;
    const random = createRandom(SEED + 2);
    const lines: string[] = [];
    for (let times = 0; times < CUT_HITS && lines.length < SHOWN; times++) {
      const { text, kept } = random.pick(texts.filter((one) => one.kept.length > 0));
      const hit = random.pick(kept);
      const piece = slice(text, hit.start - MARGIN, hit.end + MARGIN);
      const whole = scanText(engine, piece.bytes);
      const from = hit.start - piece.start;
      for (let cut = from - 2; cut <= from + (hit.end - hit.start) + 2; cut++) {
        if (cut <= 0 || cut >= piece.bytes.length) continue;
        lines.push(
          ...differences(scanText(engine, piece.bytes, [cut]), whole, () => piece.bytes).map((line) => `cut at ${cut}: ${line}`),
        );
      }
    }
    expect(lines.slice(0, SHOWN)).toEqual([]);
  });

  it('do not matter where the halo is all that a block sees', { timeout: 120_000 }, () => {
    const engine = engines.native!;
    const random = createRandom(SEED + 3);
    const reach = engine.halo.left + engine.halo.right;
    const text = longText(Math.max(3 * reach, 200_000));
    const room = engine.memory.bytes.length - reach;
    const whole = reference.scan({ text });
    const expected = comparable(whole, () => text);
    const lines: string[] = [];
    for (let times = 0; times < 3; times++) {
      const cuts: number[] = [];
      for (let at = 0; at < text.length; ) {
        at += 1 + random.integer(Math.min(room - 8, 30_000));
        if (at < text.length) cuts.push(at);
      }
      lines.push(...differences(scanText(engine, text, cuts), expected, () => text));
    }
    expect(lines.slice(0, SHOWN)).toEqual([]);
  });
});

/** Part of a text, widened to whole characters. */
function slice(text: Uint8Array, from: number, to: number): { bytes: Uint8Array; start: number } {
  let start = Math.max(0, from);
  let end = Math.min(text.length, to);
  while (start > 0 && (text[start]! & 0xc0) === 0x80) start--;
  while (end < text.length && (text[end]! & 0xc0) === 0x80) end++;
  return { bytes: text.slice(start, end), start };
}

/** The law's texts one after another, at least `length` bytes if there are as many. */
function longText(length: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let total = 0;
  for (const { text } of texts) {
    if (total >= length) break;
    parts.push(text);
    total += text.length;
  }
  return Buffer.concat(parts);
}
