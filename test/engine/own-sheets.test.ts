/**
 * Sheets that the catalogue lacks, with tables made at run time: what the engine finds with them is what the reference finds. The
 * laws of the catalogue say nothing of keywords and forms that it happens not to have.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CustomRule } from '../../src/core/custom.js';
import { createEngine } from '../../src/engine/index.js';
import { loadRegex } from '../../src/engine/re2.js';
import { createReference } from '../../src/engine/reference.js';
import { comparable, scanInput, scanText } from './segments.js';
import { hasNine, sheet, sumOfTen } from './sheets.js';

const regex = loadRegex('auto');
const own = (id: string, pattern: string, rule: Partial<CustomRule>) =>
  sheet(id, {
    forms: [pattern],
    boundary: 'none',
    falseAccept: 0,
    custom: { keywords: [], ignoreWords: [], distance: 50, ...rule },
  });
const words = (...list: string[]) => ({ mode: 'required', words: list }) as const;

const SHEETS = {
  'keywords whose second character is a digit': [
    sheet('A', { forms: [String.raw`\d{5}`, String.raw`[A-Z]\d{4}`], keywords: words('a1c', 'f2', 'b 4x'), boundary: 'word' }),
  ],
  'runs behind characters that may stand before a start': [
    sheet('PLUS', { forms: [String.raw`\+\d{4}`, String.raw`\(\d{2}\) ?\d{3}`], keywords: words('pin') }),
    sheet('BARE', { forms: [String.raw`\+?\d{3,4}`], validator: sumOfTen }),
    sheet('SIGNED', { forms: [String.raw`[-;]\d{2}`], keywords: words('f2', 'pin') }),
  ],
  'forms that may end inside a run': [
    sheet('FOUR', { forms: [String.raw`\d{4}`], boundary: 'none' }),
    sheet('PAIR', { forms: [String.raw`[A-Z]\d{3}`, String.raw`\d{2}:\d{2}`], keywords: words('pin'), boundary: 'none' }),
    sheet('SIGN', { forms: [String.raw`\+\d{2}`], boundary: 'none' }),
  ],
  'numbers of two and three runs': [
    sheet('DOTS', { forms: [String.raw`\d{2}[.:]\d{3}(?:-\d)?`, String.raw`\d{1,3}(?:\.\d{1,3}){3}`] }),
    sheet('OPEN', { forms: [{ pattern: String.raw`\d{3}-\d+[a-f]`, maxLength: 12 }], boundary: 'word' }),
    sheet('HALF', { forms: [String.raw`\d{2}-?\d{2}`], boundary: 'word', validator: hasNine }),
  ],
  "users' own beside those of tables": [
    sheet('FOUR', { forms: [String.raw`\d{4}`], keywords: words('tag') }),
    own('BARE', String.raw`[A-Z]+\d{2,3}`, {}),
    own('NEAR', String.raw`\d{3,5}`, { keywords: ['pin', 'b 4x'], distance: 12 }),
    own('FAR', String.raw`(?i)[a-f]\d{2}(?:-\d)?`, { keywords: ['a1c'], ignoreWords: ['9'], distance: 50 }),
    own('ALL', String.raw`\d{1,900}é?`, { keywords: ['tag'], distance: 300 }),
  ],
  'runs that belong to some detectors only': [
    sheet('NINE', { forms: [String.raw`\d{4}[ -]?\d{2}`], keywords: words('pin'), validator: hasNine }),
    sheet('MIXED', { forms: [String.raw`[A-Z]{1,2}\d{3,5}[A-Z]?`], keywords: words('tag', 'pin'), boundary: 'word' }),
    sheet('HEX', { forms: ['[0-9a-f]{2}(?::[0-9a-f]{2}){2}'], keywords: words('tag'), boundary: 'word' }),
    sheet('LONG', { forms: [String.raw`[a-z]{3}\d{1,60}`], keywords: words('b 4x'), boundary: 'word' }),
  ],
};

const word = fc.constantFrom('pin', 'tag', 'a1c', 'f2', 'b 4x', 'A1', 'x', 'pins', 'a1cd');
const run = fc.oneof(
  fc.stringMatching(/^[0-9]{1,6}$/),
  fc.stringMatching(/^[0-9]{4}[ -]?[0-9]{2}$/),
  fc.stringMatching(/^[A-Z]{1,2}[0-9]{3,5}[A-Z]?$/),
  fc.stringMatching(/^[0-9a-f]{2}(:[0-9a-f]{2}){1,3}$/),
  fc.stringMatching(/^[a-z]{3}[0-9]{1,3}$/),
  fc.stringMatching(/^[0-9]{1,3}([.:-][0-9]{1,4}){1,3}[a-f]?$/),
);
const glue = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  '',
  '+',
  '(',
  ') ',
  '-',
  ';',
  ':',
  '%',
  ' +',
  ' (',
  ' -',
  '\n',
  '.',
  'é',
  ' '.repeat(40),
);
const part = fc.oneof(
  word,
  run,
  glue,
  fc.tuple(word, glue, run, glue).map((parts) => parts.join('')),
);
const text = fc.array(part, { minLength: 1, maxLength: 12 }).map((parts) => Buffer.from(parts.join('')));

it.each(Object.entries(SHEETS))('%s', { timeout: 60_000 }, (_, detectors) => {
  const engine = createEngine({ detectors });
  const reference = createReference(detectors, regex);
  let hits = 0;
  fc.assert(
    fc.property(text, (bytes) => {
      const expected = comparable(reference.scan({ text: bytes }), () => bytes);
      hits += expected.length;
      expect(scanText(engine, bytes)).toEqual(expected);
    }),
    { numRuns: 20_000 },
  );
  expect(hits).toBeGreaterThan(200);
});

it("users' identifiers in values: keywords in front or in names, words to ignore", () => {
  const detectors = [
    sheet('FOUR', { forms: [String.raw`\d{4}`] }),
    own('OWN', String.raw`\d{5}`, { keywords: ['staff no'], ignoreWords: ['00'] }),
  ];
  const engine = createEngine({ detectors });
  const reference = createReference(detectors, regex);
  const cells = [
    '12345',
    'staff-no 12345',
    '12345 staff no',
    'staff no 10023',
    `staff no ${'.'.repeat(44)}12345`,
    `STAFF_NO${'.'.repeat(46)}12345`,
  ];
  const values = [['id'], ['staffNo'], ['person', 'staff_no']].flatMap((names) =>
    cells.map((cell) => ({ bytes: Buffer.from(cell), names })),
  );
  const expected = comparable(reference.scan({ values }), (index) => values[index]!.bytes);
  expect(scanInput(engine, { values })).toEqual(expected);
  expect(expected.filter(({ detector }) => detector === 1).map(({ value, keyword }) => [value, keyword])).toEqual([
    [1, 'staff no'],
    [4, 'staff no'],
    ...[6, 7, 8, 10, 11, 12, 13, 14, 16, 17].map((value) => [value, 'staff no']),
  ]);
});
