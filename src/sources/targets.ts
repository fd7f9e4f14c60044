/**
 * What the user named, made ready for the walk: each target opened as written, printed relative to the working
 * directory, and known by its canonical path, so that a file named twice is examined once.
 */
import { realpathSync, statSync } from 'node:fs';
import type { Listed } from './listing.js';
import { absoluteName, type ByteName, relativeName, toByteName, toItemPath, toSystemPath } from './names.js';
import { describeSystemError } from './system-error.js';

/** A target that exists. */
export interface Root {
  readonly kind: 'file' | 'folder' | 'special';
  /** As the user wrote it: what is opened. */
  readonly locator: ByteName;
  /** Relative to the working directory; empty for the working directory itself. */
  readonly display: ByteName;
  /** Absolute, without links: the same for every name of one file. */
  readonly canonical: ByteName;
  /** Size in bytes. */
  readonly byteLength: number;
  /** Nothing that the root yields sorts before this. */
  readonly sortKey: ByteName;
}

export interface ResolvedTargets {
  /** In order of their sort key; no two are the same file or folder. */
  readonly roots: readonly Root[];
  /** Targets that cannot be used, in order of their path. */
  readonly problems: readonly { readonly sortKey: ByteName; readonly record: Listed }[];
}

/** Looks at each target once. A target that is a link is followed: the user named it. */
export function resolveTargets(targets: readonly (string | Uint8Array)[], workingDirectory: string): ResolvedTargets {
  const here = absoluteName('/', toByteName(workingDirectory));
  const roots: Root[] = [];
  const problems = new Map<ByteName, Listed>();
  for (const target of targets) {
    const locator = typeof target === 'string' ? toByteName(target) : Buffer.from(target).toString('latin1');
    const display = relativeName(here, absoluteName(here, locator));
    try {
      roots.push(inspect(locator, display));
    } catch (error) {
      problems.set(display, {
        kind: 'problem',
        path: toItemPath(display),
        code: 'unreadable',
        detail: describeSystemError(error),
      });
    }
  }
  roots.sort((a, b) => compareNames(a.sortKey, b.sortKey));
  const seen = new Set<ByteName>();
  return {
    roots: roots.filter((root) => !seen.has(root.canonical) && seen.add(root.canonical)),
    problems: [...problems].map(([sortKey, record]) => ({ sortKey, record })).sort((a, b) => compareNames(a.sortKey, b.sortKey)),
  };
}

/** Canonical path of a file that may not exist yet, in a folder that does; undefined where the folder does not either. */
export function canonicalOutput(path: string, workingDirectory: string): ByteName | undefined {
  const absolute = absoluteName(toByteName(workingDirectory), toByteName(path));
  const cut = absolute.lastIndexOf('/');
  try {
    const folder = realpathSync.native(toSystemPath(absolute.slice(0, cut) || '/'), { encoding: 'buffer' }).toString('latin1');
    return folder === '/' ? absolute.slice(cut) : folder + absolute.slice(cut);
  } catch (error) {
    describeSystemError(error);
    return undefined;
  }
}

export function compareNames(a: ByteName, b: ByteName): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function inspect(locator: ByteName, relative: ByteName): Root {
  const path = toSystemPath(locator);
  const stats = statSync(path);
  const kind = stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'special';
  // What a shell gives for `<(command)` leads to no path; nor is a special file ever opened.
  const canonical = kind === 'special' ? locator : realpathSync.native(path, { encoding: 'buffer' }).toString('latin1');
  const display = relative === '.' && kind === 'folder' ? '' : relative;
  const sortKey = kind === 'folder' && display !== '' ? `${display}/` : display;
  return { kind, locator, display, canonical, byteLength: stats.size, sortKey };
}
