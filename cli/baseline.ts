/** `clearset baseline`: accepts what is there, so that scans report what comes after it. Each action ends in a few counts. */
import fs from 'node:fs';
import path from 'node:path';
import {
  Baseline,
  bytesOfPath,
  countText,
  coverageText,
  EXIT,
  fileWriter,
  formatBaseline,
  isMasked,
  plural,
  readBaseline,
  type Summary,
  suggestion,
  UsageError,
} from '../src/index.js';
import { auditText } from './baseline-audit.js';
import { type Examination, examineAll, isWhole } from './baseline-examine.js';
import type { Arguments, Command } from './command.js';
import * as flags from './flags.js';
import { print } from './print.js';
import { readTargets } from './scan.js';

const DEFAULT_FILE = 'clearset.baseline';

/** What an action has, and what it does with it. */
interface Run {
  readonly file: string;
  readonly given: Arguments;
  readonly examination: Examination;
}

const ACTIONS: Readonly<Record<string, (run: Run) => Promise<number>>> = { create, update, audit, prune };

export const baselineCommand: Command = {
  name: 'baseline',
  usage: `${Object.keys(ACTIONS).join('|')} [target…] [options]`,
  doc: 'Accept what is found now, so that clearset scan --baseline reports only what is new.',
  operands: { first: Object.keys(ACTIONS) },
  flags: [...flags.SCOPE, flags.baselineOutput, flags.force, flags.baselineFile, flags.jobs, flags.noProgress],
  examples: [
    ['clearset baseline create', 'accept all that is in the working directory'],
    ['git ls-files -z | clearset baseline create --files-from -', 'accept all that git tracks'],
    ['clearset scan . --baseline clearset.baseline', 'what is new since then'],
    ['clearset baseline audit', 'what is accepted, what of it is gone, what is new'],
    ['clearset baseline update data/', 'accept what is new in a folder'],
    ['clearset baseline prune', 'forget what no longer occurs'],
  ],
  notes:
    'Without target: the working directory. Paths count from there, so run scans and this in the same folder. ' +
    'What stands in a baseline: path, detector, and 64 bits of a hash of a random token, 16 of any other value, or only a number where ' +
    'that would give the value away. The exit code is 3 where something could not be examined; findings do not count.',
  async run(given) {
    const [name, ...positionals] = given.positionals;
    const action = Object.entries(ACTIONS).find(([known]) => known === name)?.[1];
    if (name === undefined || action === undefined) throw unknownAction(name);
    if (positionals.includes('-')) throw new UsageError('standard input has no name under which its content could be accepted');
    refuseFlags(given, name);
    const isHere = positionals.length === 0 && given.text(flags.filesFrom) === undefined;
    const targets = isHere ? ['.'] : await readTargets({ ...given, positionals });
    const file = given.text(name === 'create' ? flags.baselineOutput : flags.baselineFile) ?? DEFAULT_FILE;
    return action({ file, given, examination: { given, targets } });
  },
};

async function create({ file, given, examination }: Run): Promise<number> {
  if (!given.has(flags.force) && fs.lstatSync(file, { throwIfNoEntry: false }) !== undefined)
    throw new UsageError(`${JSON.stringify(file)} exists; clearset baseline update adds to it, --force replaces it`);
  const baseline = new Baseline();
  let findings = 0;
  let occurrences = 0;
  let totals = 0;
  const summary = await examineAll(examination, (path, result) => {
    occurrences += baseline.add(path, result);
    findings += result.findings.length;
    totals += result.findings.filter(({ tags }) => tags?.isFull).length;
  });
  if (summary.interrupted) return notWritten(file);
  await write(file, baseline);
  const kept = plural(baseline.size, 'entry', 'entries');
  await print(`${file}: accepted ${plural(occurrences, 'occurrence')} in ${plural(findings, 'finding')} by ${kept}\n`);
  if (totals > 0) await print(`${plural(totals, 'finding')} with more than 1,000 different values accepted by number\n`);
  process.stderr.write(`for git to merge it without conflicts, put this line into .gitattributes:\n${attributeOf(file)}\n`);
  return ended(summary);
}

