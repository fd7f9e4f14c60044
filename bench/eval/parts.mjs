/** Scans the cases of a part and judges what is reported in each. */
import { filesOf } from './expand.mjs';
import { addOutcome, Tallies } from './figures.mjs';
import { judge } from './match.mjs';

/**
 * What was counted in a part, by detector and by shape. Outcomes name where it went wrong.
 * @typedef {{
 *   cases: number, items: number, bytes: number, labels: number, byDetector: Tallies, byShape: Tallies,
 *   missing: Set<string>, unknown: Set<string>, faults: Fault[]
 * }} PartResult
 * @typedef {{ case: string, kind: 'missed' | 'false', detector: string, on: string, preview?: string }} Fault
 */

/**
 * @param {readonly import('./cases.mjs').Case[]} cases
 * @param {{
 *   scanner: import('../../dist/src/index.js').ContentScanner, pools: ReadonlyMap<string, readonly string[]>,
 *   known: ReadonlySet<string>, times: number, isStructured: (id: string) => boolean,
 *   standsFor: (detector: string, ids: readonly string[]) => boolean
 * }} options `scanner` lists all occurrences with their values; `known`: ids of the catalogue; `times`: expansions of a template, each with other values
 * @returns {Promise<PartResult>}
 * @throws where a case cannot be examined whole
 */
export async function measurePart(cases, { scanner, pools, known, times, isStructured, standsFor }) {
  const result = {
    cases: cases.length,
    items: 0,
    bytes: 0,
    labels: 0,
    byDetector: new Tallies(),
    byShape: new Tallies(),
    missing: new Set(),
    unknown: new Set(),
    faults: [],
  };
  for (const item of cases) {
    for (const { text, labels, missing } of filesOf(item, { pools, times })) {
      const { findings, problems } = await scanner.scan(text, item.fileName);
      if (problems.length > 0) throw new Error(`${item.part}/${item.name}: ${problems[0].code}: ${problems[0].detail}`);
      for (const id of missing) result.missing.add(id);
      const counted = labels.filter((label) => isKnown(label, known, result.unknown));
      const outcome = judge(inOrder(findings), counted, standsFor);
      addOutcome(outcome, (id) => result.byDetector.of(id));
      addOutcome(partOf(outcome, isStructured), () => result.byShape.of(item.shape));
      result.items++;
      result.bytes += Buffer.byteLength(text);
      result.labels += outcome.found.length + outcome.missed.length;
      result.faults.push(...faultsOf(item, outcome));
    }
  }
  return result;
}

/** What of an outcome concerns some detectors. */
function partOf({ found, missed, wrong }, isWanted) {
  return {
    found: found.filter(({ label }) => isWanted(label.ids[0])),
    missed: missed.filter(({ ids }) => isWanted(ids[0])),
    wrong: wrong.filter(({ detector }) => isWanted(detector)),
  };
}

/** Labels of detectors that do not exist yet are left out, and said. */
function isKnown({ ids, kind }, known, unknown) {
  if (kind === 'negative' || known.has(ids[0])) return true;
  unknown.add(ids[0]);
  return false;
}

function inOrder(findings) {
  const all = findings.flatMap(({ occurrences }) => occurrences);
  return all.sort((a, b) => a.span.start - b.span.start || (a.detector < b.detector ? -1 : 1));
}

function faultsOf(item, { missed, wrong }) {
  const name = `${item.part}/${item.name}`;
  return [
    ...missed.map(({ ids, line }) => ({ case: name, kind: 'missed', detector: ids[0], on: `line ${line}` })),
    ...wrong.map(({ detector, occurrence, on }) => ({
      case: name,
      kind: 'false',
      detector,
      on: on === undefined ? `line ${occurrence.line}` : on.ids.join('|'),
      preview: occurrence.preview,
    })),
  ];
}
