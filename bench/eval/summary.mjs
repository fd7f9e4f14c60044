/** What an evaluation found, as plain data: the JSON output, and what tables and floors are made from. */
import { figuresOf, precisionAt, sumOf, UNSTRUCTURED } from './figures.mjs';
import { wrongPerMb } from './hostile.mjs';

/**
 * @typedef {import('./figures.mjs').Figures & { id: string, precisionAtPrevalence?: number }} DetectorFigures
 * @typedef {{
 *   name: string, cases: number, items: number, bytes: number, structured: DetectorFigures, unstructured: DetectorFigures[],
 *   shapes: (import('./figures.mjs').Figures & { shape: string })[], detectors: DetectorFigures[],
 *   withoutValues: string[], withoutLabels: string[], unknown: string[], faults: import('./parts.mjs').Fault[]
 * }} PartSummary `unknown`: labelled ids that the catalogue lacks
 * @typedef {{ prevalence: number, parts: PartSummary[], hostile: object | null }} Summary
 */

/**
 * @param {Map<string, import('./parts.mjs').PartResult>} parts
 * @param {import('./hostile.mjs').HostileResults | null} hostile
 * @param {{ prevalence: number, ids: readonly string[] }} options `prevalence`: labels of a detector in 1 MB of hostile text; `ids` of the catalogue
 * @returns {Summary}
 */
export function summarize(parts, hostile, { prevalence, ids }) {
  return {
    prevalence,
    parts: [...parts].map(([name, result]) => summarizePart(name, result, { hostile, prevalence, ids })),
    hostile: hostile === null ? null : summarizeHostile(hostile),
  };
}

function summarizePart(
  name,
  { cases, items, bytes, byDetector, byShape, missing, unknown, faults },
  { hostile, prevalence, ids },
) {
  const withPrevalence = (id, tally) => ({
    id,
    ...figuresOf(tally),
    ...(hostile !== null && { precisionAtPrevalence: precisionAt(tally, { prevalence, wrongPerMb: wrongPerMb(hostile, id) }) }),
  });
  const entries = byDetector.entries();
  const structured = entries.filter(([id]) => !UNSTRUCTURED.includes(id));
  const labelled = new Set(entries.filter(([, tally]) => tally.labels > 0).map(([id]) => id));
  return {
    name,
    cases,
    items,
    bytes,
    structured: { id: 'all structured', ...figuresOf(sumOf(structured.map(([, tally]) => tally))) },
    unstructured: entries.filter(([id]) => UNSTRUCTURED.includes(id)).map(([id, tally]) => withPrevalence(id, tally)),
    shapes: byShape.entries().map(([shape, tally]) => ({ shape, ...figuresOf(tally) })),
    detectors: structured.map(([id, tally]) => withPrevalence(id, tally)),
    withoutValues: [...missing].sort(),
    withoutLabels: ids.filter((id) => !labelled.has(id)).sort(),
    unknown: [...unknown].sort(),
    faults,
  };
}

function summarizeHostile(hostile) {
  const corpora = hostile.corpora.map(({ byDetector, byDetectorLow, ...corpus }) => ({
    ...corpus,
    wrongPer10Mb: (corpus.wrong / corpus.mb) * 10,
    wrongLowPer10Mb: (corpus.wrongLow / corpus.mb) * 10,
    detectors: Object.fromEntries([...byDetector].sort(([, a], [, b]) => b - a)),
    detectorsLow: Object.fromEntries([...byDetectorLow].sort(([, a], [, b]) => b - a)),
  }));
  const chance = hostile.chance.map((entry) => ({ ...entry, ratio: entry.expected === 0 ? 0 : entry.found / entry.expected }));
  return { wrongPer10Mb: wrongPerMb(hostile) * 10, corpora, chance };
}
