/** The readers: which format an item has, and who reads it. Each reader is loaded when its format is first met. */
import type { ContentFormat } from '../core/format.js';
import { asReader } from './steps.js';
import type { Reader, StepReader } from './types.js';

export { openCuts } from './cuts.js';
export { detectFormat, HEAD_BYTES } from './detect.js';
export { gunzip } from './gzip.js';
export { type Head, readHead } from './head.js';
export { nestedHalo } from './nested-halo.js';
export { splittable } from './ranges.js';
export { leave } from './steps.js';

/** The reader of a format. */
export async function openReader(format: ContentFormat): Promise<Reader> {
  return asReader(await openSteps(format));
}

/** The reader of a format, for callers that do not wait where nothing has to be waited for. */
export async function openSteps(format: ContentFormat): Promise<StepReader> {
  switch (format.kind) {
    case 'text':
      return (await import('./text.js')).readText;
    case 'csv':
      return (await import('./csv.js')).readCsv;
    case 'json':
    case 'jsonl':
      return (await import('./json.js')).readJson;
  }
}
