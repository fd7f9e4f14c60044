/** Results of items that are cut, and what of two results must be equal. */
import { expect } from 'vitest';
import type { ItemResult } from '../../src/core/result.js';
import type { ItemRef } from '../../src/core/source.js';
import { rangedResult } from '../../src/scan/aggregate.js';
import { appendRange, emptyAggregate } from '../../src/worker/aggregate.js';
import { signalControl } from '../../src/worker/control.js';
import type { ItemScanner } from '../../src/worker/scan-item.js';
import type { WorkerSettings } from '../../src/worker/settings.js';

/** The result of an item that is cut into ranges of about so many bytes. */
export async function inRanges(
  item: ItemRef,
  { settings, scanner }: { readonly settings: WorkerSettings; readonly scanner: ItemScanner },
  rangeBytes: number,
): Promise<ItemResult> {
  const cuts = (await scanner.probe(item, { rangeBytes, probeBytes: Number.POSITIVE_INFINITY, from: 0 }))!;
  expect(cuts.ranges.length).toBeGreaterThan(1);
  const total = emptyAggregate();
  for (const range of cuts.ranges) {
    const { format, stamp } = cuts;
    appendRange(total, await scanner.scanRange({ item, format, stamp, range }, signalControl(undefined)), settings);
  }
  return rangedResult(item, cuts, total, settings);
}

/** Everything but the tables of hashes, whose order says nothing. */
export function comparable(result: ItemResult): unknown {
  return JSON.parse(
    JSON.stringify(result, (key, value: unknown) => {
      if (key === 'slots') return undefined;
      return value instanceof Map ? [...(value as Map<string, unknown>)].sort(([a], [b]) => (a < b ? -1 : 1)) : value;
    }),
  );
}
