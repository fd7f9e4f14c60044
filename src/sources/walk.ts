/**
 * The walk through folders: names as bytes, in the order of their bytes, links not followed, and going on after every
 * failure. Synchronous, because one call a folder is cheaper than promises, and lazy, because the listing waits for the scan.
 */
import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import type { ItemRef } from '../core/source.js';
import type { GlobFilter } from './glob-filter.js';
import type { Listed } from './listing.js';
import { type ByteName, joinNames, toGlobText, toItemPath, toSystemPath } from './names.js';
import { describeSystemError } from './system-error.js';
import { compareNames, type Root } from './targets.js';

/** A record with the name by which it is ordered. */
export interface Found {
  readonly name: ByteName;
  readonly record: Listed;
}

export interface WalkRules {
  readonly filter?: GlobFilter | undefined;
  /** Canonical paths of all targets: what another target names is left to it. */
  readonly targets: ReadonlySet<ByteName>;
  /** Canonical paths that this run writes. */
  readonly outputs: ReadonlySet<ByteName>;
}

interface Entry {
  readonly name: ByteName;
  readonly kind: 'file' | 'folder' | 'symlink' | 'special';
}

/** A folder that is being read, at `next` of its entries. Names end without `/`. */
interface Level {
  readonly locator: ByteName;
  readonly display: ByteName;
  readonly canonical: ByteName;
  /** Relative to the target, for globs. */
  readonly relative: ByteName;
  readonly entries: readonly Entry[];
  /** Indexes that the globs let through, where there are globs. */
  readonly selected: ReadonlySet<number> | undefined;
  next: number;
}

/**
 * Everything below a folder target, in the order of the names' bytes.
 * @returns whether something below it was left to another target
 */
export function* walk(root: Root, rules: WalkRules): Generator<Found, boolean, void> {
  let hasOtherTarget = false;
  const levels: Level[] = [];
  const failure = enter(levels, root, '', rules);
  if (failure) yield failure;
  for (let level = levels.at(-1); level !== undefined; level = levels.at(-1)) {
    const index = level.next++;
    const entry = level.entries[index];
    if (entry === undefined) {
      levels.pop();
      continue;
    }
    if (rules.targets.size > 1 && rules.targets.has(joinNames(level.canonical, entry.name))) {
      hasOtherTarget = true;
      continue;
    }
    const found = visit(levels, level, index, rules);
    if (found) yield found;
  }
  return hasOtherTarget;
}

/** A file or special target itself. Globs see it as an entry of its folder. */
export function single(root: Root, rules: WalkRules): Found {
  const name = root.display;
  const path = toItemPath(name);
  if (root.kind === 'special') return { name, record: { kind: 'skip', path, skip: 'special' } };
  const base = toGlobText(name.slice(name.lastIndexOf('/') + 1));
  const isSelected = rules.filter?.('', [{ name: base, isFolder: false }]).has(0) ?? true;
  if (!isSelected || rules.outputs.has(root.canonical)) return { name, record: { kind: 'skip', path, skip: 'excluded' } };
  const item: ItemRef = { source: 'fs', locator: root.locator, ...path, byteLength: root.byteLength, isNamed: true };
  return { name, record: { kind: 'item', item } };
}

function visit(levels: Level[], level: Level, index: number, rules: WalkRules): Found | undefined {
  const entry = level.entries[index]!;
  const display = joinNames(level.display, entry.name);
  const locator = joinNames(level.locator, entry.name);
  if (entry.kind === 'symlink' || entry.kind === 'special') return skip(display, entry.kind);
  if (entry.kind === 'folder') {
    if (level.selected?.has(index) === false) return skip(`${display}/`, 'excluded');
    const canonical = joinNames(level.canonical, entry.name);
    return enter(levels, { locator, display, canonical }, joinNames(level.relative, entry.name), rules);
  }
  const isOutput = rules.outputs.size > 0 && rules.outputs.has(joinNames(level.canonical, entry.name));
  if (level.selected?.has(index) === false || isOutput) return skip(display, 'excluded');
  const item = { source: 'fs', locator, ...toItemPath(display) } as const;
  const byteLength = sizeOf(locator);
  return { name: display, record: { kind: 'item', item: byteLength === undefined ? item : { ...item, byteLength } } };
}

/** Undefined for a file that vanished meanwhile, or in a folder that may be listed but not entered: opening it will say so. */
function sizeOf(locator: ByteName): number | undefined {
  try {
    return lstatSync(toSystemPath(locator)).size;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

function skip(name: ByteName, kind: 'symlink' | 'special' | 'excluded'): Found {
  return { name, record: { kind: 'skip', path: toItemPath(name), skip: kind } };
}

/** Reads a folder and puts it on the stack; returns the problem where that fails. */
function enter(
  levels: Level[],
  folder: { locator: ByteName; display: ByteName; canonical: ByteName },
  relative: ByteName,
  rules: WalkRules,
): Found | undefined {
  const { locator, display, canonical } = folder;
  try {
    const entries = readFolder(locator);
    const selected = rules.filter?.(
      toGlobText(relative),
      entries.map((entry) => ({ name: toGlobText(entry.name), isFolder: entry.kind === 'folder' })),
    );
    levels.push({ locator, display, canonical, relative, entries, selected, next: 0 });
    return undefined;
  } catch (error) {
    // The slash says that it is a folder, and puts the record where the folder's files would stand.
    const name = `${display === '' ? '.' : display}/`;
    return { name, record: { kind: 'problem', path: toItemPath(name), code: 'unreadable', detail: describeSystemError(error) } };
  }
}

/** Entries in the order of the paths they lead to: a folder sorts as if its name ended in `/`. */
function readFolder(locator: ByteName): Entry[] {
  // Names and path both as bytes: where the file system gives no types, Node joins them for a call of its own.
  const path = Buffer.from(locator === '' ? '.' : locator, 'latin1');
  const dirents = readdirSync(path, { encoding: 'buffer', withFileTypes: true }) as unknown as Dirent<Buffer>[];
  const keyed = dirents.map((dirent) => {
    const name = dirent.name.toString('latin1');
    const kind = kindOf(dirent);
    return { key: kind === 'folder' ? `${name}/` : name, entry: { name, kind } };
  });
  return keyed.sort((a, b) => compareNames(a.key, b.key)).map(({ entry }) => entry);
}

function kindOf(dirent: Dirent<Buffer>): Entry['kind'] {
  if (dirent.isFile()) return 'file';
  if (dirent.isDirectory()) return 'folder';
  return dirent.isSymbolicLink() ? 'symlink' : 'special';
}
