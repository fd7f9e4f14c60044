/** Both RE2 engines behind one façade must give the same ends; what one of them does alone is no behaviour of ours. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/core/errors.js';
import { CATALOGUE } from '../../src/detectors/index.js';
import { characterBoundary, loadRegex } from '../../src/engine/re2.js';
import { formSources, nearMiss, validValue } from './grammar.js';
import { createRandom } from './random.js';

const native = loadRegex('native');
const js = loadRegex('js');
const bytes = (text: string) => new TextEncoder().encode(text);

describe.each([native, js])('$kind', (engine) => {
  it('matches only at the start that is asked for', () => {
    const ssn = engine.compile(String.raw`\d{3}-\d{2}-\d{4}`);
    const text = bytes('é 536-90-4399.');
    expect(ssn.matchAt(text, 3, text.length)).toBe(14);
    expect(ssn.matchAt(text, 2, text.length)).toBe(-1);
    expect(ssn.matchAt(text, 4, text.length)).toBe(-1);
  });

  it('sees nothing behind the limit', () => {
    const letters = engine.compile('[a-z]+');
    const text = bytes('abcdef');
    expect(letters.matchAt(text, 1, 4)).toBe(4);
    expect(letters.matchAt(text, 4, 4)).toBe(-1);
    expect(letters.matchAt(text, 6, 6)).toBe(-1);
    expect(engine.compile('cde').matchAt(text, 2, 4)).toBe(-1);
  });

  it('prefers the leftmost alternative, not the longest', () => {
    const text = bytes('abc');
    expect(engine.compile('ab|abc').matchAt(text, 0, 3)).toBe(2);
    expect(engine.compile('abc|ab').matchAt(text, 0, 3)).toBe(3);
    expect(engine.compile('abc|ab').matchAt(text, 0, 2)).toBe(2);
  });

  it('finds a literal at a start that is not its first place', () => {
    const text = bytes('key key');
    expect(engine.compile('key').matchAt(text, 4, 7)).toBe(7);
    expect(engine.compile('key', 3).matchAt(text, 4, 7)).toBe(7);
  });

  it('searches from an offset up to a limit', () => {
    const digits = engine.compile(String.raw`\d{2}`);
    const text = bytes('ä12 345');
    expect(digits.search(text, 0, text.length)).toEqual({ start: 2, end: 4 });
    expect(digits.search(text, 3, text.length)).toEqual({ start: 5, end: 7 });
    expect(digits.search(text, 3, 6)).toBeNull();
    expect(digits.search(text, 8, 8)).toBeNull();
  });

  it('sees a view into a larger buffer by its own offsets', () => {
    const whole = bytes('12345 678');
    const view = whole.subarray(6);
    const digits = engine.compile(String.raw`\d+`);
    expect(digits.matchAt(whole, 0, 9)).toBe(5);
    expect(digits.matchAt(view, 0, 3)).toBe(3);
    expect(digits.matchAt(whole, 1, 3)).toBe(3);
    whole.set(bytes('x'), 0);
    expect(digits.matchAt(whole, 0, 9)).toBe(-1);
  });

  it('refuses what RE2 refuses, and says which pattern', () => {
    expect(() => engine.compile('(?=a)b')).toThrow(ConfigError);
    expect(() => engine.compile('(?=a)b')).toThrow('(?=a)b');
  });
});

describe('loadRegex', () => {
  it('takes the native engine if it is there', () => {
    expect(loadRegex('auto').kind).toBe('native');
    expect(native.kind).toBe('native');
    expect(js.kind).toBe('js');
  });
});

describe('characterBoundary', () => {
  it('never cuts a character', () => {
    const text = bytes('aé€😀b');
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((at) => characterBoundary(text, at))).toEqual([
      0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10, 11,
    ]);
  });
});

describe('both engines', () => {
  const patterns = [
    String.raw`\d{3}[- ]\d{2}[- ]\d{4}`,
    String.raw`(?i)[a-z]{2}\d{2}(?: [a-z0-9]{4}){2,7}`,
    String.raw`[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}`,
    '(?i)(?:sk|key)[^"k]{1,8}',
    '[^"\\n]+é',
    '(?:ab|a)(?:c|bcd)?[^c]',
    String.raw`\s\S\w\W.`,
    'ſ|K|ß+',
  ];
  const alphabet = [
    's',
    'k',
    'K',
    'ſ',
    'K',
    'ß',
    'a',
    'b',
    'c',
    'd',
    'é',
    'é',
    '1',
    '23',
    '456',
    '-',
    ' ',
    '@',
    '.',
    '"',
    '\n',
    '😀',
    '日',
    'key',
    '\0',
  ];
  const text = fc.array(fc.constantFrom(...alphabet), { maxLength: 60 }).map((parts) => bytes(parts.join('')));

  it.each(patterns)('end %s at the same place from every start, with and without limit', (pattern) => {
    const a = native.compile(pattern);
    const b = js.compile(pattern);
    fc.assert(
      fc.property(text, fc.nat(), (input, seed) => {
        const limit = characterBoundary(input, seed % (input.length + 1));
        for (let start = 0; start <= input.length; start++) {
          if (characterBoundary(input, start) !== start) continue;
          expect(b.matchAt(input, start, input.length)).toBe(a.matchAt(input, start, input.length));
          expect(b.matchAt(input, start, limit)).toBe(a.matchAt(input, start, limit));
          expect(b.search(input, start, limit)).toEqual(a.search(input, start, limit));
        }
      }),
      { numRuns: 60, seed: 20 },
    );
  });

  it('search gives the first start that matchAt accepts, with the same end', () => {
    for (const engine of [native, js]) {
      for (const pattern of patterns) {
        const regex = engine.compile(pattern);
        fc.assert(
          fc.property(text, (input) => {
            const starts = Array.from({ length: input.length }, (_, at) => at).filter(
              (at) => characterBoundary(input, at) === at,
            );
            const start = starts.find((at) => regex.matchAt(input, at, input.length) >= 0);
            const expected = start === undefined ? null : { start, end: regex.matchAt(input, start, input.length) };
            expect(regex.search(input, 0, input.length)).toEqual(expected);
          }),
          { numRuns: 30, seed: 21 },
        );
      }
    }
  });
});

it('both engines agree on every form of the catalogue', { timeout: 120_000 }, () => {
  const random = createRandom(22);
  const noise = ['0', '7', 'a', 'Z', '-', ' ', '.', '_', '/', '@', ':', '+', '=', 'é', 'ſ', '\u212a', '日', '\n', '\0', '"'];
  const wrong: string[] = [];
  for (const source of formSources(CATALOGUE, native)) {
    const other = js.compile(source.spec.pattern);
    const texts = Array.from({ length: 9 }, (_, index) => {
      const value = index % 3 === 0 ? nearMiss(random, source) : index % 3 === 1 ? validValue(random, source) : '';
      const [before, after] = [random.integer(4), random.integer(12)].map((length) =>
        Array.from({ length }, () => random.pick(noise)).join(''),
      );
      return bytes(before + value + after);
    });
    for (const text of texts) {
      for (let start = 0; start < text.length; start++) {
        if (characterBoundary(text, start) !== start) continue;
        const limit = characterBoundary(text, start + random.integer(text.length - start + 1));
        const isSame =
          source.sticky.matchAt(text, start, text.length) === other.matchAt(text, start, text.length) &&
          source.sticky.matchAt(text, start, limit) === other.matchAt(text, start, limit) &&
          source.sticky.nextStart(text, start, text.length) === other.nextStart(text, start, text.length);
        if (!isSame)
          wrong.push(`${source.sheet.id} form ${source.form} from ${start} in ${JSON.stringify(new TextDecoder().decode(text))}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});
