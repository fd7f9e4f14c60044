/** Checks a data set: scans it with its columns profiled, adds the profiles up over all items, and has a policy judge the whole. */
import type { PolicyConfig } from '../config/config.js';
import type { CheckResult, ItemProblemRecord } from '../core/check.js';
import { InternalError } from '../core/errors.js';
import type { ColumnFamily, ColumnProfile, ProfileTally } from '../core/profile.js';
import type { ItemResult } from '../core/result.js';
import { createJudge } from '../policy/judge.js';
import { type PolicyPreset, resolvePolicy } from '../policy/policy.js';
import { judgedCatalogue } from '../worker/settings.js';
import { addProfile, finishProfile, noColumn, noHits, noProfile } from '../worker/tally.js';
import type { RunStats, ScanLimits, ScanOptions } from './options.js';
import { runScan } from './run.js';

/** Problems that are listed. */
const LISTED_PROBLEMS = 1000;

export interface CheckOptions extends Omit<ScanOptions, 'maxLocations' | 'fingerprints' | 'reveal'> {
  /** A preset by name, or rules. Default `training-data`. */
  readonly policy?: PolicyPreset | PolicyConfig;
  /** Whether items skipped by intent (media, programs, excluded, links) leave the data set incomplete, as problems do. Default false. */
  readonly strictCoverage?: boolean;
}

/** A result with facts about the run, which may differ from one to the next. */
export interface CheckRun extends CheckResult {
  readonly stats: RunStats;
}

/**
 * Checks a data set. With a signal that is aborted, what was examined until then is judged, and the summary says so.
 * @throws UsageError, ConfigError before anything is examined
 */
export async function runCheck(options: CheckOptions, limits: Partial<ScanLimits> = {}): Promise<CheckRun> {
  const { strictCoverage = false, ...scanned } = options;
  const policy = resolvePolicy(options.policy);
  const judge = createJudge(policy, judgedCatalogue(options));
  const dataset = new Dataset();
  const problems: ItemProblemRecord[] = [];
  const run = runScan({ ...scanned, profile: true, maxLocations: 0, fingerprints: false }, limits);
  for await (const event of run) {
    if (event.kind === 'item') {
      const { result } = event;
      dataset.add(result);
      judge.addItem(result);
      for (const problem of result.problems)
        if (problems.length < LISTED_PROBLEMS) problems.push({ ...pathOf(result), ...problem });
      continue;
    }
    const { summary, stats } = event;
    const columns = dataset.columns();
    const rules = judge.finish(columns);
    const failed = rules.some(({ failures }) => failures.length > 0);
    const isWhole = summary.complete && summary.items > 0 && !(strictCoverage && Object.keys(summary.skipped).length > 0);
    const verdict = failed ? 'fail' : isWhole ? 'pass' : 'incomplete';
    return { verdict, policy: policy.name, rules, columns, problems, summary, stats };
  }
  throw new InternalError('the check ended without a summary; please report this');
}

const FAMILIES: readonly ColumnFamily[] = ['table', 'records', 'documents'];

/** Profiles of all items by family. Items come in the order of their paths, so the first places are the first by path. */
class Dataset {
  readonly #profiles = new Map<ColumnFamily, ProfileTally>();
  #documentBytes = 0;

  add(item: ItemResult): void {
    if (item.skipped !== undefined) return;
    if (item.members !== undefined) {
      // Members with columns come as items of their own.
      const { clean, cleanBytes } = item.members;
      this.#documentBytes += cleanBytes;
      if (clean > 0) this.#addAll(item, documents(clean));
      return;
    }
    const { profile = noProfile('documents') } = item;
    if (profile.family === 'documents') {
      if (item.bytesExamined === 0 && profile.columns.size === 0) return;
      this.#documentBytes += item.bytesExamined;
      this.#addAll(item, asDocument(profile));
      return;
    }
    countItem(profile);
    this.#addAll(item, profile);
  }

  columns(): ColumnProfile[] {
    return FAMILIES.flatMap((family) => {
      const profile = this.#profiles.get(family);
      if (profile === undefined) return [];
      const columns = finishProfile(profile);
      return family === 'documents'
        ? columns.map((column) => ({ ...column, type: 'free text', bytes: this.#documentBytes }))
        : columns;
    });
  }

  #addAll(item: ItemResult, profile: ProfileTally): void {
    const { family } = profile;
    const total = this.#profiles.get(family) ?? noProfile(family);
    this.#profiles.set(family, total);
    addProfile(total, profile, (place) => ({ ...place, ...pathOf(item) }));
  }
}

/** Notes that an item has these columns; those that may be folded into one are together one item of it. */
function countItem({ columns }: ProfileTally): void {
  const folds = new Set<string>();
  for (const column of columns.values()) {
    column.items = 1;
    if (column.fold === undefined || folds.has(column.fold.name)) continue;
    folds.add(column.fold.name);
    column.fold.items = 1;
  }
}

/** Documents in which nothing was found. */
function documents(count: number): ProfileTally {
  return { family: 'documents', columns: new Map([['', { ...noColumn(), values: count, items: count }]]) };
}

/** A document is one value of the one column that documents are. */
function asDocument(profile: ProfileTally): ProfileTally {
  const column = { ...noColumn(), values: 1, items: 1 };
  for (const { hits } of profile.columns.values()) {
    for (const [detector, found] of hits) column.hits.set(detector, { ...noHits(), ...found, values: 1 });
  }
  return { family: 'documents', columns: new Map([['', column]]) };
}

function pathOf({ path, pathBase64, printPath }: ItemResult) {
  return { path, ...(pathBase64 !== undefined && { pathBase64 }), ...(printPath !== undefined && { printPath }) };
}
