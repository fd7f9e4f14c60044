/**
 * Whether a small file that a run is told to read (a configuration, an allow list, a baseline) can be read whole: repositories may bring
 * links to devices, which never end, and pipes, which nobody writes to.
 */
import fs from 'node:fs';

/** Bytes of the largest of them: a baseline of a million entries has less. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Why not, in words that follow the file's name; undefined where it can. @throws what the system says where there is no such file */
export function whyNotPlain(file: string): string | undefined {
  const stats = fs.statSync(file);
  // Folders are told by who opens them.
  if (!stats.isFile() && !stats.isDirectory()) return 'it is a device, a pipe or a socket, and no file';
  return stats.size > MOST_BYTES ? `it has more than ${MOST_BYTES >> 20} MiB` : undefined;
}
