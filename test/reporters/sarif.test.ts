/** SARIF against the standard's schema, that of what Clearset writes and the limits of code scanning: few results and very many, odd names, revealed values. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { gzipSync } from 'node:zlib';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Log, Result } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { Finding, ItemResult, Occurrence, Severity, Summary } from '../../src/core/result.js';
import { CATALOGUE } from '../../src/detectors/index.js';
import type { ReportContext } from '../../src/reporters/report.js';
import { sarif } from '../../src/reporters/sarif.js';
import { ruleOf } from '../../src/reporters/sarif-rules.js';
import { uriOf } from '../../src/reporters/uri.js';
import { CLEAN, contextOf, ITEMS, SUMMARY } from './fixture.js';

const ajv = new Ajv({ strict: false });
addFormats.default(ajv);
const isValid = ajv.compile(schemaAt(new URL('sarif-schema.json', import.meta.url)));
/** The schema of the standard, in the draft of JSON Schema whose only difference that it uses is how it is named. */
const {
  id: _,
  $schema: _draft,
  ...published
} = schemaAt(import.meta.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));
// One of its patterns has a bracket that is none in Unicode mode.
const isStandard = addFormats.default(new Ajv({ strict: false, unicodeRegExp: false })).compile(published);

function schemaAt(file: string | URL): Record<string, unknown> {
  return JSON.parse(fs.readFileSync(new URL(file), 'utf8')) as Record<string, unknown>;
}

interface Reported {
  readonly text: string;
  readonly log: Log;
  readonly results: readonly Result[];
  /** Texts of the notifications by their kind. */
  readonly notes: ReadonlyMap<string, readonly string[]>;
}

function reportOf(items: Iterable<ItemResult>, summary: Summary = SUMMARY, context: ReportContext = contextOf()): Reported {
  const report = sarif.open(context);
  let text = '';
  for (const item of items) for (const piece of report.item(item)) text += piece;
  for (const piece of report.end(summary)) text += piece;
  const log = JSON.parse(text) as Log;
  isValid(log);
  expect(isValid.errors ?? []).toEqual([]);
  isStandard(log);
  expect(isStandard.errors ?? []).toEqual([]);
  const notes = new Map<string, string[]>();
  for (const { descriptor, message } of log.runs[0]!.invocations![0]!.toolExecutionNotifications ?? []) {
    const id = descriptor!.id!;
    notes.set(id, [...(notes.get(id) ?? []), message.text!]);
  }
  return { text, log, results: log.runs.flatMap(({ results }) => results ?? []), notes };
}

function occurrence(detector: string, index: number, more: Partial<Occurrence> = {}): Occurrence {
  return {
    detector,
    confidence: 'medium',
    spanSpace: 'item',
    span: { start: index * 10, end: index * 10 + 4 },
    line: index + 1,
    column: 1,
    location: {},
    preview: '****',
    length: 4,
    validated: false,
    alternatives: [],
    fingerprint: `${detector.length}${index}`.padStart(32, '0'),
    ...more,
  };
}

function finding(occurrences: readonly Occurrence[], severity: Severity, more: Partial<Finding> = {}): Finding {
  const detector = occurrences[0]?.detector ?? 'EMAIL_ADDRESS';
  const count = occurrences.length;
  const known = {
    detector,
    count,
    distinct: count,
    distinctIsLowerBound: false,
    severity,
    confidence: 'medium',
    columns: [],
  } as const;
  return { ...known, occurrences, ...more };
}

function item(path: string, findings: readonly Finding[] = [], more: Partial<ItemResult> = {}): ItemResult {
  return { path, bytesFound: 1, bytesExamined: 1, degraded: 0, findings, problems: [], ...more };
}

