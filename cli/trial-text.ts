/** A trial as text: for one detector all steps, for many one line a place. */
import { type Attempt, plural, safeText, type Trial, type TriedPlace } from '../src/index.js';
import { BOUNDARIES, beside, checkText, confidenceText, contextText, WEAKNESSES } from './explanation-text.js';

const MARKS = {
  shape: 'found by its shape: digits, or letters with digits',
  literal: 'found by fixed characters',
  middle: 'found by what stands before and behind',
  listed: 'found by lists of names and places',
  named: 'the whole of a cell or field, found by its name',
  search: 'no mark: RE2 searches all of the text',
} as const satisfies Record<Attempt['found']['mark'], string>;

/** All places of one detector, step by step up to the one that decides. */
export function stepsText(id: string, { places, detectors, minConfidence }: Trial): string {
  const own = places.filter(({ detector }) => detector === id);
  const reported = own.filter(({ isReported }) => isReported).length;
  const head = own.length === 0 ? nowhereText(id) : `${id}: ${plural(own.length, 'place')}, ${reported} reported\n`;
  const of = detectors.length === 1 ? 'alone' : `beside ${plural(detectors.length - 1, 'other detector')}`;
  return `${head}${own.map((place) => `\n${placeText(place, minConfidence, of)}`).join('')}`;
}

function nowhereText(id: string): string {
  return `${id}: none of its forms matches anywhere in the text\n`;
}

function placeText(place: TriedPlace, minConfidence: string, of: string): string {
  const { form, found, fate } = place;
  const fixed = found.fixed.length === 0 ? '' : `: ${found.fixed.map((text) => JSON.stringify(safeText(text))).join(', ')}`;
  const steps: readonly (readonly [label: string, text: string | readonly string[]])[] = [
    ['candidate', `${MARKS[found.mark]}${fixed}`],
    ['fit', found.isProvedByFit ? 'the tables prove the form; RE2 is not asked' : 'the tables let it pass; RE2 decides'],
    ['gate', gateText(place)],
    ['pattern', `${form.of === 1 ? '' : `${form.number} of ${form.of}: `}${form.pattern}`],
    ['boundary', `${BOUNDARIES[form.boundary]}: ${beside(place)}`],
    ['check', checkText(place)],
    ['context', contextText(place)],
    ['confidence', fate.kind === 'kept' || fate.kind === 'beaten' ? `${fate.confidence}: ${confidenceText(place)}` : []],
    ['resolution', resolutionText(place, of)],
  ];
  const last = { boundary: 'boundary', check: 'check', keyword: 'context', beaten: 'resolution', kept: 'resolution' }[fate.kind];
  const taken = steps.slice(0, steps.findIndex(([label]) => label === last) + 1);
  const lines = taken.flatMap(([label, text]) => [text].flat().map((one, i) => `  ${(i === 0 ? label : '').padEnd(13)}${one}\n`));
  return `${whereText(place)}\n${lines.join('')}  ${'→'.padEnd(13)}${outcomeText(place, minConfidence)}\n`;
}

/** What a scan asks before it looks any closer. */
function gateText({ form, keyword }: TriedPlace): string {
  if (form.keywordMode !== 'required') return 'open: the form needs no keyword to be looked at';
  return keyword === undefined ? 'closed: no keyword is in reach, so a scan looks no closer' : 'open: a keyword is in reach';
}

function whereText({ offset, length, preview, value }: TriedPlace): string {
  return `characters ${offset + 1} to ${offset + length}: ${safeText(value ?? preview)}`;
}

function resolutionText({ fate }: Attempt, of: string): string {
  if (fate.kind === 'beaten') return `${fate.by} overlaps it and wins; this one has ${WEAKNESSES[fate.weakness]}`;
  if (fate.kind === 'kept' && fate.alternatives.length > 0) return `kept; as good: ${fate.alternatives.join(', ')}`;
  return `kept: nothing that overlaps is better, tried ${of}`;
}

function outcomeText({ fate, isReported, form, check }: TriedPlace, minConfidence: string): string {
  switch (fate.kind) {
    case 'boundary':
      return 'not found: part of something longer';
    case 'check':
      return `not found: ${check!.name || 'the check'} refuses it`;
    case 'keyword':
      return form.keywordMode === 'absent' ? 'not found: a keyword is in reach' : 'not found: no keyword in reach';
    case 'beaten':
      return `not reported: ${fate.by} is, in its place`;
    case 'kept':
      return isReported
        ? `reported, confidence ${fate.confidence}`
        : `not reported: confidence ${fate.confidence} is below ${minConfidence}`;
  }
}

/** What became of all places of all detectors: what is reported first, then by place. */
export function overviewText({ places, detectors, minConfidence }: Trial): string {
  const tried = plural(detectors.length, 'detector');
  if (places.length === 0) return `No form of ${tried} matches anywhere in the text.\n`;
  const sorted = places.toSorted(
    (a, b) =>
      Number(b.isReported) - Number(a.isReported) || a.start - b.start || b.end - a.end || compare(a.detector, b.detector),
  );
  const rows = [
    ...new Map(sorted.map((place) => [`${place.detector} ${place.start} ${place.end} ${place.fate.kind}`, place])).values(),
  ];
  const idWidth = Math.max(...rows.map(({ detector }) => detector.length));
  const spanWidth = Math.max(...rows.map((row) => spanText(row).length));
  const lines = rows.map(
    (row) => `  ${spanText(row).padStart(spanWidth)}  ${row.detector.padEnd(idWidth)}  ${outcomeText(row, minConfidence)}\n`,
  );
  const reported = rows.filter(({ isReported }) => isReported).length;
  return `${plural(reported, 'value')} reported; ${tried} tried, by characters:\n\n${lines.join('')}`;
}

function spanText({ offset, length }: TriedPlace): string {
  return `${offset + 1}-${offset + length}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
