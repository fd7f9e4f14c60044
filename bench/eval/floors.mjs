/**
 * Recorded floors: what an evaluation must reach. Detectors that reach recall and precision 1 are not listed, so that the file
 * names what is weak; a detector that is not listed must stay at 1.
 */

/** Figures are recorded with four decimals, rounded down; a figure that is as recorded must not fail by rounding. */
const down = (value) => Math.floor(value * 1e4 + 1e-6) / 1e4;
const up = (value) => Math.ceil(value * 1e4 - 1e-6) / 1e4;

/** Most times that checksums may hold as often as chance has it, whatever was recorded. */
const MOST_TIMES_CHANCE = 1.2;

/**
 * @typedef {{ recall: number, precision: number }} Floor
 * @typedef {{
 *   parts: Record<string, { labelled: number, overall: Record<string, Floor>, detectors: Record<string, Floor> }>,
 *   hostile: { falsePer10Mb: Record<string, number> }, times: number, mb: number
 * }} Floors `times` and `mb`: of the run that was recorded, since others give other figures; `labelled`: structured detectors with labels; `overall`: all structured ones, NAME, ADDRESS
 */

/**
 * @param {import('./summary.mjs').Summary} summary
 * @param {{ times: number, mb: number }} run expansions of each template; size of each hostile corpus
 * @returns {Floors}
 */
export function floorsOf(summary, { times, mb }) {
  const floor = ({ recall, precision }) => ({ recall: down(recall), precision: down(precision) });
  const parts = summary.parts.map(({ name, structured, unstructured, detectors }) => {
    const weak = detectors.filter(({ recall, precision }) => recall < 1 || precision < 1);
    return [
      name,
      {
        labelled: labelledIn(detectors),
        overall: Object.fromEntries([structured, ...unstructured].map((entry) => [entry.id, floor(entry)])),
        detectors: Object.fromEntries(weak.map((entry) => [entry.id, floor(entry)])),
      },
    ];
  });
  const hostile = summary.hostile.corpora.map(({ name, wrongPer10Mb }) => [name, up(wrongPer10Mb)]);
  return { times, mb, parts: Object.fromEntries(parts), hostile: { falsePer10Mb: Object.fromEntries(hostile) } };
}

/** What is below its floor, in words. @param {Floors} floors @param {import('./summary.mjs').Summary} summary @returns {string[]} */
export function belowFloors(floors, summary) {
  const names = new Set([...Object.keys(floors.parts), ...summary.parts.map(({ name }) => name)]);
  const parts = [...names].flatMap((name) => {
    const part = summary.parts.find((one) => one.name === name);
    const floor = floors.parts[name];
    if (part === undefined) return [`${name}: recorded, but there is no such part`];
    return floor === undefined ? [`${name}: not recorded`] : belowInPart(floor, part);
  });
  return [...parts, ...aboveInHostile(floors.hostile, summary.hostile)];
}

function belowInPart(floor, { name, structured, unstructured, detectors }) {
  const labelled = labelledIn(detectors);
  const below = labelled < floor.labelled ? [`${name}: ${labelled} detectors have labels, ${floor.labelled} are recorded`] : [];
  for (const entry of [structured, ...unstructured]) below.push(...belowOne(name, entry, floor.overall[entry.id]));
  for (const entry of detectors) below.push(...belowOne(name, entry, floor.detectors[entry.id]));
  return below;
}

function belowOne(part, entry, floor = { recall: 1, precision: 1 }) {
  return ['recall', 'precision']
    .filter((figure) => down(entry[figure]) < floor[figure])
    .map((figure) => `${part}: ${entry.id}: ${figure} ${down(entry[figure])}, below ${floor[figure]}`);
}

function aboveInHostile({ falsePer10Mb }, { corpora, chance }) {
  const names = new Set([...Object.keys(falsePer10Mb), ...corpora.map(({ name }) => name)]);
  const above = [...names].flatMap((name) => {
    const corpus = corpora.find((one) => one.name === name);
    if (corpus === undefined) return [`${name}: recorded, but there is no such hostile corpus`];
    const most = falsePer10Mb[name] ?? 0;
    return corpus.wrongPer10Mb > most ? [`${name}: ${up(corpus.wrongPer10Mb)} false in 10 MB, above ${most}`] : [];
  });
  const often = chance
    .filter(({ found, expected }) => found > Math.max(1, expected * MOST_TIMES_CHANCE))
    .map(({ name, found, expected }) => `${name}: ${found} hold by chance, above ${MOST_TIMES_CHANCE} times ${up(expected)}`);
  return [...above, ...often];
}

const labelledIn = (detectors) => detectors.filter(({ labels }) => labels > 0).length;
