/** A form as the hot path reads it: with its shape, and with all that its sheet lends it but what has to be run. */
import type { CustomRule } from '../core/custom.js';
import type { ReservedCheck, Validator } from '../core/verdict.js';
import type { DetectorSheet, FormMode, FormSpec } from '../detectors/define.js';
import { standsOnCheck } from './context.js';
import { boundaryBit, type Shape } from './shapes.js';

/** Characters between the nearest edges of keyword and value where the sheet does not say. Source: Macie, keyword requirements. */
export const DEFAULT_DISTANCE = 30;

/** What a form declares or its sheet lends it, as plain values. */
export interface FormTraits {
  /** Index of its detector, and of the form in its sheet. */
  readonly detector: number;
  readonly form: number;
  readonly mode: FormMode;
  readonly generic: boolean;
  readonly falseAccept: number;
  readonly selfEvident: boolean;
  /** Without a keyword, all that speaks for a match is that it passes its check. */
  readonly standsOnCheck: boolean;
  /** What the column has to confirm, beside that. */
  readonly doubt: FormSpec['doubt'];
  /** Whether it has a validator, and a check of what is reserved (`checksOf`). */
  readonly hasValidator: boolean;
  readonly hasReserved: boolean;
  readonly reservedCountsInFields: boolean;
  /** Characters in which a keyword is in reach. */
  readonly distance: number;
  /** The value is all of a short cell or field, and only the keywords count that the form names (whole-forms.ts). */
  readonly isWhole: boolean;
}

/** What is run for a match. */
export interface FormChecks {
  readonly validator: Validator | undefined;
  readonly reserved: ReservedCheck | undefined;
}

export interface CompiledForm extends Shape, FormTraits {
  /** Index of its shape. */
  readonly shape: number;
  /** Bit of the boundary in a mask of refused boundaries. */
  readonly boundaryBit: number;
  readonly custom: CustomRule | undefined;
  /** Those of its sheet, once they were asked for: a sheet may be made only then (../detectors/lazy-sheets.ts). */
  checks: FormChecks | undefined;
}

/** @param index of the shape */
export function compiledForm(ofShape: Shape, traits: FormTraits, index: number, custom?: CustomRule): CompiledForm {
  const { pattern, before, boundary, groupEnds, longest, unbounded, endsKnown, mark, free } = ofShape;
  const { detector, form, mode, generic, falseAccept, selfEvident, doubt, hasValidator, hasReserved } = traits;
  // Written out, not spread: forms are read for every candidate, and copies of their shapes would each have a layout of their own.
  return {
    pattern,
    before,
    boundary,
    groupEnds,
    longest,
    unbounded,
    endsKnown,
    mark,
    free,
    shape: index,
    detector,
    form,
    boundaryBit: boundaryBit(boundary),
    mode,
    generic,
    falseAccept,
    selfEvident,
    standsOnCheck: traits.standsOnCheck,
    doubt,
    hasValidator,
    hasReserved,
    reservedCountsInFields: traits.reservedCountsInFields,
    distance: traits.distance,
    isWhole: traits.isWhole,
    custom,
    checks: undefined,
  };
}

/** @param place index of the detector, and of the form in its sheet */
export function traitsOfForm(sheet: DetectorSheet, spec: FormSpec, place: Pick<FormTraits, 'detector' | 'form'>): FormTraits {
  const mode = spec.keywordMode ?? sheet.keywords.mode;
  const falseAccept = spec.falseAccept ?? sheet.falseAccept;
  const validator = spec.validator ?? sheet.validator;
  const selfEvident = spec.selfEvident ?? false;
  return {
    detector: place.detector,
    form: place.form,
    mode,
    generic: sheet.generic ?? false,
    falseAccept,
    selfEvident,
    standsOnCheck: standsOnCheck({ mode, falseAccept, validator, before: spec.before, starts: spec.starts, selfEvident }),
    doubt: spec.doubt,
    hasValidator: validator !== undefined,
    hasReserved: sheet.reserved !== undefined,
    reservedCountsInFields: sheet.reservedCountsInFields ?? false,
    distance: sheet.keywords.distance ?? DEFAULT_DISTANCE,
    isWhole: 'whole' in spec,
  };
}

/** What is run for matches of a form; asked of its sheet once. */
export function checksOf(form: CompiledForm, detectors: readonly DetectorSheet[]): FormChecks {
  if (form.checks !== undefined) return form.checks;
  const sheet = detectors[form.detector]!;
  const spec = sheet.forms[form.form]!;
  const validator = (typeof spec === 'string' ? undefined : spec.validator) ?? sheet.validator;
  form.checks = { validator, reserved: sheet.reserved };
  return form.checks;
}
