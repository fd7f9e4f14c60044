/** `clearset explain`: says step by step why one occurrence is reported, and how to allow it. */
import {
  CONFIDENCES,
  type Confidence,
  catalogueWith,
  EXIT,
  type Explanation,
  explain,
  type ItemPath,
  plural,
  safeText,
  UsageError,
  type Wanted,
} from '../src/index.js';
import type { Arguments, Command } from './command.js';
import { readConfig } from './config.js';
import { explanationText } from './explanation-text.js';
import * as flags from './flags.js';
import { print } from './print.js';
import { regexChoice } from './regex.js';
import { readMaxLocations, readReveal, readS3 } from './scan.js';
import { readWanted } from './wanted.js';

export const explainCommand: Command = {
  name: 'explain',
  usage: 'PATH:LINE:COLUMN | --fingerprint HEX <target>',
  doc: 'Say why one occurrence is reported: form, check, context, confidence, and what lost to it.',
  flags: [
    flags.endpointUrl,
    flags.profile,
    flags.region,
    flags.fingerprint,
    flags.detectors,
    flags.excludeDetectors,
    flags.macieStrictness,
    flags.minConfidence,
    flags.maxLocations,
    flags.preview,
    flags.reveal,
    flags.config,
  ],
  examples: [
    ['clearset explain export.csv:12:40', 'the occurrence at, or over, a line and a column'],
    ['clearset explain --fingerprint 0123456789abcdef0123456789abcdef data/', 'the one that a report names so'],
    ['clearset explain s3://bucket/exports/a.csv:12:40', 'in an object of S3, which is read twice for it'],
  ],
  notes:
    'The exit code is 0 where the item was examined, whether something is reported there or not; 3 where it could not be examined.',
  async run(given) {
    const { target, wanted } = readPlace(given);
    const config = await readConfig(given, target.startsWith('s3://') ? [] : [target]);
    const minConfidence = (given.list(flags.minConfidence)[0] ??
      config.minConfidence ??
      flags.minConfidence.default) as Confidence;
    const reveal = readReveal(given.text(flags.reveal));
    const explanation = await explain({
      target,
      wanted,
      ...readWanted(given, config),
      minConfidence,
      maxLocations: readMaxLocations(given.text(flags.maxLocations)!),
      preview: given.text(flags.preview) as 'shape' | 'last4',
      reveal,
      regex: regexChoice(process.env),
      s3: readS3(given),
    });
    const printedPath = pathText(explanation.item, reveal);
    const { occurrence } = explanation;
    if (occurrence !== undefined)
      await print(
        explanationText(printedPath, occurrence, { minConfidence, catalogue: catalogueWith(config.customIdentifiers ?? []) }),
      );
    else await print(nothingText(explanation, printedPath, wanted, minConfidence));
    for (const { detail, ...item } of explanation.problems)
      process.stderr.write(`clearset: ${pathText(item, reveal)}: ${safeText(detail)}\n`);
    return occurrence === undefined && explanation.problems.length > 0 ? EXIT.incomplete : EXIT.clean;
  },
};

/** @throws UsageError where it is neither a place nor a fingerprint with a target */
function readPlace(given: Arguments): { target: string; wanted: Wanted } {
  const [place, ...others] = given.positionals;
  const fingerprint = given.text(flags.fingerprint);
  if (others.length > 0) throw new UsageError(`unexpected word ${JSON.stringify(others[0])}; explain takes one place`);
  if (fingerprint !== undefined) {
    if (!/^[0-9a-f]{32}$/.test(fingerprint)) throw new UsageError('--fingerprint takes the 32 hex digits that a report gives');
    if (place === undefined) throw new UsageError('--fingerprint needs the file, folder or bucket in which it was reported');
    return { target: place, wanted: { kind: 'fingerprint', fingerprint } };
  }
  const [, target, line, column] = /^(.+):([1-9]\d{0,14}):([1-9]\d{0,14})$/s.exec(place ?? '') ?? [];
  if (target === undefined && place !== undefined)
    throw new UsageError(`${JSON.stringify(place)} is no PATH:LINE:COLUMN; both numbers are counted from 1`);
  if (target === undefined)
    throw new UsageError('nothing to explain: name PATH:LINE:COLUMN as reports do, or a --fingerprint and its file');
  return { target, wanted: { kind: 'place', line: Number(line), column: Number(column) } };
}

function pathText(item: ItemPath | undefined, reveal: boolean): string {
  if (item === undefined) return '';
  return safeText(reveal ? item.path : (item.printPath ?? item.path));
}

/** Says that nothing is there, and what is near. */
function nothingText(explanation: Explanation, path: string, wanted: Wanted, minConfidence: Confidence): string {
  const { item, near, skipped, problems } = explanation;
  if (skipped !== undefined) return `Nothing was examined: left out by intent (${skipped}).\n`;
  if (item === undefined) return 'Nothing was examined.\n';
  if (wanted.kind === 'fingerprint')
    return 'No place that is listed has this fingerprint; --max-locations all looks through all of them.\n';
  const where = `${path}:${wanted.line}:${wanted.column}`;
  const part = problems.length > 0 ? ', in the part that was examined' : '';
  if (near.length === 0) return `Nothing is found at ${where} or elsewhere on that line${part}.\n`;
  const rows = near.map(({ detector, confidence, line, column, length }) => {
    const isReported = CONFIDENCES.indexOf(confidence) >= CONFIDENCES.indexOf(minConfidence);
    return `  ${line}:${column}  ${detector}, ${plural(length, 'character')}, confidence ${confidence}${isReported ? '' : ', not reported'}\n`;
  });
  return `Nothing is found at ${where}${part}. Nearest on that line:\n${rows.join('')}`;
}