/** Text with so many occurrences of each severity, told apart by detector. */
function* many(counts: Readonly<Record<Severity, number>>): Generator<ItemResult> {
  const detectors = { low: 'EMAIL_ADDRESS', medium: 'GITHUB_TOKEN', high: 'CREDIT_CARD_NUMBER' } as const;
  const most = Math.max(...Object.values(counts));
  for (let from = 0; from < most; from += 500) {
    const findings = (['low', 'medium', 'high'] as const).flatMap((severity) => {
      const indexes = Array.from({ length: Math.max(0, Math.min(500, counts[severity] - from)) }, (_, i) => from + i);
      return indexes.length === 0
        ? []
        : [
            finding(
              indexes.map((index) => occurrence(detectors[severity], index)),
              severity,
            ),
          ];
    });
    yield item(`data/${from}.txt`, findings);
  }
}

const fingerprints = (results: readonly Result[]) =>
  results.map(({ partialFingerprints }) => partialFingerprints!['clearset/v1']);

it("the standard's schema is one that refuses", () => {
  const tool = { driver: { name: 'x' } };
  const results = [{ message: { text: 'x' }, level: 'severe' }];
  expect(isStandard({ version: '2.1.0', runs: [{ tool, results: [] }] })).toBe(true);
  expect(isStandard({ version: '2.1.0', runs: [{ tool, results }] })).toBe(false);
});

describe('a report', () => {
  it('is valid with findings, without, and with problems only', () => {
    expect(reportOf(ITEMS).results).toHaveLength(3);
    expect(reportOf([], CLEAN).results).toEqual([]);
    expect(reportOf(ITEMS.slice(2, 3)).results).toEqual([]);
  });

  it('has rules with unique ids at the indexes that its results name', () => {
    const { rules } = reportOf(ITEMS).log.runs[0]!.tool.driver;
    const ids = rules!.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { ruleId, ruleIndex } of reportOf(ITEMS).results) expect(ids[ruleIndex!]).toBe(ruleId);
  });

  it('has a valid rule for every detector of the catalogue', () => {
    const context = contextOf({ detectors: new Map(CATALOGUE.map((sheet) => [sheet.id, sheet])) });
    const items = CATALOGUE.map(({ id }, i) => item(`${i}.txt`, [finding([occurrence(id, i)], 'high')]));
    expect(reportOf(items, SUMMARY, context).log.runs[0]!.tool.driver.rules).toHaveLength(CATALOGUE.length);
  });

  it('is not successful where something was not examined, and says what', () => {
    const { log, notes } = reportOf(ITEMS);
    expect(log.runs[0]!.invocations![0]!.executionSuccessful).toBe(false);
    expect(notes.get('malformed')).toEqual([
      'data/secret-****#0a1b2c3d.txt\\\\x0A\\\\u{{202E}}: compressed data ends early (500 bytes of it were examined)',
    ]);
    expect(notes.get('unsupported')).toEqual(['data/\\\\xFF.bin: Parquet is not read yet']);
    expect(reportOf([], CLEAN).log.runs[0]!.invocations![0]!.executionSuccessful).toBe(true);
  });

  it('shows neither values nor names that hold one, even where values are revealed', () => {
    const revealed = occurrence('GITHUB_TOKEN', 0, {
      value: 'ghp_secret',
      location: { jsonPath: '$.secret', recordIndex: 0 },
      maskedLocation: { jsonPath: '$.****', recordIndex: 0 },
    });
    const columns = [
      { columnName: 'secret', count: 7, share: 0.5 },
      { columnName: 'secret too', count: 5, share: 0.5 },
    ];
    const items = [item('secret', [finding([revealed], 'high', { count: 12, columns })], { printPath: '****~01234567' })];
    const { text, results } = reportOf(items, SUMMARY, contextOf({ reveal: true }));
    expect(text.replaceAll('no secret store', '')).not.toMatch(/secret(?! store)/);
    expect(results.map(({ message }) => message.text)).toEqual([
      'GitHub token: 7 values of field "$.****" (50 % of its values), confidence medium, first ****',
      'GitHub token: 5 values of another column (50 % of its values), confidence medium, no place of it is listed; --max-locations all lists them',
    ]);
  });
});

