/** All corpora by name. Each is made from a seed, so that a count that differs from the recorded one is a change of the product. */
import { createHash } from 'node:crypto';
import { ADVERSARIAL } from './corpora/adversarial.mjs';
import { hostile } from './corpora/hostile.mjs';
import { chatJsonl, NEAR_MISSES, numbersCsv, recordsCsv, recordsJsonl } from './corpora/records.mjs';
import { keywordSoup, logs, prose } from './corpora/text.mjs';
import { yardstickProse, yardstickSource } from './corpora/yardstick.mjs';

/** The corpora of the speed table. @type {readonly import('./corpora/build.mjs').Corpus[]} */
export const CORPORA = [
  yardstickProse,
  yardstickSource,
  recordsJsonl,
  recordsCsv,
  numbersCsv,
  hostile,
  keywordSoup(NEAR_MISSES),
  chatJsonl,
  prose('never'),
  prose('rare'),
  prose('common'),
  logs('never'),
  logs('rare'),
  logs('common'),
];

export { ADVERSARIAL };

/** SHA-256 of a corpus in hex: says whether a differing count comes from other bytes. @param {Uint8Array} bytes */
export function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Corpora whose names begin with one of `names`; all when empty. @param {readonly string[]} names */
export function corporaNamed(names, list = [...CORPORA, ...ADVERSARIAL]) {
  if (names.length === 0) return list;
  const unknown = names.find((name) => !list.some((corpus) => corpus.name === name || corpus.name.startsWith(`${name}/`)));
  if (unknown !== undefined)
    throw new Error(`no corpus is called ${unknown}; there are ${list.map((corpus) => corpus.name).join(', ')}`);
  return list.filter((corpus) => names.some((name) => corpus.name === name || corpus.name.startsWith(`${name}/`)));
}
