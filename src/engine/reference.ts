/**
 * The slow twin of the engine. It gives hits their meaning: every form is tried at every start with RE2, every keyword is
 * looked for everywhere, every pair of overlapping hits is compared. Tests hold the engine to it; no scan uses it.
 */
import { ALL_CONDITIONS, BOUNDARY_NAMES, type BoundaryName, isBreakLetter, refusedBoundaries } from '../core/boundary.js';
import type { CustomRule } from '../core/custom.js';
import type { Doubt } from '../core/doubt.js';
import type { Confidence } from '../core/result.js';
import type { NameList } from '../core/segment.js';
import type { Validator, Verdict } from '../core/verdict.js';
import type { DetectorSheet, FormMode, FormSpec } from '../detectors/define.js';
import { RARE, standsOnCheck } from './context.js';
import { doubtUnder, type Heading, headingOf } from './doubt.js';
import { keywordAtEnd, keywordAtPathEnd, keywordsInNames } from './names.js';
import { characterBoundary, type RegexEngine, type RegexMatch, type Sticky } from './re2.js';
import {
  type Characters,
  charactersOf,
  findKeywords,
  type KeywordPlace,
  type WordTable,
  wordTable,
} from './reference-context.js';
import { type FoldedBytes, foldBytes } from './reference-fold.js';
import { compareIds, compareRank, type ReferenceHit, resolve } from './reference-resolve.js';

export type { ReferenceHit };

/** One free text, or values without escapes, with the names of their column or path. Bytes are valid UTF-8, as they are written. */
export type ReferenceInput = { readonly text: Uint8Array } | { readonly values: readonly ReferenceValue[] };

export interface ReferenceValue {
  readonly bytes: Uint8Array;
  /** Empty where the value is a name itself. */
  readonly names: NameList;
}

export interface Reference {
  /** All hits after context, before resolution, one for each detector and span, by value, start, end and id. */
  hits(input: ReferenceInput): ReferenceHit[];
  /** The hits that are kept, in the same order. */
  scan(input: ReferenceInput): ReferenceHit[];
  /** Both. */
  examine(input: ReferenceInput): { readonly hits: ReferenceHit[]; readonly kept: ReferenceHit[] };
  /** Short values in which a form fits that can stand on its check alone, by value and detector. */
  tried(input: ReferenceInput): ReferenceTry[];
}

/** A value in which the check of a detector says `valid` at one place at least, or `invalid` at all that it says anything of. */
export interface ReferenceTry {
  readonly detector: number;
  readonly value: number;
  readonly passed: boolean;
}

/** Characters in a value up to which the whole of it, and its names, are in reach of each other. */
const SHORT_VALUE = 256;
const DEFAULT_DISTANCE = 30;
const DEFAULT_MAX_LENGTH = 1024;
const MAX_GROUPS = 8;

export function referenceScan(input: ReferenceInput, detectors: readonly DetectorSheet[], regex: RegexEngine): ReferenceHit[] {
  return createReference(detectors, regex).scan(input);
}

/** @throws ConfigError if RE2 refuses a pattern */
export function createReference(detectors: readonly DetectorSheet[], regex: RegexEngine): Reference {
  const catalogue = referenceCatalogue(detectors, regex);
  const examine: Reference['examine'] = (input) => {
    const units = unitsOf(input);
    const hits = units.flatMap((unit) => unitHits(catalogue, unit, unit.value));
    return { hits: inWritten(units, hits), kept: inWritten(units, resolve(hits)) };
  };
  const tried: Reference['tried'] = (input) =>
    'text' in input ? [] : unitsOf(input).flatMap((unit) => unitTries(catalogue, unit, unit.value));
  return { hits: (input) => examine(input).hits, scan: (input) => examine(input).kept, examine, tried };
}

interface FoldedUnit extends FoldedBytes {
  readonly names: NameList;
  /** Index of the value, or -1 for a text. */
  readonly value: number;
}

