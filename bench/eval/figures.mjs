/** Counts of right, missed and false, and the figures that follow from them. */

/** Identifiers that gazetteers and context find, not structure: their figures stand apart. */
export const UNSTRUCTURED = ['NAME', 'ADDRESS'];

/**
 * @typedef {{ labels: number, found: number, exact: number, wrong: number }} Tally
 * @typedef {{ labels: number, found: number, recall: number, occurrences: number, wrong: number, precision: number, f1: number, exact: number }} Figures
 *   `exact`: share of what was found with the span of the label
 */

/** @returns {Tally} */
export function noTally() {
  return { labels: 0, found: 0, exact: 0, wrong: 0 };
}

/** Tallies by key, made when first asked for. */
export class Tallies {
  /** @type {Map<string, Tally>} */
  #byKey = new Map();

  of(key) {
    const tally = this.#byKey.get(key) ?? noTally();
    this.#byKey.set(key, tally);
    return tally;
  }

  /** By key, sorted. @returns {[string, Tally][]} */
  entries() {
    return [...this.#byKey].sort(([a], [b]) => (a < b ? -1 : 1));
  }
}

/** Adds an outcome to the tallies that `keysOf` names for a detector's id. @param {import('./match.mjs').Outcome} outcome */
export function addOutcome({ found, missed, wrong }, tallyOf) {
  for (const { label, exact } of found) {
    const tally = tallyOf(label.ids[0]);
    tally.labels++;
    tally.found++;
    if (exact) tally.exact++;
  }
  for (const label of missed) tallyOf(label.ids[0]).labels++;
  for (const { detector } of wrong) tallyOf(detector).wrong++;
}

/** @param {readonly Tally[]} tallies @returns {Tally} */
export function sumOf(tallies) {
  const sum = noTally();
  for (const tally of tallies) for (const key of Object.keys(sum)) sum[key] += tally[key];
  return sum;
}

/** A share of nothing is whole: there was nothing to get wrong. @param {Tally} tally @returns {Figures} */
export function figuresOf({ labels, found, exact, wrong }) {
  const recall = labels === 0 ? 1 : found / labels;
  const precision = found + wrong === 0 ? 1 : found / (found + wrong);
  return {
    labels,
    found,
    recall,
    occurrences: found + wrong,
    wrong,
    precision,
    f1: recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision),
    exact: found === 0 ? 1 : exact / found,
  };
}

/**
 * Precision where labels are rare: `prevalence` labels stand in 1 MB (10^6 bytes) of hostile text. What is false beside labels
 * comes with them, what is false in hostile text with its bytes.
 * @param {Tally} tally
 * @param {{ prevalence: number, wrongPerMb: number }} rates labels per MB; false occurrences per MB of hostile text
 */
export function precisionAt({ labels, found, wrong }, { prevalence, wrongPerMb }) {
  if (labels === 0) return Number.NaN;
  const right = (prevalence * found) / labels;
  const false_ = (prevalence * wrong) / labels + wrongPerMb;
  return right + false_ === 0 ? 1 : right / (right + false_);
}
