/** One JSON object a line, for streams and scripts: an item's occurrences, its findings, its problems; at last the summary. */
import { jsonText } from './json-text.js';
import { findingCounts, misnamedRecord, occurrencePlace, problemRecord, summaryRecord } from './records.js';
import { compareText, orderedOccurrences, printedPath, type Report, type ReportContext, type ReportFormat } from './report.js';

export const ndjson: ReportFormat = { shows: 'all', open };

function open(context: ReportContext): Report {
  return {
    *item(result) {
      const path = printedPath(context, result);
      for (const occurrence of orderedOccurrences(result)) {
        const { detector, confidence } = occurrence;
        const category = context.detectors.get(detector)?.category;
        yield line({ kind: 'occurrence', detector, category, confidence, ...path, ...occurrencePlace(occurrence) });
      }
      for (const finding of result.findings.toSorted((a, b) => compareText(a.detector, b.detector))) {
        yield line({ kind: 'finding', detector: finding.detector, ...path, ...findingCounts(finding) });
      }
      for (const problem of result.problems) yield line({ kind: 'problem', ...problemRecord(context, result, problem) });
      if (result.misnamed) yield line({ kind: 'misnamed', ...misnamedRecord(context, result, result.misnamed) });
    },
    *end(summary) {
      yield line({ kind: 'summary', ...summaryRecord(summary) });
    },
  };
}

function line(record: object): string {
  return jsonText(record) + '\n';
}