function unitsOf(input: ReferenceInput): FoldedUnit[] {
  if ('text' in input) return [{ ...foldBytes(input.text), names: [], value: -1 }];
  return input.values.map(({ bytes, names }, value) => ({ ...foldBytes(bytes), names, value }));
}

/** Hits with the spans that they have in the units as they are written. */
function inWritten(units: readonly FoldedUnit[], hits: readonly ReferenceHit[]): ReferenceHit[] {
  return hits.map((hit) => {
    const { rawOffsets } = units[Math.max(0, hit.value)]!;
    return { ...hit, start: rawOffsets[hit.start]!, end: rawOffsets[hit.end]! };
  });
}

/** @throws ConfigError if RE2 refuses a pattern */
export function referenceCatalogue(detectors: readonly DetectorSheet[], regex: RegexEngine): Catalogue {
  const forms = detectors.flatMap((sheet, detector) => sheet.forms.map((form, index) => plainForm(sheet, detector, form, index)));
  const shapes = new Map<string, Shape>();
  for (const form of forms) {
    if (!shapes.has(form.shape))
      shapes.set(form.shape, {
        ...form,
        sticky: regex.compile(form.pattern),
        beforeSticky: form.before === undefined ? undefined : regex.compile(form.before),
      });
  }
  const words = wordTable(detectors.flatMap(({ keywords, custom }) => [...keywords.words, ...(custom?.keywords ?? [])]));
  return { forms, shapes, words, inNames: new WeakMap() };
}

/** What a reference is made of. */
export interface Catalogue {
  readonly forms: readonly PlainForm[];
  readonly shapes: ReadonlyMap<string, Shape>;
  readonly words: WordTable;
  /** Keyword of each sheet in a list of names. */
  readonly inNames: WeakMap<NameList, Map<DetectorSheet, string | undefined>>;
}

/** A form with everything that it takes from its sheet. */
export interface PlainForm {
  readonly sheet: DetectorSheet;
  readonly detector: number;
  readonly index: number;
  readonly pattern: string;
  readonly before: string | undefined;
  readonly boundary: BoundaryName;
  readonly mode: FormMode;
  readonly falseAccept: number;
  /** Bytes of the window for a pattern that repeats without end, else Infinity. */
  readonly window: number;
  readonly byGroups: boolean;
  readonly selfEvident: boolean;
  readonly validator: Validator | undefined;
  /** Without a keyword, only its check can speak for it. */
  readonly standsOnCheck: boolean;
  readonly doubt: FormSpec['doubt'];
  /** The value is the whole unit, and the names' keyword is one of these. */
  readonly whole: readonly string[] | undefined;
  /** Forms with the same key match the same spans. */
  readonly shape: string;
}

interface Shape extends Pick<PlainForm, 'boundary' | 'window' | 'whole'> {
  readonly sticky: Sticky;
  readonly beforeSticky: Sticky | undefined;
}

function plainForm(sheet: DetectorSheet, detector: number, form: string | FormSpec, index: number): PlainForm {
  const spec: FormSpec = typeof form === 'string' ? { pattern: form } : form;
  const boundary = spec.boundary ?? sheet.boundary;
  const isOpen = repeatsWithoutEnd(spec.pattern) || sheet.custom !== undefined;
  const window = isOpen ? (spec.maxLength ?? DEFAULT_MAX_LENGTH) : Number.POSITIVE_INFINITY;
  const mode = spec.keywordMode ?? sheet.keywords.mode;
  const falseAccept = spec.falseAccept ?? sheet.falseAccept;
  const selfEvident = spec.selfEvident === true;
  const validator = spec.validator ?? sheet.validator;
  return {
    sheet,
    detector,
    index,
    pattern: spec.pattern,
    before: spec.before,
    boundary,
    mode,
    falseAccept,
    window,
    byGroups: spec.ends === 'groups',
    selfEvident,
    validator,
    standsOnCheck: standsOnCheck({ ...spec, mode, falseAccept, validator }),
    doubt: spec.doubt,
    whole: spec.whole,
    shape: `${boundary} ${window} ${spec.whole === undefined ? 'any' : 'whole'} ${spec.before ?? ''}\n${spec.pattern}`,
  };
}

