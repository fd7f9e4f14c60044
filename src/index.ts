/** The public API. What is not exported here may change at any time. */
import type { ScanEvent, ScanOptions } from './scan/options.js';
import { runScan } from './scan/run.js';

export {
  ConfigError,
  type ErrorCode,
  EXIT,
  InternalError,
  OutputError,
  ScanError,
  SourceError,
  UsageError,
} from './core/errors.js';
export {
  type Category,
  CONFIDENCES,
  type Confidence,
  type DetectorInfo,
  type Finding,
  type ItemPath,
  type ItemResult,
  type Occurrence,
  type Problem,
  type ProblemCode,
  SEVERITIES,
  type Severity,
  type SkipKind,
  type Summary,
} from './core/result.js';
export { safeText } from './core/safe-text.js';
export type { Location, Segment } from './core/segment.js';
export type { ByteSpan, SpanSpace } from './core/span.js';
export { VERSION } from './core/version.js';
export type { MatchExample } from './detectors/define.js';
export { CATALOGUE, type DetectorSheet, defineDetector, type FormSpec } from './detectors/index.js';
export { selectDetectors } from './detectors/select.js';
export { createEngine } from './engine/index.js';
export { loadRegex, type RegexChoice } from './engine/re2.js';
export type { HitTrace, KeywordPlace, Neighbour } from './engine/trace.js';
export type { Engine, EngineCounters, Hit, OnHit } from './engine/types.js';
export { coverageText } from './reporters/coverage.js';
export { type OpenReport, openReport, REPORT_FORMATS, type ReportFormatName } from './reporters/index.js';
export { bytesText, countText, durationText, plural } from './reporters/quantities.js';
export type { ReportContext } from './reporters/report.js';
export { fileWriter, streamWriter, type Writer } from './reporters/writer.js';
export { type ExplainOptions, type Explanation, explain } from './scan/explain.js';
export type { Progress, RunStats, ScanEvent, ScanOptions } from './scan/options.js';
export type { NearPlace, OccurrenceExplanation, Rival, Wanted, Weakness } from './worker/explain-item.js';
export { machineLimits, workerCount } from './worker/limits.js';

/**
 * Scans files, folders and standard input. Yields one event an item in the order of path bytes, then one `end` with the
 * summary. Nothing is written and nothing leaves the process.
 * @throws UsageError when called wrongly
 */
export function scan(options: ScanOptions): AsyncGenerator<ScanEvent, void, void> {
  return runScan(options);
}
