/**
 * What was found before and accepted: entries of path, detector and tag, which must all match. Knows no file and no values; the
 * file is `baseline-file.ts`, the tags are made where the values are.
 */
import { type Accepted, type AcceptedInItem, isAcceptedByNumber } from '../core/accepted.js';
import type { Finding, ItemResult } from '../core/result.js';

/** Occurrences of one finding against the entries. */
export interface Comparison {
  readonly accepted: number;
  /** Not accepted. Where a number is exceeded, all that it stood for: which of them is new cannot be known. */
  readonly fresh: number;
}

interface Entries {
  readonly tags: Set<string>;
  count: number;
  total: number;
}

export class Baseline {
  /** By path as `baseline-path.ts` writes it, then by detector id. */
  readonly #items = new Map<string, Map<string, Entries>>();
  #hasMembers: boolean | undefined;

  /** Number of entries: tags and numbers. */
  get size(): number {
    let size = 0;
    for (const detectors of this.#items.values()) for (const entries of detectors.values()) size += sizeOf(entries);
    return size;
  }

  /** Paths with entries, in no order. */
  get paths(): Iterable<string> {
    return this.#items.keys();
  }

  acceptedIn(path: string): AcceptedInItem | undefined {
    return this.#items.get(path);
  }

  /** What is accepted in items whose paths begin so, by path; undefined where that is nothing. */
  acceptedBelow(begin: string): ReadonlyMap<string, AcceptedInItem> | undefined {
    // Most baselines name no member of any archive.
    this.#hasMembers ??= [...this.#items.keys()].some((path) => path.includes('!'));
    if (!this.#hasMembers) return undefined;
    const below = [...this.#items].filter(([path]) => path.startsWith(begin));
    return below.length === 0 ? undefined : new Map(below);
  }

  /** Adds one entry. Of two numbers for the same, as a merge may leave them, the greater holds. */
  accept(path: string, detector: string, entry: { tag?: string; count?: number; total?: number }): void {
    const entries = this.#entriesOf(path, detector);
    if (entry.tag !== undefined) entries.tags.add(entry.tag);
    entries.count = Math.max(entries.count, entry.count ?? 0);
    entries.total = Math.max(entries.total, entry.total ?? 0);
  }

  /** Occurrences of a finding, examined with tags, that the entries accept, and the others. */
  compare(path: string, finding: Finding): Comparison {
    const { count: all } = finding;
    const { tags, isFull } = tagsOf(finding);
    const entries = this.#items.get(path)?.get(finding.detector);
    if (entries === undefined) return { accepted: 0, fresh: all };
    let known = 0;
    for (const tag of entries.tags) known += tags.get(tag) ?? 0;
    const rest = all - known;
    const tagged = isFull ? rest : rest - (tags.get('') ?? 0);
    return isAcceptedByNumber(entries, { all, rest, tagged }) ? { accepted: all, fresh: 0 } : { accepted: known, fresh: rest };
  }

  /** Accepts all that was found in an item, examined with tags. Returns the occurrences that were not accepted before. */
  add(path: string, { findings }: ItemResult): number {
    let added = 0;
    for (const finding of findings) {
      const { fresh } = this.compare(path, finding);
      if (fresh === 0) continue;
      added += fresh;
      const { tags, isFull } = tagsOf(finding);
      const entries = this.#entriesOf(path, finding.detector);
      entries.total = isFull ? finding.count : 0;
      entries.count = isFull ? 0 : Math.max(entries.count, tags.get('') ?? 0);
      if (isFull) entries.tags.clear();
      for (const tag of tags.keys()) if (tag !== '') entries.tags.add(tag);
    }
    return added;
  }

  /**
   * Entries of an item, examined whole and with tags, that accept nothing in it.
   * @param detectors ids of those that ran: of others nothing is known
   */
  unused(path: string, { findings }: ItemResult, detectors: ReadonlySet<string>): Map<string, number> {
    const unused = new Map<string, number>();
    for (const [detector, entries] of this.#items.get(path) ?? []) {
      if (!detectors.has(detector)) continue;
      const left = stillUsed(
        entries,
        findings.find((finding) => finding.detector === detector),
      );
      if (sizeOf(entries) > sizeOf(left)) unused.set(detector, sizeOf(entries) - sizeOf(left));
    }
    return unused;
  }

  /** Removes those entries, and lowers numbers to what occurs. Returns how many were removed or lowered. */
  prune(path: string, { findings }: ItemResult, detectors: ReadonlySet<string>): number {
    let pruned = 0;
    for (const [detector, entries] of this.#items.get(path) ?? []) {
      if (!detectors.has(detector)) continue;
      const left = stillUsed(
        entries,
        findings.find((finding) => finding.detector === detector),
      );
      const isLowered = (left.count > 0 && left.count < entries.count) || (left.total > 0 && left.total < entries.total);
      pruned += sizeOf(entries) - sizeOf(left) + (isLowered ? 1 : 0);
      this.#items.get(path)!.set(detector, left);
    }
    return pruned;
  }

  /** Removes all entries of an item. Returns how many they were. */
  remove(path: string): number {
    let size = 0;
    for (const entries of this.#items.get(path)?.values() ?? []) size += sizeOf(entries);
    this.#items.delete(path);
    return size;
  }

  #entriesOf(path: string, detector: string): Entries {
    let detectors = this.#items.get(path);
    if (detectors === undefined) {
      detectors = new Map();
      this.#items.set(path, detectors);
      this.#hasMembers = undefined;
    }
    let entries = detectors.get(detector);
    if (entries === undefined) {
      entries = { tags: new Set(), count: 0, total: 0 };
      detectors.set(detector, entries);
    }
    return entries;
  }
}

/** Number of entries of one detector in one item. */
export function sizeOf({ tags, count, total }: Accepted): number {
  return tags.size + (count > 0 ? 1 : 0) + (total > 0 ? 1 : 0);
}

/** What is left of the entries when those are taken away that accept nothing. Where tags are too many to be kept, no entry by tag is judged. */
function stillUsed(entries: Entries, finding: Finding | undefined): Entries {
  if (finding === undefined) return { tags: new Set(), count: 0, total: 0 };
  const { tags, isFull } = tagsOf(finding);
  const total = Math.min(entries.total, finding.count);
  if (isFull) return { ...entries, total };
  return {
    tags: new Set([...entries.tags].filter((tag) => tags.has(tag))),
    count: Math.min(entries.count, tags.get('') ?? 0),
    total,
  };
}

function tagsOf(finding: Finding): NonNullable<Finding['tags']> {
  if (finding.tags === undefined) throw new TypeError('the item was examined without tags');
  return finding.tags;
}
