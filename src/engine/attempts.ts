/**
 * What becomes of every place in a text at which some form matches, step by step: by which mark it is found, what stands beside it,
 * what its check says, whether a keyword is in reach, and what it loses to. Made from the definition of hits (reference.ts), to
 * which the engine is held; for people who try a detector, not for scans.
 */
import type { Confidence } from '../core/result.js';
import { type Segment, VALUE_IS_NAME } from '../core/segment.js';
import type { DetectorSheet } from '../detectors/define.js';
import { compileSheets } from './compile.js';
import type { LiteralMark, Mark } from './marks.js';
import type { RegexEngine } from './re2.js';
import {
  bestHits,
  boundaryBit,
  type Catalogue,
  groupEnds,
  inContext,
  keywordOf,
  matchesOf,
  type PlainForm,
  type ReferenceValue,
  referenceCatalogue,
  refusals,
  type Unit,
  unitOf,
  withoutSettled,
} from './reference.js';
import { foldBytes } from './reference-fold.js';
import { compareRank, type ReferenceHit, resolve, type Weakness, weaknessOf } from './reference-resolve.js';
import { type HitTrace, traceHit } from './trace.js';

/** How the engine comes upon a place: `fixed` bytes are named where each can be only one. */
export interface Finding {
  readonly mark: Mark['kind'];
  readonly fixed: readonly string[];
  /** Whether the tables alone prove a match, so that RE2 is not asked. */
  readonly isProvedByFit: boolean;
}

/** The step at which a place falls, or that it is kept. */
export type Fate =
  | { readonly kind: 'boundary' }
  | { readonly kind: 'check' }
  | { readonly kind: 'keyword' }
  | { readonly kind: 'beaten'; readonly confidence: Confidence; readonly by: string; readonly weakness: Weakness }
  | { readonly kind: 'kept'; readonly confidence: Confidence; readonly alternatives: readonly string[] };

/** One place at which a form's pattern matches. */
export interface Attempt extends HitTrace {
  readonly detector: string;
  /** Half-open span in bytes of the text or value. */
  readonly start: number;
  readonly end: number;
  readonly found: Finding;
  readonly fate: Fate;
}

interface Match {
  readonly form: PlainForm;
  readonly start: number;
  readonly end: number;
  /** Whether what stands before it allows a match there. */
  readonly mayStart: boolean;
}

/**
 * All places, by detector in catalogue order, then by start. Of matches of one detector that overlap, those that fall at their
 * boundary are left out where another gets further.
 * @param given valid UTF-8; a free text, or one value with the names of its column or path
 * @throws ConfigError if RE2 refuses a pattern
 */
export function attemptsIn(
  given: { readonly text: Uint8Array } | ReferenceValue,
  detectors: readonly DetectorSheet[],
  regex: RegexEngine,
): Attempt[] {
  const catalogue = referenceCatalogue(detectors, regex);
  const isText = 'text' in given;
  const value = isText ? -1 : 0;
  const { bytes, rawOffsets } = foldBytes(isText ? given.text : given.bytes);
  const unit = unitOf(catalogue, { bytes, names: isText ? [] : given.names }, value);
  const refused = { left: refusals(unit.bytes, 'left'), right: refusals(unit.bytes, 'right') };
  // What is found by the name of its column or field is in no free text.
  const forms = catalogue.forms.filter(({ mode, whole }) => !isText || (mode !== 'named' && whole === undefined));
  const matches = forms.flatMap((form) => matchesOfForm(catalogue, form, unit, refused.left));
  const judged = matches.map((match) => ({ match, ...judge(catalogue, unit, match, value, refused.right) }));
  // A scan does not look for others either.
  const tried = withoutSettled(
    judged,
    ({ match }) => match.form,
    ({ hit }) => hit,
  );
  const hits = bestHits(tried.flatMap(({ hit }) => (hit === undefined ? [] : [hit])));
  const kept = resolve(hits);
  const marks = new Map(
    compileSheets(detectors)
      .forms.all()
      .map((form) => [`${form.detector} ${form.form}`, form]),
  );
  // Where two forms find the same, the one that is reported stands for both.
  const shown = tried.filter(
    ({ hit }) => hit === undefined || !kept.some((other) => isSamePlace(other, hit) && other.form !== hit.form),
  );
  const attempts = shown.map(({ match, hit, fallenAt }): Attempt => {
    const { form, start, end } = match;
    const keyword = keywordOf(catalogue, unit, form, { value, start, end, verdict: 'unknown' });
    const compiled = marks.get(`${form.detector} ${form.index}`)!;
    return {
      ...traceOf(unit, match, keyword, value, hit?.confidence),
      detector: form.sheet.id,
      start: rawOffsets[start]!,
      end: rawOffsets[end]!,
      found: { mark: compiled.mark.kind, fixed: fixedTexts(compiled.mark), isProvedByFit: compiled.endsKnown },
      fate: hit === undefined ? { kind: fallenAt } : fateOf(hit, hits, kept, detectors),
    };
  });
  return attempts.filter((one) => one.fate.kind !== 'boundary' || !attempts.some((other) => getsFurther(other, one)));
}

