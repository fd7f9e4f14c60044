/** Drives one check: progress to standard error, the result to reports, times to the statistics file. */
import {
  bytesText,
  CHECK_FORMATS,
  type CheckFormatName,
  type CheckOptions,
  type CheckRun,
  catalogueWith,
  check,
  checkReport,
  coverageText,
  durationText,
  fileWriter,
  streamWriter,
  UsageError,
  VERSION,
  type Writer,
} from '../src/index.js';
import { catchInterrupt } from './interrupt.js';
import { parseOutput, refuseTargets } from './outputs.js';
import { progressLine } from './progress.js';
import { regexName } from './regex.js';

export interface CheckCall {
  readonly options: CheckOptions;
  /** Format on standard output. */
  readonly format: string;
  /** Texts of `--output`. */
  readonly outputs: readonly string[];
  readonly color: boolean;
  readonly showProgress: boolean;
  readonly statsFile: string | undefined;
}

interface Report {
  readonly name: CheckFormatName;
  readonly writer: Writer;
  readonly color: boolean;
}

/** @throws ScanError; files that were begun are removed then */
export async function runCheck(call: CheckCall): Promise<CheckRun> {
  const startedAt = performance.now();
  const wanted = call.outputs.map((text) => parseOutput<CheckFormatName>(text, Object.keys(CHECK_FORMATS)));
  const twice = wanted.find(({ file }, i) => wanted.findIndex((other) => other.file === file) < i);
  if (twice) throw new UsageError(`--output names ${JSON.stringify(twice.file)} twice`);
  const { statsFile } = call;
  refuseTargets([...wanted.map(({ file }) => file), ...(statsFile === undefined ? [] : [statsFile])], call.options.targets);
  const standardOutput = streamWriter(process.stdout, 'standard output');
  const reports: Report[] = [{ name: call.format as CheckFormatName, writer: standardOutput, color: call.color }];
  const paths: string[] = [];
  const open = (file: string): Writer => {
    const writer = fileWriter(file);
    paths.push(...writer.paths);
    return writer;
  };
  let stats: Writer | undefined;
  try {
    // Everything is opened before anything is read, so that a wrong name does not cost a check.
    for (const { name, file } of wanted) reports.push({ name, writer: open(file), color: false });
    if (statsFile !== undefined) stats = open(statsFile);
    const outcome = await drive(call, paths);
    for (const report of reports) await write(report, outcome, call.options);
    const seconds = (performance.now() - startedAt) / 1000;
    if (stats !== undefined) await writeStats(stats, outcome, seconds);
    if (!standardOutput.isClosed) process.stderr.write(closingLine(call, outcome, seconds));
    return outcome;
  } catch (error) {
    for (const { writer } of reports) writer.discard();
    stats?.discard();
    throw error;
  }
}

async function drive(call: CheckCall, outputs: readonly string[]): Promise<CheckRun> {
  const interrupt = catchInterrupt();
  const line = progressLine(process.stderr, call.showProgress);
  try {
    return await check({ ...call.options, outputs, signal: interrupt.signal, onProgress: line.update });
  } finally {
    line.clear();
    interrupt.release();
  }
}

async function write({ name, writer, color }: Report, outcome: CheckRun, options: CheckCall['options']): Promise<void> {
  const detectors = new Map(catalogueWith(options.customIdentifiers ?? []).map((sheet) => [sheet.id, sheet]));
  const context = { version: VERSION, detectors, reveal: false, color };
  for (const piece of checkReport(name, outcome, context)) {
    if (writer.isClosed) return;
    await writer.write(piece);
  }
  await writer.end();
}

/** What the report leaves out because it would differ from run to run; in front of it, coverage where the report is data. */
function closingLine({ format }: CheckCall, { summary, stats }: CheckRun, seconds: number): string {
  const coverage = format === 'json' ? `${coverageText(summary)}\n` : '';
  const engine = stats.regexEngine === undefined ? 'not needed' : regexName(stats.regexEngine);
  const rate = bytesText(Math.round(summary.bytesExamined / Math.max(seconds, 0.001)));
  return `${coverage}clearset ${VERSION}: ${durationText(seconds)}, ${rate}/s; regex engine: ${engine}\n`;
}

async function writeStats(writer: Writer, { summary, stats, verdict }: CheckRun, seconds: number): Promise<void> {
  const record = {
    version: VERSION,
    node: process.version,
    ...stats,
    seconds,
    peakMemoryBytes: (await import('./peak-memory.js')).peakMemoryBytes(),
    verdict,
    summary,
  };
  await writer.write(`${JSON.stringify(record, null, 2)}\n`);
  await writer.end();
}
