/**
 * The catalogue's forms and their shapes as columns of numbers and one text: what a start needs of a form without its sheet. A form
 * is put together when it is asked for; what has to be run for it is asked of its sheet (form.ts).
 */
import { BOUNDARY_NAMES } from '../core/boundary.js';
import { DOUBTS } from '../core/doubt.js';
import type { FormMode } from '../detectors/define.js';
import { type CompiledForm, compiledForm } from './form.js';
import type { Mark } from './marks.js';
import { shorts } from './number-lists.js';
import type { Shape } from './shapes.js';

export type FormColumns = {
  /** By shape. */
  readonly shapeLongest: Uint32Array;
  /** Bits of `ShapeBit`, behind them the boundary and the kind of mark. */
  readonly shapeTraits: Uint16Array;
  /** Where in the text begin what stands before a value and its pattern; at last, the end of all. */
  readonly shapeTexts: Uint32Array;
  /** UTF-8. */
  readonly text: Uint8Array;
  /** By form. */
  readonly formShape: Uint16Array;
  readonly formDetector: Uint16Array;
  /** Place in its sheet. */
  readonly formPlace: Uint16Array;
  /** Bits of `FormBit`, behind them the mode and the doubt. */
  readonly formTraits: Uint16Array;
  readonly formFalseAccept: Float64Array;
  readonly formDistance: Uint32Array;
};

/** Gives the mark of a shape that says more than its kind. */
export type ReadMark = (shape: number, kind: RichKind) => Mark;
type RichKind = 'literal' | 'middle' | 'listed';

const ShapeBit = { unbounded: 1, endsKnown: 2, free: 4, groupEnds: 8, hasBefore: 16 } as const;
const BOUNDARY_SHIFT = 5;
const MARK_SHIFT = 10;
const MARKS = ['shape', 'literal', 'middle', 'listed', 'named', 'search'] as const satisfies readonly Mark['kind'][];

const FormBit = {
  generic: 1,
  selfEvident: 2,
  standsOnCheck: 4,
  hasValidator: 8,
  hasReserved: 16,
  reservedCountsInFields: 32,
  isWhole: 64,
} as const;
type FormFlag = keyof typeof FormBit;
const FORM_FLAGS = Object.keys(FormBit) as FormFlag[];
const MODE_SHIFT = 7;
const MODES = ['required', 'none', 'absent', 'named'] as const satisfies readonly FormMode[];
/** The doubt's place in `DOUBTS` from 1; 0 for none. */
const DOUBT_SHIFT = 9;

export function storeForms(shapes: readonly Shape[], forms: readonly CompiledForm[]): FormColumns {
  const texts = shapes.flatMap(({ before, pattern }) => [Buffer.from(before ?? ''), Buffer.from(pattern)]);
  const shapeTexts = new Uint32Array(texts.length + 1);
  texts.forEach((text, i) => {
    shapeTexts[i + 1] = shapeTexts[i]! + text.length;
  });
  return {
    shapeLongest: Uint32Array.from(shapes, ({ longest }) => longest),
    shapeTraits: shorts(shapes.map(traitsOfShape)),
    shapeTexts,
    text: Buffer.concat(texts),
    formShape: shorts(forms.map(({ shape }) => shape)),
    formDetector: shorts(forms.map(({ detector }) => detector)),
    formPlace: shorts(forms.map(({ form }) => form)),
    formTraits: shorts(forms.map(traitsOfForm)),
    formFalseAccept: Float64Array.from(forms, ({ falseAccept }) => falseAccept),
    formDistance: Uint32Array.from(forms, ({ distance }) => distance),
  };
}

function traitsOfShape({ unbounded, endsKnown, free, groupEnds, before, boundary, mark }: Shape): number {
  const flags = { unbounded, endsKnown, free, groupEnds, hasBefore: before !== undefined };
  const bits = (Object.keys(ShapeBit) as (keyof typeof ShapeBit)[]).reduce(
    (sum, name) => sum | (flags[name] ? ShapeBit[name] : 0),
    0,
  );
  return bits | (BOUNDARY_NAMES.indexOf(boundary) << BOUNDARY_SHIFT) | (MARKS.indexOf(mark.kind) << MARK_SHIFT);
}

function traitsOfForm(form: CompiledForm): number {
  const bits = FORM_FLAGS.reduce((sum, name) => sum | (form[name] ? FormBit[name] : 0), 0);
  const doubt = form.doubt === undefined ? 0 : DOUBTS.indexOf(form.doubt) + 1;
  return bits | (MODES.indexOf(form.mode) << MODE_SHIFT) | (doubt << DOUBT_SHIFT);
}

const PLAIN_MARKS = { shape: { kind: 'shape' }, named: { kind: 'named' }, search: { kind: 'search' } } as const;

function isRich(kind: Mark['kind']): kind is RichKind {
  return kind === 'literal' || kind === 'middle' || kind === 'listed';
}

export class StoredForms {
  readonly count: number;
  readonly shapeCount: number;
  private readonly columns: FormColumns;
  private readonly text: Buffer;
  private readonly readMark: ReadMark;

  constructor(columns: FormColumns, readMark: ReadMark) {
    this.columns = columns;
    this.count = columns.formShape.length;
    this.shapeCount = columns.shapeLongest.length;
    this.text = Buffer.from(columns.text.buffer, columns.text.byteOffset, columns.text.length);
    this.readMark = readMark;
  }

  shape(index: number): Shape {
    const { shapeLongest, shapeTraits, shapeTexts } = this.columns;
    const traits = shapeTraits[index]!;
    const has = (bit: number): boolean => (traits & bit) !== 0;
    const kind = MARKS[traits >> MARK_SHIFT]!;
    const patternAt = shapeTexts[2 * index + 1]!;
    return {
      pattern: this.text.toString('utf8', patternAt, shapeTexts[2 * index + 2]),
      before: has(ShapeBit.hasBefore) ? this.text.toString('utf8', shapeTexts[2 * index], patternAt) : undefined,
      boundary: BOUNDARY_NAMES[(traits >> BOUNDARY_SHIFT) & 31]!,
      groupEnds: has(ShapeBit.groupEnds),
      longest: shapeLongest[index]!,
      unbounded: has(ShapeBit.unbounded),
      endsKnown: has(ShapeBit.endsKnown),
      mark: isRich(kind) ? this.readMark(index, kind) : PLAIN_MARKS[kind],
      free: has(ShapeBit.free),
    };
  }

  form(index: number): CompiledForm {
    const { formShape, formDetector, formPlace, formTraits, formFalseAccept, formDistance } = this.columns;
    const traits = formTraits[index]!;
    const has = (flag: FormFlag): boolean => (traits & FormBit[flag]) !== 0;
    const shape = formShape[index]!;
    const lent = {
      detector: formDetector[index]!,
      form: formPlace[index]!,
      mode: MODES[(traits >> MODE_SHIFT) & 3]!,
      generic: has('generic'),
      falseAccept: formFalseAccept[index]!,
      selfEvident: has('selfEvident'),
      standsOnCheck: has('standsOnCheck'),
      doubt: DOUBTS[(traits >> DOUBT_SHIFT) - 1] as CompiledForm['doubt'],
      hasValidator: has('hasValidator'),
      hasReserved: has('hasReserved'),
      reservedCountsInFields: has('reservedCountsInFields'),
      distance: formDistance[index]!,
      isWhole: has('isWhole'),
    };
    return compiledForm(this.shape(shape), lent, shape);
  }
}
