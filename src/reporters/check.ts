/** The formats of a check's report by name. A check is judged as a whole, so its report is made in one go. */
import type { CheckResult } from '../core/check.js';
import { checkJson } from './check-json.js';
import { checkMarkdown } from './check-markdown.js';
import { checkTable } from './check-table.js';
import type { ReportContext } from './report.js';

/** Result in, pieces of text out; joined, they are the report. */
export type CheckFormat = (result: CheckResult, context: ReportContext) => Iterable<string>;

export const CHECK_FORMATS = { table: checkTable, json: checkJson, markdown: checkMarkdown } as const satisfies Record<
  string,
  CheckFormat
>;

export type CheckFormatName = keyof typeof CHECK_FORMATS;

/** The report of a check. */
export function checkReport(format: CheckFormatName, result: CheckResult, context: ReportContext): Iterable<string> {
  return CHECK_FORMATS[format](result, context);
}
