/** Reads the pools of values that fill slots: one file a detector, made by each standard's own rules. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Pools by detector id. One value a line; lines that begin with `#` and a space, or are `#` alone, are comments; `\n` in a value is a newline, for the
 * values that have several lines (private keys), and `\\` a backslash.
 * @param {string} folder without one there are no pools
 * @returns {Map<string, string[]>} values in the order of the file
 */
export function readPools(folder) {
  const pools = new Map();
  if (!existsSync(folder)) return pools;
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.txt')) continue;
    const lines = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').split('\n');
    const values = lines.filter((line) => line !== '' && !/^#( |$)/.test(line)).map(unescapeValue);
    if (values.length > 0) pools.set(name.slice(0, -'.txt'.length), values);
  }
  return pools;
}

function unescapeValue(line) {
  return line.replace(/\\([n\\])/g, (_escape, letter) => (letter === 'n' ? '\n' : '\\'));
}
