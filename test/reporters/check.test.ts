/** One fixed result of a check in every format, with all that they must cope with. */
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../../src/core/check.js';
import { CHECK_FORMATS, type CheckFormatName, checkReport } from '../../src/reporters/check.js';
import { percentText } from '../../src/reporters/check-text.js';
import { CLEAN, contextOf, SUMMARY } from './fixture.js';

const place = (path: string, line: number, more = {}) => ({
  path,
  line,
  column: 7,
  location: { row: line },
  preview: '****-**',
  ...more,
});

const FAILED: CheckResult = {
  verdict: 'fail',
  policy: 'training-data and config',
  rules: [
    { id: 'no-credentials', doc: 'no credentials', detectors: 36, notRun: 0, failures: [] },
    {
      id: 'odd | id\u202e',
      doc: 'no <b>cards</b>',
      detectors: 2,
      notRun: 3,
      failures: [
        {
          detector: 'CREDIT_CARD_NUMBER',
          scope: { kind: 'dataset' },
          excess: { limit: 'maxOccurrences', allowed: 0, found: 1200 },
          places: [place('data/a.csv', 2), place('data/b.csv', 3)],
        },
        {
          detector: 'EMAIL_ADDRESS',
          scope: { kind: 'column', family: 'table', name: 'mail|[x](javascript:1)\u001b[2J' },
          excess: { limit: 'maxShare', allowed: 0.0001, found: 0.99999 },
          places: [place('data/secret-4111.txt', 2, { printPath: 'data/secret-****#0a1b2c3d.txt', pathBase64: 'ZGF0YQ==' })],
        },
        {
          detector: 'EMAIL_ADDRESS',
          scope: { kind: 'column', family: 'documents', name: '' },
          excess: { limit: 'maxShare', allowed: 0.05, found: 0.5 },
          places: [],
        },
        {
          detector: 'GITHUB_TOKEN',
          scope: { kind: 'item', path: 'data/c.csv', items: 3 },
          excess: { limit: 'failOn', allowed: 'medium', found: 'high' },
          places: [place('data/c.csv', 9)],
        },
      ],
    },
  ],
  columns: [
    { family: 'table', name: 'age', type: 'integer', items: 2, values: 2000, empty: 0, identifiers: [] },
    {
      family: 'table',
      name: 'mail|[x](javascript:1)\u001b[2J',
      type: 'identifier',
      items: 2,
      values: 200_000,
      empty: 100_000,
      identifiers: [
        {
          detector: 'EMAIL_ADDRESS',
          occurrences: 99_999,
          values: 99_999,
          share: 0.99999,
          distinct: 10_000,
          distinctIsLowerBound: true,
          places: [place('data/a.csv', 2)],
        },
        {
          detector: 'CREDIT_CARD_NUMBER',
          occurrences: 1,
          values: 1,
          share: 0.00001,
          distinct: 1,
          distinctIsLowerBound: false,
          places: [place('data/a.csv', 5)],
        },
      ],
    },
    { family: 'table', name: '', isRest: true, type: 'mixed', items: 0, values: 12, empty: 3, identifiers: [] },
    {
      family: 'records',
      name: 'messages.content (user)',
      type: 'free text',
      items: 1,
      values: 4000,
      empty: 0,
      identifiers: [
        {
          detector: 'EMAIL_ADDRESS',
          occurrences: 6,
          values: 5,
          share: 0.00125,
          distinct: 6,
          distinctIsLowerBound: false,
          places: [place('chat.jsonl', 1, { location: { recordIndex: 0, jsonPath: '$.messages[0].content' } })],
        },
      ],
    },
    {
      family: 'documents',
      name: '',
      type: 'free text',
      items: 4,
      values: 4,
      empty: 0,
      bytes: 2_000_000,
      identifiers: [
        {
          detector: 'EMAIL_ADDRESS',
          occurrences: 3,
          values: 2,
          share: 0.5,
          distinct: 3,
          distinctIsLowerBound: false,
          places: [place('notes/a.txt', 4, { location: {} })],
        },
      ],
    },
  ],
  problems: [
    {
      path: 'data/\\xFF.bin',
      pathBase64: 'ZGF0YS//LmJpbg==',
      code: 'unsupported',
      detail: 'Parquet is not read yet',
      bytesExamined: 0,
    },
  ],
  summary: SUMMARY,
};

const PASSED: CheckResult = {
  ...FAILED,
  verdict: 'pass',
  policy: 'strict',
  rules: FAILED.rules.slice(0, 1),
  problems: [],
  summary: CLEAN,
};

