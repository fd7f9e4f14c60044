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

/** A number by which an update raised what is accepted. Its mark is random: two branches that raise by as much write two lines, which a merge keeps. */
export interface Raise {
  readonly mark: string;
  readonly kind: 'count' | 'total';
  readonly by: number;
}

interface Entries {
  readonly tags: Set<string>;
  /** With all raises. */
  count: number;
  total: number;
  /** Without them. */
  readonly first: { count: number; total: number };
  readonly raises: Map<string, Raise>;
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

  /**
   * Adds one entry. Of two first numbers for the same, as a merge may leave them, the greater holds, and raises come on top of it: so what
   * two branches accepted counts together, and never more than that.
   */
  accept(path: string, detector: string, entry: { tag?: string; count?: number; total?: number; raise?: Raise }): void {
    const entries = this.#entriesOf(path, detector);
    const { first, raises } = entries;
    if (entry.tag !== undefined) entries.tags.add(entry.tag);
    if (entry.raise !== undefined) raises.set(`${entry.raise.kind} ${entry.raise.mark}`, entry.raise);
    first.count = Math.max(first.count, entry.count ?? 0);
    first.total = Math.max(first.total, entry.total ?? 0);
    addUp(entries);
  }

  /** The numbers of one detector in one item as they are written. */
  numbersOf(path: string, detector: string): Pick<Entries, 'first'> & { readonly raises: readonly Raise[] } {
    const { first, raises } = this.#entriesOf(path, detector);
    return { first, raises: [...raises.values()] };
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
      raiseTo(entries, 'total', isFull ? finding.count : 0);
      raiseTo(entries, 'count', isFull ? 0 : Math.max(entries.count, tags.get('') ?? 0));
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
      entries = entriesWith(new Set(), 0, 0);
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
  if (finding === undefined) return entriesWith(new Set(), 0, 0);
  const { tags, isFull } = tagsOf(finding);
  const total = Math.min(entries.total, finding.count);
  const kept = isFull ? entries.tags : new Set([...entries.tags].filter((tag) => tags.has(tag)));
  const count = isFull ? entries.count : Math.min(entries.count, tags.get('') ?? 0);
  // Numbers that still hold stay as they are written.
  if (count === entries.count && total === entries.total) return { ...entries, tags: kept };
  return entriesWith(kept, count, total);
}

function entriesWith(tags: Set<string>, count: number, total: number): Entries {
  return { tags, count, total, first: { count, total }, raises: new Map() };
}

function addUp(entries: Entries): void {
  entries.count = entries.first.count;
  entries.total = entries.first.total;
  for (const { kind, by } of entries.raises.values()) entries[kind] += by;
}

/** What is accepted by number becomes `wanted`: none of it, a first number, or a raise of what there is. */
function raiseTo(entries: Entries, kind: Raise['kind'], wanted: number): void {
  const { first, raises } = entries;
  const now = entries[kind];
  if (wanted === 0) for (const [key, raise] of raises) if (raise.kind === kind) raises.delete(key);
  if (wanted === 0 || now === 0) first[kind] = wanted;
  else if (wanted > now) {
    const mark = newMark();
    raises.set(`${kind} ${mark}`, { mark, kind, by: wanted - now });
  }
  addUp(entries);
}

/** Eight of sixteen letters: they say nothing of the values, and only have to differ. */
function newMark(): string {
  return Array.from({ length: 8 }, () => 'abcdefghijklmnop'[Math.floor(Math.random() * 16)]).join('');
}

function tagsOf(finding: Finding): NonNullable<Finding['tags']> {
  if (finding.tags === undefined) throw new TypeError('the item was examined without tags');
  return finding.tags;
}
