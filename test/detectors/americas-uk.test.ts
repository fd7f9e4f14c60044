/** The sheets of this part against plain RE2: examples match exactly, counter-examples do not, no form is unused. */
import { stdnum } from 'stdnum';
import { describe, expect, it } from 'vitest';
import { AMERICAS_UK } from '../../src/detectors/part-americas-uk.js';
import { allHits, type CompiledForm, compileForms, hitEnd, parseExample, prefixEnds } from './plain-match.js';
import { reshape, seededRandom } from './random-shape.js';

/** Random texts tried for each example. */
const TRIALS = 1500;

describe.each(AMERICAS_UK.map((sheet) => [sheet.id, sheet] as const))('%s', (_id, sheet) => {
  const forms = compileForms(sheet);
  const used = new Set<number>();

  it('finds each marked value from its start to its end', () => {
    for (const example of sheet.examples.match) {
      const { text, bytes, spans } = parseExample(example);
      expect(spans.length, text).toBeGreaterThan(0);
      for (const [start, end] of spans) {
        const exact = forms.flatMap((form, i) => (hitEnd(form, bytes, start) === end ? [i] : []));
        expect(exact, `no form ends at the mark in: ${text}`).not.toEqual([]);
        for (const i of exact) {
          used.add(i);
          expect(prefixEnds(forms[i]!, bytes, start, end), text).toEqual([]);
        }
      }
    }
  });

  it('has an example for every form', () => {
    expect(forms.filter((_, i) => !used.has(i)).map((form) => form.spec.pattern)).toEqual([]);
  });

  it('is silent on counter-examples that break a pattern, boundary or validator', () => {
    for (const [example, breaks] of sheet.examples.noMatch) {
      expect(breaks).toMatch(/^(pattern|boundary|validator|keyword): /);
      const { text, bytes } = parseExample(example);
      const hits = allHits(forms, bytes);
      if (breaks.startsWith('keyword:')) expect(hits, `only the keyword may be missing in: ${text}`).not.toEqual([]);
      else expect(hits, `${text} (${breaks})`).toEqual([]);
    }
  });

  it('accepts no more random text of its shapes than it states', () => {
    const random = seededRandom(sheet.forms.length);
    const stated = (form: CompiledForm) => form.spec.falseAccept ?? sheet.falseAccept;
    for (const example of sheet.examples.match) {
      const { text, bytes, spans } = parseExample(example);
      const [start, end] = spans[0]!;
      const own = forms.filter((form) => hitEnd(form, bytes, start) === end);
      const rate = Math.max(...own.map(stated));
      let accepted = 0;
      for (let i = 0; i < TRIALS; i++) {
        const other = reshape(bytes.subarray(start, end), random);
        if (own.some((form) => hitEnd(form, other, 0) === other.length)) accepted++;
      }
      const deviation = Math.sqrt(Math.max(rate, 1 / TRIALS) / TRIALS);
      expect(accepted / TRIALS, text).toBeLessThanOrEqual(rate + 5 * deviation);
    }
  });

  it('has at least two examples and two counter-examples, and a column where a keyword is needed', () => {
    expect(sheet.examples.match.length).toBeGreaterThanOrEqual(2);
    expect(sheet.examples.noMatch.length).toBeGreaterThanOrEqual(2);
    if (sheet.keywords.mode === 'required') {
      expect(sheet.examples.match.some((example) => typeof example !== 'string')).toBe(true);
    }
  });

  it('does not call a match of its own examples reserved', () => {
    for (const example of sheet.examples.match) {
      const { text, bytes, spans } = parseExample(example);
      for (const [start, end] of spans) expect(sheet.reserved?.(bytes, start, end) ?? false, text).toBe(false);
    }
  });
});

describe('US taxpayer numbers', () => {
  const formsOf = (id: string) => compileForms(AMERICAS_UK.find((sheet) => sheet.id === id)!);
  const matches = (id: string, text: string) => formsOf(id).some((form) => hitEnd(form, Buffer.from(text), 0) === text.length);

  it('have the EIN prefixes that stdnum knows', () => {
    for (let prefix = 0; prefix < 100; prefix++) {
      const text = `${String(prefix).padStart(2, '0')}-2938105`;
      expect(matches('USA_EMPLOYER_IDENTIFICATION_NUMBER', text), text).toBe(stdnum.US!.ein!.validate(text).isValid);
    }
  });

  it('have the ITIN groups 50 to 65, 70 to 88, 90 to 92 and 94 to 99', () => {
    for (let group = 0; group < 100; group++) {
      const text = `912-${String(group).padStart(2, '0')}-1234`;
      const expected = (group >= 50 && group <= 65) || (group >= 70 && group <= 88) || (group >= 90 && group !== 93);
      expect(matches('USA_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER', text), text).toBe(expected);
    }
  });
});
