/** One fixed result with all that a format must cope with: several items, columns, values, odd names, problems, skips. */
import type { DetectorInfo, ItemResult, Occurrence, Summary } from '../../src/core/result.js';
import type { ReportContext } from '../../src/reporters/report.js';

const DETECTORS: readonly DetectorInfo[] = [
  {
    id: 'CREDIT_CARD_NUMBER',
    name: 'Credit card number',
    category: 'financial',
    countries: [],
    regulations: ['GDPR', 'PCI-DSS'],
    severity: { 1: 'high' },
    falseAccept: 0.1,
    keywords: { mode: 'required' },
    references: ['ISO/IEC 7812-1'],
  },
  {
    id: 'EMAIL_ADDRESS',
    name: 'E-mail address',
    category: 'pii',
    countries: [],
    regulations: ['GDPR'],
    severity: { 1: 'low', 100: 'medium' },
    falseAccept: 0.0001,
    keywords: { mode: 'none' },
    references: ['RFC 5322'],
  },
  {
    id: 'GITHUB_TOKEN',
    name: 'GitHub token',
    category: 'credentials',
    countries: [],
    regulations: [],
    severity: { 1: 'high' },
    falseAccept: 0.00001,
    keywords: { mode: 'none' },
    references: [],
  },
];

function occurrence(detector: string, start: number, end: number, more: Partial<Occurrence> = {}): Occurrence {
  return {
    detector,
    confidence: 'medium',
    spanSpace: 'item',
    span: { start, end },
    line: 1,
    column: start + 1,
    location: {},
    preview: '*'.repeat(end - start),
    length: end - start,
    validated: false,
    alternatives: [],
    fingerprint: `${detector.length}${start}`.padStart(32, '0'),
    ...more,
  };
}

function item(path: string, more: Partial<ItemResult> = {}): ItemResult {
  return { path, bytesFound: 1000, bytesExamined: 1000, degraded: 0, findings: [], problems: [], ...more };
}

export const ITEMS: readonly ItemResult[] = [
  item('data/a.csv', {
    findings: [
      {
        detector: 'EMAIL_ADDRESS',
        count: 12_000,
        distinct: 10_000,
        distinctIsLowerBound: true,
        severity: 'medium',
        confidence: 'medium',
        columns: [{ columnName: 'mail', count: 11_000, share: 1 }],
        occurrences: [
          occurrence('EMAIL_ADDRESS', 40, 60, {
            line: 2,
            column: 21,
            location: { columnName: 'mail', row: 2 },
            preview: '****@*******.***',
          }),
          occurrence('EMAIL_ADDRESS', 120, 140, {
            line: 3,
            column: 1,
            location: { row: 3, columnName: 'mail' },
            preview: '****@*******.***',
          }),
        ],
      },
      {
        detector: 'CREDIT_CARD_NUMBER',
        count: 1,
        distinct: 1,
        distinctIsLowerBound: false,
        severity: 'high',
        confidence: 'high',
        columns: [
          { columnName: 'note', count: 1, share: 0.014 },
          { columnName: 'card\u001b[2J', count: 1, share: 0.97 },
        ],
        occurrences: [
          occurrence('CREDIT_CARD_NUMBER', 61, 80, {
            confidence: 'high',
            line: 2,
            column: 42,
            location: { row: 2, columnName: 'card\u001b[2J' },
            preview: '**** **** **** ****',
            keyword: 'card',
            validated: true,
            alternatives: ['OTHER_CARD'],
          }),
        ],
      },
    ],
  }),
  item('data/secret-4111.txt\n\u202e', {
    pathBase64: 'ZGF0YQ==',
    printPath: 'data/secret-****#0a1b2c3d.txt\n\u202e',
    findings: [
      {
        detector: 'GITHUB_TOKEN',
        count: 1,
        distinct: 1,
        distinctIsLowerBound: false,
        severity: 'high',
        confidence: 'high',
        columns: [],
        occurrences: [
          occurrence('GITHUB_TOKEN', 0, 8, {
            spanSpace: 'value',
            location: { jsonPath: "$.a['****#0a1b2c3d\u2028']", recordIndex: 3, member: 'in.gz' },
            preview: 'ghp_****',
            value: 'ghp_\u0085\u2028ab',
          }),
        ],
      },
    ],
    problems: [{ code: 'malformed', detail: 'compressed data ends early', bytesExamined: 500 }],
  }),
  item('data/\\xFF.bin', {
    pathBase64: 'ZGF0YS//LmJpbg==',
    problems: [{ code: 'unsupported', detail: 'Parquet is not read yet', bytesExamined: 0 }],
  }),
  item('logo.png', { skipped: 'media', bytesExamined: 0 }),
  item('table.csv', { skipped: 'media', bytesExamined: 0, misnamed: { extension: 'csv', content: 'media' } }),
];

const ALL: Summary = {
  items: 4,
  skipped: { media: 2, font: 1 },
  bytesFound: 12_400_000,
  bytesExamined: 12_300_000,
  occurrences: 12_002,
  findings: 3,
  problems: 2,
  degraded: 1,
  complete: false,
  interrupted: false,
  version: '1.2.3',
  rules: 'abc123',
};

export const SUMMARY: Summary = { ...ALL, misnamed: 1 };

export const CLEAN: Summary = {
  ...ALL,
  items: 1,
  skipped: {},
  bytesFound: 999,
  bytesExamined: 999,
  occurrences: 0,
  findings: 0,
  problems: 0,
  degraded: 0,
  complete: true,
};

export function contextOf(more: Partial<ReportContext> = {}): ReportContext {
  return {
    version: '1.2.3',
    detectors: new Map(DETECTORS.map((info) => [info.id, info])),
    reveal: false,
    color: false,
    ...more,
  };
}
