/** Lists the files below the targets that the user named, all together in the order of their printed paths' bytes. */
import { loadFilter } from './glob-filter.js';
import type { Listed } from './listing.js';
import { type ByteName, toItemPath } from './names.js';
import { canonicalOutput, compareNames, type Root, resolveTargets } from './targets.js';
import { type Found, single, type WalkRules, walk } from './walk.js';

export interface FsListOptions {
  /** Literal paths of files and folders, relative to the working directory; bytes where a name is not UTF-8. */
  readonly targets: readonly (string | Uint8Array)[];
  /** Globs on the path relative to the target folder. Default: everything. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** Files that this run writes; they are never examined. */
  readonly outputs?: readonly string[];
}

/**
 * Lists everything below the targets once, in the order of the paths' bytes, as it is asked for: a folder is read when its turn
 * comes. A target without any item is a problem `empty`.
 * @throws UsageError where a glob is empty
 */
export async function listFiles(options: FsListOptions): Promise<Iterable<Listed>> {
  const workingDirectory = process.cwd();
  const { roots, problems } = resolveTargets(options.targets, workingDirectory);
  const rules: WalkRules = {
    filter: await loadFilter(options),
    targets: new Set(roots.map((root) => root.canonical)),
    outputs: new Set(
      options.outputs?.map((path) => canonicalOutput(path, workingDirectory)).filter((path) => path !== undefined),
    ),
  };
  const streams: Stream[] = [
    ...roots.map((root) => ({ sortKey: root.sortKey, start: () => withEmptyCheck(root, rules) })),
    ...problems.map(({ sortKey, record }) => ({ sortKey, start: () => [{ name: sortKey, record }].values() })),
  ];
  return records(streams.sort((a, b) => compareNames(a.sortKey, b.sortKey)));
}

function* records(streams: readonly Stream[]): Generator<Listed, void, void> {
  for (const { record } of merge(streams)) yield record;
}

/** A sorted sequence that starts at or behind `sortKey`. */
interface Stream {
  readonly sortKey: ByteName;
  readonly start: () => Iterator<Found, unknown, void>;
}

/** Merges sorted sequences. One is started only when its turn may have come, so few are open at a time. */
function* merge(streams: readonly Stream[]): Generator<Found, void, void> {
  const open: { head: Found; rest: Iterator<Found, unknown, void> }[] = [];
  let next = 0;
  for (;;) {
    let least = leastOf(open);
    while (next < streams.length && (least === undefined || streams[next]!.sortKey <= least.head.name)) {
      const rest = streams[next++]!.start();
      const first = rest.next();
      if (!first.done) open.push({ head: first.value, rest });
      least = leastOf(open);
    }
    if (least === undefined) return;
    yield least.head;
    const following = least.rest.next();
    if (following.done) open.splice(open.indexOf(least), 1);
    else least.head = following.value;
  }
}

function leastOf<T extends { head: Found }>(open: readonly T[]): T | undefined {
  let least = open[0];
  for (let i = 1; i < open.length; i++) if (open[i]!.head.name < least!.head.name) least = open[i];
  return least;
}

/** What a target yields; where it holds no item and no problem explains that, a problem `empty` follows. */
function* withEmptyCheck(root: Root, rules: WalkRules): Generator<Found, void, void> {
  let hasYielded = false;
  if (root.kind === 'folder') {
    const found = walk(root, rules);
    let step = found.next();
    for (; !step.done; step = found.next()) {
      if (step.value.record.kind !== 'skip') hasYielded = true;
      yield step.value;
    }
    if (step.value) hasYielded = true;
  } else {
    const found = single(root, rules);
    hasYielded = found.record.kind !== 'skip';
    yield found;
  }
  if (hasYielded) return;
  const name = root.kind === 'folder' ? `${root.display === '' ? '.' : root.display}/` : root.display;
  const isSpecial = root.kind === 'special';
  const detail = isSpecial ? 'is a pipe, socket or device; give its content on standard input (-)' : 'holds no file to examine';
  yield { name, record: { kind: 'problem', path: toItemPath(name), code: 'empty', detail } };
}
