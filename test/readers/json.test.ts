/** JSON documents and JSON lines against JSON.parse, in blocks of every size, and what does not parse. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContentFormat } from '../../src/core/format.js';
import { jsonPath, type PathElement } from '../../src/readers/json-path.js';
import { type FoundValue, fileOf, makeMemory, read, streamOf } from './support.js';

const LINES: ContentFormat = { kind: 'jsonl', encoding: 'utf-8' };
const DOCUMENT: ContentFormat = { kind: 'json', encoding: 'utf-8' };

interface Expected {
  text: string;
  names: string[];
  isName: boolean;
  jsonPath: string;
}

/** The values of a parsed document in the order of its text; `key` is taken as JSON.parse gives it. */
function walk(value: unknown, path: readonly PathElement[], found: Expected[]): void {
  const names = path.filter((element) => typeof element === 'string');
  const put = (text: string, isName: boolean) => found.push({ text, names, isName, jsonPath: jsonPath(path) });
  if (typeof value === 'string') put(value.toWellFormed(), false);
  else if (typeof value === 'number') put(String(value), false);
  else if (Array.isArray(value)) for (const [i, item] of value.entries()) walk(item, [...path, i], found);
  else if (value !== null && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) {
      put(key.toWellFormed(), true);
      walk(item, [...path, key.toWellFormed()], found);
    }
  }
}

/** Lengths count in the raw text, so strings around the limit of three bytes are left out on both sides. */
const isLong = ({ text }: { text: string }): boolean => Buffer.byteLength(text) >= 12;
const seen = ({ text, names, isName, location }: FoundValue) => ({ text, names, isName, jsonPath: location!.jsonPath });

/** One way of many to write a string: characters as they are, or escaped. */
function write(text: string, mode: number): string {
  if (mode === 0) return JSON.stringify(text);
  const units = text.split('');
  return `"${units.map((unit) => (mode === 1 && /[ -!#-[\]-~]/.test(unit) ? unit : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)).join('')}"`;
}

