/** `clearset hook`: examines what a commit would hold, and stops it where that must not be committed. */
import {
  type Confidence,
  EXIT,
  SEVERITIES,
  type Severity,
  SourceError,
  type StagedResult,
  scanStaged,
  UsageError,
} from '../src/index.js';
import { useColor } from './color.js';
import type { Arguments, Command } from './command.js';
import { readConfig } from './config.js';
import { readTargetList } from './files-from.js';
import * as flags from './flags.js';
import { closingLine, problemText, reportText } from './hook-report.js';
import { print } from './print.js';
import { regexChoice } from './regex.js';
import { skippedCount } from './skipped.js';
import { readWanted } from './wanted.js';

export const hookCommand: Command = {
  name: 'hook',
  usage: '[files…] [options]',
  doc: 'Examine what is staged in git, before it is committed: added and changed lines, or all of the files that are named.',
  flags: [
    flags.staged,
    flags.filesFrom,
    flags.include,
    flags.exclude,
    flags.detectors,
    flags.excludeDetectors,
    flags.macieStrictness,
    flags.minConfidence,
    flags.hookFailOn,
    flags.strictCoverage,
    flags.color,
    flags.config,
  ],
  examples: [
    ['clearset hook', 'what is staged; clearset init --hook makes git run it before each commit'],
    [
      'clearset hook --fail-on medium src/ .env',
      'what is staged below src, and .env; named files without a staged change are examined whole',
    ],
  ],
  notes:
    'Content is taken from the index, never from the work tree. A value is allowed by a comment on its line, clearset:allow[ID] reason, ' +
    'or on the line above, clearset:allow-next-line[ID] reason. Problems with a file are warnings, unless --strict-coverage is given.',
  async run(given) {
    const names = await readNames(given);
    // Who owns the repository owns its configuration: for the hook it may lie in what is examined.
    const config = await readConfig(given, []);
    const minConfidence = given.list(flags.minConfidence)[0] ?? config.hook?.minConfidence ?? config.minConfidence;
    const result = await scanStaged({
      ...(names && { names }),
      include: given.list(flags.include, config.include),
      exclude: given.list(flags.exclude, config.exclude),
      ...readWanted(given, config),
      minConfidence: (minConfidence ?? flags.minConfidence.default) as Confidence,
      fingerprints: false,
      regex: regexChoice(process.env),
    });
    const failOn = given.list(flags.hookFailOn)[0] ?? config.hook?.failOn ?? flags.hookFailOn.default;
    const blocking = failOn === 'none' ? [] : SEVERITIES.slice(SEVERITIES.indexOf(failOn as Severity));
    const text = reportText(result, { blocking, color: useColor(given.text(flags.color), process.stdout, process.env) });
    if (text !== '') await print(text);
    process.stderr.write(problemText(result) + closingLine(result));
    return exitCode(result, blocking, given.has(flags.strictCoverage));
  },
};

/** Undefined for all that is staged. An empty list names nothing, and nothing is examined. */
async function readNames(given: Arguments): Promise<(string | Uint8Array)[] | undefined> {
  const list = given.text(flags.filesFrom);
  const names: (string | Uint8Array)[] = [...given.positionals];
  if (names.some((name) => name === '')) throw new UsageError('a file is an empty name');
  if (list !== undefined) names.push(...(await readTargetList(list)));
  else if (names.length === 0) return undefined;
  if (given.has(flags.staged)) throw new UsageError('--staged means all that is staged: name no files beside it');
  return names;
}

/** Findings win over problems, which only warn. */
function exitCode(
  { items, summary, submodules, unseen }: StagedResult,
  blocking: readonly Severity[],
  strictCoverage: boolean,
): number {
  if (items.some(({ findings }) => findings.some(({ severity }) => blocking.includes(severity)))) return EXIT.findings;
  const skipped = skippedCount(summary);
  // A hook that sees nothing would pass everything.
  if (unseen > 0 && unseen === summary.items && skipped === 0)
    throw new SourceError('files are staged, but nothing of them could be examined');
  return strictCoverage && summary.problems + skipped + submodules > 0 ? EXIT.incomplete : EXIT.clean;
}
