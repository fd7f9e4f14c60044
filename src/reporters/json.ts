/**
 * One JSON document, for programs that read a whole file: findings with their occurrences, problems, summary.
 * Findings are written as they come, one a line; problems wait for the end, because a document has each key once.
 */
import type { Finding, ItemResult } from '../core/result.js';
import { jsonText } from './json-text.js';
import { findingCounts, misnamedRecord, occurrencePlace, problemRecord, summaryRecord } from './records.js';
import { compareOccurrences, compareText, printedPath, type Report, type ReportContext, type ReportFormat } from './report.js';

export const json: ReportFormat = { shows: 'all', open };

function open(context: ReportContext): Report {
  const problems: string[] = [];
  const misnamed: string[] = [];
  let separator = `{"version":${jsonText(context.version)},\n"findings":[`;
  let isEmpty = true;
  return {
    *item(result) {
      for (const finding of result.findings.toSorted((a, b) => compareText(a.detector, b.detector))) {
        yield separator + (isEmpty ? '\n' : ',\n') + jsonText(findingRecord(context, result, finding));
        separator = '';
        isEmpty = false;
      }
      for (const problem of result.problems) problems.push(jsonText(problemRecord(context, result, problem)));
      if (result.misnamed) misnamed.push(jsonText(misnamedRecord(context, result, result.misnamed)));
    },
    *end(summary) {
      yield `${separator}],\n"problems":[`;
      for (const [i, problem] of problems.entries()) yield (i === 0 ? '\n' : ',\n') + problem;
      yield '],\n"misnamed":[';
      for (const [i, record] of misnamed.entries()) yield (i === 0 ? '\n' : ',\n') + record;
      yield `],\n"summary":${jsonText(summaryRecord(summary))}}\n`;
    },
  };
}

function findingRecord(context: ReportContext, result: ItemResult, finding: Finding): object {
  const info = context.detectors.get(finding.detector);
  return {
    detector: finding.detector,
    ...(info && { name: info.name, category: info.category, countries: info.countries, regulations: info.regulations }),
    ...printedPath(context, result),
    ...findingCounts(finding),
    occurrences: finding.occurrences
      .toSorted(compareOccurrences)
      .map((occurrence) => ({ confidence: occurrence.confidence, ...occurrencePlace(occurrence) })),
  };
}
