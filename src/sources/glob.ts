/**
 * `--include` and `--exclude`. fast-glob 3 exports no matcher, only a walk; but its walk cannot give names as bytes, a
 * fixed order or errors with their folder. So our walk reads the folders, and for each of them fast-glob is run on a
 * file system of ours that holds nothing but the way to that folder and its entries: it says which files match and
 * which folders it would enter. Imported only when there are globs.
 */
import fastGlob from 'fast-glob';
import { UsageError } from '../core/errors.js';
import type { GlobEntry, GlobFilter } from './glob-filter.js';
import { withoutLineEnds } from './names.js';

type FileSystem = Partial<fastGlob.FileSystemAdapter>;

/**
 * Filter for paths relative to a target folder, separated by `/`. Dot files match like others; letters are told apart by
 * case; a pattern that ends in `/` means all below that folder. No `include` means everything.
 * @throws UsageError where a pattern is empty
 */
export function createGlobFilter(include: readonly string[], exclude: readonly string[]): GlobFilter {
  if ([...include, ...exclude].some((pattern) => pattern.trim() === '')) {
    throw new UsageError('an include or exclude pattern is empty; give a glob such as "**/*.csv"');
  }
  const patterns = include.length > 0 ? include.map(patternOf) : ['**'];
  const ignore = exclude.map(patternOf);
  return (folder, entries) => {
    const selected = new Set<number>();
    const view = new FolderView(folder, entries, (index) => selected.add(index));
    const matches = fastGlob.sync(patterns, {
      cwd: '/',
      ignore,
      dot: true,
      onlyFiles: true,
      followSymbolicLinks: false,
      // fast-glob asks for types with the names and calls nothing else of the entries than `EntryKind` has.
      fs: { readdirSync: view.readdirSync, statSync: view.statSync, lstatSync: view.statSync } as unknown as FileSystem,
    });
    for (const match of matches) {
      for (const index of view.indexesOf(`/${match}`)) selected.add(index);
    }
    return selected;
  };
}

function patternOf(text: string): string {
  return withoutLineEnds(text.endsWith('/') ? `${text}**` : text);
}

/** The file system that fast-glob sees: the folders from the root to one folder, and that folder's entries. */
class FolderView {
  readonly #at: string;
  readonly #parts: readonly string[];
  readonly #entries: readonly GlobEntry[];
  /** Names that are one in text are judged alike. */
  readonly #indexes = new Map<string, number[]>();
  readonly #enter: (index: number) => void;

  constructor(folder: string, entries: readonly GlobEntry[], enter: (index: number) => void) {
    this.#parts = folder === '' ? [] : folder.split('/');
    this.#at = folder === '' ? '/' : `/${folder}/`;
    this.#entries = entries;
    this.#enter = enter;
    for (const [index, entry] of entries.entries()) {
      const path = this.#at + entry.name;
      const alike = this.#indexes.get(path);
      if (alike) alike.push(index);
      else this.#indexes.set(path, [index]);
    }
  }

  indexesOf(path: string): readonly number[] {
    return this.#indexes.get(path) ?? [];
  }

  /** Notes that the folders of that path are to be entered; false where there are none. */
  #enterAll(path: string): boolean {
    const folders = this.indexesOf(path).filter((index) => this.#entries[index]!.isFolder);
    for (const index of folders) this.#enter(index);
    return folders.length > 0;
  }

  readonly readdirSync = (path: string): EntryKind[] => {
    const from = path.endsWith('/') ? path : `${path}/`;
    if (from === this.#at) return this.#entries.map((entry) => new EntryKind(entry.name, entry.isFolder));
    if (this.#enterAll(path)) return [];
    const depth = from.split('/').length - 2;
    const next = this.#parts[depth];
    if (next !== undefined && this.#at.startsWith(from)) return [new EntryKind(next, true)];
    throw this.#notInView(path);
  };

  readonly statSync = (path: string): EntryKind => {
    const index = this.indexesOf(path)[0];
    if (index !== undefined) return new EntryKind(path, this.#entries[index]!.isFolder);
    if (this.#at.startsWith(path.endsWith('/') ? path : `${path}/`)) return new EntryKind(path, true);
    throw this.#notInView(path);
  };

  /** A pattern may name a place below one of the entries at once (`a/b/*.csv`): then that entry is to be entered. */
  #notInView(path: string): NodeJS.ErrnoException {
    const end = path.startsWith(this.#at) ? path.indexOf('/', this.#at.length) : -1;
    if (end >= 0) this.#enterAll(path.slice(0, end));
    return Object.assign(new Error('not in view'), { code: 'ENOENT' });
  }
}

/** The part of `Dirent` and `Stats` that fast-glob asks for. */
class EntryKind {
  readonly name: string;
  readonly #isFolder: boolean;

  constructor(name: string, isFolder: boolean) {
    this.name = name;
    this.#isFolder = isFolder;
  }

  isDirectory = (): boolean => this.#isFolder;
  isFile = (): boolean => !this.#isFolder;
  isSymbolicLink = (): boolean => false;
  isBlockDevice = (): boolean => false;
  isCharacterDevice = (): boolean => false;
  isFIFO = (): boolean => false;
  isSocket = (): boolean => false;
}
