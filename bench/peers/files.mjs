/** Files of a folder in an order that does not depend on the machine. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Paths in a folder, folders within it included, by their bytes' order; the last one reaches `bytes`.
 * @param {string} folder @param {number} [bytes] default: all of them
 * @returns {string[]}
 */
export function filesIn(folder, bytes = Number.POSITIVE_INFINITY) {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  paths.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  if (bytes === Number.POSITIVE_INFINITY) return paths;
  const taken = [];
  let total = 0;
  for (const path of paths) {
    if (total >= bytes) break;
    total += statSync(join(folder, path)).size;
    taken.push(path);
  }
  return taken;
}
