/** A check as one JSON document with a fixed order of fields, for programs that decide on it. */
import type { CheckResult, FailureScope, RuleFailure } from '../core/check.js';
import type { ColumnProfile, Place } from '../core/profile.js';
import { safeText } from '../core/safe-text.js';
import { jsonText } from './json-text.js';
import { summaryRecord } from './records.js';
import { printedLocation, printedPath, type ReportContext } from './report.js';

export function* checkJson(result: CheckResult, context: ReportContext): Iterable<string> {
  const { verdict, policy, rules, columns, problems, summary } = result;
  const failed = rules.filter(({ failures }) => failures.length > 0).length;
  yield `{"version":${jsonText(context.version)},\n"verdict":${jsonText(verdict)},\n`;
  yield `"policy":${jsonText({ name: policy, rules: rules.length, failed })},\n"rules":[`;
  yield* lines(
    rules.map(({ failures, ...rule }) => ({ ...ruleRecord(rule), failures: failures.map((one) => failureRecord(context, one)) })),
  );
  yield '],\n"columns":[';
  yield* lines(columns.map((column) => columnRecord(context, column)));
  yield '],\n"problems":[';
  yield* lines(
    problems.map(({ code, detail, bytesExamined, ...path }) => ({
      code,
      ...printedPath(context, path),
      detail: safeText(detail),
      bytesExamined,
    })),
  );
  yield `],\n"summary":${jsonText(summaryRecord(summary))}}\n`;
}

/** One a line, separated by commas. */
function* lines(records: readonly object[]): Iterable<string> {
  for (const [i, record] of records.entries()) yield (i === 0 ? '\n' : ',\n') + jsonText(record);
}

function ruleRecord({ id, doc, detectors, notRun, unseenColumns }: Omit<CheckResult['rules'][number], 'failures'>): object {
  return {
    id: safeText(id),
    doc: safeText(doc),
    detectors,
    notRun,
    ...(unseenColumns && { unseenColumns: unseenColumns.map(safeText) }),
  };
}

function failureRecord(context: ReportContext, { detector, scope, excess, places }: RuleFailure): object {
  const { limit, allowed, found } = excess;
  return {
    detector,
    scope: scopeRecord(context, scope),
    limit,
    allowed,
    found,
    places: places.map((place) => placeRecord(context, place)),
  };
}

function scopeRecord(context: ReportContext, scope: FailureScope): object {
  if (scope.kind === 'dataset') return { kind: scope.kind };
  if (scope.kind === 'item') return { kind: scope.kind, ...printedPath(context, scope), items: scope.items };
  return { kind: scope.kind, family: scope.family, name: safeText(scope.name) };
}

function columnRecord(context: ReportContext, column: ColumnProfile): object {
  const { family, name, isRest, type, items, values, empty, bytes, identifiers } = column;
  return {
    family,
    name: safeText(name),
    ...(isRest && { isRest }),
    type,
    items,
    values,
    empty,
    ...(bytes !== undefined && { bytes }),
    identifiers: identifiers.map(({ detector, occurrences, values: hit, share, distinct, distinctIsLowerBound, places }) => ({
      detector,
      category: context.detectors.get(detector)?.category,
      occurrences,
      values: hit,
      share: Math.round(share * 1e6) / 1e6,
      distinct,
      ...(distinctIsLowerBound && { distinctIsLowerBound }),
      places: places.map((place) => placeRecord(context, place)),
    })),
  };
}

function placeRecord(
  context: ReportContext,
  { spanSpace, line, column, location, preview, path, pathBase64, printPath }: Place,
): object {
  const item = {
    ...(pathBase64 !== undefined && { pathBase64 }),
    ...(printPath !== undefined && { printPath }),
  };
  return {
    ...(path !== undefined && printedPath(context, { path, ...item })),
    // Of a value whose text stands nowhere, line and column count in the value.
    ...(spanSpace !== undefined && { spanSpace }),
    line,
    column,
    location: printedLocation(location),
    preview: safeText(preview),
  };
}