/** Whether a pattern holds `+`, `*` or `{n,}` outside of classes and escapes. */
function repeatsWithoutEnd(pattern: string): boolean {
  const bare = pattern.replace(/\\[\s\S]/g, 'a').replace(/\[\^?\]?[^\]]*\]/g, 'a');
  return /[+*]|\{\d+,\}/.test(bare);
}

/** The unit of matching: boundaries, matches and keyword distance never cross its ends. */
export interface Unit {
  readonly bytes: Uint8Array;
  readonly names: NameList;
  readonly characters: Characters;
  readonly places: ReadonlyMap<string, readonly KeywordPlace[]>;
  /** Whether the whole unit and its names are in reach. */
  readonly isShort: boolean;
}

/** @param value index of the value, or -1 for a text */
export function unitOf({ words }: Catalogue, { bytes, names }: ReferenceValue, value: number): Unit {
  const characters = charactersOf(bytes);
  const isShort = value >= 0 && characters.codePoints.length <= SHORT_VALUE;
  return { bytes, names, characters, isShort, places: findKeywords(characters, words) };
}

function unitHits(catalogue: Catalogue, given: ReferenceValue, value: number): ReferenceHit[] {
  const unit = unitOf(catalogue, given, value);
  const hits: ReferenceHit[] = [];
  for (const { form, start, ends } of triedFits(catalogue, unit, value)) {
    const judged = ends.find(({ verdict }) => verdict !== 'invalid');
    const hit = judged && inContext(catalogue, unit, form, { value, start, ...judged });
    if (hit) hits.push(hit);
  }
  return bestHits(hits);
}

/** All fits but those of a detector that has the whole value by another form. */
function triedFits(catalogue: Catalogue, unit: Unit, value: number): Fit[] {
  const found = [...fits(catalogue, unit.bytes)];
  const hitOf = ({ form, start, ends: [longest] }: Fit) =>
    longest && inContext(catalogue, unit, form, { value, start, ...longest });
  return withoutSettled(found, ({ form }) => form, hitOf);
}

/**
 * Leaves out what a detector's other forms find where one that is the whole of the value, the first of the sheet, has it for sure.
 * @param hitOf asked for forms of whole values only
 */
export function withoutSettled<T>(
  found: readonly T[],
  formOf: (one: T) => PlainForm,
  hitOf: (one: T) => ReferenceHit | null | undefined,
): T[] {
  const settled = new Map<number, PlainForm>();
  for (const one of found) {
    const form = formOf(one);
    if (form.whole === undefined || settled.has(form.detector)) continue;
    const hit = hitOf(one);
    if (hit?.verdict === 'valid' && hit.confidence === 'high') settled.set(form.detector, form);
  }
  return found.filter((one) => (settled.get(formOf(one).detector) ?? formOf(one)) === formOf(one));
}

/** The strongest hit of each detector and span, by start, end and id. */
export function bestHits(hits: readonly ReferenceHit[]): ReferenceHit[] {
  const best = new Map<string, ReferenceHit>();
  for (const hit of hits) {
    const key = `${hit.detector} ${hit.start} ${hit.end}`;
    const other = best.get(key);
    if (other === undefined || compareRank(hit, other) < 0) best.set(key, hit);
  }
  return [...best.values()].sort((a, b) => a.start - b.start || a.end - b.end || compareIds(a, b));
}

/** The ends that are looked at are those up to the first that is not refuted. */
function unitTries(catalogue: Catalogue, given: ReferenceValue, value: number): ReferenceTry[] {
  const unit = unitOf(catalogue, given, value);
  if (!unit.isShort) return [];
  const passed = new Map<number, boolean>();
  for (const { form, ends } of triedFits(catalogue, unit, value)) {
    if (!form.standsOnCheck) continue;
    const last = ends.findIndex(({ verdict }) => verdict !== 'invalid');
    for (const { verdict } of last < 0 ? ends : ends.slice(0, last + 1)) {
      if (verdict === 'unknown') continue;
      passed.set(form.detector, verdict === 'valid' || passed.get(form.detector) === true);
    }
  }
  return [...passed].sort(([a], [b]) => a - b).map(([detector, isPassed]) => ({ detector, value, passed: isPassed }));
}

