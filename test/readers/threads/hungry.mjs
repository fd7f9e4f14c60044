/** A thread that takes memory without end. */
import { parentPort } from 'node:worker_threads';

const kept = [];
parentPort.on('message', () => {
  for (;;) kept.push({ number: kept.length });
});
