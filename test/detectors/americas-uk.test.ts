/** The sheets of this part against plain RE2: examples match exactly, counter-examples do not, no form is unused. */
import { describe, expect, it } from 'vitest';
import { AMERICAS_UK } from '../../src/detectors/part-americas-uk.js';
import { allHits, compileForms, hitEnd, parseExample, prefixEnds } from './plain-match.js';

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