async function update({ file, examination }: Run): Promise<number> {
  const baseline = readBaseline(file);
  const before = baseline.size;
  let occurrences = 0;
  const summary = await examineAll(examination, (path, result) => {
    occurrences += baseline.add(path, result);
  });
  if (summary.interrupted) return notWritten(file);
  await write(file, baseline);
  await print(
    `${file}: accepted ${plural(occurrences, 'new occurrence')}; ${countText(before)} → ${plural(baseline.size, 'entry', 'entries')}\n`,
  );
  return ended(summary);
}

async function audit({ file, examination }: Run): Promise<number> {
  const baseline = readBaseline(file);
  const { text, summary } = await auditText(file, baseline, examination);
  await print(text);
  return ended(summary);
}

/** Entries of what was not examined, or not wholly, are kept: unless the file is gone, nobody knows whether they still hold. */
async function prune({ file, examination }: Run): Promise<number> {
  const baseline = readBaseline(file);
  const unseen = new Set(baseline.paths);
  const wholeArchives: string[] = [];
  let ran: ReadonlySet<string> = new Set();
  let pruned = 0;
  // With any confidence: what is less sure today is not gone.
  const summary = await examineAll({ ...examination, minConfidence: 'low' }, (path, result, detectors) => {
    unseen.delete(path);
    if (isWhole(result)) pruned += baseline.prune(path, result, detectors);
    if (isWhole(result) && result.members !== undefined) wholeArchives.push(path);
    ran = detectors;
  });
  if (summary.interrupted) return notWritten(file);
  for (const path of unseen) {
    if (isGone(path)) pruned += baseline.remove(path);
    // Members in which nothing was found are not named.
    else if (wholeArchives.some((archive) => path.startsWith(`${archive}!`)))
      pruned += baseline.prune(path, { ...NOTHING_FOUND, path }, ran);
  }
  await write(file, baseline);
  const left = plural(baseline.size, 'entry', 'entries');
  await print(`${file}: ${plural(pruned, 'entry', 'entries')} removed or lowered; ${left} left\n`);
  return ended(summary);
}

const NOTHING_FOUND = { bytesFound: 0, bytesExamined: 0, degraded: 0, findings: [], problems: [] };

/** Whether neither the item nor the file before a `!`, of which it may be a part, is there. A masked name cannot be looked for. */
function isGone(path: string): boolean {
  if (isMasked(path)) return false;
  const parts = path.split('!');
  return parts.every((_, index) => !mayExist(bytesOfPath(parts.slice(0, index + 1).join('!'))));
}

function mayExist(name: Buffer): boolean {
  try {
    return fs.lstatSync(name, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return true;
    throw error;
  }
}

/** Made whole or not at all. @throws OutputError */
async function write(file: string, baseline: Baseline): Promise<void> {
  const writer = fileWriter(file);
  try {
    await writer.write(formatBaseline(baseline));
    await writer.end();
  } catch (error) {
    writer.discard();
    throw error;
  }
}

function ended(summary: Summary): number {
  process.stderr.write(`${coverageText(summary)}\n`);
  if (summary.interrupted) return EXIT.interrupted;
  return summary.complete ? EXIT.clean : EXIT.incomplete;
}

function notWritten(file: string): number {
  process.stderr.write(`interrupted: ${JSON.stringify(file)} was not written\n`);
  return EXIT.interrupted;
}

/** The line that lets git keep the lines of both sides. In quotes where the name has a character that git gives a meaning. */
function attributeOf(file: string): string {
  const name = path.posix.basename(file.split(path.sep).join('/'));
  return `${/^[\w.-]+$/.test(name) ? name : JSON.stringify(name)} merge=union text eol=lf`;
}

/** @throws UsageError for a flag that this action does not take */
function refuseFlags(given: Arguments, action: string): void {
  const isCreate = action === 'create';
  const others = isCreate ? [flags.baselineFile] : [flags.baselineOutput];
  const wrong =
    others.find((flag) => given.text(flag) !== undefined) ?? (!isCreate && given.has(flags.force) ? flags.force : undefined);
  if (wrong === undefined) return;
  const hint = isCreate ? 'create writes to --output FILE' : 'it is for create; the others take --baseline FILE';
  throw new UsageError(`--${wrong.name} does not belong to clearset baseline ${action}: ${hint}`);
}

function unknownAction(name: string | undefined): UsageError {
  const names = Object.keys(ACTIONS);
  if (name === undefined) return new UsageError(`no action is named: ${names.join(', ')}`);
  return new UsageError(`unknown action ${JSON.stringify(name)}${suggestion(name, names) || `; it is ${names.join(', ')}`}`);
}
