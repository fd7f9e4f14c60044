/**
 * Tells a form that a sheet lacks from a word that it lacks: every value of a pool stands alone behind the sheet's first keyword, and only
 * its detector runs. What is missed here is missed everywhere, whatever the cases say.
 */
import { createScanner } from '../../dist/src/index.js';

/**
 * @typedef {{ id: string, values: number, found: number, partly: number, shapes: string[] }} PoolFigures `partly`: found with another span
 *   (key blocks, URLs); `shapes`: of up to three that are missed
 */

/**
 * @param {readonly import('../../dist/src/index.js').DetectorSheet[]} sheets
 * @param {ReadonlyMap<string, readonly string[]>} pools
 * @returns {Promise<PoolFigures[]>} of sheets that miss some, worst first
 */
export async function measurePools(sheets, pools) {
  const all = [];
  for (const sheet of sheets) all.push(await measurePool(sheet, pools.get(sheet.id) ?? []));
  return all.filter(({ values, found }) => found < values).sort((a, b) => a.found / a.values - b.found / b.values);
}

async function measurePool({ id, keywords }, pool) {
  const scanner = createScanner({ detectors: [id], maxLocations: Number.POSITIVE_INFINITY, fingerprints: false, reveal: true });
  const keyword = keywords.mode === 'absent' ? '' : `${keywords.words[0]} `;
  const figures = { id, values: pool.length, found: 0, partly: 0, shapes: [] };
  for (const value of pool) {
    const { findings } = await scanner.scan(`${keyword}${value}\n`, 'value.txt');
    const found = findings.flatMap(({ occurrences }) => occurrences);
    if (found.length > 0) figures.found++;
    if (found.length > 0 && !found.some((one) => one.value === value)) figures.partly++;
    if (found.length === 0 && figures.shapes.length < 3) figures.shapes.push(shapeOf(value));
  }
  return figures;
}

/** Letters as `a` and `A`, digits as `9`, at most 40 characters. */
function shapeOf(value) {
  const shape = value
    .replace(/\p{Lu}/gu, 'A')
    .replace(/[\p{Ll}\p{Lo}]/gu, 'a')
    .replace(/\d/g, '9')
    .replaceAll('\n', ' ');
  return shape.length > 40 ? `${shape.slice(0, 39)}…` : shape;
}
