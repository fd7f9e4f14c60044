/** Explains why one occurrence is reported: finds its item among the targets, and has it examined again. */
import { UsageError } from '../core/errors.js';
import type { ItemPath, Problem, SkipKind } from '../core/result.js';
import { listFiles } from '../sources/index.js';
import { signalControl } from '../worker/control.js';
import type { ItemExplanation, NearPlace, OccurrenceExplanation, Wanted } from '../worker/explain-item.js';
import { resolveSettings, type SettingsOptions } from '../worker/settings.js';

export interface ExplainOptions extends SettingsOptions {
  /** A file, or for a fingerprint also a folder, as a literal path; bytes where the name is not UTF-8. */
  readonly target: string | Uint8Array;
  readonly wanted: Wanted;
}

export interface Explanation {
  /** The item of the occurrence, or the last one examined; undefined where the target has none. */
  readonly item: ItemPath | undefined;
  readonly occurrence: OccurrenceExplanation | undefined;
  /** Other occurrences on the line that was asked for, the nearest first; only where none is at the place. */
  readonly near: readonly NearPlace[];
  /** Why the last item was left out by intent. */
  readonly skipped: SkipKind | undefined;
  /** Why items were not, or not wholly, examined; in order of their paths. */
  readonly problems: readonly (ItemPath & Problem)[];
}

/**
 * Explains one occurrence. Fingerprints are known only of places that a scan with the same options lists.
 * @throws UsageError for standard input, which can be read once only, and for a place in a folder
 */
export async function explain(options: ExplainOptions): Promise<Explanation> {
  const { target, wanted } = options;
  if (target.length === 0) throw new UsageError('the target is empty; name a file');
  if (target === '-') throw new UsageError('standard input cannot be explained, since it can be read only once; name a file');
  const settings = resolveSettings(options);
  const [{ ItemScanner }, { explainItem }] = await Promise.all([
    import('../worker/scan-item.js'),
    import('../worker/explain-item.js'),
  ]);
  const scanner = new ItemScanner(settings);
  const problems: (ItemPath & Problem)[] = [];
  let last: ItemExplanation | undefined;
  let skipped: SkipKind | undefined;
  for (const listed of await listFiles({ targets: [target] })) {
    if (listed.kind === 'problem') problems.push({ ...listed.path, code: listed.code, detail: listed.detail, bytesExamined: 0 });
    if (listed.kind === 'skip') skipped = listed.skip;
    if (listed.kind !== 'item') continue;
    if (wanted.kind === 'place' && last !== undefined) throw new UsageError('a place is in one file, and this names a folder');
    last = await explainItem(scanner, settings, listed.item, wanted, signalControl(undefined));
    skipped = last.result.skipped;
    for (const problem of last.result.problems) problems.push({ ...pathOf(last), ...problem });
    if (last.explanation !== undefined) break;
  }
  return { item: last && pathOf(last), occurrence: last?.explanation, near: last?.near ?? [], skipped, problems };
}

function pathOf({ result }: ItemExplanation): ItemPath {
  const { path, pathBase64, printPath } = result;
  return { path, ...(pathBase64 !== undefined && { pathBase64 }), ...(printPath !== undefined && { printPath }) };
}