/** Matches whatever stands beside them. */
function matchesOfForm({ shapes }: Catalogue, form: PlainForm, { bytes }: Unit, refusedLeft: Uint8Array): Match[] {
  const shape = shapes.get(form.shape)!;
  const starts = new Set(matchesOf(shape, bytes, refusedLeft).map(({ start }) => start));
  const matches = matchesOf(shape, bytes, new Uint8Array(bytes.length + 1)).flatMap(({ start, end }) =>
    (form.byGroups ? groupEnds(bytes, start, end) : [end]).map((at) => ({ form, start, end: at, mayStart: starts.has(start) })),
  );
  return form.mode === 'named' ? matches.filter(({ start, end }) => start === 0 && end === bytes.length) : matches;
}

interface Judged {
  /** Undefined where the place falls before rivals count. */
  readonly hit: ReferenceHit | undefined;
  readonly fallenAt: 'boundary' | 'check' | 'keyword';
}

/** @param refusedRight masks of the boundaries that are refused at each offset */
function judge(
  catalogue: Catalogue,
  unit: Unit,
  { form, start, end, mayStart }: Match,
  value: number,
  refusedRight: Uint8Array,
): Judged {
  if (!mayStart || refusedRight[end]! & boundaryBit(form.boundary)) return { hit: undefined, fallenAt: 'boundary' };
  const verdict = form.validator?.(unit.bytes, start, end, { start: 0, end: unit.bytes.length }) ?? 'unknown';
  if (verdict === 'invalid') return { hit: undefined, fallenAt: 'check' };
  return { hit: inContext(catalogue, unit, form, { value, start, end, verdict }) ?? undefined, fallenAt: 'keyword' };
}

function isSamePlace(a: ReferenceHit, b: ReferenceHit): boolean {
  return a.detector === b.detector && a.start === b.start && a.end === b.end;
}

function fateOf(
  hit: ReferenceHit,
  hits: readonly ReferenceHit[],
  kept: readonly ReferenceHit[],
  detectors: readonly DetectorSheet[],
): Fate {
  const winner = kept.find((other) => isSamePlace(other, hit));
  const { confidence } = hit;
  const alternatives = winner?.alternatives.map((index) => detectors[index]!.id) ?? [];
  if (winner !== undefined) return { kind: 'kept', confidence, alternatives };
  const [rival] = hits
    .filter((other) => other.start < hit.end && other.end > hit.start && compareRank(other, hit) < 0)
    .sort(compareRank);
  return { kind: 'beaten', confidence, by: rival!.id, weakness: weaknessOf(rival!, hit) };
}

/** The trace of a match, as of a hit in a segment that holds nothing but the unit. */
function traceOf(
  { bytes, names }: Unit,
  { form, start, end }: Match,
  keyword: string | undefined,
  value: number,
  confidence: Confidence = 'low',
): HitTrace {
  const length = bytes.length;
  const values = {
    count: 1,
    starts: Uint32Array.of(0),
    ends: Uint32Array.of(length),
    names: Uint32Array.of(0),
    flags: Uint8Array.of(names.length === 0 ? VALUE_IS_NAME : 0),
  };
  const segment: Segment = {
    shape: value < 0 ? 'text' : 'column',
    spanSpace: 'item',
    length,
    base: 0,
    ownStart: 0,
    ownEnd: length,
    isFirst: true,
    isLast: true,
    ...(value >= 0 && { values }),
    locate: () => ({ line: 1, column: 1, location: {} }),
  };
  const hit = {
    detector: form.detector,
    form: form.index,
    confidence,
    validated: false,
    doubt: undefined,
    keyword,
    start,
    end,
    value,
    bytes,
    at: start,
    to: end,
    unitStart: 0,
    unitEnd: length,
    alternatives: [],
  };
  return traceHit(hit, segment, form.sheet);
}

/** Texts of the literals whose bytes can each be only one, without doubles. */
function fixedTexts(mark: Mark): string[] {
  if (mark.kind === 'middle') return [mark.anchor];
  if (mark.kind !== 'literal') return [];
  return [...new Set(mark.literals.flatMap(literalText))];
}

function literalText({ bytes }: LiteralMark): string[] {
  const known = bytes.filter((choices) => choices.length > 0);
  return known.every((choices) => choices.length === 1) ? [String.fromCharCode(...known.map(([byte]) => byte!))] : [];
}

function getsFurther(other: Attempt, { detector, start, end }: Attempt): boolean {
  if (other.detector !== detector || other.start >= end || other.end <= start) return false;
  // Of several that fall alike, the first and longest stands for all.
  if (other.fate.kind === 'boundary') return other.start < start || (other.start === start && other.end > end);
  return true;
}
