/** Sheets' examples taken apart, and a plain matcher for them: RE2 anchored at one place, boundaries, validator. */
import RE2 from 're2';
import { BOUNDARY_NAMES, refusedBoundaries } from '../../src/core/boundary.js';
import type { DetectorSheet, FormSpec, MatchExample } from '../../src/detectors/define.js';

export interface ParsedExample {
  readonly text: string;
  readonly bytes: Uint8Array;
  /** Marked values as byte spans of `bytes`. */
  readonly spans: readonly (readonly [start: number, end: number])[];
}

export interface CompiledForm {
  readonly spec: FormSpec;
  readonly re: RE2;
  /** Of what stands before the value, where the form says so. */
  readonly before: RE2 | undefined;
  readonly sheet: DetectorSheet;
}

/** Text or cell of an example without its marks. */
export function parseExample(example: MatchExample): ParsedExample {
  const marked = typeof example === 'string' ? example : example.cell;
  const spans: [number, number][] = [];
  let text = '';
  for (const [i, piece] of marked.split(/[«»]/).entries()) {
    if (i % 2 === 1) spans.push([Buffer.byteLength(text), Buffer.byteLength(text + piece)]);
    text += piece;
  }
  return { text, bytes: Buffer.from(text), spans };
}

export function compileForms(sheet: DetectorSheet): readonly CompiledForm[] {
  return sheet.forms.map((form) => {
    const spec: FormSpec = typeof form === 'string' ? { pattern: form } : form;
    const before = spec.before === undefined ? undefined : new RE2(spec.before, 'y');
    return { spec, re: new RE2(spec.pattern, 'y'), before, sheet };
  });
}

/** End of the form's hit that starts at `start`, or -1. */
export function hitEnd(form: CompiledForm, bytes: Uint8Array, start: number): number {
  const end = matchEnd(form.re, bytes, start);
  if (end <= start) return -1;
  const bit = 1 << BOUNDARY_NAMES.indexOf(form.spec.boundary ?? form.sheet.boundary);
  const passesLeft = (at: number) => (refusedBoundaries('left', bytes[at - 1] ?? -1, bytes[at - 2] ?? -1) & bit) === 0;
  const { before } = form;
  if (before === undefined) {
    if (!passesLeft(start)) return -1;
  } else {
    const names = Array.from({ length: start }, (_, at) => at);
    if (!names.some((at) => passesLeft(at) && matchEnd(before, bytes, at) === start)) return -1;
  }
  if (form.spec.keywordMode === 'named' && (start > 0 || end < bytes.length)) return -1;
  if (!passesRight(form, bytes, end)) return -1;
  const validator = form.spec.validator ?? form.sheet.validator;
  return validator?.(bytes, start, end, { start: 0, end: bytes.length }) === 'invalid' ? -1 : end;
}

/** Whether the form's right boundary lets `end` pass. */
export function passesRight(form: CompiledForm, bytes: Uint8Array, end: number): boolean {
  const bit = 1 << BOUNDARY_NAMES.indexOf(form.spec.boundary ?? form.sheet.boundary);
  return (refusedBoundaries('right', bytes[end] ?? -1, bytes[end + 1] ?? -1) & bit) === 0;
}

function matchEnd(re: RE2, bytes: Uint8Array, start: number): number {
  re.lastIndex = start;
  return re.test(bytes as Buffer) ? re.lastIndex : -1;
}

/** All hits of all forms from every start. */
export function allHits(forms: readonly CompiledForm[], bytes: Uint8Array): readonly (readonly [number, number])[] {
  const hits: [number, number][] = [];
  for (let start = 0; start < bytes.length; start++) {
    for (const form of forms) {
      const end = hitEnd(form, bytes, start);
      if (end >= 0) hits.push([start, end]);
    }
  }
  return hits;
}

/** Ends of proper prefixes of `bytes[start, end)` that the form matches whole and the right boundary lets pass. */
export function prefixEnds(form: CompiledForm, bytes: Uint8Array, start: number, end: number): readonly number[] {
  const whole = new RE2(`^(?:${form.spec.pattern.replace('(?i)', '')})$`, form.spec.pattern.startsWith('(?i)') ? 'i' : '');
  const bit = 1 << BOUNDARY_NAMES.indexOf(form.spec.boundary ?? form.sheet.boundary);
  const ends: number[] = [];
  for (let to = start + 1; to < end; to++) {
    const passes = (refusedBoundaries('right', bytes[to]!, bytes[to + 1] ?? -1) & bit) === 0;
    if (passes && whole.test(Buffer.from(bytes.subarray(start, to)))) ends.push(to);
  }
  return ends;
}
