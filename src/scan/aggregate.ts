/** Joins the ranges of one item as they come: kept in order, merged at once, so that few are in memory. */
import type { ByteRange } from '../core/format.js';
import { INTERRUPTED } from '../core/problem.js';
import type { Confidence, ItemResult } from '../core/result.js';
import type { ItemRef } from '../core/source.js';
import {
  appendRange,
  emptyAggregate,
  finishFindings,
  type RangeAggregate,
  settleColumns,
  takeAccepted,
} from '../worker/aggregate.js';
import { sheetsOf, type WorkerSettings } from '../worker/settings.js';
import type { Cuts } from '../worker/task.js';
import { OrderedWindow } from './ordered.js';

function placesIn({ detectors }: RangeAggregate): number {
  let count = 0;
  for (const found of detectors.values()) {
    for (const { listed } of [found, ...found.held.values()]) count += listed.length;
  }
  return count;
}

/** Answers for one range; undefined where the scan was stopped before it was examined. */
export type RunRange = (work: {
  item: ItemRef;
  format: Cuts['format'];
  stamp: string;
  range: Cuts['ranges'][number];
  listedInFull: readonly string[];
  heldInFull: readonly (readonly [detector: string, key: number])[];
  countedInFull: readonly string[];
}) => Promise<RangeAggregate | undefined>;

/**
 * Places that ranges under way may list together. Each is about a kilobyte, on the worker, on its way and here: in data full of
 * values, a few ranges at once would hold half a gigabyte until every detector has as many places as are shown.
 */
const MOST_PLACES = 20_000;

/** How much may be under way, and what a range can list. */
export interface Breadth {
  /** Ranges examined at a time. */
  readonly width: number;
  readonly minConfidence: Confidence;
  readonly maxLocations: number;
  /** Detectors that are enabled. */
  readonly detectors: number;
}

/**
 * Examines all ranges, `width` at a time; where very many places may be listed, the first one at a time. Those
 * that begin when the places to be shown are known, or as many distinct values as are counted, list and count no more of them:
 * in data that is full of values, these cost more than the values do. Where the scan is stopped, what follows the first
 * missing range is left out, since its line numbers are not known, and the aggregate carries a problem.
 */
export async function joinRanges(
  item: ItemRef,
  { format, stamp }: Pick<Cuts, 'format' | 'stamp'>,
  ranges: Iterable<ByteRange> | AsyncIterable<ByteRange>,
  { width, minConfidence, maxLocations, detectors }: Breadth,
  run: RunRange,
): Promise<RangeAggregate> {
  const window = new OrderedWindow<RangeAggregate | undefined>(width);
  const total = emptyAggregate();
  const begunRanges: ByteRange[] = [];
  let isStopped = false;
  let merged = 0;
  /** Places a byte in the range merged last. */
  let density = Number.POSITIVE_INFINITY;
  let wake = (): void => undefined;
  const beginAll = async (): Promise<void> => {
    for await (const range of ranges) {
      const index = begunRanges.push(range) - 1;
      const places = width * Math.min((range.end - range.start) * density, detectors * maxLocations);
      while (merged < index && places > MOST_PLACES && !isStopped) await new Promise<void>((resolve) => (wake = resolve));
      if (isStopped) break;
      const listedInFull = [...total.detectors].filter(([, { listed }]) => listed.length >= maxLocations).map(([id]) => id);
      const heldInFull = [...total.detectors].flatMap(([id, { held }]) =>
        [...held].filter(([, { listed }]) => listed.length >= maxLocations).map(([key]) => [id, key] as const),
      );
      const countedInFull = [...total.detectors].filter(([, { distinct }]) => distinct.isCapped).map(([id]) => id);
      await window.push(run({ item, format, stamp, range, listedInFull, heldInFull, countedInFull }));
    }
  };
  const begin = (): Promise<void> =>
    beginAll()
      .catch((error: unknown) => window.push(Promise.reject(error)))
      .finally(() => window.end());
  const begun = begin();
  for await (const aggregate of window.entries()) {
    if (aggregate === undefined) isStopped = true;
    if (aggregate !== undefined && !isStopped) {
      appendRange(total, aggregate, { minConfidence, maxLocations });
      const { start, end } = begunRanges[merged++]!;
      density = placesIn(aggregate) / (end - start);
      // A range that was stopped half way does not know its lines either.
      isStopped = aggregate.isStopped === true;
    }
    wake();
  }
  await begun;
  if (isStopped && total.problem === undefined) {
    total.problem = {
      code: 'limit',
      detail: INTERRUPTED,
      bytesExamined: total.bytesExamined,
    };
  }
  return total;
}

/** The result of an item that was examined in ranges. Needs no engine, whose tables would be made on the main thread for nothing else. */
export function rangedResult(item: ItemRef, cuts: Cuts, aggregate: RangeAggregate, settings: WorkerSettings): ItemResult {
  const { path, pathBase64 } = item;
  const { printPath, bytesExamined, degraded, undecoded, problem } = aggregate;
  settleColumns(aggregate, settings);
  const baselined = item.accepted && takeAccepted(aggregate, item.accepted);
  const sheets = new Map(sheetsOf(settings).map((sheet) => [sheet.id, sheet]));
  return {
    path,
    ...(pathBase64 !== undefined && { pathBase64 }),
    ...(printPath !== undefined && { printPath }),
    bytesFound: cuts.byteLength,
    bytesExamined,
    degraded,
    findings: finishFindings(aggregate, path, sheets),
    problems: problem === undefined ? [] : [{ ...problem, bytesExamined }],
    ...(baselined !== undefined && { baselined }),
    ...(undecoded > 0 && { undecoded }),
    ...(aggregate.allowed > 0 && { allowed: aggregate.allowed }),
    ...(aggregate.profile && { profile: aggregate.profile }),
    ...(cuts.misnamed && { misnamed: cuts.misnamed }),
  };
}
