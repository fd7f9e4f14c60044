/** Results as plain records with a fixed order of fields: what the JSON formats print, so that both say the same. */
import type { Finding, ItemResult, Misnamed, Occurrence, Problem, Summary } from '../core/result.js';
import { safeText } from '../core/safe-text.js';
import { compareText, printedLocation, printedPath, type ReportContext } from './report.js';

type Fields = Readonly<Record<string, unknown>>;

/** Where and how sure, without detector and path. */
export function occurrencePlace(occurrence: Occurrence): Fields {
  const { spanSpace, span, line, column, preview, length, keyword, validated, alternatives, fingerprint, value } = occurrence;
  return {
    spanSpace,
    span: { start: span.start, end: span.end },
    line,
    column,
    location: printedLocation(occurrence.location),
    preview,
    length,
    ...(keyword !== undefined && { keyword }),
    validated,
    alternatives,
    ...(fingerprint !== undefined && { fingerprint }),
    ...(value !== undefined && { value }),
  };
}

/** Counts of one detector in one item. `distinctIsLowerBound` is there only where it is true. */
export function findingCounts(finding: Finding): Fields {
  return {
    count: finding.count,
    distinct: finding.distinct,
    ...(finding.distinctIsLowerBound && { distinctIsLowerBound: true }),
    severity: finding.severity,
    confidence: finding.confidence,
    columns: finding.columns.map(({ columnName, share }) => ({ columnName: safeText(columnName), share })),
  };
}

/** An item's problem with its path. */
export function problemRecord(context: ReportContext, result: ItemResult, problem: Problem): Fields {
  return {
    code: problem.code,
    ...printedPath(context, result),
    detail: safeText(problem.detail),
    bytesExamined: problem.bytesExamined,
  };
}

/** An item whose name says another format than its bytes. */
export function misnamedRecord(context: ReportContext, result: ItemResult, { extension, content }: Misnamed): Fields {
  return { ...printedPath(context, result), extension, content };
}

/** Totals, without times, so that the same input gives the same bytes. */
export function summaryRecord(summary: Summary): Fields {
  const skipped = Object.entries(summary.skipped).sort(([a], [b]) => compareText(a, b));
  return {
    items: summary.items,
    ...(summary.members !== undefined && { members: summary.members }),
    skipped: Object.fromEntries(skipped),
    bytesFound: summary.bytesFound,
    bytesExamined: summary.bytesExamined,
    findings: summary.findings,
    occurrences: summary.occurrences,
    ...(summary.baselined !== undefined && { baselined: summary.baselined }),
    ...(summary.allowed !== undefined && { allowed: summary.allowed }),
    problems: summary.problems,
    degraded: summary.degraded,
    ...(summary.undecoded !== undefined && { undecoded: summary.undecoded }),
    ...(summary.misnamed !== undefined && { misnamed: summary.misnamed }),
    complete: summary.complete,
    interrupted: summary.interrupted,
    version: summary.version,
    rules: summary.rules,
  };
}
