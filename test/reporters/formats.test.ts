import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ItemResult, Summary } from '../../src/core/result.js';
import { REPORT_FORMATS, type ReportFormatName } from '../../src/reporters/index.js';
import type { ReportContext } from '../../src/reporters/report.js';
import { CLEAN, contextOf, ITEMS, SUMMARY } from './fixture.js';

const FORMATS = Object.keys(REPORT_FORMATS) as ReportFormatName[];

function reportOf(
  format: ReportFormatName,
  items: readonly ItemResult[],
  summary: Summary,
  context: ReportContext = contextOf(),
): string {
  const report = REPORT_FORMATS[format].open(context);
  return items.flatMap((item) => [...report.item(item)]).join('') + [...report.end(summary)].join('');
}

/** HTML's text: character references resolved, tags and comments taken out. */
function plainText(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

/** Formats that show no value, and no name that holds one, whatever the other reports of the run show. */
const NEVER_REVEALING: ReadonlySet<string> = new Set(['sarif', 'markdown']);

/** Compares with a file under golden/, which `npm run golden` rewrites; a file that is missing is a failure. */
function expectGolden(name: string, actual: string): void {
  const file = new URL(`golden/${name}`, import.meta.url);
  if (process.env.GOLDEN === 'write') fs.writeFileSync(file, actual);
  expect(actual).toBe(fs.readFileSync(file, 'utf8'));
}

describe.each(FORMATS)('%s', (format) => {
  it('prints the fixed result', () => expectGolden(`report.${format}`, reportOf(format, ITEMS, SUMMARY)));
  it('prints an empty result', () => expectGolden(`clean.${format}`, reportOf(format, [], CLEAN)));

  it('lets no control, bidirectional or line separator character through', () => {
    const bare = reportOf(format, ITEMS, SUMMARY).replaceAll('\n', '');
    expect(bare).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
  });

  it('prints a path that holds a value only with reveal', () => {
    const report = reportOf(format, ITEMS, SUMMARY);
    expect(format === 'markdown' ? plainText(report) : report).toContain('secret-****#0a1b2c3d');
    expect(report).not.toContain('4111');
    expect(report).not.toContain('ZGF0YQ==');
    const revealing = reportOf(format, ITEMS, SUMMARY, contextOf({ reveal: true }));
    if (NEVER_REVEALING.has(format)) expect(revealing).not.toMatch(/4111|ZGF0YQ==/);
    else expect(revealing).toContain('secret-4111');
  });

  it('gives the same bytes for findings in another order', () => {
    const turned = ITEMS.map((item) => ({
      ...item,
      findings: item.findings.toReversed().map((finding) => ({ ...finding, occurrences: finding.occurrences.toReversed() })),
    }));
    expect(reportOf(format, turned, SUMMARY)).toBe(reportOf(format, ITEMS, SUMMARY));
  });
});

describe('ndjson', () => {
  const lines = () =>
    reportOf('ndjson', ITEMS, SUMMARY)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));

  it('is ordered by place across detectors, an item at a time', () => {
    expect(lines().map(({ kind, detector, span }) => [kind, detector, span?.start])).toEqual([
      ['occurrence', 'EMAIL_ADDRESS', 40],
      ['occurrence', 'CREDIT_CARD_NUMBER', 61],
      ['occurrence', 'EMAIL_ADDRESS', 120],
      ['finding', 'CREDIT_CARD_NUMBER', undefined],
      ['finding', 'EMAIL_ADDRESS', undefined],
      ['occurrence', 'GITHUB_TOKEN', 0],
      ['finding', 'GITHUB_TOKEN', undefined],
      ['problem', undefined, undefined],
      ['problem', undefined, undefined],
      ['misnamed', undefined, undefined],
      ['summary', undefined, undefined],
    ]);
  });

  it('carries a revealed value so that it parses to the same characters', () => {
    expect(lines().find(({ detector }) => detector === 'GITHUB_TOKEN').value).toBe('ghp_\u0085\u2028ab');
  });

  it('carries the bytes of a name that is not UTF-8', () => {
    expect(lines().findLast(({ kind }) => kind === 'problem').pathBase64).toBe('ZGF0YS//LmJpbg==');
  });
});

