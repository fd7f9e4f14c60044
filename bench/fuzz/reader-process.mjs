/** A process with one worker in it, to be killed where it hangs. Its memory is that of the product with one worker. */
import { Worker } from 'node:worker_threads';
import { DEFAULT_LIMITS } from '../../dist/src/scan/options.js';
import { resolveSettings } from '../../dist/src/worker/settings.js';

/** The readers are tried, not the detectors: one of numbers, one of text, one that needs names of columns. */
const settings = resolveSettings({ detectors: ['USA_SOCIAL_SECURITY_NUMBER', 'EMAIL_ADDRESS', 'DATE_OF_BIRTH'] });
/** The cell for `stop`, and one for signs of life. */
const control = new SharedArrayBuffer(8);

const worker = new Worker(new URL('reader-thread.mjs', import.meta.url), {
  workerData: { settings, control },
  resourceLimits: { maxOldGenerationSizeMb: DEFAULT_LIMITS.heapMib, maxYoungGenerationSizeMb: 16 },
});
worker.on('message', (outcome) => process.send(outcome));
worker.on('error', (error) => process.send({ kind: 'crash', detail: String(error?.stack ?? error), ms: 0, isLast: true }));
process.on('message', (item) => worker.postMessage({ item, cell: 1 }));
process.on('disconnect', () => process.exit());
