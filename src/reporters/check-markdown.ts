/** A check as Markdown, for a pull request or the card of a data set: the same sentences as the table, in tables of Markdown. */
import type { CheckResult } from '../core/check.js';
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
  scopeText,
  sizeText,
  unseenColumnTexts,
  verdictText,
  verdictWord,
} from './check-text.js';
import { coverageText } from './coverage.js';
import { countText } from './quantities.js';
import { printedPath, type ReportContext } from './report.js';

/** Rows of a table; what pages of code hosts still show. */
const MOST_ROWS = 200;

export function* checkMarkdown(result: CheckResult, context: ReportContext): Iterable<string> {
  yield `# Clearset: ${verdictWord(result.verdict)}\n\n${escaped(verdictText(result))}\n\n`;
  const failed = failedRules(result.rules);
  if (failed.length > 0) {
    yield '## Rules that failed\n\n';
    yield* table(
      ['Rule', 'Detector', 'Where', 'How much', 'First place', 'Preview'],
      failed.flatMap(({ id, failures }) =>
        failures.map((failure) => [
          id,
          failure.detector,
          scopeText(context, failure.scope),
          excessText(failure.excess, failure.scope),
          firstPlaceText(context, failure.places[0]),
          previewText(failure),
        ]),
      ),
    );
  }
  for (const family of ['table', 'records', 'documents'] as const) {
    const columns = result.columns.filter((column) => column.family === family);
    if (columns.length === 0) continue;
    yield `## ${FAMILY_NAMES[family]}\n\n`;
    yield* table(
      ['Column', 'Type', 'Size', 'Identifiers', 'First place'],
      columns.map((column) => [
        family === 'documents' ? 'all' : columnName(column),
        column.type,
        sizeText(column),
        column.identifiers.map((one) => `${one.detector}: ${amountText(column, one)}, ${distinctText(one)}`).join('; '),
        firstPlaceText(context, column.identifiers[0]?.places[0]),
      ]),
    );
  }
  if (result.problems.length > 0) {
    yield '## Problems\n\n';
    yield* table(
      ['Item', 'Problem', 'Detail'],
      result.problems.map((problem) => [printedPath(context, problem).path, problem.code, problem.detail]),
    );
  }
  const notRun = notRunText(result.rules);
  if (notRun !== undefined) yield `${escaped(notRun)}\n\n`;
  for (const unseen of unseenColumnTexts(result.rules)) yield `${escaped(unseen)}\n\n`;
  yield `${escaped(coverageText(result.summary))}\n`;
}

function* table(head: readonly string[], rows: readonly (readonly string[])[]): Iterable<string> {
  yield line(head);
  yield line(head.map(() => '---'));
  for (const row of rows.slice(0, MOST_ROWS)) yield line(row.map(escaped));
  yield '\n';
  if (rows.length > MOST_ROWS) yield `and ${countText(rows.length - MOST_ROWS)} more\n\n`;
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}

/** Characters that Markdown or HTML would obey, as they are. Names come from data. */
function escaped(text: string): string {
  return safeText(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_{}[\]()#!|~>]/g, (character) => `\\${character}`)
    .replace(/@|:\/\//g, (mark) => (mark === '@' ? '&#64;' : '&#58;//'));
}
