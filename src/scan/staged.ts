/**
 * Examines what a commit would hold: the index of git, on one thread. Git is started before anything that examines is loaded, so that
 * it works on another core meanwhile.
 */
import type { ItemResult } from '../core/result.js';
import { BlobReader } from '../sources/git-blobs.js';
import { listIndex } from '../sources/git-staged.js';
import type { Globs } from '../sources/glob-filter.js';
import type { SettingsOptions } from '../worker/settings.js';
import type { CoverageTotals } from './coverage.js';

export interface StagedOptions extends Omit<SettingsOptions, 'maxLocations'>, Globs {
  /** Files and folders, taken literally. Default: all that is staged. */
  readonly names?: readonly (string | Uint8Array)[];
  /** Default: the working directory of the process. */
  readonly cwd?: string;
}

export interface StagedResult {
  /** Items with findings, problems or skips, in order of path bytes. */
  readonly items: readonly ItemResult[];
  readonly summary: CoverageTotals;
  /** Names of the detectors that have findings, by id. */
  readonly detectorNames: ReadonlyMap<string, string>;
  /** Files in question: those staged or, where they were named, in the index. Submodules and deletions are none. */
  readonly files: number;
  readonly submodules: number;
  /** Files of which nothing was examined, against intent. */
  readonly unseen: number;
  /** Occurrences on lines that the commit leaves as they are. */
  readonly unchanged: number;
  /** Occurrences that a comment in the file allows. */
  readonly allowed: number;
  /** Undefined where none was needed. */
  readonly regexEngine: 'native' | 'js' | undefined;
}

/**
 * Findings are those on added or changed lines without a comment that allows them; in files that are named and have nothing
 * staged, those on all lines.
 * @throws UsageError for wrong settings, SourceError where git fails
 */
export async function scanStaged(options: StagedOptions): Promise<StagedResult> {
  const { names, cwd } = options;
  const listed = listIndex(names, cwd);
  // Whatever fails first is said; the other one is not left without a listener.
  listed.catch(() => undefined);
  const blobs = new BlobReader(cwd);
  try {
    const { examineStaged } = await import('./examine-staged.js');
    return await examineStaged(options, await listed, blobs);
  } finally {
    blobs.close();
  }
}