/** A form that fits at a place: the ends that its right boundary allows, the longest first, with what the check says. */
interface Fit {
  readonly form: PlainForm;
  readonly start: number;
  readonly ends: readonly { readonly end: number; readonly verdict: Verdict }[];
}

function* fits(catalogue: Catalogue, bytes: Uint8Array): Iterable<Fit> {
  const whole = { start: 0, end: bytes.length };
  const refused = { left: refusals(bytes, 'left'), right: refusals(bytes, 'right') };
  const matches = new Map<string, RegexMatch[]>();
  for (const [key, shape] of catalogue.shapes) matches.set(key, matchesOf(shape, bytes, refused.left));
  for (const form of catalogue.forms) {
    const bit = boundaryBit(form.boundary);
    for (const { start, end } of matches.get(form.shape)!) {
      const ends = (form.byGroups ? groupEnds(bytes, start, end) : [end])
        .filter((at) => !(refused.right[at]! & bit))
        .filter((at) => form.mode !== 'named' || (start === 0 && at === bytes.length))
        .map((at) => ({ end: at, verdict: form.validator?.(bytes, start, at, whole) ?? ('unknown' as const) }));
      yield { form, start, ends };
    }
  }
}

/** Answers of `refusedBoundaries` by side, nearest and second byte, since one pair of bytes is asked for many times. */
const known = { left: new Int16Array(257 * 257).fill(-1), right: new Int16Array(257 * 257).fill(-1) };

/** Masks of the boundaries that are refused at each offset, one more than there are bytes. */
export function refusals(bytes: Uint8Array, side: 'left' | 'right'): Uint8Array {
  const step = side === 'left' ? -1 : 1;
  const masks = new Uint8Array(bytes.length + 1);
  for (let at = 0; at <= bytes.length; at++) {
    const next = side === 'left' ? at - 1 : at;
    const near = bytes[next] ?? -1;
    const far = bytes[next + step] ?? -1;
    const pair = (near + 1) * 257 + far + 1;
    if (known[side][pair]! < 0) known[side][pair] = refusedBoundaries(side, near, far);
    const isLetter = side === 'left' && isBreakLetter(bytes[at] ?? -1, near);
    masks[at] = isLetter ? ALL_CONDITIONS : known[side][pair]!;
  }
  return masks;
}

export function boundaryBit(boundary: BoundaryName): number {
  return 1 << BOUNDARY_NAMES.indexOf(boundary);
}

/** The match from each start that the left boundary allows. A search finds the next start, since none between can match. */
export function matchesOf(shape: Shape, bytes: Uint8Array, refusedLeft: Uint8Array): RegexMatch[] {
  const bit = boundaryBit(shape.boundary);
  if (shape.whole !== undefined) {
    const end = shape.sticky.matchAt(bytes, 0, bytes.length);
    return end > 0 && end === bytes.length ? [{ start: 0, end }] : [];
  }
  const matches: RegexMatch[] = [];
  for (let from = 0; from < bytes.length; ) {
    while (from < bytes.length && refusedLeft[from]! & bit) from++;
    const marked = (shape.beforeSticky ?? shape.sticky).nextStart(bytes, from, bytes.length);
    if (marked < 0) break;
    from = marked + 1;
    if (refusedLeft[marked]! & bit) continue;
    const start = shape.beforeSticky ? shape.beforeSticky.matchAt(bytes, marked, bytes.length) : marked;
    const end = endInWindow(shape, bytes, start);
    if (end > start) matches.push({ start, end });
  }
  return matches;
}

