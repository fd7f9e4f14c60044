/** Sums of the engine's exact counts, over tasks and threads. */
import type { EngineCounters } from '../engine/types.js';

export type { EngineCounters } from '../engine/types.js';

/** No counts: where sums start. */
export function noCounters(): EngineCounters {
  return {
    bytes: 0,
    candidates: 0,
    fitted: 0,
    gated: 0,
    keywordLookups: 0,
    re2Tests: 0,
    validations: 0,
    decodedBytes: 0,
    hits: 0,
    kept: 0,
  };
}

/** Adds `more` to `target`. */
export function addCounters(target: EngineCounters, more: EngineCounters): void {
  for (const key of Object.keys(target) as (keyof EngineCounters)[]) target[key] += more[key];
}

/** What was counted between two readings. */
export function countersBetween(before: EngineCounters, after: EngineCounters): EngineCounters {
  const counters = noCounters();
  for (const key of Object.keys(counters) as (keyof EngineCounters)[]) counters[key] = after[key] - before[key];
  return counters;
}
