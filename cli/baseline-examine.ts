/** Examines what a baseline is to know of: all tags, no places. Problems go to standard error, since an entry may lack for them. */
import { type Confidence, InternalError, type ItemResult, type Summary, safeText, scan, selectDetectors } from '../src/index.js';
import type { Arguments } from './command.js';
import { readConfig } from './config.js';
import * as flags from './flags.js';
import { catchInterrupt } from './interrupt.js';
import { progressLine } from './progress.js';
import { readScope } from './scan.js';

export interface Examination {
  readonly given: Arguments;
  readonly targets: readonly (string | Uint8Array)[];
  /** Default: as given. */
  readonly minConfidence?: Confidence;
}

/** Takes one item: its path in the baseline, what was found, and the ids of the detectors that ran. */
export type TakeItem = (path: string, result: ItemResult, detectors: ReadonlySet<string>) => void;

/** @throws ScanError */
export async function examineAll({ given, targets, minConfidence }: Examination, take: TakeItem): Promise<Summary> {
  const scope = readScope(given, await readConfig(given, targets));
  const detectors = new Set(selectDetectors(scope.detectors ?? [], scope.excludeDetectors).map(({ id }) => id));
  const interrupt = catchInterrupt();
  const line = progressLine(process.stderr, !given.has(flags.noProgress) && process.stderr.isTTY === true);
  const options = { ...scope, ...(minConfidence && { minConfidence }), targets };
  try {
    const { signal } = interrupt;
    for await (const event of scan({
      ...options,
      tags: true,
      fingerprints: false,
      maxLocations: 0,
      signal,
      onProgress: line.update,
    })) {
      if (event.kind === 'end') return event.summary;
      const { result } = event;
      if (result.problems.length > 0) line.clear();
      for (const { code, detail } of result.problems)
        process.stderr.write(`problem: ${safeText(result.printPath ?? result.path)}: ${code}: ${safeText(detail)}\n`);
      take(result.baselinePath!, result, detectors);
    }
  } finally {
    line.clear();
    interrupt.release();
  }
  throw new InternalError('the scan ended without a summary; please report this');
}

/** Whether all of the item was examined, so that what was not found in it is not there. */
export function isWhole({ problems, skipped }: ItemResult): boolean {
  return problems.length === 0 && skipped === undefined;
}
