/**
 * Keys that are ids: an object with a member for each user has a field path for each of them, and whoever reads a profile wants one column.
 * Paths that differ in such keys alone are folded where there are very many of them. What a group has folded stays folded when another is added,
 * so neither ranges nor the order of items change what comes of it.
 */
import { distinctTextHash } from '../core/fingerprint.js';
import type { ColumnFold, FoldGroups } from '../core/profile.js';
import { type NameList, placeNames } from '../core/segment.js';
import { columnNameOf } from './print-names.js';

/** Different ids that stay columns of their own: people name a few years or quarters, no machine so few. */
export const MOST_UNFOLDED = 20;

/** Keys that are nothing but an id, wherever they stand: UUID, hash, e-mail address, date or other number, random text. */
const IDS: readonly RegExp[] = [
  /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  /^(?=(?:[^\d]*\d){5})[\d][\d .,:/+TZ-]*$/,
  /^(?=.*\d)(?=.*[A-Za-z])[0-9A-Za-z]{20,}$/,
  /^(?=.*\d)[0-9a-f]{16,}$/i,
];
/** Behind a word, a number may be that of a column of a table: only what holds something else is an id. */
const NUMBERED = /^(.*?[^\d])?\d+$/s;
const WILDCARD = '*';

export interface FoldedName {
  /** Name with a wildcard for each id. */
  readonly names: NameList;
  /** Group of paths that have the same ids, and these ids in it. */
  readonly group: number;
  readonly member: number;
}

/** The path with its ids folded; undefined where it has none. */
export function foldedName(names: NameList): FoldedName | undefined {
  let last = -1;
  const place = placeNames(names);
  const folded = place.map((name, index) => {
    const other = folding(name, index === place.length - 1);
    if (other !== undefined) last = index;
    return other ?? name;
  });
  if (last < 0) return undefined;
  return { names: folded, group: hashOf(folded.slice(0, last + 1)), member: hashOf(place.slice(0, last + 1)) };
}

function folding(name: string, isLast: boolean): string | undefined {
  if (IDS.some((form) => form.test(name))) return WILDCARD;
  const numbered = isLast ? null : NUMBERED.exec(name);
  return numbered === null ? undefined : `${numbered[1] ?? ''}${WILDCARD}`;
}

function hashOf(names: NameList): number {
  return distinctTextHash(columnNameOf(names));
}

/** Notes a member of a group; of a group with too many, no more is kept than that. */
export function addToGroup(groups: FoldGroups, { group, member }: Pick<ColumnFold, 'group' | 'member'>): void {
  const members = groups.get(group) ?? new Set<number>();
  groups.set(group, members);
  if (members === 'folded') return;
  members.add(member);
  if (members.size > MOST_UNFOLDED) groups.set(group, 'folded');
}

export function addGroups(target: FoldGroups, from: FoldGroups): void {
  for (const [group, members] of from) {
    if (members === 'folded') target.set(group, members);
    else for (const member of members) addToGroup(target, { group, member });
  }
}
