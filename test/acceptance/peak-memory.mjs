/**
 * Preloaded into a measured process: writes its peak resident memory in KiB to file descriptor 3 when it ends. From the system's own count
 * of this process, where there is one: what `resourceUsage` says includes the process that started it.
 */
import { existsSync, readFileSync, writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const STATUS = '/proc/self/status';

function peakKib() {
  if (!existsSync(STATUS)) return process.resourceUsage().maxRSS;
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(STATUS, 'utf8'))[1]);
}

if (isMainThread) process.on('exit', () => writeSync(3, String(peakKib())));