const reportOf = (format: CheckFormatName, result: CheckResult, color = false) =>
  [...checkReport(format, result, contextOf({ color }))].join('');

/** Compares with a file under golden/, which `npm run golden` rewrites; a file that is missing is a failure. */
function expectGolden(name: string, actual: string): void {
  const file = new URL(`golden/${name}`, import.meta.url);
  if (process.env.GOLDEN === 'write') fs.writeFileSync(file, actual);
  expect(actual).toBe(fs.readFileSync(file, 'utf8'));
}

describe.each(Object.keys(CHECK_FORMATS) as CheckFormatName[])('%s', (format) => {
  it('prints the fixed result', () => expectGolden(`check.${format}.txt`, reportOf(format, FAILED)));

  it('lets no control, bidirectional or line separator character through', () =>
    expect(reportOf(format, FAILED).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u));

  it('prints no path that holds a value', () => {
    expect(reportOf(format, FAILED)).not.toContain('4111');
    expect(reportOf(format, FAILED)).not.toContain('ZGF0YQ==');
  });
});

it('a pass says how many encoded texts were not looked into', () => {
  const passed: CheckResult = { ...PASSED, summary: { ...CLEAN, undecoded: 2 } };
  expect(reportOf('table', passed)).toMatch(/^PASS {2}policy strict, 1 rule: none failed; 2 encoded texts not looked into\n/);
  expect(reportOf('markdown', passed)).toContain('none failed; 2 encoded texts not looked into\n');
  expect(JSON.parse(reportOf('json', passed))).toMatchObject({ verdict: 'pass', summary: { undecoded: 2 } });
  expect(reportOf('table', PASSED)).not.toContain('encoded');
});

it('a place says in which sheet, cell, page or part it stands, and in what writing', () => {
  const identifier = FAILED.columns[0]!.identifiers;
  const [, column] = FAILED.columns;
  const at = (more: object) => ({ ...column!, identifiers: [{ ...column!.identifiers[0]!, places: [place('a', 2, more)] }] });
  expect(identifier).toEqual([]);
  const columns = [
    at({ spanSpace: 'value', line: 1, column: 1, location: { sheet: 'St|aff\u202e', cell: 'B7', row: 7 } }),
    at({ location: { page: 3, encoding: ['base64'], innerPath: '$.user' } }),
    at({ location: { paragraph: 12, part: 'footnotes' } }),
  ];
  const result = { ...PASSED, columns };
  const table = reportOf('table', result);
  for (const text of ['a row 7 (St|aff\\u{202E}!B7)', 'a 2:7 (page 3, base64, $.user)', 'a 2:7 (paragraph 12, part footnotes)'])
    expect(table).toContain(text);
  const markdown = reportOf('markdown', result);
  for (const text of ['a row 7 \\(St\\|aff', '\\!B7\\)', 'a 2:7 \\(page 3, base64, $.user\\)']) expect(markdown).toContain(text);
  const places = JSON.parse(reportOf('json', result)).columns.map(
    ({ identifiers }: { identifiers: { places: object[] }[] }) => identifiers[0]!.places[0],
  );
  expect(places).toMatchObject([
    { spanSpace: 'value', location: { cell: 'B7' } },
    { location: { page: 3 } },
    { location: { paragraph: 12 } },
  ]);
  expect(places[1]).not.toHaveProperty('spanSpace');
});

describe('the verdict', () => {
  const firstLine = (more: Partial<CheckResult>) => reportOf('table', { ...PASSED, ...more }).split('\n')[0];
  it('of a part is never that all is well', () => {
    const summary = { ...CLEAN, problems: 1, complete: false };
    expect(firstLine({})).toBe('PASS  policy strict, 1 rule: none failed');
    expect(firstLine({ verdict: 'incomplete', summary })).toMatch(/^INCOMPLETE .*but not everything was examined$/);
    expect(firstLine({ verdict: 'incomplete', summary: { ...CLEAN, items: 0 } })).toMatch(/^INCOMPLETE .*nothing was examined$/);
    expect(firstLine({ ...FAILED })).toMatch(/^FAIL .*1 failed; not everything was examined$/);
  });
  it('is coloured only when asked for', () => {
    expect(reportOf('table', FAILED, true)).toContain('\u001b[31;1mFAIL\u001b[0m');
    expect(reportOf('markdown', FAILED, true)).not.toContain('\u001b');
  });
});

it.each([
  [0, '0 %'],
  [1, '100 %'],
  [0.99999, '99 %'],
  [0.000_001_2, '0.00012 %'],
  [0.0123, '1.2 %'],
  [0.456, '46 %'],
])('%f is %s', (share, text) => expect(percentText(share)).toBe(text));
