/** The sheets of this part against plain RE2: examples match exactly, counter-examples do not, stated rates hold. */
import { describe, expect, it } from 'vitest';
import { EUROPE_NATIONAL } from '../../src/detectors/part-europe-national.js';
import { allHits, compileForms, hitEnd, parseExample, prefixEnds } from './plain-match.js';
import { reshape, seededRandom } from './random-shape.js';

const TRIALS = 3000;

describe.each(EUROPE_NATIONAL.map((sheet) => [sheet.id, sheet] as const))('%s', (_id, sheet) => {
  const forms = compileForms(sheet);
  const values = sheet.examples.match.map((example) => {
    const { text, bytes, spans } = parseExample(example);
    return { text, bytes, start: spans[0]?.[0] ?? 0, end: spans[0]?.[1] ?? 0 };
  });

  it('finds each marked value from its start to its end, by every form at least once', () => {
    const used = new Set<number>();
    for (const { text, bytes, start, end } of values) {
      const exact = forms.flatMap((form, index) => (hitEnd(form, bytes, start) === end ? [index] : []));
      expect(exact, text).not.toEqual([]);
      for (const index of exact) {
        used.add(index);
        expect(prefixEnds(forms[index]!, bytes, start, end), text).toEqual([]);
      }
    }
    expect(forms.filter((_, index) => !used.has(index)).map((form) => form.spec.pattern)).toEqual([]);
  });

  it('is silent on counter-examples, but for those that only lack a keyword', () => {
    for (const [example, breaks] of sheet.examples.noMatch) {
      expect(breaks).toMatch(/^(pattern|boundary|validator|keyword): /);
      const { text, bytes } = parseExample(example);
      const hits = allHits(forms, bytes);
      if (breaks.startsWith('keyword:')) expect(hits, text).not.toEqual([]);
      else expect(hits, `${text} (${breaks})`).toEqual([]);
    }
  });

  it('accepts no more random text of its shapes than it states', () => {
    const random = seededRandom(sheet.forms.length);
    for (const { bytes, start, end } of values) {
      const value = bytes.slice(start, end);
      let accepted = 0;
      for (let i = 0; i < TRIALS; i++) {
        const text = reshape(value, random);
        if (forms.some((form) => hitEnd(form, text, 0) === text.length)) accepted++;
      }
      const rates = forms
        .filter((form) => hitEnd(form, bytes, start) === end)
        .map((form) => form.spec.falseAccept ?? sheet.falseAccept);
      const stated = Math.max(...rates);
      const deviation = Math.sqrt(Math.max(stated, 1 / TRIALS) / TRIALS);
      expect(accepted / TRIALS).toBeLessThanOrEqual(stated + 5 * deviation);
    }
  });

  it('has a column example and does not call its own examples reserved', () => {
    expect(sheet.examples.match.some((example) => typeof example !== 'string')).toBe(true);
    for (const { bytes, start, end } of values) expect(sheet.reserved?.(bytes, start, end) ?? false).toBe(false);
  });
});
