/**
 * Resolution for the reference twin: which of the hits that overlap is reported. Compares every pair that shares a byte.
 */
import type { Doubt } from '../core/doubt.js';
import { CONFIDENCES, type Confidence } from '../core/result.js';
import type { Verdict } from '../core/verdict.js';

export interface ReferenceHit {
  /** Index into the detectors that were given. */
  readonly detector: number;
  readonly id: string;
  /** Index of the form in its sheet. */
  readonly form: number;
  /** Half-open span in bytes of the text or of the value. */
  readonly start: number;
  readonly end: number;
  /** Index of the value, or -1 in text. */
  readonly value: number;
  readonly verdict: Verdict;
  readonly validated: boolean;
  /** What it leaves to its column to say, in a short value. */
  readonly doubt: Doubt | undefined;
  readonly confidence: Confidence;
  /** The nearest keyword in reach, as the sheet spells it. */
  readonly keyword: string | undefined;
  /** Share of random text that the form accepts. */
  readonly falseAccept: number;
  /** Its sheet yields to others of equal confidence. */
  readonly generic: boolean;
  /** Equal rivals by index, in the order of their ids. Empty before resolution. */
  readonly alternatives: readonly number[];
}

/**
 * Keeps a hit unless an overlapping one outranks it, whether or not that one is itself outranked. Equal rivals become
 * `alternatives` of the one with the smallest id.
 * @param hits sorted by value, then start
 */
export function resolve(hits: readonly ReferenceHit[]): ReferenceHit[] {
  const longest = hits.reduce((most, hit) => Math.max(most, hit.end - hit.start), 0);
  const kept: ReferenceHit[] = [];
  for (const [index, hit] of hits.entries()) {
    // Two that wait for a companion are no rivals, since each waits for its own.
    const rivals = overlapping(hits, index, longest).filter(({ doubt }) => doubt !== 'companion' || hit.doubt !== 'companion');
    if (rivals.some((rival) => compareRank(rival, hit) < 0)) continue;
    const equals = rivals.filter((rival) => isEqual(rival, hit)).sort(compareIds);
    kept.push({ ...hit, alternatives: equals.map((rival) => rival.detector) });
  }
  return kept;
}

/** The other hits that share a byte with hit `index`. No hit that starts more than `longest` before it can reach it. */
function overlapping(hits: readonly ReferenceHit[], index: number, longest: number): ReferenceHit[] {
  const hit = hits[index]!;
  const rivals: ReferenceHit[] = [];
  for (let at = index - 1; at >= 0; at--) {
    const rival = hits[at]!;
    if (rival.value !== hit.value || rival.start < hit.start - longest) break;
    if (rival.end > hit.start) rivals.push(rival);
  }
  for (let at = index + 1; at < hits.length; at++) {
    const rival = hits[at]!;
    if (rival.value !== hit.value || rival.start >= hit.end) break;
    rivals.push(rival);
  }
  return rivals;
}

/** Order of rank, the stronger first: confidence, not generic, verdict, length, specificity, start, id, then the sheet's first form. */
export function compareRank(a: ReferenceHit, b: ReferenceHit): number {
  return (
    CONFIDENCES.indexOf(b.confidence) - CONFIDENCES.indexOf(a.confidence) ||
    Number(a.generic) - Number(b.generic) ||
    Number(b.validated) - Number(a.validated) ||
    b.end - b.start - (a.end - a.start) ||
    a.falseAccept - b.falseAccept ||
    a.start - b.start ||
    compareIds(a, b) ||
    a.form - b.form
  );
}

/** In what a hit that lost is weaker than the one that won: the first in the order of rank. */
export type Weakness = 'confidence' | 'check' | 'length' | 'specificity' | 'start' | 'name';

export function weaknessOf(winner: Ranked, loser: Ranked): Weakness {
  if (CONFIDENCES.indexOf(loser.confidence) < CONFIDENCES.indexOf(winner.confidence)) return 'confidence';
  if (loser.generic !== winner.generic) return 'specificity';
  if (loser.validated !== winner.validated) return 'check';
  if (loser.end - loser.start !== winner.end - winner.start) return 'length';
  if (loser.falseAccept !== winner.falseAccept) return 'specificity';
  return loser.start === winner.start ? 'name' : 'start';
}

type Ranked = Pick<ReferenceHit, 'confidence' | 'generic' | 'validated' | 'start' | 'end' | 'falseAccept'>;

function isEqual(a: ReferenceHit, b: ReferenceHit): boolean {
  return (
    a.start === b.start &&
    a.end === b.end &&
    a.confidence === b.confidence &&
    a.verdict === b.verdict &&
    a.falseAccept === b.falseAccept &&
    a.generic === b.generic
  );
}

/** Order of ids by code points. */
export function compareIds(a: ReferenceHit, b: ReferenceHit): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
