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
  let misnamed = 0;
  let members = 0;
  const skip = (kind: SkipKind, count: number): void => {
    skipped[kind] = (skipped[kind] ?? 0) + count;
  };
  const totals = (): CoverageTotals => ({
    ...sums,
    ...(members > 0 && { members }),
    ...(hasBaseline && { baselined }),
    ...(allowed > 0 && { allowed }),
    ...(undecoded > 0 && { undecoded }),
    ...(misnamed > 0 && { misnamed }),
    skipped,
  });
  return {
    add(result, isItem) {
      const { members: inside } = result;
      if (result.skipped !== undefined) skip(result.skipped, 1);
      else if (result.isMember === undefined) sums.items += isItem ? 1 : 0;
      else if (inside === undefined) members++;
      if (inside !== undefined) {
        members += inside.clean + inside.empty;
        for (const [kind, count] of Object.entries(inside.skipped) as [SkipKind, number][]) skip(kind, count);
      }
      // What comes out of an archive was found and examined with it.
      if (result.isMember === undefined) {
        sums.bytesFound += result.bytesFound;
        sums.bytesExamined += result.bytesExamined;
      }
      sums.degraded += result.degraded;
      sums.problems += result.problems.length;
      baselined += result.baselined ?? 0;
      allowed += result.allowed ?? 0;
      undecoded += result.undecoded ?? 0;
      misnamed += (result.misnamed === undefined ? 0 : 1) + (inside?.misnamed ?? 0);
      sums.findings += result.findings.length;
      for (const finding of result.findings) sums.occurrences += finding.count;
    },
    totals,
    summary: (run) => ({ ...totals(), complete: sums.problems === 0 && !run.interrupted, ...run }),
  };
}
