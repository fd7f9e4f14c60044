/** Drives one scan: results to reports, progress and closing line to standard error, times to the statistics file. */
import {
  bytesText,
  catalogueWith,
  coverageText,
  durationText,
  fileWriter,
  InternalError,
  type ItemResult,
  type RunStats,
  type ScanEvent,
  type ScanOptions,
  type Severity,
  type Summary,
  scan,
  VERSION,
  type Writer,
} from '../src/index.js';
import { catchInterrupt } from './interrupt.js';
import { type Outputs, openOutputs, outputFiles, refuseTargets } from './outputs.js';
import { progressLine } from './progress.js';
import { regexName } from './regex.js';

export interface ScanRun {
  readonly options: ScanOptions;
  /** Format on standard output. */
  readonly format: string;
  /** Texts of `--output`. */
  readonly outputs: readonly string[];
  readonly color: boolean;
  readonly showProgress: boolean;
  readonly statsFile: string | undefined;
}

export interface Outcome {
  readonly summary: Summary;
  /** Severities of the findings. */
  readonly severities: ReadonlySet<Severity>;
  readonly stats: RunStats;
  /** Whoever read the report has gone; the scan was ended for that. */
  readonly isReaderGone: boolean;
}

/** @throws ScanError; files that were begun are removed then */
export async function runScan(run: ScanRun): Promise<Outcome> {
  const startedAt = performance.now();
  const context = {
    version: VERSION,
    detectors: new Map(catalogueWith(run.options.customIdentifiers ?? []).map((sheet) => [sheet.id, sheet])),
    reveal: run.options.reveal ?? false,
    color: run.color,
  };
  const written = [...outputFiles(run.outputs), ...(run.statsFile === undefined ? [] : [run.statsFile])];
  refuseTargets(written, run.options.targets);
  const statsWriter = run.statsFile === undefined ? undefined : fileWriter(run.statsFile);
  let outputs: Outputs | undefined;
  try {
    outputs = openOutputs(run.format, run.outputs, context);
    const outcome = await drive(run, outputs, [...outputs.files, ...(statsWriter?.paths ?? [])]);
    const seconds = (performance.now() - startedAt) / 1000;
    if (statsWriter) await writeStats(statsWriter, outcome, seconds);
    if (!outcome.isReaderGone) process.stderr.write(closingLine(run, outcome, seconds));
    return outcome;
  } catch (error) {
    for (const report of outputs?.reports ?? []) report.discard();
    statsWriter?.discard();
    throw error;
  }
}

async function drive(run: ScanRun, { reports }: Outputs, files: readonly string[]): Promise<Outcome> {
  const interrupt = catchInterrupt();
  const readerGone = new AbortController();
  const line = progressLine(process.stderr, run.showProgress);
  const signal = AbortSignal.any([interrupt.signal, readerGone.signal]);
  const severities = new Set<Severity>();
  const options = reports.some(({ shows }) => shows === 'all') ? run.options : firstPlaces(run.options);
  let end: (ScanEvent & { readonly kind: 'end' }) | undefined;
  try {
    for await (const event of scan({ ...options, outputs: files, signal, onProgress: line.update })) {
      if (event.kind === 'item' && !hasSomethingToSay(event.result)) continue;
      line.clear();
      if (event.kind === 'item') {
        for (const finding of event.result.findings) severities.add(finding.severity);
        for (const report of reports) await report.item(event.result);
      } else {
        end = event;
        for (const report of reports) await report.end(event.summary);
      }
      if (reports.every((report) => report.isClosed)) readerGone.abort();
    }
  } finally {
    line.clear();
    interrupt.release();
  }
  if (end === undefined) throw new InternalError('the scan ended without a summary; please report this');
  return { summary: end.summary, stats: end.stats, severities, isReaderGone: readerGone.signal.aborted };
}

/** What no report shows is not made: in data full of values, listing them would take longer than finding them. */
function firstPlaces(options: ScanOptions): ScanOptions {
  return { ...options, maxLocations: Math.min(1, options.maxLocations ?? 1), fingerprints: false };
}

function hasSomethingToSay({ findings, problems, misnamed }: ItemResult): boolean {
  return findings.length > 0 || problems.length > 0 || misnamed !== undefined;
}

/** What the report leaves out because it would differ from run to run; in front of it, coverage where the report is data. */
function closingLine(run: ScanRun, { summary, stats }: Outcome, seconds: number): string {
  const coverage = run.format === 'table' ? '' : `${coverageText(summary)}\n`;
  return `${coverage}clearset ${VERSION}: ${durationText(seconds)}, ${bytesText(rate(summary, seconds))}/s; regex engine: ${regexName(stats.regexEngine)}\n`;
}

/** Times and rates stand here and nowhere else, so that reports can be compared. */
async function writeStats(writer: Writer, { summary, stats }: Outcome, seconds: number): Promise<void> {
  const record = {
    version: VERSION,
    node: process.version,
    ...stats,
    seconds,
    bytesPerSecond: rate(summary, seconds),
    peakMemoryBytes: (await import('./peak-memory.js')).peakMemoryBytes(),
    summary,
  };
  await writer.write(`${JSON.stringify(record, null, 2)}\n`);
  await writer.end();
}

/** Whole bytes per second. */
function rate(summary: Summary, seconds: number): number {
  return Math.round(summary.bytesExamined / Math.max(seconds, 0.001));
}
