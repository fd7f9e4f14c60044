/** Opens the reports of a run: one on standard output, one for each `--output FORMAT=FILE`. */
import { statSync } from 'node:fs';
import {
  fileWriter,
  type OpenReport,
  openReport,
  REPORT_FORMATS,
  type ReportContext,
  type ReportFormatName,
  streamWriter,
  suggestion,
  UsageError,
} from '../src/index.js';

export interface Outputs {
  readonly reports: readonly OpenReport[];
  /** Files that the run writes; they are not data. */
  readonly files: readonly string[];
}

/**
 * Everything is opened before the scan begins, so that a wrong name does not cost a scan.
 * @throws UsageError for a wrong FORMAT=FILE, OutputError if a file cannot be made
 */
export function openOutputs(format: string, outputs: readonly string[], context: ReportContext): Outputs {
  const wanted = outputs.map((text) => parseOutput(text));
  const twice = wanted.find(({ file }, i) => wanted.findIndex((other) => other.file === file) < i);
  if (twice) throw new UsageError(`--output names ${JSON.stringify(twice.file)} twice`);
  const reports: OpenReport[] = [
    openReport(format as ReportFormatName, streamWriter(process.stdout, 'standard output'), context),
  ];
  const files: string[] = [];
  try {
    for (const { name, file } of wanted) {
      const writer = fileWriter(file);
      files.push(...writer.paths);
      reports.push(openReport(name, writer, { ...context, color: false }));
    }
  } catch (error) {
    for (const report of reports) report.discard();
    throw error;
  }
  return { reports, files };
}

/**
 * Names of the files that `--output` texts write.
 * @throws UsageError for a wrong FORMAT=FILE
 */
export function outputFiles(outputs: readonly string[]): string[] {
  return outputs.map((text) => parseOutput(text).file);
}

/** @throws UsageError where a file to be written is a target itself, under whatever name: its data would be lost */
export function refuseTargets(files: readonly string[], targets: readonly (string | Uint8Array)[]): void {
  for (const file of files) {
    const written = identityOf(file);
    if (written === undefined) continue;
    const target = targets.find((name) => name !== '-' && identityOf(name) === written);
    if (target !== undefined)
      throw new UsageError(`${JSON.stringify(file)} is to be scanned and would be overwritten by the report`);
  }
}

/** Device and number of a file; undefined where there is none, or a folder or device, which no report replaces. */
function identityOf(name: string | Uint8Array): string | undefined {
  try {
    const stats = statSync(typeof name === 'string' ? name : Buffer.from(name), { bigint: true });
    return stats.isFile() ? `${stats.dev} ${stats.ino}` : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

/**
 * Format and file of an `--output` text.
 * @throws UsageError where it is not FORMAT=FILE, or the format is none of `names`
 */
export function parseOutput<Name extends string = ReportFormatName>(
  text: string,
  names: readonly string[] = Object.keys(REPORT_FORMATS),
): { name: Name; file: string } {
  const at = text.indexOf('=');
  const name = text.slice(0, Math.max(0, at));
  const file = text.slice(at + 1);
  if (at < 1 || file === '') throw new UsageError(`--output ${JSON.stringify(text)} is not FORMAT=FILE, as in json=report.json`);
  if (!names.includes(name)) {
    throw new UsageError(
      `--output has an unknown format ${JSON.stringify(name)}${suggestion(name, names) || `; formats are ${names.join(', ')}`}`,
    );
  }
  return { name: name as Name, file };
}
