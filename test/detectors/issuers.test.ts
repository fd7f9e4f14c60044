/** The sheets of issuers against plain RE2: every form finds its example from start to end, counter-examples stay silent, rates hold. */
import { describe, expect, it } from 'vitest';
import { ISSUERS } from '../../src/detectors/part-issuers.js';
import { TOKENS_CONTACT } from '../../src/detectors/part-tokens-contact.js';
import { buildShapes } from '../../src/engine/shapes.js';
import { itFindsMarkedValues, markedValues } from './part-sheets.js';
import { compileForms, hitEnd, parseExample } from './plain-match.js';
import { seededRandom } from './random-shape.js';

const TRIALS = 2000;
const TOKEN_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Random text in place of a token: every character of the token alphabet for another of it, the prefix included. */
function reshapeToken(value: Uint8Array, random: (below: number) => number): Uint8Array {
  return Buffer.from(
    value.map((byte) => (TOKEN_ALPHABET.includes(String.fromCharCode(byte)) ? TOKEN_ALPHABET.charCodeAt(random(64)) : byte)),
  );
}

it('names at least a hundred issuers, together with the sheets of single ones', () => {
  const single = TOKENS_CONTACT.filter((sheet) => sheet.category === 'credentials' && sheet.space === 'token');
  expect(new Set([...single, ...ISSUERS].map((sheet) => sheet.id)).size).toBeGreaterThanOrEqual(100);
});

describe.each(ISSUERS.map((sheet) => [sheet.id, sheet] as const))('%s', (_id, sheet) => {
  const forms = compileForms(sheet);
  const values = markedValues(sheet);

  itFindsMarkedValues(forms, values);

  it('is silent on counter-examples, but for those that only lack a keyword', () => {
    for (const [example, breaks] of sheet.examples.noMatch) {
      expect(breaks).toMatch(/^(pattern|boundary|validator|keyword): /);
      const { text, bytes } = parseExample(example);
      const hits = [...bytes.keys()].filter((start) => forms.some((form) => hitEnd(form, bytes, start) >= 0));
      if (breaks.startsWith('keyword:')) expect(hits, text).not.toEqual([]);
      else expect(hits, `${text} (${breaks})`).toEqual([]);
    }
  });

  it('accepts no more random text of its shapes than it states', () => {
    const random = seededRandom(sheet.forms.length);
    for (const { bytes, start, end } of values) {
      const value = bytes.slice(start, end);
      const fitting = forms.filter((form) => hitEnd(form, bytes, start) === end);
      const stated = Math.max(...fitting.map((form) => form.spec.falseAccept ?? sheet.falseAccept));
      let accepted = 0;
      for (let i = 0; i < TRIALS; i++) {
        const text = reshapeToken(value, random);
        if (fitting.some((form) => hitEnd(form, text, 0) === text.length)) accepted++;
      }
      expect(accepted / TRIALS, value.toString()).toBeLessThanOrEqual(
        stated + 5 * Math.sqrt(Math.max(stated, 1 / TRIALS) / TRIALS),
      );
    }
  });

  it('has a mark of its own or asks for a keyword', () => {
    for (const { spec } of forms) {
      if ((spec.keywordMode ?? sheet.keywords.mode) === 'required') continue;
      expect(spec.pattern, 'three fixed characters somewhere').toMatch(/[A-Za-z0-9:/=$%_.~-]{3}|Q~/);
      expect(spec.falseAccept ?? sheet.falseAccept).toBeLessThanOrEqual(0.0001);
    }
  });
});

it('finds every form by a mark, none by a search of the whole block', () => {
  const { shapes } = buildShapes(ISSUERS);
  expect(shapes.filter(({ mark }) => mark.kind === 'search').map(({ pattern }) => pattern)).toEqual([]);
});
