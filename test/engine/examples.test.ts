/**
 * Every sheet's examples: alone by the definition, where what is marked is found and nothing else, and end to end through
 * the engine with all sheets enabled, where others may fire beside it (see who-else.test.ts) but none may take it over.
 */
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/detectors/index.js';
import { createEngine } from '../../src/engine/index.js';
import { loadRegex } from '../../src/engine/re2.js';
import { createReference } from '../../src/engine/reference.js';
import { readExample } from './examples.js';
import { comparable, scanInput } from './segments.js';

const regex = loadRegex('auto');

describe('examples through the reference', () => {
  it('are there for every sheet', () => {
    expect(CATALOGUE.length).toBeGreaterThan(0);
    for (const sheet of CATALOGUE)
      expect([sheet.examples.match.length, sheet.examples.noMatch.length], sheet.id).not.toContain(0);
  });

  for (const sheet of CATALOGUE) {
    it(sheet.id, () => {
      const reference = createReference([sheet], regex);
      for (const example of sheet.examples.match) {
        const { input, marked, title } = readExample(example);
        expect(marked.length, title).toBeGreaterThan(0);
        expect(
          reference.scan(input).map((hit) => [hit.start, hit.end]),
          title,
        ).toEqual(marked);
      }
      for (const [example, breaks] of sheet.examples.noMatch) {
        const { input, title } = readExample(example);
        expect(reference.scan(input), `${title} (${breaks})`).toEqual([]);
      }
    });
  }
});

describe('examples through the engine', () => {
  const engine = createEngine({ detectors: CATALOGUE });
  const reference = createReference(CATALOGUE, regex);

  for (const [index, sheet] of CATALOGUE.entries()) {
    it(sheet.id, () => {
      const examples = [...sheet.examples.match, ...sheet.examples.noMatch.map(([example]) => example)];
      for (const [place, example] of examples.entries()) {
        const { input, marked, title } = readExample(example);
        const hits = scanInput(engine, input);
        const own = hits.filter((hit) => hit.detector === index || hit.alternatives.includes(index));
        const spans = place < sheet.examples.match.length ? marked : [];
        expect(
          own.map((hit) => [hit.start, hit.end]),
          title,
        ).toEqual(spans);
        const bytes = 'text' in input ? input.text : input.values[0]!.bytes;
        expect(
          hits.map((hit) => ({ ...hit, value: 0 })),
          title,
        ).toEqual(comparable(reference.scan(input), () => bytes).map((hit) => ({ ...hit, value: 0 })));
      }
    });
  }
});
