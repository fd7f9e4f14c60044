/**
 * Joins what is found in a text with what is found in those of its values that have names. The same bytes are looked at twice, with
 * more known about them the second time; each value is reported once.
 */

import { hitCopy } from '../core/hit-copy.js';
import { CONFIDENCES } from '../core/result.js';
import type { Segment } from '../core/segment.js';
import type { Hit } from '../engine/types.js';

/** A hit with the segment that it stands in. */
export interface PlacedHit {
  readonly hit: Hit;
  readonly segment: Segment;
}

/** A hit that stays as it is when the engine scans on: with bytes of its own, unless those are the block's. */
export function keptHit(hit: Hit, block: Uint8Array, units: Map<number, Uint8Array>): Hit {
  return hit.bytes === block || hit.isNested ? { ...hit } : hitCopy(hit, units);
}

/**
 * The hits of a text and those in its named values, in one order. Of two that overlap the surer one stays, among equals one of a known
 * kind (a token by its issuer), then the one that has a name. Where named values are to be examined as such alone, the hits of the text in them are left out.
 * @param inText in ascending order of start, as is `inValues`
 * @param isGeneric whether the detector of a hit yields to others
 */
export function joinNamed(
  text: Segment,
  inText: readonly Hit[],
  named: Segment,
  inValues: readonly Hit[],
  isGeneric: (hit: Hit) => boolean,
): PlacedHit[] {
  const { starts, ends, count } = named.values!;
  // A keyword tells apart what is written alike, where the check makes both as sure.
  const rankOf = (hit: Hit): number =>
    4 * CONFIDENCES.indexOf(hit.confidence) + 2 * Number(!isGeneric(hit)) + Number(hit.keyword !== undefined);
  const lost = new Set<Hit>();
  let value = 0;
  let next = 0;
  for (const hit of inText) {
    while (value < count && ends[value]! <= hit.start) value++;
    const isInValue = value < count && starts[value]! <= hit.start && hit.end <= ends[value]!;
    if (isInValue && named.isSole === true) {
      lost.add(hit);
      continue;
    }
    while (next < inValues.length && inValues[next]!.end <= hit.start) next++;
    for (let i = next; i < inValues.length && inValues[i]!.start < hit.end; i++) {
      const other = inValues[i]!;
      if (other.end <= hit.start || lost.has(other) || !areRivals(hit, other)) continue;
      if (rankOf(hit) > rankOf(other)) lost.add(other);
      else {
        lost.add(hit);
        break;
      }
    }
  }
  const all = [...inText.map((hit) => ({ hit, segment: text })), ...inValues.map((hit) => ({ hit, segment: named }))];
  return all.filter(({ hit }) => !lost.has(hit)).sort((a, b) => a.hit.start - b.hit.start || a.hit.end - b.hit.end);
}

/** Of what was decoded and what it is written in, both stay, as in a text alone: a token, and the address in it. */
function areRivals(a: Hit, b: Hit): boolean {
  if (!a.isNested && !b.isNested) return true;
  return a.detector === b.detector || (a.start === b.start && a.end === b.end);
}
