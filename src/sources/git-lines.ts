/** Which lines of a file a commit adds or changes, as git sees it. */
import { DIFF, runGit } from './git-command.js';

/** Lines from `first` to `last`, counted from 1, both included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

const HUNK = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm;

/**
 * The lines of object `after` that `before` does not have, ascending. The objects are compared without a path, so that no
 * attribute applies to them.
 * @throws SourceError where git fails
 */
export async function addedLines(before: string, after: string, cwd?: string): Promise<LineRange[]> {
  if (before === after) return [];
  const hunks = await runGit([...DIFF, '--text', '--unified=0', '--inter-hunk-context=0', before, after], cwd);
  return parseHunks(hunks.toString('latin1'));
}

/** Lines of content begin with a sign, so no line of a diff but a header begins with `@@`. */
export function parseHunks(diff: string): LineRange[] {
  const ranges: LineRange[] = [];
  for (const [, start, count] of diff.matchAll(HUNK)) {
    const first = Number(start);
    const lines = count === undefined ? 1 : Number(count);
    if (lines > 0) ranges.push({ first, last: first + lines - 1 });
  }
  return ranges;
}

/** Whether any of the lines from `first` to `last` is in the ranges. */
export function touches(ranges: readonly LineRange[], first: number, last: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.last < first) low = middle + 1;
    else high = middle;
  }
  return low < ranges.length && ranges[low]!.first <= last;
}
