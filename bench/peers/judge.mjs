/**
 * Holds what a peer reports against the labels of a file, as kindly as can be defended: a label is found by any finding that touches
 * it, whatever the finding is called; a finding is false only where no label of any kind lies under it.
 */

/**
 * A finding: a span of the file's bytes, or only a line (from 1), or a value (on a line, if that is known).
 * @typedef {{ kind: string, start?: number, end?: number, line?: number, value?: string }} Place
 * @typedef {import('../eval/expand.mjs').Label} Label
 * @typedef {{ labels: number, found: number }} Share
 * @typedef {{
 *   structured: Share, named: Share, right: number, wrong: number, others: number, hit: Set<Label>, wrongPlaces: Place[]
 * }} Verdict `named`: names and addresses, which the others leave out; `others`: places of kinds that Clearset does not know, on nothing
 */

/** Identifiers that lists and context find, not structure; most labels are such, so they have a share of their own. */
const NAMED = new Set(['NAME', 'ADDRESS']);

/**
 * @param {readonly Place[]} places
 * @param {readonly Label[]} labels
 * @param {{ covered: ReadonlySet<string>, isCounted: (kind: string) => boolean }} peer `covered`: identifiers that the peer claims; `isCounted`:
 *   whether a kind has a counterpart among them, so that it can be false
 * @returns {Verdict}
 */
export function judgePeer(places, labels, { covered, isCounted }) {
  const hit = new Set(labels.filter((label) => places.some((place) => touches(place, label))));
  const verdict = {
    structured: { labels: 0, found: 0 },
    named: { labels: 0, found: 0 },
    right: 0,
    wrong: 0,
    others: 0,
    hit,
    wrongPlaces: [],
  };
  for (const label of labels) {
    if (label.kind !== 'label' || !label.ids.some((id) => covered.has(id))) continue;
    const share = NAMED.has(label.ids[0]) ? verdict.named : verdict.structured;
    share.labels++;
    if (hit.has(label)) share.found++;
  }
  const real = labels.filter(({ kind }) => kind !== 'negative');
  for (const group of merged(places)) {
    const under = real.filter((label) => group.some((place) => touches(place, label)));
    const counted = group.find(({ kind }) => isCounted(kind));
    if (under.some(({ kind }) => kind === 'label')) verdict.right++;
    else if (under.length > 0) continue;
    else if (counted === undefined) verdict.others++;
    else {
      verdict.wrong++;
      verdict.wrongPlaces.push(counted);
    }
  }
  return verdict;
}

/** Sum of verdicts, without their lists. @param {readonly Verdict[]} verdicts */
export function sumOfVerdicts(verdicts) {
  const sum = { structured: { labels: 0, found: 0 }, named: { labels: 0, found: 0 }, right: 0, wrong: 0, others: 0 };
  for (const one of verdicts) {
    for (const share of ['structured', 'named']) for (const key of ['labels', 'found']) sum[share][key] += one[share][key];
    for (const key of ['right', 'wrong', 'others']) sum[key] += one[key];
  }
  return sum;
}

/** Findings that overlap are one place: rules that see the same value twice are not wrong twice. @returns {Place[][]} */
export function merged(places) {
  const spans = places.filter(({ start }) => start !== undefined).sort((a, b) => a.start - b.start || a.end - b.end);
  const groups = [];
  let end = -1;
  for (const place of spans) {
    if (place.start < end) groups.at(-1).push(place);
    else groups.push([place]);
    end = Math.max(end, place.end);
  }
  const byLine = new Map();
  for (const place of places) {
    if (place.start !== undefined) continue;
    const key = `${place.line} ${place.value ?? ''}`;
    byLine.set(key, [...(byLine.get(key) ?? []), place]);
  }
  return [...groups, ...byLine.values()];
}

function touches({ start, end, line, value }, label) {
  if (start !== undefined) return start < label.end && label.start < end;
  if (value !== undefined && !(value.includes(label.value) || label.value.includes(value))) return false;
  if (line === undefined) return true;
  return line >= label.line && line <= label.line + label.value.split('\n').length - 1;
}
