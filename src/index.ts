/** The public API. What is not exported here may change at any time. */
export type { Config, FailOn, PolicyConfig, PolicyRule } from './config/config.js';
export { CONFIG_NAMES, type ConfigQuery, type LoadedConfig, loadConfig } from './config/load.js';
export type { AllowList } from './core/allow.js';
export type {
  CheckResult,
  Excess,
  FailureScope,
  ItemProblemRecord,
  RuleFailure,
  RuleResult,
  Verdict,
} from './core/check.js';
export type { CustomIdentifier } from './core/custom.js';
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
export { nearest, suggestion } from './core/nearest.js';
export type {
  ColumnFamily,
  ColumnIdentifier,
  ColumnProfile,
  ColumnType,
  Place,
  ValueKind,
} from './core/profile.js';
export {
  type Category,
  CONFIDENCES,
  type Confidence,
  type DetectorInfo,
  type Finding,
  type ItemPath,
  type ItemResult,
  type MembersResult,
  type Occurrence,
  type Problem,
  type ProblemCode,
  SEVERITIES,
  type Severity,
  type SkipKind,
  type Summary,
} from './core/result.js';
export { safeText } from './core/safe-text.js';
export type { Encoding, Location, Segment } from './core/segment.js';
export type { ByteSpan, SpanSpace } from './core/span.js';
export { VERSION } from './core/version.js';
export { catalogueWith } from './detectors/custom.js';
export type { MatchExample } from './detectors/define.js';
export { CATALOGUE, type DetectorSheet, defineDetector, type FormSpec } from './detectors/index.js';
export { selectDetectors } from './detectors/select.js';
export type { Attempt, Fate } from './engine/attempts.js';
export { createEngine } from './engine/index.js';
export { loadRegex, type RegexChoice } from './engine/re2.js';
export type { Weakness } from './engine/reference-resolve.js';
export type { HitTrace, KeywordPlace, Neighbour } from './engine/trace.js';
export type { Engine, EngineCounters, Hit, OnHit } from './engine/types.js';
export { Baseline, type Comparison, sizeOf } from './policy/baseline.js';
export { formatBaseline, parseBaseline, readBaseline } from './policy/baseline-file.js';
export { bytesOfPath, isMasked } from './policy/baseline-path.js';
export { POLICY_PRESETS, type PolicyPreset } from './policy/policy.js';
export { DEFAULT_UNPACK, type UnpackLimits } from './readers/budget.js';
export { CHECK_FORMATS, type CheckFormatName, checkReport } from './reporters/check.js';
export { coverageText, skippedText } from './reporters/coverage.js';
export { type OpenReport, openReport, REPORT_FORMATS, type ReportFormatName } from './reporters/index.js';
export { positionText } from './reporters/places.js';
export { bytesText, countText, durationText, plural } from './reporters/quantities.js';
export { printedPath, type ReportContext } from './reporters/report.js';
export { fileWriter, streamWriter, type Writer } from './reporters/writer.js';
export { check, scan } from './scan/api.js';
export type { CheckOptions, CheckRun } from './scan/check.js';
export { type Content, type ContentOptions, type ContentScanner, createScanner } from './scan/content.js';
export { type ExplainOptions, type Explanation, explain } from './scan/explain.js';
export type { Progress, RunStats, ScanEvent, ScanOptions } from './scan/options.js';
export { type OwnPatterns, provePatterns } from './scan/prove.js';
export { type StagedOptions, type StagedResult, scanStaged } from './scan/staged.js';
export { type TrialOptions, tryText } from './scan/trial.js';
export { hooksFolder } from './sources/git-hooks.js';
export type { S3Settings } from './sources/index.js';
export type { NearPlace, OccurrenceExplanation, Rival, Wanted } from './worker/explain-item.js';
export { machineLimits, workerCount } from './worker/limits.js';
export type { Specimen, Trial, TriedPlace } from './worker/trial.js';