describe('results', () => {
  it('are one an occurrence in text, and one a column or field in data', () => {
    const rows = Array.from({ length: 900 }, (_, i) =>
      occurrence('EMAIL_ADDRESS', i, { location: { row: i + 2, columnName: i % 3 === 0 ? 'cc' : 'mail', columnIndex: 1 } }),
    );
    const columns = [
      { columnName: 'mail', count: 600, share: 1 },
      { columnName: 'cc', count: 300, share: 0.123 },
    ];
    const fields = Array.from({ length: 50 }, (_, i) =>
      occurrence('EMAIL_ADDRESS', i, { location: { recordIndex: i, jsonPath: `$.to[${i}]['e-mail']` } }),
    );
    const items = [
      item('a.csv', [finding(rows, 'low', { columns })]),
      item('b.jsonl', [finding(fields, 'low', { columns: [{ columnName: 'to.e-mail', count: 50, share: 0.999 }] })]),
      item('c.txt', [finding([occurrence('EMAIL_ADDRESS', 1), occurrence('EMAIL_ADDRESS', 2)], 'low')]),
    ];
    const { results } = reportOf(items);
    expect(results.map(({ message }) => message.text)).toEqual([
      'E-mail address: 300 values of column "cc" (12 % of its values), confidence medium, first ****',
      'E-mail address: 600 values of column "mail" (100 % of its values), confidence medium, first ****',
      'E-mail address: 50 values of field "$.to\\[*\\]\\[\'e-mail\'\\]" (99 % of its values), confidence medium, first ****',
      'E-mail address ****, confidence medium',
      'E-mail address ****, confidence medium',
    ]);
    expect(results[0]!.locations![0]!.physicalLocation!.region!.startLine).toBe(1);
    expect(results[0]!.relatedLocations!.map(({ physicalLocation }) => physicalLocation!.region!.startLine)).toEqual([
      4, 7, 10, 13,
    ]);
    expect(new Set(fingerprints(results)).size).toBe(results.length);
  });

  it('name columns of which no place is listed, and count places without a result', () => {
    const listed = occurrence('EMAIL_ADDRESS', 0, { location: { row: 2, columnName: 'mail' } });
    const columns = [
      { columnName: 'mail', count: 1000, share: 1 },
      { columnName: 'late', count: 1, share: 0.001 },
    ];
    const items = [
      item('a.csv', [finding([listed], 'low', { count: 1001, columns })]),
      item('b.txt', [finding([occurrence('EMAIL_ADDRESS', 0)], 'low', { count: 3 })]),
      item('c.txt', [finding([], 'low', { count: 3 })]),
    ];
    const { results, notes } = reportOf(items);
    expect(results.map(({ message }) => message.text)).toEqual([
      'E-mail address: 1,000 values of column "mail" (100 % of its values), confidence medium, first ****',
      'E-mail address: 1 value of column "late" (under 1 % of its values), confidence medium, no place of it is listed; --max-locations all lists them',
      'E-mail address ****, confidence medium',
      'E-mail address: 3 occurrences, confidence up to medium, none of them listed',
    ]);
    expect(notes.get('not-listed')).toEqual(['2 occurrences beyond --max-locations have no result of their own']);
  });

  it('have fingerprints that do not change with lines, other findings or the severity', () => {
    const at = (line: number, severity: Severity) =>
      finding([occurrence('EMAIL_ADDRESS', 1, { line, location: { row: line, columnName: 'mail' } })], severity);
    const before = fingerprints(reportOf([item('a.csv', [at(2, 'low')])]).results);
    const other = item('0.txt', [finding([occurrence('GITHUB_TOKEN', 9)], 'high')]);
    expect(fingerprints(reportOf([other, item('a.csv', [at(70, 'high')])]).results)).toContain(before[0]);
  });

  it('have unique fingerprints where occurrences have none (--preview last4)', () => {
    const some = [1, 2, 3].map((i) => {
      const { fingerprint, ...rest } = occurrence('EMAIL_ADDRESS', i);
      return rest;
    });
    const prints = fingerprints(reportOf([item('a.txt', [finding(some, 'low')])]).results);
    expect(new Set(prints).size).toBe(3);
  });
});

