/** What was examined against what was found. Every item, skip and problem passes here, so that no gap goes unsaid. */
import type { ItemResult, SkipKind, Summary } from '../core/result.js';

/** What was found and what was examined of it, so far. */
export type CoverageTotals = Omit<Summary, 'complete' | 'interrupted' | 'version' | 'rules'>;

export interface Coverage {
  /** Counts one result. */
  add(result: ItemResult, isItem: boolean): void;
  totals(): CoverageTotals;
  summary(run: { interrupted: boolean; version: string; rules: string }): Summary;
}

/** @param hasBaseline whether the summary says how many occurrences it accepts */
export function createCoverage(hasBaseline: boolean): Coverage {
  const skipped: Partial<Record<SkipKind, number>> = {};
  const sums = { items: 0, bytesFound: 0, bytesExamined: 0, occurrences: 0, findings: 0, problems: 0, degraded: 0 };
  let baselined = 0;
  let allowed = 0;
  let undecoded = 0;
  const totals = (): CoverageTotals => ({
    ...sums,
    ...(hasBaseline && { baselined }),
    ...(allowed > 0 && { allowed }),
    ...(undecoded > 0 && { undecoded }),
    skipped,
  });
  return {
    add(result, isItem) {
      if (result.skipped !== undefined) skipped[result.skipped] = (skipped[result.skipped] ?? 0) + 1;
      else if (isItem) sums.items++;
      sums.bytesFound += result.bytesFound;
      sums.bytesExamined += result.bytesExamined;
      sums.degraded += result.degraded;
      sums.problems += result.problems.length;
      baselined += result.baselined ?? 0;
      allowed += result.allowed ?? 0;
      undecoded += result.undecoded ?? 0;
      sums.findings += result.findings.length;
      for (const finding of result.findings) sums.occurrences += finding.count;
    },
    totals,
    summary: (run) => ({ ...totals(), complete: sums.problems === 0 && !run.interrupted, ...run }),
  };
}