/** A match that reaches the end of its window may be cut: it is none, unless the unit ends there. */
function endInWindow({ sticky, window }: Shape, bytes: Uint8Array, start: number): number {
  if (start + window >= bytes.length) return sticky.matchAt(bytes, start, bytes.length);
  const limit = characterBoundary(bytes, start + window);
  const end = sticky.matchAt(bytes, start, limit);
  return end === limit ? -1 : end;
}

/** Ends of the first digit groups of a run, the longest value first. */
export function groupEnds(bytes: Uint8Array, start: number, end: number): number[] {
  const isDigit = (at: number) => bytes[at]! >= 0x30 && bytes[at]! <= 0x39;
  const ends: number[] = [];
  for (let at = start + 1; at <= end && ends.length < MAX_GROUPS; at++) {
    if (isDigit(at - 1) && (at === end || !isDigit(at))) ends.push(at);
  }
  return ends.reverse();
}

export type Judged = Pick<ReferenceHit, 'value' | 'start' | 'end' | 'verdict'>;

/** The hit with its keyword and confidence, or null where its keyword mode does not allow it. */
export function inContext(catalogue: Catalogue, unit: Unit, form: PlainForm, judged: Judged): ReferenceHit | null {
  if (form.sheet.custom !== undefined && !isInCustomContext(unit, form.sheet.custom, judged)) return null;
  const keyword = form.mode === 'named' ? keywordOfLeaf(unit, form) : keywordOf(catalogue, unit, form, judged);
  if (form.whole !== undefined && !form.whole.includes(keyword ?? '')) return null;
  if ((form.mode === 'required' || form.mode === 'named') && keyword === undefined) return null;
  if (form.mode === 'absent' && keyword !== undefined) return null;
  const { reserved, reservedCountsInFields } = form.sheet;
  const isReserved =
    reserved?.(unit.bytes, judged.start, judged.end, { start: 0, end: unit.bytes.length }) === true &&
    !(reservedCountsInFields === true && isAllOfField(catalogue, unit, form.sheet, judged));
  const isValid = judged.verdict === 'valid';
  return {
    ...judged,
    doubt: unit.isShort ? doubtOf(catalogue, unit, form, judged, isValid && keyword === undefined && !isReserved) : undefined,
    detector: form.detector,
    id: form.sheet.id,
    form: form.index,
    validated: isValid,
    confidence: isReserved ? 'low' : confidenceOf(form, judged.verdict, keyword !== undefined || form.before !== undefined),
    keyword,
    falseAccept: form.falseAccept,
    generic: form.sheet.generic === true,
    alternatives: [],
  };
}

/** @param isOnlyChecked whether the check alone speaks for it, if it can */
function doubtOf(
  catalogue: Catalogue,
  unit: Unit,
  form: PlainForm,
  { start, end }: Judged,
  isOnlyChecked: boolean,
): Doubt | undefined {
  if (form.doubt === undefined) return form.standsOnCheck && isOnlyChecked ? 'check' : undefined;
  return doubtUnder(form.doubt, headingIn(catalogue, unit, form.sheet), start === 0 && end === unit.bytes.length);
}

/** What the names say of the values: by the forms for which they speak. */
function headingIn(catalogue: Catalogue, unit: Unit, sheet: DetectorSheet): Heading {
  const ofSheet = catalogue.forms.filter((form) => form.sheet === sheet && form.whole !== undefined);
  const spoken = ofSheet.filter((form) => {
    const keyword = form.mode === 'named' ? keywordOfLeaf(unit, form) : keywordInNames(catalogue, unit, sheet);
    return keyword !== undefined && form.whole!.includes(keyword);
  });
  return headingOf(spoken.map(({ doubt }) => doubt));
}

function isAllOfField(catalogue: Catalogue, unit: Unit, sheet: DetectorSheet, { start, end }: Judged): boolean {
  return unit.isShort && start === 0 && end === unit.bytes.length && keywordInNames(catalogue, unit, sheet) !== undefined;
}

