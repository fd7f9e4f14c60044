/** Explains why one occurrence is reported: finds its item among the targets, and has it examined again. */
import { UsageError } from '../core/errors.js';
import type { ItemPath, Problem, SkipKind } from '../core/result.js';
import { type ItemRef, MEMBER_MARK } from '../core/source.js';
import { isS3Target, type Listed, parseS3Target } from '../sources/index.js';
import { signalControl } from '../worker/control.js';
import type { ItemExplanation, NearPlace, OccurrenceExplanation, Wanted } from '../worker/explain-item.js';
import { resolveSettings, type SettingsOptions, type WorkerSettings } from '../worker/settings.js';
import { checkExplainCall } from './calls.js';
import { openListing, type TargetListing } from './list.js';

export interface ExplainOptions extends SettingsOptions {
  /**
   * A file as a literal path or an object as `s3://bucket/key`, for a fingerprint also a folder or `s3://bucket/prefix`; bytes where
   * the name is not UTF-8. Behind the path of an archive may stand `!` and the name of a member, as reports write it.
   */
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
 * Explains one occurrence. Fingerprints are known only of places that a scan with the same options lists. The item of the
 * occurrence is read twice, an object of S3 by two requests; the others are read once.
 * @throws UsageError when called wrongly, for standard input, which can be read once only, and for a place in a folder or below a prefix
 */
export async function explain(options: ExplainOptions): Promise<Explanation> {
  checkExplainCall(options);
  const { target, wanted } = options;
  if (target.length === 0) throw new UsageError('the target is empty; name a file');
  if (target === '-') throw new UsageError('standard input cannot be explained, since it can be read only once; name a file');
  const settings = resolveSettings(options);
  for (const { archive, member } of archivesIn(target)) {
    const explanation = await explainIn(archive, member, wanted, settings);
    if (explanation !== undefined) return explanation;
  }
  return (await explainIn(target, undefined, wanted, settings, true))!;
}

/** Files that may be the archive of a member, the longest first; where the whole target is a file, it is no member. */
function* archivesIn(target: string | Uint8Array): Generator<{ archive: string; member: string | undefined }, void, void> {
  if (typeof target !== 'string' || !target.includes(MEMBER_MARK)) return;
  yield { archive: target, member: undefined };
  for (let at = target.lastIndexOf(MEMBER_MARK); at > 0; at = target.lastIndexOf(MEMBER_MARK, at - 1))
    yield { archive: target.slice(0, at), member: target.slice(at + 1) };
}

/**
 * @param isLast whether to say so where there is nothing of that name; else the answer is undefined
 * @throws UsageError
 */
async function explainIn(
  target: string | Uint8Array,
  member: string | undefined,
  wanted: Wanted,
  settings: WorkerSettings,
  isLast = false,
): Promise<Explanation | undefined> {
  const [{ ItemScanner }, { explainItem }] = await Promise.all([
    import('../worker/scan-item.js'),
    import('../worker/explain-item.js'),
  ]);
  const scanner = new ItemScanner(settings);
  const problems: (ItemPath & Problem)[] = [];
  let last: ItemExplanation | undefined;
  let skipped: SkipKind | undefined;
  const isObjectOfPlace = wanted.kind === 'place' && isS3Target(target);
  for await (const listed of allOf(openListing({ targets: [target] }, settings.s3))) {
    if (listed.kind === 'problem') {
      const { path, code, detail } = listed;
      const printPath = scanner.printPath(path.path);
      problems.push({ ...path, ...(printPath !== undefined && { printPath }), code, detail, bytesExamined: 0 });
    }
    if (listed.kind === 'skip') skipped = listed.skip;
    if (listed.kind !== 'item') continue;
    if ((isObjectOfPlace || member !== undefined) && isS3Target(target) && !isNamedBy(target, listed.item)) {
      if (!isLast) return undefined;
      throw new UsageError('a place is in one object, and no object has this key; name it whole');
    }
    if (wanted.kind === 'place' && last !== undefined) throw new UsageError('a place is in one file, and this names a folder');
    last = await explainItem(scanner, settings, { item: listed.item, member }, wanted, signalControl(undefined));
    skipped = last.result.skipped;
    for (const problem of last.result.problems) problems.push({ ...pathOf(last), ...problem });
    // Keys that begin with another key are listed behind it.
    if (last.explanation !== undefined || isObjectOfPlace) break;
  }
  if (last === undefined && !isLast) return undefined;
  return { item: last && pathOf(last), occurrence: last?.explanation, near: last?.near ?? [], skipped, problems };
}

async function* allOf(listing: TargetListing): AsyncGenerator<Listed, void, void> {
  for await (const page of listing.pages()) yield* page;
}

/** Whether an object is the one whose key is all of the target, not one whose key only begins so. */
function isNamedBy(target: string | Uint8Array, { locator }: ItemRef): boolean {
  const { bucket, prefix } = parseS3Target(target);
  return locator === `${bucket}/${prefix}`;
}

function pathOf({ result }: ItemExplanation): ItemPath {
  const { path, pathBase64, printPath } = result;
  return { path, ...(pathBase64 !== undefined && { pathBase64 }), ...(printPath !== undefined && { printPath }) };
}