function stringify(value: unknown, style: { mode: number; space: string }): string {
  const { mode, space } = style;
  if (typeof value === 'string') return write(value, mode);
  if (Array.isArray(value)) return `[${space}${value.map((item) => stringify(item, style)).join(`${space},${space}`)}${space}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value).map(([key, item]) => `${write(key, mode)}${space}:${space}${stringify(item, style)}`);
    return `{${space}${members.join(`,${space}`)}${space}}`;
  }
  return JSON.stringify(value);
}

const character = fc.constantFrom(
  'a',
  'Z',
  '0',
  ' ',
  '"',
  '\\',
  '/',
  '\n',
  '\t',
  '\u0001',
  'é',
  '日',
  '\u{1f600}',
  '\ud800',
  '\udc00',
  '{',
  '}',
  '[',
  ',',
  ':',
);
const string = fc.array(character, { maxLength: 30 }).map((parts) => `text-of-it:${parts.join('')}`);
const longString = fc.tuple(character, fc.integer({ min: 1, max: 3000 })).map(([unit, n]) => `long-text-of-it ${unit.repeat(n)}`);
const number = fc.constantFrom(0, -1.5e300, 123456789012345, 4111111111111111, 0.1234567890123, true, false, null);
const key = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('a-long-key-name', 'social security', 'address.city-x', "it's a key name") },
  { weight: 1, arbitrary: string },
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', maxDepth: 6 },
    { weight: 3, arbitrary: string },
    { weight: 1, arbitrary: longString },
    { weight: 2, arbitrary: number },
    { weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 5 }) },
    { weight: 3, arbitrary: fc.dictionary(key, tie('value'), { maxKeys: 5, noNullPrototype: true }) },
  ),
}));
const style = fc.record({ mode: fc.constantFrom(0, 1, 2), space: fc.constantFrom('', ' ', ' \t ') });
const block = fc.integer({ min: 256, max: 6000 });

describe('JSON', () => {
  it('documents have the values and paths that JSON.parse finds', async () => {
    await fc.assert(
      fc.asyncProperty(
        value,
        style,
        fc.constantFrom('', '\n', '\r\n  '),
        block,
        async (document, { mode, space }, more, blockBytes) => {
          const text = stringify(document, { mode, space: space + more });
          const want: Expected[] = [];
          walk(JSON.parse(text), [], want);
          const got = await read(fileOf(text), { format: DOCUMENT, blockBytes, places: true });
          expect(got.values.filter(isLong).map(seen)).toEqual(want.filter(isLong));
          expect(got.counts).toMatchObject({ degraded: 0, records: 1, bytesExamined: Buffer.byteLength(text) });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('lines have the values, paths and numbers of their records', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(value, { minLength: 1, maxLength: 12 }),
        style,
        block,
        fc.boolean(),
        async (records, form, blockBytes, isStreamed) => {
          const lines = records.map((record) => stringify(record, form));
          const text = `${lines.join('\r\n')}\n`;
          const want: object[] = [];
          lines.forEach((line, recordIndex) => {
            const found: Expected[] = [];
            walk(JSON.parse(line), [], found);
            want.push(...found.filter(isLong).map((one) => ({ ...one, recordIndex, line: recordIndex + 1 })));
          });
          const got = await read(isStreamed ? streamOf(text, 777) : fileOf(text), { format: LINES, blockBytes, places: true });
          const all = got.values
            .filter(isLong)
            .map((one) => ({ ...seen(one), recordIndex: one.location!.recordIndex, line: one.line }));
          expect(all).toEqual(want);
          expect(got.counts).toMatchObject({ degraded: 0, records: records.length });
        },
      ),
      { numRuns: 200 },
    );
  });

  const damage = fc.constantFrom('"', '}', ']', '{', ',,', '\\', ' word ', '\n', "'", ':', '"x', '\u0000');
  it('that is damaged is the same in blocks of every size, and loses no text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(value, { minLength: 1, maxLength: 8 }),
        style,
        fc.array(fc.tuple(fc.nat(), damage), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(LINES, DOCUMENT),
        block,
        async (records, form, damages, format, blockBytes) => {
          let text = records.map((record) => stringify(record, form)).join('\n');
          for (const [at, what] of damages) {
            const place = at % (text.length + 1);
            text = text.slice(0, place) + what + text.slice(place);
          }
          text = text.toWellFormed();
          const whole = await read(fileOf(text), { format, places: true });
          const cut = await read(fileOf(text), { format, places: true, blockBytes });
          expect(cut.values).toEqual(whole.values);
          expect(cut.counts).toEqual(whole.counts);
          expect(whole.error).toBeUndefined();
          expectNothingLost(text, whole.values);
        },
      ),
      { numRuns: 300 },
    );
  });

  /** Outside values there are only punctuation, spaces, literals, and values of fewer than three bytes. */
  function expectNothingLost(text: string, values: readonly FoundValue[]): void {
    const bytes = Buffer.from(text);
    let at = 0;
    for (const { start, end } of [...values, { start: bytes.length, end: bytes.length }]) {
      expect(start).toBeGreaterThanOrEqual(at);
      const between = bytes.subarray(at, start).toString();
      expect(between.replace(/"?\\?[^"\\]{0,2}"?/gsu, '').length).toBe(0);
      expect(between.replace(/\b(?:true|false|null)\b/g, '')).not.toMatch(/[A-Za-z0-9-]{4}/);
      at = end;
    }
  }

  it('lines that do not parse are examined as text, and the next line is read again', async () => {
    const text =
      '{"a":"first value"}\n{"a": oops, "b":"second value"}\nplain text, 123\n{"c":"unclosed value\n{"d":["x1y",\n{"e":"last value"} more\n';
    const got = await read(fileOf(text), { format: LINES, places: true });
    expect(got.values.map(({ text, names, location }) => [text, names, location?.recordIndex, location?.jsonPath])).toEqual([
      ['first value', ['a'], 0, '$.a'],
      ['oops, "b":"second value"}', [], 1, undefined],
      ['plain text, 123', [], 2, undefined],
      ['unclosed value', ['c'], 3, '$.c'],
      ['x1y', ['d'], 4, '$.d[0]'],
      ['last value', ['e'], 5, '$.e'],
      ['more', [], 5, undefined],
    ]);
    expect(got.counts).toMatchObject({ degraded: 5, records: 6, newlines: 6 });
  });

  it('document that breaks off or breaks is examined to its end and counted', async () => {
    const open = await read(fileOf('{"a":{"b":"some text'), { format: DOCUMENT });
    expect(open.values.map(({ text, names }) => [text, names])).toEqual([['some text', ['a', 'b']]]);
    expect(open.counts.degraded).toBe(1);
    const broken = await read(fileOf(`{"a":[123,}\n"b":"${'text '.repeat(2000)}"\n`), { format: DOCUMENT, blockBytes: 4096 });
    expect(broken.values).toHaveLength(2);
    expect(broken.values[1]!.text).toMatch(/^}\n"b":"text .* text "\n$/s);
    expect(broken.counts).toMatchObject({ degraded: 1, records: 1 });
  });

  it('deeper than any limit is read without losing values or names above the limit', async () => {
    const depth = 200_000;
    const text = `{"ssn":${'['.repeat(depth)}"deep value"${']'.repeat(depth)},"after":"last value"}`;
    const got = await read(fileOf(text), { format: DOCUMENT, blockBytes: 4096, places: true });
    expect(got.values.map(({ text, names }) => [text, names])).toEqual([
      ['ssn', []],
      ['deep value', ['ssn']],
      ['after', []],
      ['last value', ['after']],
    ]);
    expect(got.values[3]!.location!.jsonPath).toBe('$.after');
    expect(got.values[1]!.location!.jsonPath!.length).toBeLessThanOrEqual(250);
    expect(got.counts.degraded).toBe(0);
  });

  it('with a million distinct keys keeps its values and all names', async () => {
    const records = 105_000;
    const text = Array.from({ length: records }, (_, i) => `{"user-${i}":{"ssn":"value ${i}"}}`).join('\n');
    for (const [tableBytes, blockBytes] of [
      [undefined, 65536],
      [512 * 1024, 9999],
    ] as const) {
      const got = await read(fileOf(text), { format: LINES, memory: makeMemory(undefined, tableBytes), blockBytes });
      expect(got.values).toHaveLength(records * 3);
      const isNamed = got.values.every(({ names, text: value }, i) => {
        const key = `user-${Math.floor(i / 3)}`;
        return (
          value === [key, 'ssn', `value ${Math.floor(i / 3)}`][i % 3] && names.join() === [[], [key], [key, 'ssn']][i % 3]!.join()
        );
      });
      expect(isNamed).toBe(true);
    }
  });

  it('whatever the room for names, finds the same values and places', async () => {
    const key = (i: number) => `${'k'.repeat(1 + (i % 300))}${i}`;
    const record = (i: number): string =>
      `{"${key(i)}":[{"${key(i * 7)}":"a value","n":${i},"${key(i * 3)}":{"x":[true,"b\\u00e9c"]}}],"name":"name of ${String.fromCharCode(97 + (i % 26), 97 + (i % 23))}","value":"e${i}","${'long '.repeat(i % 50 === 0 ? 3000 : 1)}${i}":"c\\"d"}`;
    const records = Array.from({ length: 4000 }, (_, i) => record(i));
    for (const [text, format] of [
      [`[${records.join(',\n')}]`, DOCUMENT],
      [records.join('\n'), LINES],
    ] as const) {
      const wide = await read(fileOf(text), { format, places: true });
      const narrow = await read(fileOf(text), {
        format,
        places: true,
        memory: makeMemory(undefined, 512 * 1024),
        blockBytes: 20_011,
      });
      expect(narrow.counts).toEqual(wide.counts);
      expect(narrow.values.map(seen)).toEqual(wide.values.map(seen));
    }
  });

  it('paths are cut as Macie cuts them', () => {
    expect(jsonPath(['a', 'b', 2, 'odd key', "it's", 'été', '1a', ''])).toBe("$.a.b[2]['odd key']['it\\'s'].été['1a']['']");
    expect(jsonPath([])).toBe('$');
    expect(jsonPath(['a\n\u0001'])).toBe("$['a\\n\\u0001']");
    expect(jsonPath(['x', `${'b'.repeat(10)}${'a'.repeat(240)}`])).toBe(`$.x.${'a'.repeat(240)}`);
    expect(jsonPath([...Array.from({ length: 100 }, () => 'abc'), 'z'])).toBe(
      `$..${Array.from({ length: 61 }, () => 'abc').join('.')}.z`,
    );
    expect(jsonPath(Array.from({ length: 1000 }, () => 7)).length).toBeLessThanOrEqual(250);
  });
});
