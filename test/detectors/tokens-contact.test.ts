/** The sheets of this part against plain RE2: examples match exactly, counter-examples do not, stated rates hold. */
import { describe, expect, it } from 'vitest';
import { TOKENS_CONTACT } from '../../src/detectors/part-tokens-contact.js';
import { buildShapes } from '../../src/engine/shapes.js';
import { type CompiledForm, compileForms, hitEnd, parseExample, passesRight, prefixEnds } from './plain-match.js';
import { reshape, seededRandom } from './random-shape.js';

const TRIALS = 2000;

/** The form's hit at `start`: the longest of the candidate ends where it has several, else RE2's end. */
function endAt(form: CompiledForm, bytes: Uint8Array, start: number): number {
  if (form.spec.ends !== 'groups') return hitEnd(form, bytes, start);
  for (let end = bytes.length; end > start; end--) {
    const isGroupEnd = /\d/.test(String.fromCharCode(bytes[end - 1]!)) && !/\d/.test(String.fromCharCode(bytes[end] ?? 0));
    if (!isGroupEnd) continue;
    const found = hitEnd(form, Buffer.from(bytes.subarray(0, end)), start);
    if (found === end && passesRight(form, bytes, end)) return end;
  }
  return -1;
}

const TOKEN_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Random text in place of a token: every character of the token alphabet for another of it, the prefix included. */
function reshapeToken(value: Uint8Array, random: (below: number) => number): Uint8Array {
  return Buffer.from(
    value.map((byte) => (TOKEN_ALPHABET.includes(String.fromCharCode(byte)) ? TOKEN_ALPHABET.charCodeAt(random(64)) : byte)),
  );
}

describe.each(TOKENS_CONTACT.map((sheet) => [sheet.id, sheet] as const))('%s', (_id, sheet) => {
  const forms = compileForms(sheet);
  const values = sheet.examples.match.map((example) => {
    const { text, bytes, spans } = parseExample(example);
    return { text, bytes, start: spans[0]?.[0] ?? 0, end: spans[0]?.[1] ?? 0 };
  });

  it('finds each marked value from its start to its end, by every form at least once', () => {
    const used = new Set<number>();
    for (const { text, bytes, start, end } of values) {
      const exact = forms.flatMap((form, index) => (endAt(form, bytes, start) === end ? [index] : []));
      expect(exact, text).not.toEqual([]);
      for (const index of exact) {
        used.add(index);
        const form = forms[index]!;
        // A header ends where its pattern does: RE2 takes the longest run of pairs, and nothing behind it is refused.
        // What has a name before it ends at the first byte that its class leaves out.
        const isNamed = form.before !== undefined || form.spec.keywordMode === 'named';
        const isOpenEnded = form.spec.ends === 'groups' || sheet.boundary === 'line' || isNamed;
        if (!isOpenEnded) expect(prefixEnds(form, bytes, start, end), text).toEqual([]);
      }
    }
    expect(forms.filter((_, index) => !used.has(index)).map((form) => (form.spec.before ?? '') + form.spec.pattern)).toEqual([]);
  });

  it('is silent on counter-examples, but for those that only lack a keyword', () => {
    for (const [example, breaks] of sheet.examples.noMatch) {
      expect(breaks).toMatch(/^(pattern|boundary|validator|keyword): /);
      const { text, bytes } = parseExample(example);
      const hits = [...bytes.keys()].filter((start) => forms.some((form) => endAt(form, bytes, start) >= 0));
      if (breaks.startsWith('keyword:')) expect(hits, text).not.toEqual([]);
      else expect(hits, `${text} (${breaks})`).toEqual([]);
    }
  });

  // What an address of mail, of a machine or a URL is made of (`@`, five colons, `://`) is what random text does not have; see the last tests.
  it.skipIf(['EMAIL_ADDRESS', 'URL_WITH_PASSWORD', 'MAC_ADDRESS'].includes(sheet.id))(
    'accepts no more random text of its shapes than it states',
    () => {
      const random = seededRandom(sheet.forms.length);
      for (const { bytes, start, end } of values) {
        const value = bytes.slice(start, end);
        const fitting = forms.filter((form) => endAt(form, bytes, start) === end);
        const stated = Math.max(...fitting.map((form) => form.spec.falseAccept ?? sheet.falseAccept));
        let accepted = 0;
        for (let i = 0; i < TRIALS; i++) {
          const text = sheet.space === 'token' ? reshapeToken(value, random) : reshape(value, random);
          if (fitting.some((form) => hitEnd(form, text, 0) === text.length)) accepted++;
        }
        expect(accepted / TRIALS, value.toString()).toBeLessThanOrEqual(
          stated + 5 * Math.sqrt(Math.max(stated, 1 / TRIALS) / TRIALS),
        );
      }
    },
  );

  it('has a column example and does not call its own examples reserved', () => {
    expect(sheet.examples.match.some((example) => typeof example !== 'string')).toBe(true);
    for (const { text, bytes, start, end } of values)
      expect([text, sheet.reserved?.(bytes, start, end) ?? false]).toEqual([text, false]);
  });
});

it('finds every form by a mark, none by a search of the whole block', () => {
  const { shapes } = buildShapes(TOKENS_CONTACT);
  expect(shapes.filter(({ mark }) => mark.kind === 'search').map(({ pattern }) => pattern)).toEqual([]);
});

it('random printable text holds an e-mail address or a URL with password less than once in 10,000 lines', () => {
  const forms = TOKENS_CONTACT.filter((sheet) => ['EMAIL_ADDRESS', 'URL_WITH_PASSWORD'].includes(sheet.id)).flatMap(compileForms);
  const random = seededRandom(7);
  let hits = 0;
  for (let i = 0; i < 20_000; i++) {
    const line = Buffer.from(Array.from({ length: 60 }, () => 32 + random(95)));
    const at = line.indexOf('@');
    if (at < 0) continue;
    for (let start = 0; start < at; start++) if (forms.some((form) => hitEnd(form, line, start) >= 0)) hits++;
  }
  expect(hits).toBeLessThanOrEqual(2);
});

it('random printable text holds a MAC address less than once in 10,000 lines, and of its characters still rarely one', () => {
  const forms = compileForms(TOKENS_CONTACT.find(({ id }) => id === 'MAC_ADDRESS')!);
  const random = seededRandom(8);
  const hitsIn = (alphabet: string, lines: number): number => {
    let hits = 0;
    for (let i = 0; i < lines; i++) {
      const line = Buffer.from(Array.from({ length: 60 }, () => alphabet.charCodeAt(random(alphabet.length))));
      for (let start = 0; start < line.length; start++) if (forms.some((form) => hitEnd(form, line, start) >= 0)) hits++;
    }
    return hits;
  };
  const printable = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');
  expect(hitsIn(printable, 10_000)).toBe(0);
  expect(hitsIn('0123456789abcdef:::::', 10_000)).toBeLessThanOrEqual(10);
});
