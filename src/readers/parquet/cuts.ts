/** Where a part of a Parquet file may begin: at a row group. */
import { InternalError } from '../../core/errors.js';
import type { ByteSource } from '../../core/source.js';
import type { CutAt } from '../cuts.js';
import { partsOf } from '../parts.js';
import { readFooter } from './footer.js';
import { loadLibrary } from './library.js';

/** @param source with `readAt` @throws ItemProblem where the footer cannot be read */
export async function openGroupCuts(source: ByteSource): Promise<CutAt> {
  const steps = readFooter(await loadLibrary(), partsOf(source), source.byteLength!, false);
  const step = steps.next();
  if (!step.done) throw new InternalError('a positional source was waited for');
  const starts = step.value.groups.map(({ start }) => start);
  // Rows are counted from the range's beginning: bytes that are out of order say nothing of rows.
  if (starts.some((start, i) => i > 0 && start <= starts[i - 1]!)) return () => undefined;
  // Before the first one is only the magic number.
  const [, ...others] = starts;
  return (position) => others.find((start) => start >= position);
}