describe('many results', () => {
  it('are split over runs, the severest first, each with rules and an id of its own', () => {
    const { log, results, text } = reportOf(many({ low: 10_000, medium: 15_000, high: 5000 }));
    expect(log.runs.map((run) => run.results!.length)).toEqual([25_000, 5000]);
    expect(log.runs.map(({ automationDetails }) => automationDetails!.id)).toEqual(['clearset-1/', 'clearset-2/']);
    expect(log.runs.map(({ tool }) => tool.driver.rules!.length)).toEqual([3, 1]);
    for (const run of log.runs)
      for (const { ruleId, ruleIndex } of run.results!) expect(run.tool.driver.rules![ruleIndex!]!.id).toBe(ruleId);
    const levels = results.map(({ level }) => level);
    expect(levels.slice(0, 5000).every((level) => level === 'error')).toBe(true);
    expect(levels.slice(20_000).every((level) => level === 'note')).toBe(true);
    expect(gzipSync(text).length).toBeLessThan(10_000_000);
  });

  it('that do not fit into the file are left out from the mildest on, and counted', () => {
    const noise = (index: number) => {
      // A name that cannot be compressed, so that the limit is met early.
      const name = Array.from({ length: 24 }, (_, i) => createHash('sha512').update(`${index} ${i}`).digest('base64url')).join(
        '',
      );
      return item(`${name}.txt`, [finding([occurrence('EMAIL_ADDRESS', index)], index % 2 === 0 ? 'high' : 'low')]);
    };
    const items = Array.from({ length: 10_000 }, (_, index) => noise(index));
    const { results, notes, text } = reportOf(items);
    const counts = { error: 0, warning: 0, note: 0 };
    for (const { level } of results) counts[level as keyof typeof counts]++;
    expect(gzipSync(text).length).toBeLessThan(10_000_000);
    expect(counts.error).toBe(5000);
    expect(counts.note).toBeGreaterThan(0);
    expect(notes.get('left-out')).toEqual([
      `Results beyond what code scanning takes in one file are left out: ${(5000 - counts.note).toLocaleString('en')} low`,
    ]);
  });

  it('are never more than twenty runs hold, nor do problems fill memory', () => {
    const problems = Array.from({ length: 1200 }, (_, i) =>
      item(`${i}.bin`, [], { problems: [{ code: 'unreadable', detail: 'permission denied', bytesExamined: 0 }] }),
    );
    const { notes } = reportOf(problems);
    expect(notes.get('unreadable')).toHaveLength(1001);
    expect(notes.get('unreadable')).toContain('200 further problems of this kind; --format ndjson lists all');
  });
});

describe('a URI', () => {
  it.each([
    [{ path: 'a b/ü%.txt' }, 'a%20b/%C3%BC%25.txt'],
    [{ path: 'app/[id]/page.tsx' }, 'app/%5Bid%5D/page.tsx'],
    [{ path: 'c:d\\e?f#g' }, 'c%3Ad%5Ce%3Ff%23g'],
    [{ path: 'line\nend' }, 'line%0Aend'],
    [{ path: 'data/\\xFF.bin', pathBase64: 'ZGF0YS//LmJpbg==' }, 'data/%FF.bin'],
    [{ path: '\\xFF 4111', pathBase64: '/yA0MTEx', printPath: '\\xFF ****~01234567' }, '%5CxFF%20****~01234567'],
    [{ path: 'outer.zip!inner.csv' }, 'outer.zip!inner.csv'],
    [{ path: '../other/a.txt' }, '../other/a.txt'],
    [{ path: 's3://bucket/a b//c.csv' }, 's3://bucket/a%20b//c.csv'],
    [{ path: 's3://bucket/4111.csv', printPath: 's3://bucket/****~01234567.csv' }, 's3://bucket/****~01234567.csv'],
  ])('of %j', (path, uri) => {
    expect(uriOf(path)).toBe(uri);
    expect(decodeURIComponent(uri.replace('%FF', 'x'))).toBeTypeOf('string');
  });
});

it('rules say how severe and how sure a detector is', () => {
  const [card, mail] = [...contextOf().detectors.values()];
  expect(ruleOf(card!.id, card).properties).toMatchObject({ precision: 'high', 'security-severity': '8.0' });
  expect(ruleOf(mail!.id, mail).properties).toMatchObject({ precision: 'very-high', 'security-severity': '5.0' });
});
