/** The readers: which format an item has, and who reads it. Each reader is loaded when its format is first met. */
import { InternalError } from '../core/errors.js';
import type { ContentFormat, ItemFormat } from '../core/format.js';
import type { ByteSource } from '../core/source.js';
import { FORMATS } from './formats.js';
import type { ZipFormat } from './office/detect-package.js';
import { positional } from './positional.js';
import { asReader } from './steps.js';
import type { Reader, StepReader } from './types.js';

export { type Member, openMembers } from './archives/index.js';
export { Budget, DEFAULT_UNPACK, type UnpackLimits } from './budget.js';
export { decompress } from './compressed/index.js';
export { findCuts, openCuts } from './cuts.js';
export { detectFormat, HEAD_BYTES } from './detect.js';
export { type Head, readHead } from './head.js';
export { isZip } from './magic.js';
export { misnamed } from './misnamed.js';
export { withoutCompression } from './names.js';
export { nestedHalo } from './nested-halo.js';
export { nested, nesting } from './nesting.js';
export { splittable } from './ranges.js';
export { leave } from './steps.js';

/** The reader of a format. */
export async function openReader(format: ContentFormat): Promise<Reader> {
  return asReader(await openSteps(format));
}

/** The reader of a format, for callers that do not wait where nothing has to be waited for. */
export async function openSteps({ kind }: ContentFormat): Promise<StepReader> {
  const entry = FORMATS.find((format) => format.kind === kind);
  if (entry === undefined) throw new InternalError('a format without a reader');
  return entry.load();
}

/**
 * What a zip archive is by its list of members, of a source that is positional; see `office/detect-package.ts`.
 * @throws ItemProblem where the source cannot be read
 */
export async function zipFormat<G extends ItemFormat>(source: ByteSource, guess: G): Promise<G | ZipFormat> {
  const detect = await import('./office/detect-package.js');
  return detect.zipFormat(await positional(source), guess);
}
