/**
 * Joins what is found in a text with what is found in those of its values that have names. The same bytes are looked at twice, with
 * more known about them the second time; each value is reported once.
 */

import { hitCopy } from '../core/hit-copy.js';
import { CONFIDENCES } from '../core/result.js';
import { type Segment, VALUE_IS_FIELD } from '../core/segment.js';
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
 * kind (a token by its issuer), then the one that has a name; what the text gives of a field beside its label, no column takes back. Where named values are to be examined as such alone, the hits of the text in them are left out.
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
  const { starts, ends, flags, count } = named.values!;
  const isSole = named.isSole === true;
  // A keyword tells apart what is written alike, where the check makes both as sure.
  const rankOf = (hit: Hit): number =>
    4 * CONFIDENCES.indexOf(hit.confidence) + 2 * Number(!isGeneric(hit)) + Number(hit.keyword !== undefined);
  const lost = new Set<Hit>(inValues.filter((hit) => isPartOfField(hit, named) || holdsSeveral(hit, inText, named)));
  const backed = new Map<Hit, Hit>();
  const isField = ({ value }: Hit): boolean => (flags[value]! & VALUE_IS_FIELD) !== 0;
  const beats = (hit: Hit, other: Hit): boolean => rankOf(hit) > rankOf(other) || (isField(other) && staysText(hit, other));
  /** Hits of the text that lose to one in a value, with all that they overlap: until what beats them is lost itself. */
  const beaten: { readonly hit: Hit; readonly rivals: readonly Hit[] }[] = [];
  const join = (hit: Hit, rivals: readonly Hit[]): boolean => {
    const left = rivals.filter((other) => !lost.has(other));
    if (left.some((other) => !beats(hit, other))) return false;
    for (const other of left) lost.add(other);
    return true;
  };
  let value = 0;
  let next = 0;
  for (const hit of inText) {
    while (isSole && value < count && ends[value]! <= hit.start) value++;
    const isInValue = isSole && value < count && starts[value]! <= hit.start && hit.end <= ends[value]!;
    if (isInValue) {
      lost.add(hit);
      continue;
    }
    while (next < inValues.length && inValues[next]!.end <= hit.start) next++;
    const rivals: Hit[] = [];
    for (let i = next; i < inValues.length && inValues[i]!.start < hit.end; i++) {
      const other = inValues[i]!;
      if (other.end > hit.start && areRivals(hit, other)) rivals.push(other);
    }
    if (rivals.length > 0 && !join(hit, rivals)) beaten.push({ hit, rivals });
  }
  for (const { hit, rivals } of beaten) {
    if (join(hit, rivals)) continue;
    lost.add(hit);
    const winner = rivals.find((other) => !lost.has(other) && !beats(hit, other))!;
    if (isField(winner) && hit.confidence !== 'low' && winner.doubt !== undefined) backed.set(winner, withoutDoubt(winner));
  }
  const all = [...inText.map((hit) => ({ hit, segment: text })), ...inValues.map((hit) => ({ hit, segment: named }))];
  return all
    .filter(({ hit }) => !lost.has(hit))
    .map(({ hit, segment }) => ({ hit: backed.get(hit) ?? hit, segment }))
    .sort((a, b) => a.hit.start - b.hit.start || a.hit.end - b.hit.end);
}

/**
 * Joins the hits of a text, one by one as they come, with the few in its fields. Most stand far from any field and go on as they are:
 * only those around one are kept and joined.
 */
export class FieldJoin {
  readonly #text: Segment;
  readonly #named: Segment;
  readonly #inFields: readonly Hit[];
  readonly #isGeneric: (hit: Hit) => boolean;
  readonly #onHit: (hit: Hit, segment: Segment) => void;
  /** Hits of the text that wait, and up to where what overlaps them reaches. */
  #waiting: Hit[] = [];
  #end = 0;
  /** The first hit in a field that has not gone on. */
  #next = 0;

