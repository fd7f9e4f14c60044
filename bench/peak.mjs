/** Preloaded into a measured process: writes its peak resident memory in KiB to file descriptor 3 when it ends. */
import { readFileSync, writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** `maxRSS` is at least what this bench itself holds, since a started process begins as its copy; Linux knows better. */
function peak() {
  try {
    return /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'latin1'))[1];
  } catch {
    return String(process.resourceUsage().maxRSS);
  }
}

if (isMainThread) process.on('exit', () => writeSync(3, peak()));
