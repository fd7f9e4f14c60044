/** What every part of the catalogue promises of its sheets, against plain RE2: examples, counter-examples, stated rates. */
import { describe, expect, it } from 'vitest';
import type { DetectorSheet } from '../../src/detectors/define.js';
import { allHits, type CompiledForm, compileForms, hitEnd, parseExample, prefixEnds } from './plain-match.js';
import { reshape, seededRandom } from './random-shape.js';

const TRIALS = 3000;

/** The value marked in an example. */
export interface MarkedValue {
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

export function markedValues(sheet: DetectorSheet): MarkedValue[] {
  return sheet.examples.match.map((example) => {
    const { text, bytes, spans } = parseExample(example);
    return { text, bytes, start: spans[0]?.[0] ?? 0, end: spans[0]?.[1] ?? 0 };
  });
}

/** Share of random text that a form which matches the value may accept: its own where it has one, else its sheet's. */
export function rateOfForms(sheet: DetectorSheet, forms: readonly CompiledForm[], { bytes, start, end }: MarkedValue): number {
  const own = forms.filter((form) => hitEnd(form, bytes, start) === end);
  return Math.max(...own.map((form) => form.spec.falseAccept ?? sheet.falseAccept));
}

/**
 * Registers the tests that all parts have in common.
 * @param rateOf share of random text that may be accepted; by default the sheet's
 */
export function describePart(
  sheets: readonly DetectorSheet[],
  rateOf: typeof rateOfForms = ({ falseAccept }) => falseAccept,
): void {
  describe.each(sheets.map((sheet) => [sheet.id, sheet] as const))('%s', (_id, sheet) => {
    const forms = compileForms(sheet);
    const values = markedValues(sheet);
    itFindsMarkedValues(forms, values);
    itIsSilentOnCounterExamples(sheet, forms);

    it('accepts no more random text of its shapes than it states', () => {
      const random = seededRandom(sheet.forms.length);
      for (const one of values) {
        const value = one.bytes.slice(one.start, one.end);
        let accepted = 0;
        for (let i = 0; i < TRIALS; i++) {
          const text = reshape(value, random);
          if (forms.some((form) => hitEnd(form, text, 0) === text.length)) accepted++;
        }
        const stated = rateOf(sheet, forms, one);
        const deviation = Math.sqrt(Math.max(stated, 1 / TRIALS) / TRIALS);
        expect(accepted / TRIALS).toBeLessThanOrEqual(stated + 5 * deviation);
      }
    });

    it('has a column example and does not call its own examples reserved', () => {
      expect(sheet.examples.match.some((example) => typeof example !== 'string')).toBe(true);
      for (const { bytes, start, end } of values) expect(sheet.reserved?.(bytes, start, end) ?? false).toBe(false);
    });
  });
}

export function itFindsMarkedValues(forms: readonly CompiledForm[], values: readonly MarkedValue[]): void {
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
}

export function itIsSilentOnCounterExamples(sheet: DetectorSheet, forms: readonly CompiledForm[]): void {
  it('is silent on counter-examples, but for those that only lack a keyword', () => {
    for (const [example, breaks] of sheet.examples.noMatch) {
      expect(breaks).toMatch(/^(pattern|boundary|validator|keyword): /);
      const { text, bytes } = parseExample(example);
      const hits = allHits(forms, bytes);
      if (breaks.startsWith('keyword:')) expect(hits, text).not.toEqual([]);
      else expect(hits, `${text} (${breaks})`).toEqual([]);
    }
  });
}