/** A user's rule has its own; a form that is the whole value asks the names alone, where they are in reach. */
export function keywordOf(
  catalogue: Catalogue,
  unit: Unit,
  form: Pick<PlainForm, 'sheet' | 'whole'>,
  judged: Judged,
): string | undefined {
  if (form.sheet.custom !== undefined) return customKeyword(unit, form.sheet.custom, judged);
  const inNames = unit.isShort ? keywordInNames(catalogue, unit, form.sheet) : undefined;
  return form.whole === undefined ? (nearestKeyword(unit, form.sheet, judged) ?? inNames) : inNames;
}

function confidenceOf(form: PlainForm, verdict: Verdict, hasKeyword: boolean): Confidence {
  if (form.selfEvident) return 'high';
  if (form.doubt === 'likeness' || form.doubt === 'companion') return 'low';
  if (verdict === 'valid' && hasKeyword) return 'high';
  if (verdict === 'valid' || hasKeyword) return 'medium';
  return form.falseAccept <= RARE ? 'medium' : 'low';
}

/** The keyword with which the names of a short value end; of a form that asks for a companion, one of its own words at the end of the last one. */
function keywordOfLeaf({ isShort, names }: Unit, { sheet, doubt, whole }: PlainForm): string | undefined {
  if (!isShort || names.length === 0) return undefined;
  if (doubt === 'companion') return whole![keywordAtEnd(names.at(-1)!, whole!) ?? -1];
  return sheet.keywords.words[keywordAtPathEnd(names, sheet.keywords.words) ?? -1];
}

/** The keyword before or after the value with the fewest characters between; then the earlier, then the longer one. */
function nearestKeyword(unit: Unit, sheet: DetectorSheet, { start, end }: Judged): string | undefined {
  const first = unit.characters.before[start]!;
  const last = unit.characters.before[end]!;
  const reach = unit.isShort ? Number.POSITIVE_INFINITY : (sheet.keywords.distance ?? DEFAULT_DISTANCE);
  let nearest: (KeywordPlace & { distance: number }) | undefined;
  for (const word of sheet.keywords.words) {
    for (const place of unit.places.get(word) ?? []) {
      const distance = place.end <= first ? first - place.end : place.start - last;
      if (distance < 0 || distance > reach) continue;
      const order =
        nearest === undefined
          ? -1
          : distance - nearest.distance || place.start - nearest.start || nearest.end - nearest.start - (place.end - place.start);
      if (order < 0) nearest = { ...place, distance };
    }
  }
  return nearest?.word;
}

/** A user's identifier: no word to ignore in the value, and a keyword in front, near enough to its end, or in a name. */
function isInCustomContext(unit: Unit, custom: CustomRule, judged: Judged): boolean {
  const value = new TextDecoder().decode(unit.bytes.subarray(judged.start, judged.end));
  if (custom.ignoreWords.some((word) => value.includes(word))) return false;
  return custom.keywords.length === 0 || customKeyword(unit, custom, judged) !== undefined;
}

function customKeyword(unit: Unit, { keywords, distance }: CustomRule, { start, end }: Judged): string | undefined {
  const first = unit.characters.before[start]!;
  const last = unit.characters.before[end]!;
  const before = keywords
    .flatMap((word) => unit.places.get(word) ?? [])
    .filter((place) => place.end <= first && last - place.end <= distance)
    .sort((a, b) => b.end - a.end || keywords.indexOf(a.word) - keywords.indexOf(b.word));
  if (before.length > 0) return before[0]!.word;
  return unit.isShort ? keywords[keywordsInNames(unit.names, keywords)[0] ?? -1] : undefined;
}

function keywordInNames(catalogue: Catalogue, unit: Unit, sheet: DetectorSheet): string | undefined {
  if (unit.names.length === 0) return undefined;
  const known = catalogue.inNames.get(unit.names) ?? new Map<DetectorSheet, string | undefined>();
  catalogue.inNames.set(unit.names, known);
  if (!known.has(sheet)) known.set(sheet, sheet.keywords.words[keywordsInNames(unit.names, sheet.keywords.words)[0] ?? -1]);
  return known.get(sheet);
}
