/** What the calls of the public API may be given, option by option. Ranges and names are checked where they are used. */
import type { PolicyConfig, PolicyRule } from '../config/config.js';
import {
  aFlag,
  aFunction,
  aName,
  aNumber,
  anyOf,
  aSignal,
  aText,
  checkCall,
  listOf,
  mustBe,
  oneOf,
  type Rules,
  record,
} from '../core/call.js';
import type { CustomIdentifier } from '../core/custom.js';
import { UsageError } from '../core/errors.js';
import { CONFIDENCES, SEVERITIES } from '../core/result.js';
import type { S3Settings } from '../sources/index.js';
import type { SettingsOptions } from '../worker/settings.js';
import type { CheckOptions } from './check.js';
import type { ContentOptions } from './content.js';
import type { ExplainOptions } from './explain.js';
import type { ScanOptions } from './options.js';

const names = listOf(aText);
const severity = oneOf(...SEVERITIES);

const custom = record({
  id: aText,
  name: aText,
  pattern: aText,
  keywords: names,
  ignoreWords: names,
  maximumMatchDistance: aNumber,
  category: aText,
  severity: mustBe('an object of severities', (value) => typeof value === 'object' && value !== null),
} satisfies Rules<CustomIdentifier>);

const allowList = record({ values: names, pattern: aText });

const s3 = record({ endpointUrl: aText, region: aText, profile: aText } satisfies Rules<S3Settings>);

const unpack = record({ bytes: aNumber, ratio: aNumber, members: aNumber, depth: aNumber } satisfies Rules<
  NonNullable<SettingsOptions['unpack']>
>);

const SETTINGS = {
  detectors: names,
  excludeDetectors: names,
  customIdentifiers: listOf(custom),
  allowLists: listOf(allowList),
  macieStrictness: aFlag,
  minConfidence: oneOf(...CONFIDENCES),
  maxLocations: aNumber,
  preview: oneOf('shape', 'last4'),
  fingerprints: aFlag,
  tags: aFlag,
  reveal: aFlag,
  regex: oneOf('auto', 'native', 'js'),
  blockBytes: aNumber,
  s3,
  unpack,
} satisfies Rules<SettingsOptions>;

const SCAN = {
  ...SETTINGS,
  targets: listOf(aName),
  include: names,
  exclude: names,
  outputs: names,
  baseline: mustBe('a Baseline', (value) => typeof value === 'object' && value !== null && 'acceptedIn' in value),
  jobs: aNumber,
  signal: aSignal,
  onProgress: aFunction,
} satisfies Rules<ScanOptions>;

const rule = record({
  id: aText,
  detectors: names,
  minSeverity: severity,
  maxOccurrences: mustBe('a number from 0 up', (value) => typeof value === 'number' && value >= 0),
  maxShare: mustBe('a number from 0 to 1', (value) => typeof value === 'number' && value >= 0 && value <= 1),
  columns: names,
  allowColumns: names,
  per: oneOf('item', 'column', 'dataset'),
} satisfies Rules<PolicyRule>);

const policy = record({
  preset: aText,
  failOn: oneOf(...SEVERITIES, 'none'),
  rules: listOf(rule),
} satisfies Rules<PolicyConfig>);

const { maxLocations: _listed, fingerprints: _tagged, reveal: _shown, ...PROFILED } = SCAN;
const CHECK = { ...PROFILED, policy: anyOf(aText, policy), strictCoverage: aFlag } satisfies Rules<CheckOptions>;

const { s3: _remote, ...LOCAL } = SETTINGS;
const CONTENT = { ...LOCAL, signal: aSignal } satisfies Rules<ContentOptions>;

const EXPLAIN = {
  ...SETTINGS,
  target: aName,
  wanted: record({ kind: oneOf('place', 'fingerprint'), line: aNumber, column: aNumber, fingerprint: aText }),
} satisfies Rules<ExplainOptions>;

/** @throws UsageError */
export function checkScanCall(options: ScanOptions): void {
  checkCall('scan', options, SCAN, ['targets']);
}

/** @throws UsageError */
export function checkCheckCall(options: CheckOptions): void {
  checkCall('check', options, CHECK, ['targets']);
}

/** @throws UsageError */
export function checkExplainCall(options: ExplainOptions): void {
  checkCall('explain', options, EXPLAIN, ['target', 'wanted']);
}

/** @throws UsageError */
export function checkScannerCall(options: ContentOptions): void {
  checkCall('createScanner', options, CONTENT);
}

/** @throws UsageError for what is neither text nor bytes nor a stream: it would else be examined as nothing. */
export function checkContent(content: unknown, path: unknown): void {
  if (typeof path !== 'string') throw new UsageError('the path of a content must be a text');
  if (typeof content === 'string' || content instanceof Uint8Array) return;
  if (typeof content === 'object' && content !== null && Symbol.asyncIterator in content) return;
  throw new UsageError(
    'a content must be a text, bytes (a Uint8Array) or a stream of these; of a Blob give stream(), of a Response its body',
  );
}
