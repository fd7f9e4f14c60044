/** `clearset scan`: reads its options, lets the engine run, and turns the result into an exit code. */
import {
  type Confidence,
  type Config,
  EXIT,
  readBaseline,
  type S3Settings,
  type ScanOptions,
  SEVERITIES,
  type Severity,
  UsageError,
} from '../src/index.js';
import { useColor } from './color.js';
import type { Arguments, Command } from './command.js';
import { readConfig } from './config.js';
import { readTargetList } from './files-from.js';
import * as flags from './flags.js';
import { regexChoice } from './regex.js';
import { type Outcome, runScan } from './run-scan.js';
import { skippedCount } from './skipped.js';
import { readWanted } from './wanted.js';

export const scanCommand: Command = {
  name: 'scan',
  usage: '<target…> [options]',
  doc: 'Scan files, folders, s3:// buckets or standard input (-) for sensitive data.',
  flags: [
    ...flags.SCOPE,
    flags.format,
    flags.output,
    flags.baseline,
    flags.failOn,
    flags.strictCoverage,
    flags.maxLocations,
    flags.preview,
    flags.reveal,
    flags.color,
    flags.jobs,
    flags.config,
    flags.stats,
    flags.noProgress,
  ],
  examples: [
    ['clearset scan data/', 'what is in a folder'],
    ['clearset scan export.csv --format ndjson > findings.ndjson', 'one JSON object a line, for scripts'],
    [
      'clearset scan . --exclude "node_modules/**" --fail-on high --output json=report.json',
      'fail a build on severe findings only, and keep a report',
    ],
    ['clearset scan train.jsonl.gz --detectors pii,CREDIT_CARD_NUMBER', 'only some detectors'],
    ['git ls-files -z | clearset scan --files-from -', 'what git tracks'],
    ['clearset scan s3://bucket/exports/ --include "**/*.csv"', 'objects whose keys begin so'],
    ['pg_dump shop | clearset scan -', 'standard input'],
  ],
  notes:
    'Targets are names of files and folders, never patterns: app/[id]/page.tsx is a path. A name that begins with - goes after --.',
  async run(given) {
    const targets = await readTargets(given);
    const config = await readConfig(given, targets);
    const outcome = await runScan({
      options: { targets, ...readOptions(given, config) },
      format: given.text(flags.format)!,
      outputs: given.list(flags.output),
      color: useColor(given.text(flags.color), process.stdout, process.env),
      showProgress: !given.has(flags.noProgress) && process.stderr.isTTY === true,
      statsFile: given.text(flags.stats),
    });
    const failOn = given.list(flags.failOn)[0] ?? config.failOn ?? flags.failOn.default;
    return exitCode(outcome, failOn, given.has(flags.strictCoverage));
  },
};

/**
 * Interrupted · findings at or above the threshold · something not examined · clean, in this order. A reader that has gone
 * (`| head`) had what it wanted: what was left out because of that counts for nothing.
 */
function exitCode({ summary, severities, isReaderGone }: Outcome, failOn: string, strictCoverage: boolean): number {
  if (summary.interrupted && !isReaderGone) return EXIT.interrupted;
  const failing = failOn === 'none' ? [] : SEVERITIES.slice(SEVERITIES.indexOf(failOn as Severity));
  if (failing.some((severity) => severities.has(severity))) return EXIT.findings;
  const skipped = skippedCount(summary);
  const isComplete = summary.complete || isReaderGone;
  if (!isComplete || summary.problems > 0 || (strictCoverage && skipped > 0)) return EXIT.incomplete;
  return EXIT.clean;
}

/** Targets of the command line, then those of `--files-from`. An empty list from there is a scan of nothing, not wrong usage. */
export async function readTargets(given: Arguments): Promise<(string | Uint8Array)[]> {
  const list = given.text(flags.filesFrom);
  const targets: (string | Uint8Array)[] = [...given.positionals];
  if (targets.some((target) => target === '')) throw new UsageError('a target is an empty name');
  if (list === '-' && targets.includes('-'))
    throw new UsageError('standard input cannot be both the list of targets and a target');
  if (list !== undefined) targets.push(...(await readTargetList(list)));
  else if (targets.length === 0) throw new UsageError('nothing to scan: name files or folders, or - for standard input');
  return targets;
}

type Options = Omit<ScanOptions, 'targets'>;

/** What flags say wins over what a configuration says. */
export function readOptions(given: Arguments, config: Config): Options {
  const baseline = given.list(flags.baseline)[0] ?? config.baseline;
  const reveal = readReveal(given.text(flags.reveal));
  const preview = given.text(flags.preview) as 'shape' | 'last4';
  return {
    ...readScope(given, config),
    ...(baseline !== undefined && { baseline: readBaseline(baseline) }),
    maxLocations: readMaxLocations(given.text(flags.maxLocations)!),
    preview,
    reveal,
  };
}

/** What is examined and looked for, by whom: what commands that examine have in common. @throws UsageError */
export function readScope(given: Arguments, config: Config): Options {
  const jobs = given.text(flags.jobs);
  return {
    include: given.list(flags.include, config.include),
    exclude: given.list(flags.exclude, config.exclude),
    ...readWanted(given, config),
    minConfidence: (given.list(flags.minConfidence)[0] ?? config.minConfidence ?? flags.minConfidence.default) as Confidence,
    ...(jobs !== undefined && { jobs: wholeNumber('jobs', jobs, 1) }),
    regex: regexChoice(process.env),
    s3: readS3(given),
  };
}

/** How the buckets of a command are reached. */
export function readS3(given: Arguments): S3Settings {
  const [endpointUrl, profile, region] = [given.text(flags.endpointUrl), given.text(flags.profile), given.text(flags.region)];
  return { ...(endpointUrl && { endpointUrl }), ...(profile && { profile }), ...(region && { region }) };
}

export function readMaxLocations(text: string): number {
  return text === 'all' ? Number.POSITIVE_INFINITY : wholeNumber('max-locations', text, 0);
}

function wholeNumber(flag: string, text: string, least: number): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least) return number;
  throw new UsageError(`--${flag} cannot be ${JSON.stringify(text)}: give a whole number from ${least} up`);
}

/** Logs of builds are kept and read by many: there, values are shown only to those who insist. */
export function readReveal(text: string | undefined): boolean {
  const { CI } = process.env;
  const isCi = CI !== undefined && CI !== '' && CI !== '0' && CI !== 'false';
  if (text === 'yes' && isCi)
    throw new UsageError('--reveal would print values into a CI log (CI is set); --reveal=force does it anyway');
  return text !== undefined;
}
