/** A check for people: verdict first, then what failed and by how much, the columns, what went wrong, and what was examined. */
import type { CheckResult } from '../core/check.js';
import type { ColumnProfile } from '../core/profile.js';
import { safeText } from '../core/safe-text.js';
import {
  amountText,
  columnName,
  distinctText,
  excessText,
  FAMILY_NAMES,
  failedRules,
  firstPlaceText,
  notRunText,
  previewText,
  SHOWN,
  scopeText,
  sizeText,
  unseenColumnTexts,
  verdictText,
  verdictWord,
} from './check-text.js';
import { coverageText } from './coverage.js';
import { countText, plural } from './quantities.js';
import { printedPath, type ReportContext } from './report.js';
import { type Paint, painter } from './style.js';

/** Problems listed; the JSON report lists a thousand. */
const SHOWN_PROBLEMS = 20;
const VERDICT_STYLES = { pass: 'bold', fail: 'high', incomplete: 'medium' } as const;

export function* checkTable(result: CheckResult, context: ReportContext): Iterable<string> {
  const paint = painter(context.color);
  yield `${paint(VERDICT_STYLES[result.verdict], verdictWord(result.verdict))}  ${safeText(verdictText(result))}\n\n`;
  yield* failureLines(result, context, paint);
  for (const family of ['table', 'records', 'documents'] as const) {
    yield* columnLines(
      result.columns.filter((column) => column.family === family),
      context,
      paint,
    );
  }
  yield* problemLines(result, context, paint);
  const notRun = notRunText(result.rules);
  if (notRun !== undefined) yield `${paint('medium', notRun)}\n`;
  for (const unseen of unseenColumnTexts(result.rules)) yield `${paint('medium', unseen)}\n`;
  yield `${coverageText(result.summary, (text) => paint('medium', text))}\n`;
}

function* failureLines({ rules }: CheckResult, context: ReportContext, paint: Paint): Iterable<string> {
  for (const { id, doc, failures } of failedRules(rules)) {
    yield `${paint('high', safeText(id))}: ${safeText(doc)}\n`;
    const rows = failures
      .slice(0, SHOWN)
      .map((failure) => [
        failure.detector,
        scopeText(context, failure.scope),
        excessText(failure.excess, failure.scope),
        firstPlaceText(context, failure.places[0]),
        previewText(failure),
      ]);
    yield* aligned(rows, '  ');
    if (failures.length > SHOWN) yield `  and ${countText(failures.length - SHOWN)} more; --format json lists all\n`;
    yield '\n';
  }
}

/** A line for each column with its first identifier, then a line for each other one. */
function* columnLines(columns: readonly ColumnProfile[], context: ReportContext, paint: Paint): Iterable<string> {
  const [first] = columns;
  if (first === undefined) return;
  yield `${paint('bold', FAMILY_NAMES[first.family])}\n`;
  const rows = columns.flatMap((column) => {
    const head = column.family === 'documents' ? [sizeText(column)] : [columnName(column), column.type, sizeText(column)];
    const shown = column.identifiers
      .slice(0, SHOWN)
      .map((identifier) => [
        identifier.detector,
        amountText(column, identifier),
        distinctText(identifier),
        firstPlaceText(context, identifier.places[0]),
        previewText(identifier),
      ]);
    if (column.identifiers.length > SHOWN) shown.push([`and ${countText(column.identifiers.length - SHOWN)} more`]);
    if (shown.length === 0) return [head];
    return shown.map((cells, i) => [...(i === 0 ? head : head.map(() => '')), ...cells]);
  });
  yield* aligned(rows, '  ');
  yield '\n';
}

function* problemLines({ problems, summary }: CheckResult, context: ReportContext, paint: Paint): Iterable<string> {
  if (problems.length === 0) return;
  yield `${paint('medium', plural(summary.problems, 'problem'))}\n`;
  for (const problem of problems.slice(0, SHOWN_PROBLEMS))
    yield `  ${printedPath(context, problem).path}: ${problem.code}: ${safeText(problem.detail)}\n`;
  if (summary.problems > SHOWN_PROBLEMS)
    yield `  and ${countText(summary.problems - SHOWN_PROBLEMS)} more; --format json lists more\n`;
  yield '\n';
}

/** Rows of cells, each column as wide as needed. */
function* aligned(rows: readonly (readonly string[])[], indent: string): Iterable<string> {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  for (const row of rows) yield `${(indent + row.map((cell, i) => cell.padEnd(widths[i]!)).join('  ')).trimEnd()}\n`;
}
