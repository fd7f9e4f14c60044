/** A worker thread as the product starts it, without its pool: reads one file after the other and says what came of it. */
import { parentPort } from 'node:worker_threads';
import { run } from '../../dist/src/worker/entry.js';
import { outcomeOf } from './outcome.mjs';

parentPort.on('message', async ({ item, cell }) => {
  const started = performance.now();
  let outcome;
  try {
    outcome = outcomeOf((await run({ work: { kind: 'items', items: [item] }, cell })).reply);
  } catch (error) {
    outcome = { kind: 'crash', detail: String(error?.stack ?? error) };
  }
  parentPort.postMessage({ ...outcome, ms: performance.now() - started });
});

parentPort.postMessage({ kind: 'ready' });
