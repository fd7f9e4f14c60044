/** `clearset check`: judges a data set by a policy, and turns the verdict into an exit code. */
import { type CheckRun, EXIT, type PolicyPreset } from '../src/index.js';
import { useColor } from './color.js';
import type { Command } from './command.js';
import { readConfigFile, withName } from './config.js';
import * as flags from './flags.js';
import { runCheck } from './run-check.js';
import { readOptions, readTargets } from './scan.js';

export const checkCommand: Command = {
  name: 'check',
  usage: '<dataset…> [options]',
  doc: 'Check a data set against a policy: verdict, and a profile of every column over all its files.',
  flags: [
    ...flags.SCOPE,
    flags.policy,
    flags.checkFormat,
    flags.output,
    flags.strictCoverage,
    flags.preview,
    flags.color,
    flags.jobs,
    flags.config,
    flags.stats,
    flags.noProgress,
  ],
  examples: [
    ['clearset check train/', 'may this be trained on?'],
    ['clearset check shards/*.jsonl --format markdown > privacy.md', 'a page for the card of the data set'],
    ['clearset check export.csv --policy strict --output json=check.json', 'nothing may be in it, and a report for programs'],
    ['zcat dump.jsonl.gz | clearset check -', 'standard input'],
  ],
  notes:
    'Exit codes: 0 all rules are met and everything was examined; 1 a rule failed; 2 wrong usage or configuration, or a fatal error; 3 no rule failed, but not everything was examined; 130 interrupted. Columns are added up by name over all items that are tables, and over all that are records.',
  async run(given) {
    const targets = await readTargets(given);
    const { config, file } = await readConfigFile(given, targets);
    const { maxLocations: _all, reveal: _never, ...options } = readOptions(given, config);
    const policy = given.text(flags.policy) as PolicyPreset | undefined;
    const call = {
      options: {
        targets,
        ...options,
        policy: policy ?? config.policy ?? 'training-data',
        strictCoverage: given.has(flags.strictCoverage),
      },
      format: given.text(flags.checkFormat)!,
      outputs: given.list(flags.output),
      color: useColor(given.text(flags.color), process.stdout, process.env),
      showProgress: !given.has(flags.noProgress) && process.stderr.isTTY === true,
      statsFile: given.text(flags.stats),
    };
    // Patterns are proved by now: what is wrong in the configuration is a rule of its policy.
    const isOwn = policy === undefined && config.policy !== undefined && file !== undefined;
    return exitCode(await (isOwn ? withName(file, () => runCheck(call)) : runCheck(call)));
  },
};

/** Interrupted · a rule failed · something not examined · passed, in this order. */
function exitCode({ verdict, summary }: CheckRun): number {
  if (summary.interrupted) return EXIT.interrupted;
  if (verdict === 'fail') return EXIT.findings;
  return verdict === 'incomplete' ? EXIT.incomplete : EXIT.clean;
}
