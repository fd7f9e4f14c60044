/** The most memory that this process has held at a time. */
import { readFileSync } from 'node:fs';

/** In KiB. `maxRSS` is at least what the process held that started it, since a started process begins as its copy; Linux knows better. */
export function peakMemory() {
  try {
    return Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'latin1'))[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}
