/** What is said of a hit against what the engine made of it, for every example of every sheet. */
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/detectors/index.js';
import { createEngine } from '../../src/engine/index.js';
import { loadRegex } from '../../src/engine/re2.js';
import { createReference, type ReferenceInput } from '../../src/engine/reference.js';
import { type HitTrace, traceHit } from '../../src/engine/trace.js';
import type { Engine, Hit } from '../../src/engine/types.js';
import { readExample } from './examples.js';
import { scanInput } from './segments.js';

const engine = createEngine({ detectors: CATALOGUE });

interface Traced {
  readonly hit: Pick<Hit, 'detector' | 'confidence' | 'validated' | 'keyword'>;
  readonly trace: HitTrace;
}

/** The kept hits of a text or of values, with their traces; the beaten ones by detector and offset in their unit. */
function traced(input: ReferenceInput): { kept: Traced[]; beaten: string[] } {
  const kept: Traced[] = [];
  const beaten: string[] = [];
  const tracing: Engine = {
    ...engine,
    scan: (segment, onHit) =>
      engine.scan(
        segment,
        (hit, own) => {
          const { detector, confidence, validated, keyword } = hit;
          const trace = traceHit(hit, own, engine.detectors[detector]!);
          kept.push({ hit: { detector, confidence, validated, keyword }, trace });
          onHit(hit, own);
        },
        (hit) => beaten.push(`${engine.detectors[hit.detector]!.id} ${hit.at - hit.unitStart}`),
      ),
  };
  scanInput(tracing, input);
  return { kept, beaten };
}

const text = (value: string): ReferenceInput => ({ text: Buffer.from(value) });
const cell = (column: string, value: string): ReferenceInput => ({ values: [{ bytes: Buffer.from(value), names: [column] }] });
const first = (input: ReferenceInput) => traced(input).kept[0]!.trace;

describe('examples', () => {
  const inputs = CATALOGUE.flatMap((sheet) => sheet.examples.match.map((example) => readExample(example)));

  it('have traces that agree with their hits', () => {
    let count = 0;
    for (const { input, title } of inputs) {
      for (const { hit, trace } of traced(input).kept) {
        count++;
        expect(trace.check?.verdict === 'valid', title).toBe(hit.validated);
        expect(trace.keyword?.word, title).toBe(hit.keyword);
        if (trace.isReserved) expect(hit.confidence, title).toBe('low');
        else if (trace.form.isSelfEvident) expect(hit.confidence, title).toBe('high');
        if (trace.form.keywordMode === 'required') expect(trace.keyword, title).toBeDefined();
        // In text there is no name to take a keyword from.
        if ('text' in input && trace.keyword) {
          expect(trace.keyword.place.kind, title).toBe('text');
          if (trace.keyword.place.kind === 'text')
            expect(trace.keyword.place.characters, title).toBeLessThanOrEqual(trace.reach!);
        }
      }
    }
    expect(count).toBeGreaterThan(CATALOGUE.length);
  });

  it('have as beaten hits those that the definition has and does not keep', () => {
    const reference = createReference(CATALOGUE, loadRegex('auto'));
    let count = 0;
    for (const { input, title } of inputs) {
      const { beaten } = traced(input);
      const all = new Set(reference.hits(input).map(({ id, start }) => `${id} ${start}`));
      for (const one of beaten) expect(all, title).toContain(one);
      count += beaten.length;
    }
    expect(count).toBeGreaterThan(20);
  });
});

describe('a trace', () => {
  it('says how far the keyword is and on which side, in characters', () => {
    expect(first(text('ssn é 536-90-4399'))).toMatchObject({
      keyword: { word: 'ssn', place: { side: 'before', characters: 3 } },
    });
    expect(first(text('536-90-4399 is my ssn'))).toMatchObject({ keyword: { place: { side: 'after', characters: 7 } } });
    expect(first(text('ssn 536-90-4399 is an ssn'))).toMatchObject({ keyword: { place: { side: 'before', characters: 1 } } });
    expect(first(text('ssn 1 ssn 536-90-4399'))).toMatchObject({
      keyword: { place: { side: 'before', characters: 1 } },
      reach: 30,
    });
  });

  it('takes a keyword from the name where the value has none', () => {
    expect(first(cell('customer_ssn', '536-90-4399'))).toMatchObject({
      keyword: { word: 'ssn', place: { kind: 'name' } },
      reach: undefined,
    });
    expect(first(cell('x', 'ssn 536-90-4399'))).toMatchObject({ keyword: { place: { kind: 'text', characters: 1 } } });
    expect(first(cell('x', `ssn 536-90-4399 ${'z'.repeat(300)}`))).toMatchObject({
      keyword: { place: { kind: 'text' } },
      reach: 30,
    });
  });

  it.each([
    ['ssn 536-90-4399', 'space', 'nothing'],
    ['ssn\n536-90-4399\n', 'line end', 'line end'],
    ['ssn:536-90-4399,', 'punctuation', 'punctuation'],
    ['ssn é536-90-4399é', 'character beyond ASCII', 'character beyond ASCII'],
  ])('of %j names the kind of the neighbours', (value, before, after) => {
    expect(first(text(value))).toMatchObject({ before, after });
  });

  it('sees nothing beyond the cell', () => {
    expect(first(cell('ssn', '536-90-4399'))).toMatchObject({ before: 'nothing', after: 'nothing' });
  });

  it('holds no character of the value', () => {
    expect(JSON.stringify(first(text('ssn 536-90-4399')))).not.toMatch(/536|4399/);
  });
});
