/**
 * What was accepted earlier of the values of an item, and what was met of them: how a baseline and a scan speak of values that
 * neither of them writes down. Plain data, because it crosses threads.
 */

/** What is accepted of one detector in one item. */
export interface Accepted {
  /** Tags of values. All occurrences of such a value are accepted. */
  readonly tags: ReadonlySet<string>;
  /** Occurrences of values without tag: accepted while there are no more of them. 0 for none. */
  readonly count: number;
  /** Occurrences of any value, where there are too many tags to keep: accepted while there are no more of them. 0 for none. */
  readonly total: number;
}

/** By detector id. */
export type AcceptedInItem = ReadonlyMap<string, Accepted>;

/** What was met of one detector in one item or range. */
export interface TagCounts {
  /** Occurrences by tag, under the empty text those without one. Empty where `isFull`. */
  readonly tags: Map<string, number>;
  /** There are more tags than are kept. */
  isFull: boolean;
}

/**
 * Tags kept of one detector in one item. A tag of 16 bits is met by chance once in 65,536 values: with a thousand of them, a
 * new value passes for an accepted one in 1.5 of 100 cases, and beyond that tags tell little and fill the baseline.
 */
export const MOST_TAGS = 1000;

export function noTags(): TagCounts {
  return { tags: new Map(), isFull: false };
}

export function addTag(target: TagCounts, tag: string, count = 1): void {
  if (target.isFull) return;
  target.tags.set(tag, (target.tags.get(tag) ?? 0) + count);
  if (target.tags.size > MOST_TAGS) fill(target);
}

/** Adds what a neighbouring range has met. */
export function addAllTags(target: TagCounts, from: TagCounts): void {
  for (const [tag, count] of from.tags) addTag(target, tag, count);
  if (from.isFull) fill(target);
}

/**
 * Whether the occurrences that no tag accepts are accepted by their number. Where a value with a tag is among them, it may have
 * taken the place of another one, and the number of values without tag says nothing of it.
 * @param met all occurrences, those of them that no tag accepts, and among these the ones that have a tag
 */
export function isAcceptedByNumber(
  { count, total }: Accepted,
  { all, rest, tagged }: { readonly all: number; readonly rest: number; readonly tagged: number },
): boolean {
  return all <= total || (tagged === 0 && rest <= count);
}

function fill(target: TagCounts): void {
  target.isFull = true;
  target.tags.clear();
}
