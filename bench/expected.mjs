/** Keeps the expected counts of each corpus: a fast engine that finds something else fails the bench. */
import { readFileSync, writeFileSync } from 'node:fs';
import { sha256 } from './corpora.mjs';

const FILE = new URL('./expected.json', import.meta.url);

/**
 * Share of the planted values that must be found. In free text the words around may be keywords of a rival: a number
 * with `SSN` before it and `contact` behind it can be a phone. In structured data a random token may look like a placeholder.
 */
const FOUND_SHARE = { text: 0.9, csv: 0.998, jsonl: 0.998, json: 0.998 };

/** @returns {Record<string, { sha256: string, found: Record<string, number> }>} */
function load() {
  return JSON.parse(readFileSync(FILE, 'utf8'));
}

const keyOf = (corpus, made) => `${corpus.name}@${made.bytes.length}`;

/**
 * Compares what was found with what is recorded and with what was planted.
 * @returns {string[]} what is wrong, in words; empty when all is as expected
 */
export function differences(corpus, made, found) {
  const wrong = missing(corpus, made, found).map((text) => `${corpus.name}: ${text}`);
  const expected = load()[keyOf(corpus, made)];
  if (expected === undefined)
    return [...wrong, `${corpus.name}: no count is recorded for ${made.bytes.length} bytes (run with --record)`];
  if (expected.sha256 !== sha256(made.bytes))
    return [
      ...wrong,
      `${corpus.name}: the bytes are not the recorded ones (a dependency or a generator changed: run with --record)`,
    ];
  for (const id of new Set([...Object.keys(expected.found), ...Object.keys(found)])) {
    const [before, now] = [expected.found[id] ?? 0, found[id] ?? 0];
    if (before !== now) wrong.push(`${corpus.name}: ${id} found ${now} times, expected ${before}`);
  }
  return wrong;
}

/** Planted kinds that were not found as often as they were planted. */
function missing(corpus, made, found) {
  return Object.entries(made.planted)
    .filter(([id, count]) => (found[id] ?? 0) < Math.floor(count * FOUND_SHARE[corpus.format]))
    .map(([id, count]) => `${id} planted ${count} times, found ${found[id] ?? 0} times`);
}

/** Records the counts as expected. @throws when planted values are missing: such counts are not worth keeping */
export function record(corpus, made, found) {
  const lost = missing(corpus, made, found);
  if (lost.length > 0) throw new Error(`${corpus.name}: not recorded, because planted values are missing: ${lost.join('; ')}`);
  const all = { ...load(), [keyOf(corpus, made)]: { sha256: sha256(made.bytes), found: sorted(found) } };
  writeFileSync(FILE, `${JSON.stringify(sorted(all), null, 1)}\n`);
}

function sorted(table) {
  return Object.fromEntries(Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1)));
}
