/** Joins the ranges of one item as they come: kept in order, merged at once, so that few are in memory. */
import type { ItemResult } from '../core/result.js';
import type { ItemRef } from '../core/source.js';
import { appendRange, emptyAggregate, finishFindings, type RangeAggregate } from '../worker/aggregate.js';
import type { Cuts } from '../worker/scan-item.js';
import { sheetsOf, type WorkerSettings } from '../worker/settings.js';
import { OrderedWindow } from './ordered.js';

/** Answers for one range; undefined where the scan was stopped before it was examined. */
export type RunRange = (work: {
  item: ItemRef;
  format: Cuts['format'];
  stamp: string;
  range: Cuts['ranges'][number];
  listedInFull: readonly string[];
}) => Promise<RangeAggregate | undefined>;

/**
 * Examines all ranges, `width` at a time. Those that begin when the places to be shown are known list no more of them: in data that
 * is full of values, places cost more than the values do. Where the scan is stopped, what follows the first missing range is left out,
 * since its line numbers are not known, and the aggregate carries a problem.
 */
export async function joinRanges(
  item: ItemRef,
  cuts: Cuts,
  { width, maxLocations }: { width: number; maxLocations: number },
  run: RunRange,
): Promise<RangeAggregate> {
  const window = new OrderedWindow<RangeAggregate | undefined>(width);
  const total = emptyAggregate();
  let isStopped = false;
  const begin = async (): Promise<void> => {
    for (const range of cuts.ranges) {
      if (isStopped) break;
      const listedInFull = [...total.detectors].filter(([, { listed }]) => listed.length >= maxLocations).map(([id]) => id);
      await window.push(run({ item, format: cuts.format, stamp: cuts.stamp, range, listedInFull }));
    }
    window.end();
  };
  const begun = begin();
  for await (const aggregate of window.entries()) {
    if (aggregate === undefined) isStopped = true;
    if (aggregate === undefined || isStopped) continue;
    appendRange(total, aggregate, maxLocations);
    // A range that was stopped half way does not know its lines either.
    isStopped = aggregate.problem?.code === 'limit';
  }
  await begun;
  if (isStopped && total.problem === undefined) {
    total.problem = {
      code: 'limit',
      detail: 'the scan was interrupted while this was examined',
      bytesExamined: total.bytesExamined,
    };
  }
  return total;
}

/** The result of an item that was examined in ranges. Needs no engine, whose tables would be made on the main thread for nothing else. */
export function rangedResult(item: ItemRef, cuts: Cuts, aggregate: RangeAggregate, settings: WorkerSettings): ItemResult {
  const { path, pathBase64 } = item;
  const { printPath, bytesExamined, degraded, problem } = aggregate;
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
  };
}
