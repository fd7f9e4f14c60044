/** Scans the hostile corpora, in which everything that is reported is false or a checksum that holds by chance. */
import { HOSTILE, makeHostile } from '../../corpus/generate/hostile/index.mjs';
import { chanceOf, expectedByChance } from './chance.mjs';

/** Bytes of one MB, in which rates are given. */
const MB = 1e6;

/**
 * @typedef {{
 *   name: string, mb: number, wrong: number, wrongLow: number, chance: number,
 *   byDetector: Map<string, number>, byDetectorLow: Map<string, number>
 * }} HostileResult `wrong`: false occurrences at default confidence; `wrongLow`: at every confidence
 * @typedef {{ corpora: HostileResult[], chance: { name: string, found: number, expected: number }[] }} HostileResults
 */

/**
 * @param {{ scanner: import('../../dist/src/index.js').ContentScanner, mb: number }} options `scanner` reports every confidence
 *   and lists all occurrences; `mb`: size of each corpus
 * @returns {Promise<HostileResults>}
 * @throws where a corpus cannot be examined whole
 */
export async function measureHostile({ scanner, mb }) {
  const corpora = [];
  const chance = new Map();
  for (const kind of HOSTILE) {
    const text = makeHostile(kind, mb * MB);
    const { findings, problems } = await scanner.scan(text, kind.fileName);
    if (problems.length > 0) throw new Error(`${kind.name}: ${problems[0].code}: ${problems[0].detail}`);
    for (const [name, expected] of expectedByChance(text)) chanceEntry(chance, name).expected += expected;
    corpora.push(countCorpus(kind.name, { bytes: Buffer.byteLength(text), findings, chance }));
  }
  return { corpora, chance: [...chance.values()] };
}

function countCorpus(name, { bytes, findings, chance }) {
  const result = { name, mb: bytes / MB, wrong: 0, wrongLow: 0, chance: 0, byDetector: new Map(), byDetectorLow: new Map() };
  for (const occurrence of findings.flatMap(({ occurrences }) => occurrences)) {
    const isDefault = occurrence.confidence !== 'low';
    const checksum = chanceOf(occurrence);
    if (checksum !== undefined) {
      if (!isDefault) continue;
      result.chance++;
      chanceEntry(chance, checksum).found++;
      continue;
    }
    result.wrongLow++;
    addTo(result.byDetectorLow, occurrence.detector);
    if (!isDefault) continue;
    result.wrong++;
    addTo(result.byDetector, occurrence.detector);
  }
  return result;
}

function chanceEntry(chance, name) {
  const entry = chance.get(name) ?? { name, found: 0, expected: 0 };
  chance.set(name, entry);
  return entry;
}

function addTo(counts, key) {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** False occurrences per MB of the hostile text, all corpora together. @param {HostileResults} results @param {string} [detector] */
export function wrongPerMb({ corpora }, detector) {
  const mb = corpora.reduce((sum, corpus) => sum + corpus.mb, 0);
  const wrong = corpora.reduce(
    (sum, corpus) => sum + (detector === undefined ? corpus.wrong : (corpus.byDetector.get(detector) ?? 0)),
    0,
  );
  return mb === 0 ? 0 : wrong / mb;
}
