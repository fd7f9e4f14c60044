/** The report formats by name, and the join of a format and a writer. */
import type { ItemResult, Summary } from '../core/result.js';
import { json } from './json.js';
import { markdown } from './markdown.js';
import { ndjson } from './ndjson.js';
import type { ReportContext, ReportFormat } from './report.js';
import { sarif } from './sarif.js';
import { table } from './table.js';
import type { Writer } from './writer.js';

export const REPORT_FORMATS = { table, json, ndjson, sarif, markdown } as const satisfies Record<string, ReportFormat>;

export type ReportFormatName = keyof typeof REPORT_FORMATS;

/** A report on its way to a writer. All methods may throw `OutputError`. */
export interface OpenReport {
  /** True once whoever reads the report has gone; further results are dropped. */
  readonly isClosed: boolean;
  readonly shows: ReportFormat['shows'];
  item(result: ItemResult): Promise<void>;
  /** Writes the summary and closes the writer. */
  end(summary: Summary): Promise<void>;
  /** Gives the report up: a file that was begun is removed. */
  discard(): void;
}

/** Begins a report. */
export function openReport(format: ReportFormatName, writer: Writer, context: ReportContext): OpenReport {
  const { shows, open } = REPORT_FORMATS[format];
  const report = open(context);
  const writeAll = async (pieces: Iterable<string>): Promise<void> => {
    for (const piece of pieces) {
      if (writer.isClosed) return;
      const pending = writer.write(piece);
      if (pending) await pending;
    }
  };
  return {
    shows,
    get isClosed() {
      return writer.isClosed;
    },
    item: (result) => writeAll(report.item(result)),
    async end(summary) {
      await writeAll(report.end(summary));
      await writer.end();
    },
    discard: () => writer.discard(),
  };
}