  /** @param inFields in ascending order, with bytes of their own */
  constructor(
    text: Segment,
    { named, inFields }: { readonly named: Segment; readonly inFields: readonly Hit[] },
    isGeneric: (hit: Hit) => boolean,
    onHit: (hit: Hit, segment: Segment) => void,
  ) {
    this.#text = text;
    this.#named = named;
    this.#inFields = inFields;
    this.#isGeneric = isGeneric;
    this.#onHit = onHit;
  }

  /** Takes a hit of the text; they come in ascending order. */
  take(hit: Hit): void {
    this.#goOn(hit.start);
    const next = this.#inFields[this.#next];
    if (this.#waiting.length === 0 && (next === undefined || next.start >= hit.end)) {
      this.#onHit(hit, this.#text);
      return;
    }
    this.#waiting.push({ ...hit });
    this.#end = Math.max(this.#end, hit.end);
  }

  /** Takes what is left. */
  finish(): void {
    this.#goOn(Number.POSITIVE_INFINITY);
  }

  /** Joins what ends before `start`, or begins before it and overlaps nothing that comes. */
  #goOn(start: number): void {
    for (;;) {
      const first = this.#inFields[this.#next];
      let end = this.#waiting.length > 0 ? this.#end : Math.min(first?.start ?? Number.POSITIVE_INFINITY, start) + 1;
      let to = this.#next;
      for (; to < this.#inFields.length && this.#inFields[to]!.start < end; to++) end = Math.max(end, this.#inFields[to]!.end);
      if ((to === this.#next && this.#waiting.length === 0) || end > start) return;
      const fields = this.#inFields.slice(this.#next, to);
      for (const { hit, segment } of joinNamed(this.#text, this.#waiting, this.#named, fields, this.#isGeneric))
        this.#onHit(hit, segment);
      this.#waiting = [];
      this.#end = 0;
      this.#next = to;
    }
  }
}

/** A label says what all of its value is; of what stands in it, or in what is decoded of it, the text says more. */
function isPartOfField({ value, start, end, isNested }: Hit, { values }: Segment): boolean {
  const { starts, ends, flags } = values!;
  return (flags[value]! & VALUE_IS_FIELD) !== 0 && (isNested === true || start > starts[value]! || end < ends[value]!);
}

/** Of several in one field, such as the authors of a book, the text knows where each begins. */
function holdsSeveral({ value, detector, start, end }: Hit, inText: readonly Hit[], { values }: Segment): boolean {
  if ((values!.flags[value]! & VALUE_IS_FIELD) === 0) return false;
  let [low, high] = [0, inText.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inText[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  let held = 0;
  for (let i = low; i < inText.length && inText[i]!.start < end; i++) {
    const hit = inText[i]!;
    if (hit.detector === detector && hit.confidence !== 'low' && hit.end <= end) held++;
  }
  return held > 1;
}

/**
 * Whether the text knows better what stands beside a label: it saw the label as well. What is low there in spite of a keyword is a
 * published test value; what is something else there is not to be lost to what the column may take back.
 */
function staysText(hit: Hit, other: Hit): boolean {
  if (hit.detector !== other.detector) return hit.confidence !== 'low';
  const isSame = hit.start === other.start && hit.end === other.end;
  return isSame && hit.confidence === 'low' && hit.keyword !== undefined && other.doubt === undefined;
}

/** What the text has found by itself stays what it is, and speaks for its neighbours in the column where lists know it. */
function withoutDoubt(hit: Hit): Hit {
  return { ...hit, doubt: hit.doubt === 'check' ? undefined : 'party' };
}

/** Of what was decoded and what it is written in, both stay, as in a text alone: a token, and the address in it. */
function areRivals(a: Hit, b: Hit): boolean {
  if (!a.isNested && !b.isNested) return true;
  return a.detector === b.detector || (a.start === b.start && a.end === b.end);
}
