/** Tells what the columns of a whole item say of the hits that were held for them, when all of their values have been counted. */
import type { ProfileTally } from '../core/profile.js';
import type { Confidence } from '../core/result.js';
import type { DetectorAggregate, RangeAggregate } from './aggregate.js';
import { columnOf, doubtOf, isOfLists, type Tries, verdictOf } from './columns.js';

/** What was counted, and what becomes of the hits: undefined where they stay what they are. */
export interface Judged extends Readonly<Tries> {
  readonly verdict: Confidence | undefined;
}

/** Counts by column, whatever is doubted there. */
type Counts = Map<number, Tries>;

/** By detector id, then by key. Columns that are not judged are missing. */
export type JudgedItem = ReadonlyMap<string, ReadonlyMap<number, Judged>>;

export function judgeColumns({ detectors, tries, examined, profile }: Counted): JudgedItem {
  return new Map([...tries].map(([id, byKey]) => [id, judge(byKey, () => listedIn(id, detectors.get(id)))] as const));

  function listedIn(id: string, found: DetectorAggregate | undefined): Counts {
    return profile === undefined ? listedInColumns(found, examined) : listedInProfile(profile, id);
  }
}

type Counted = Pick<RangeAggregate, 'detectors' | 'tries' | 'examined' | 'profile'>;

/** @param listed asked for only where lists are doubted */
function judge(byKey: ReadonlyMap<number, Tries>, listed: () => Counts): Map<number, Judged> {
  let counts: Counts | undefined;
  const judged = new Map<number, Judged>();
  for (const [key, tries] of byKey) {
    const doubt = doubtOf(key);
    if (isOfLists(doubt)) counts ??= listed();
    const says = isOfLists(doubt) ? (counts!.get(columnOf(key)) ?? { tried: 0, passed: 0 }) : tries;
    judged.set(key, { ...says, verdict: verdictOf(doubt, says) });
  }
  return judged;
}

/** Values of the columns in which hits are held, and those of them that lists know. */
function listedInColumns(found: DetectorAggregate | undefined, examined: ReadonlyMap<number, number>): Counts {
  const counts: Counts = new Map();
  const seen = new Set<number>();
  for (const [key, { columns }] of found?.held ?? []) {
    if (!isOfLists(doubtOf(key))) continue;
    for (const [column, { count }] of columns) {
      add(counts, columnOf(key), seen.has(column) ? 0 : (examined.get(column) ?? 0), key, count);
      seen.add(column);
    }
  }
  return counts;
}

/** The same of a profile, in which a column may stand several times, by the roles of a chat. */
function listedInProfile({ columns }: ProfileTally, id: string): Counts {
  const counts: Counts = new Map();
  for (const { held, values, empty } of columns.values()) {
    const seen = new Set<number>();
    for (const [key, hits] of held.get(id) ?? []) {
      if (!isOfLists(doubtOf(key))) continue;
      add(counts, columnOf(key), seen.has(columnOf(key)) ? 0 : values - empty, key, hits.values);
      seen.add(columnOf(key));
    }
  }
  return counts;
}

function add(counts: Counts, column: number, values: number, key: number, hit: number): void {
  const { tried, passed } = counts.get(column) ?? { tried: 0, passed: 0 };
  counts.set(column, { tried: tried + values, passed: passed + (doubtOf(key) === 'likeness' ? 0 : hit) });
}
