/** The most memory that the process has held at a time. */
import fs from 'node:fs';

/** In bytes. */
export function peakMemoryBytes(): number {
  return highWaterMark() ?? process.resourceUsage().maxRSS * 1024;
}

/**
 * What Linux says of the program itself: `maxRSS` is at least what the process held that started it, since a started process
 * begins as its copy.
 */
function highWaterMark(): number | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const [, kibibytes] = /^VmHWM:\s*(\d+) kB$/m.exec(fs.readFileSync('/proc/self/status', 'latin1')) ?? [];
    return kibibytes === undefined ? undefined : Number(kibibytes) * 1024;
  } catch {
    // Without /proc there is the other number.
    return undefined;
  }
}
