/** What a filter of `--include` and `--exclude` is to those who list; it is made only where there are globs. */

/** An entry of a folder, its name as text. */
export interface GlobEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** Indexes into the entries that were given: files to examine and folders to enter. */
export type GlobFilter = (folder: string, entries: readonly GlobEntry[]) => ReadonlySet<number>;

export interface Globs {
  /** Globs on the path relative to the target. Default: everything. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

/** Undefined where everything is to be examined. @throws UsageError where a glob is empty */
export async function loadFilter({ include = [], exclude = [] }: Globs): Promise<GlobFilter | undefined> {
  if (include.length === 0 && exclude.length === 0) return undefined;
  const { createGlobFilter } = await import('./glob.js');
  return createGlobFilter(include, exclude);
}
