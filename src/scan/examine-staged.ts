/**
 * Examines the entries of an index. Of a file that was there before, only values on lines that are added or changed count; the
 * rest of it is somebody else's commit.
 */

import { memorySource } from '../core/memory-source.js';
import type { ItemPath, ItemResult, Problem } from '../core/result.js';
import type { ItemRef } from '../core/source.js';
import type { Blob, BlobReader } from '../sources/git-blobs.js';
import { addedLines, type LineRange } from '../sources/git-lines.js';
import type { IndexEntry, IndexListing } from '../sources/git-staged.js';
import { type Globs, loadFilter } from '../sources/glob-filter.js';
import { pieceSource } from '../sources/memory.js';
import { severityFor } from '../worker/aggregate.js';
import { signalControl } from '../worker/control.js';
import { ItemScanner } from '../worker/scan-item.js';
import { resolveSettings } from '../worker/settings.js';
import { judge } from './added.js';
import { createCoverage } from './coverage.js';
import { withMembers } from './members.js';
import type { StagedOptions, StagedResult } from './staged.js';

/** Places listed of each detector in one file. What is beyond counts as added: its lines are not known. */
const MOST_PLACES = 10_000;
/** All of a file that stands for another one, kept elsewhere (git-lfs specification). What says anything else as well is examined. */
const LFS_POINTER =
  /^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/v1\n(?:ext-\d-[a-z0-9.-]{1,64} sha256:[0-9a-f]{64}\n)*oid sha256:[0-9a-f]{64}\nsize \d{1,20}\n?$/;
const LFS_POINTER_BYTES = 1024;

const NOT_IN_INDEX: Reason = { code: 'unreadable', detail: 'is not in the index of git; git add puts it there' };
const UNMERGED: Reason = { code: 'unreadable', detail: 'is in conflict; git add ends the conflict' };
const NO_OBJECT: Reason = { code: 'unreadable', detail: 'its content is not in the repository' };
const LFS: Reason = { code: 'unsupported', detail: 'its content is kept by git-lfs, outside of the index' };

type Reason = Pick<Problem, 'code' | 'detail'>;

/** @throws UsageError for wrong settings, SourceError where git fails */
export async function examineStaged(
  options: StagedOptions,
  { entries, unknown }: IndexListing,
  blobs: BlobReader,
): Promise<StagedResult> {
  const settings = resolveSettings({ ...options, maxLocations: MOST_PLACES });
  const files = entries.filter(({ kind }) => kind !== 'submodule');
  const isChosen = await chooser(options, entries);
  const readable = files.filter((entry) => entry.kind !== 'unmerged' && isChosen(entry));
  // git reads them while the engine is made.
  blobs.ask(readable.map(({ oid }) => oid));
  const scanner = new ItemScanner(settings);
  const sheets = new Map(scanner.engine.detectors.map((sheet) => [sheet.id, sheet]));
  const control = signalControl(undefined);
  const coverage = createCoverage(false);
  const items: ItemResult[] = [];
  let unchanged = 0;
  let allowed = 0;
  const add = (result: ItemResult): void => {
    coverage.add(result, true);
    if (result.findings.length > 0 || result.problems.length > 0 || result.skipped !== undefined) items.push(result);
  };

  for (const place of unknown) add(problem(scanner, place, 0, NOT_IN_INDEX));
  for (const entry of files) if (entry.kind === 'unmerged' && isChosen(entry)) add(problem(scanner, entry, 0, UNMERGED));
  for (const entry of files) if (!isChosen(entry)) add(excluded(entry));
  for (const entry of readable) {
    const blob = await blobs.next();
    if (blob === undefined) {
      add(problem(scanner, entry, 0, NO_OBJECT));
      continue;
    }
    if (isPointer(blob)) {
      add(problem(scanner, entry, blob.byteLength, LFS));
      continue;
    }
    const source = blob.bytes ? memorySource(blob.bytes) : pieceSource(blob.pieces!, blob.byteLength);
    const { before, oid, isWhole } = entry;
    let added: readonly LineRange[] | undefined;
    for (const result of withMembers(await scanner.scanSource(itemOf(entry, blob), source, control))) {
      if (result.findings.length === 0) {
        add(result);
        continue;
      }
      if (!isWhole && before !== undefined) added ??= await addedLines(before, oid, options.cwd);
      const judged = judge(result, blob.bytes, added);
      unchanged += judged.unchanged;
      allowed += judged.allowed;
      const findings = judged.findings.map((finding) => ({
        ...finding,
        severity: severityFor(sheets.get(finding.detector)!, finding.count),
      }));
      add({ ...result, findings });
    }
  }
  return {
    items: items.sort((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path))),
    summary: coverage.totals(),
    detectorNames: namesOf(items, sheets),
    files: files.length + unknown.length,
    submodules: entries.length - files.length,
    unseen: items.filter(({ problems, bytesExamined, isMember }) => !isMember && problems.length > 0 && bytesExamined === 0)
      .length,
    unchanged,
    allowed,
    regexEngine: scanner.engine.regexUsed,
  };
}

function namesOf(items: readonly ItemResult[], sheets: ReadonlyMap<string, { readonly name: string }>): Map<string, string> {
  const ids = new Set(items.flatMap(({ findings }) => findings.map(({ detector }) => detector)));
  return new Map(Array.from(ids, (id) => [id, sheets.get(id)!.name]));
}

/** Whether globs let an entry in. Globs judge the entries of a folder together. */
async function chooser(globs: Globs, entries: readonly IndexEntry[]): Promise<(entry: IndexEntry) => boolean> {
  const filter = await loadFilter(globs);
  if (filter === undefined) return () => true;
  const chosen = new Set<IndexEntry>();
  const folders = new Map<string, IndexEntry[]>();
  for (const entry of entries) {
    const folder = entry.path.slice(0, Math.max(0, entry.path.lastIndexOf('/')));
    const known = folders.get(folder);
    if (known) known.push(entry);
    else folders.set(folder, [entry]);
  }
  for (const [folder, inFolder] of folders) {
    const names = inFolder.map(({ path }) => ({ name: path.slice(path.lastIndexOf('/') + 1), isFolder: false }));
    for (const index of filter(folder, names)) chosen.add(inFolder[index]!);
  }
  return (entry) => chosen.has(entry);
}

function excluded({ path, pathBase64 }: IndexEntry): ItemResult {
  const none = { bytesFound: 0, bytesExamined: 0, degraded: 0, findings: [], problems: [] };
  return { path, ...(pathBase64 !== undefined && { pathBase64 }), ...none, skipped: 'excluded' };
}

function itemOf(entry: IndexEntry, { byteLength }: Blob): ItemRef {
  const { path, pathBase64, oid } = entry;
  return { source: 'git', locator: oid, path, ...(pathBase64 !== undefined && { pathBase64 }), byteLength };
}

function problem(scanner: ItemScanner, { path, pathBase64 }: ItemPath, bytesFound: number, reason: Reason): ItemResult {
  const item: ItemRef = { source: 'git', locator: '', path, ...(pathBase64 !== undefined && { pathBase64 }) };
  return scanner.result(item, { bytesFound, problem: { ...reason, bytesExamined: 0 } });
}

function isPointer({ bytes }: Blob): boolean {
  return bytes !== undefined && bytes.length <= LFS_POINTER_BYTES && LFS_POINTER.test(bytes.toString('latin1'));
}
