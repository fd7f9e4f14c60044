/** Tries detectors on one text or cell: every place at which a form matches, and the step at which it falls or that it is kept. */
import { characterCount, fixedLiterals, previewOf } from '../core/mask.js';
import type { Confidence } from '../core/result.js';
import type { DetectorSheet } from '../detectors/define.js';
import { type Attempt, attemptsIn } from '../engine/attempts.js';
import { loadRegex } from '../engine/re2.js';
import { atLeast } from './aggregate.js';
import { sheetsOf, type WorkerSettings } from './settings.js';

/** What is tried: a free text, or a cell below a column name (the value of a field, below the names of its path). */
export interface Specimen {
  readonly text: string;
  readonly names?: readonly string[];
}

/** One place, with what a report would show of it. */
export interface TriedPlace extends Attempt {
  readonly preview: string;
  /** The value itself; only where it was asked for. */
  readonly value?: string;
  /** Characters of the text in front of the place, and of the place. */
  readonly offset: number;
  readonly length: number;
  /** Whether a scan with these options would report it. */
  readonly isReported: boolean;
}

export interface Trial {
  /** The detectors that ran. */
  readonly detectors: readonly DetectorSheet[];
  /** By detector in catalogue order, then by start. Spans are bytes of the text in UTF-8. */
  readonly places: readonly TriedPlace[];
  /** The least confidence that is reported. */
  readonly minConfidence: Confidence;
}

/** @throws ConfigError if a pattern cannot be used */
export function tryOn({ text, names }: Specimen, settings: WorkerSettings): Trial {
  const detectors = sheetsOf(settings);
  const { minConfidence, preview: mode, reveal } = settings;
  const bytes = new TextEncoder().encode(text);
  const given = names === undefined ? { text: bytes } : { bytes, names };
  const places = attemptsIn(given, detectors, loadRegex(settings.regex)).map((attempt): TriedPlace => {
    const { detector, start, end, fate, form } = attempt;
    const opaque = detectors.find(({ id }) => id === detector)!.space === 'token';
    return {
      ...attempt,
      preview: previewOf(bytes, start, end, { literals: fixedLiterals(form.pattern), mode, opaque }),
      ...(reveal && { value: new TextDecoder().decode(bytes.subarray(start, end)) }),
      offset: characterCount(bytes, 0, start),
      length: characterCount(bytes, start, end),
      isReported: fate.kind === 'kept' && atLeast(fate.confidence, minConfidence),
    };
  });
  return { detectors, places, minConfidence };
}
