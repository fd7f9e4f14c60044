/** The report for people: what was found by item, what went wrong and what to do about it, and what was examined. */
import { type Finding, type ItemResult, type ProblemCode, SEVERITIES, type Severity, type Summary } from '../core/result.js';
import { safeText } from '../core/safe-text.js';
import { coverageText } from './coverage.js';
import { placeText } from './places.js';
import { countText, plural, shorten } from './quantities.js';
import { compareOccurrences, compareText, printedPath, type Report, type ReportContext, type ReportFormat } from './report.js';
import { type Paint, painter } from './style.js';

/** Problems listed of each code; the others are counted, so that a million unreadable files need no memory. */
const LISTED_PROBLEMS = 20;

/** What a reader can do about a problem, by its code. */
export const ADVICE = {
  unreadable: 'check that it exists and that you may read it',
  malformed: 'it ends early or is damaged; get a whole copy and scan it again',
  encrypted: 'decrypt it and scan the plain copy',
  unsupported: 'convert it to text, CSV or JSON and scan that',
  limit: 'it is beyond a limit; split it or unpack it and scan the parts',
  changed: 'it changed while it was read; scan it again when nothing writes to it',
  empty: 'no item came from this target; check its name, --include and --exclude',
  timeout: 'it took too long and was given up; split it and scan the parts',
  'worker-lost': 'a worker ended while it held this item; scan it alone, with more memory if that fails',
} as const satisfies Record<ProblemCode, string>;

interface ListedProblems {
  count: number;
  readonly lines: string[];
}

export const table: ReportFormat = { shows: 'first', open };

function open(context: ReportContext): Report {
  const problems = new Map<ProblemCode, ListedProblems>();
  const paint = painter(context.color);
  const bySeverity = { low: 0, medium: 0, high: 0 };
  return {
    *item(result) {
      for (const problem of result.problems) {
        const listed = problems.get(problem.code) ?? { count: 0, lines: [] };
        problems.set(problem.code, listed);
        if (++listed.count > LISTED_PROBLEMS) continue;
        listed.lines.push(`${printedPath(context, result).path}: ${safeText(problem.detail)}`);
      }
      if (result.findings.length === 0) return;
      for (const finding of result.findings) bySeverity[finding.severity] += finding.count;
      yield* itemLines(context, result, paint);
    },
    *end(summary) {
      yield* problemLines(problems, paint);
      yield resultLine(summary, bySeverity, paint);
      yield `${coverageText(summary, (text) => paint('medium', text))}\n`;
    },
  };
}

/** The item's name, then one line a finding: severest first, then by count, then by id. Columns are as wide as needed. */
function* itemLines(context: ReportContext, result: ItemResult, paint: Paint): Generator<string> {
  yield `${paint('bold', printedPath(context, result).path)}\n`;
  const rows = result.findings.toSorted(compareFindings).map((finding) => cells(finding));
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  for (const row of rows) {
    const padded = row.map((cell, column) => cell.padEnd(widths[column]!));
    const [severity, ...rest] = padded;
    yield `  ${paint(row[0] as Severity, severity!)}  ${rest.join('  ').trimEnd()}\n`;
  }
  yield '\n';
}

/** Severity, detector, count, distinct values, the column with most of them, the first place and its preview. */
function cells(finding: Finding): string[] {
  const first = finding.occurrences.toSorted(compareOccurrences)[0];
  const top = finding.columns.toSorted((a, b) => b.share - a.share || compareText(a.columnName, b.columnName))[0];
  return [
    finding.severity,
    finding.detector,
    countText(finding.count),
    `${countText(finding.distinct)}${finding.distinctIsLowerBound ? '+' : ''} distinct`,
    top ? `${shorten(safeText(top.columnName), 32)} ${Math.round(top.share * 100)} %` : '',
    first ? placeText(first) : '',
    first ? safeText(first.value ?? first.preview) : '',
  ];
}

export function compareFindings(a: Finding, b: Finding): number {
  return (
    SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity) || b.count - a.count || compareText(a.detector, b.detector)
  );
}

function* problemLines(problems: ReadonlyMap<ProblemCode, ListedProblems>, paint: Paint): Generator<string> {
  for (const [code, { count, lines }] of [...problems].sort(([a], [b]) => compareText(a, b))) {
    yield `${paint('medium', `${plural(count, 'problem')}: ${code}`)} (${ADVICE[code]})\n`;
    for (const line of lines) yield `  ${line}\n`;
    if (count > lines.length) yield `  and ${countText(count - lines.length)} more; --format ndjson lists all\n`;
    yield '\n';
  }
}

/** What was found; without findings, "nothing found" is said of the whole only if there was something and the whole of it was examined. */
export function resultLine(summary: Summary, bySeverity: Readonly<Record<Severity, number>>, paint: Paint): string {
  if (summary.occurrences > 0) {
    const parts = SEVERITIES.toReversed().filter((severity) => bySeverity[severity] > 0);
    const counts = parts.map((severity) => paint(severity, `${countText(bySeverity[severity])} ${severity}`)).join(', ');
    return `Found ${plural(summary.occurrences, 'occurrence')} in ${plural(summary.findings, 'finding')} by severity: ${counts}\n`;
  }
  if (summary.items === 0) return 'Nothing was examined.\n';
  const what = summary.baselined ? 'Nothing found beyond the baseline' : 'Nothing found';
  return summary.complete ? `${what}.\n` : `${what} in the part that was examined.\n`;
}