describe('json', () => {
  it.each([
    ['the fixed result', ITEMS, SUMMARY, 3, 2],
    ['only problems', ITEMS.slice(2, 3), SUMMARY, 0, 1],
    ['nothing', [], CLEAN, 0, 0],
  ] as const)('is one document for %s', (_, items, summary, findings, problems) => {
    const document = JSON.parse(reportOf('json', items, summary));
    expect(Object.keys(document)).toEqual(['version', 'findings', 'problems', 'misnamed', 'summary']);
    expect(document.version).toBe('1.2.3');
    expect(document.findings).toHaveLength(findings);
    expect(document.problems).toHaveLength(problems);
  });
});

describe('table', () => {
  it('says "Nothing found." only of a whole that was examined', () => {
    expect(reportOf('table', [], CLEAN)).toMatch(/^Nothing found\.\nExamined 999 B of 999 B in 1 item\n$/);
    const partial = reportOf('table', [], { ...CLEAN, problems: 1, complete: false });
    expect(partial).toContain('Nothing found in the part that was examined.');
    expect(partial).toContain('NOT complete');
    expect(reportOf('table', [], { ...CLEAN, interrupted: true, complete: false })).toContain('; interrupted: NOT complete');
  });

  it('lists twenty problems of a code and counts the rest', () => {
    const items = Array.from({ length: 25 }, (_, i) => ({ ...ITEMS[2]!, path: `bad-${i}` }));
    const report = reportOf('table', items, { ...SUMMARY, problems: 25 });
    expect(report.match(/bad-/g)).toHaveLength(20);
    expect(report).toContain('25 problems: unsupported');
    expect(report).toContain('and 5 more');
  });

  it('colours only when told to', () => {
    expect(reportOf('table', ITEMS, SUMMARY, contextOf({ color: true }))).toContain('\u001b[31;1mhigh  \u001b[0m');
  });
});

describe('markdown', () => {
  const named = (path: string) => [{ ...ITEMS[0]!, path }];

  it.each([
    ['a|b.csv', 'a&#124;b.csv'],
    ['`a`', '&#96;a&#96;'],
    ['<img src=x onerror=alert(1)>', '&#60;img src&#61;x onerror&#61;alert&#40;1&#41;&#62;'],
    ['a\\|b', 'a&#92;&#124;b'],
    ['x\n# y', 'x&#92;x0A&#35; y'],
    ['&amp;', '&#38;amp&#59;'],
    ['*a* _b_ ~c~ [d](e)', '&#42;a&#42; &#95;b&#95; &#126;c&#126; &#91;d&#93;&#40;e&#41;'],
    ['@octo/cat@a.org', '<!-- -->&#64;octo/cat<!-- -->&#64;a.org'],
    ['http://www.a.org', 'http&#58;//www<!-- -->.a.org'],
  ])('shows the name %j and gives it no meaning', (path, text) => {
    expect(reportOf('markdown', named(path), SUMMARY)).toContain(`\n### <code>${text}</code>\n`);
  });

  it('has as many cells in each line of a table', () => {
    const items = named('a|b').map((item) => ({
      ...item,
      findings: item.findings.map((finding) => ({ ...finding, columns: [{ columnName: '|`\\|', count: 1, share: 1 }] })),
    }));
    const lines = reportOf('markdown', items, SUMMARY).split('\n');
    const rows = lines.filter((line) => line.startsWith('|'));
    expect(rows.map((row) => row.split('|').length)).toEqual([9, 9, 9, 9]);
  });

  it('fits into a comment, the severest findings first, and counts what it leaves out', () => {
    const items = Array.from({ length: 2000 }, (_, i) => ({
      ...ITEMS[0]!,
      path: `${'<|`'.repeat(900)}${i}`,
      findings: [{ ...ITEMS[0]!.findings[0]!, severity: i >= 1990 ? ('high' as const) : ('low' as const) }],
      problems: (['malformed', 'encrypted', 'unreadable', 'limit'] as const).map((code) => ({
        code,
        detail: '|'.repeat(500),
        bytesExamined: 0,
      })),
    }));
    const report = reportOf('markdown', items, SUMMARY);
    expect(report.length).toBeLessThan(64_000);
    expect(report.match(/^\| high /gm)).toHaveLength(10);
    const shown = report.match(/^\| low /gm)!.length;
    expect(shown).toBeGreaterThan(0);
    const left = (1990 - shown).toLocaleString('en');
    expect(report).toContain(`\nNot shown for want of room: ${left} findings (${left} in items up to low).\n`);
    expect(report.match(/^- and [\d,]+ more$/gm)).toHaveLength(4);
  });
});
