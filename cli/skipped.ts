/** Items that were left out by intent, of all kinds. */
import type { Summary } from '../src/index.js';

export function skippedCount({ skipped }: Pick<Summary, 'skipped'>): number {
  return Object.values(skipped).reduce((total, count) => total + count, 0);
}
