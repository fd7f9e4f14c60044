/** Preloaded into a measured process: writes its peak resident memory in KiB to file descriptor 3 when it ends. */
import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { peakMemory } from './peak-memory.mjs';

if (isMainThread) process.on('exit', () => writeSync(3, String(peakMemory())));
