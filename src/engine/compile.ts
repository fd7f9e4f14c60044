/** Turns sheets into what the hot path reads: forms with what their sheets lend them, gates, boundaries, and the tables. */
import type { CustomRule } from '../core/custom.js';
import type { ReservedCheck, Validator } from '../core/verdict.js';
import type { DetectorSheet, FormMode, FormSpec } from '../detectors/define.js';
import { type BoundaryTables, boundaryTables } from './boundaries.js';
import { standsOnCheck } from './context.js';
import { buildKeywordTable, type KeywordTable, ownKeywords } from './keywords.js';
import { loadTables } from './precompiled.js';
import { boundaryBit, buildShapes, formsOf, type Shape, type ShapeTable, searchedShape, shapeKey } from './shapes.js';

/** Characters between the nearest edges of keyword and value where the sheet does not say. Source: Macie, keyword requirements. */
const DEFAULT_DISTANCE = 30;

/** A form with all that its sheet lends it, and its shape. */
export interface CompiledForm extends Shape {
  /** Index of its shape, and of its detector. */
  readonly shape: number;
  readonly detector: number;
  /** Index in its sheet. */
  readonly form: number;
  /** Bit of the boundary in a mask of refused boundaries. */
  readonly boundaryBit: number;
  readonly mode: FormMode;
  readonly generic: boolean;
  readonly falseAccept: number;
  readonly selfEvident: boolean;
  /** Without a keyword, all that speaks for a match is that it passes its check. */
  readonly standsOnCheck: boolean;
  /** What the column has to confirm, beside that. */
  readonly doubt: FormSpec['doubt'];
  readonly validator: Validator | undefined;
  readonly reserved: ReservedCheck | undefined;
  readonly reservedCountsInFields: boolean;
  readonly distance: number;
  readonly custom: CustomRule | undefined;
  /** The value is all of a short cell or field, and only the keywords count that the form names (whole-forms.ts). */
  readonly isWhole: boolean;
}

export interface Program {
  /** Those of the tables first, then those of users. */
  readonly detectors: readonly DetectorSheet[];
  readonly forms: readonly CompiledForm[];
  /** How many of the detectors and forms, from the first on, the tables know. */
  readonly tableDetectors: number;
  readonly tableForms: number;
  readonly shapes: ShapeTable;
  readonly leftTables: BoundaryTables;
  readonly rightTables: BoundaryTables;
  readonly keywords: KeywordTable;
  /** Longest match of any form in bytes. */
  readonly longest: number;
  /** Longest keyword in bytes, also of users. */
  readonly longestWord: number;
  /** The same as it may be written, with characters that fold. */
  readonly longestWritten: number;
  /** Greatest distance of a keyword in characters, and how far context reaches to one side in bytes. */
  readonly reach: number;
  readonly contextBytes: number;
}

/** Tables that are worth keeping: they cost seconds to build and depend on the sheets' text alone. */
export interface Tables {
  readonly shapes: ShapeTable;
  readonly keywords: Pick<KeywordTable, 'automaton' | 'letters' | 'index' | 'longest' | 'longestLead' | 'longestWritten'>;
  /** Shape of each form of the sheets, one after the other, where it is known without looking it up. */
  readonly formShapes?: readonly number[];
}

/** Builds the tables of these sheets. @throws ConfigError if a sheet is wrong */
export function buildTables(detectors: readonly DetectorSheet[]): Tables {
  return { shapes: buildShapes(detectors), keywords: buildKeywordTable(detectors) };
}

/**
 * Uses the tables that the build has made of the whole catalogue if they cover the sheets, else builds new ones.
 * @throws ConfigError if a sheet is wrong
 */
export function compileSheets(detectors: readonly DetectorSheet[]): Program {
  const inTables = detectors.filter((sheet) => sheet.custom === undefined);
  const own = detectors.filter((sheet) => sheet.custom !== undefined);
  return programOf(inTables, loadTables(inTables) ?? buildTables(inTables), own);
}

/** @param own sheets of users */
export function programOf(inTables: readonly DetectorSheet[], tables: Tables, own: readonly DetectorSheet[] = []): Program {
  const { shapes, formShapes } = tables;
  const detectors = [...inTables, ...own];
  const forms: CompiledForm[] = [];
  inTables.forEach((sheet, detector) => {
    formsOf(sheet).forEach((sheetForm, form) => {
      const shape = formShapes === undefined ? shapes.index.get(shapeKey(sheetForm))! : formShapes[forms.length]!;
      forms.push(compileForm(sheet, sheetForm.spec, { detector, form, shape }, shapes.shapes[shape]!));
    });
  });
  const tableForms = forms.length;
  own.forEach((sheet, index) => {
    const detector = inTables.length + index;
    formsOf(sheet).forEach((sheetForm, form) => {
      forms.push(compileForm(sheet, sheetForm.spec, { detector, form, shape: NO_SHAPE }, searchedShape(sheetForm)));
    });
  });
  const reach = Math.max(
    DEFAULT_DISTANCE,
    ...detectors.map(({ custom, keywords }) => custom?.distance ?? keywords.distance ?? 0),
  );
  const ownWords = own.flatMap((sheet) => sheet.custom!.keywords);
  const ownLongest = ownWords.map((word) => MOST_FOLDED * Buffer.byteLength(word));
  const longestWord = Math.max(tables.keywords.longest, ...ownLongest);
  return {
    detectors,
    forms,
    tableDetectors: inTables.length,
    tableForms,
    shapes,
    leftTables: boundaryTables('left'),
    rightTables: boundaryTables('right'),
    keywords: ownKeywords(tables.keywords, inTables),
    longest: forms.reduce((longest, form) => Math.max(longest, form.longest), 1),
    longestWord,
    longestWritten: Math.max(tables.keywords.longestWritten, ...ownLongest),
    reach,
    contextBytes: 4 * reach + longestWord + 8,
  };
}

/** A keyword may stand in a text with that many times its bytes: decomposed, in the other case, in full width. */
const MOST_FOLDED = 3;
/** Shape of a form that is in no table. */
const NO_SHAPE = -1;

/** The program as it is without the sheets of users: what the tables, and what is prepared with them, depend on. */
export function tablePart(program: Program): Program {
  const { detectors, forms, tableDetectors, tableForms } = program;
  if (detectors.length === tableDetectors) return program;
  return { ...program, detectors: detectors.slice(0, tableDetectors), forms: forms.slice(0, tableForms) };
}

interface FormPlace {
  readonly detector: number;
  readonly form: number;
  readonly shape: number;
}

function compileForm(sheet: DetectorSheet, spec: FormSpec, place: FormPlace, ofShape: Shape): CompiledForm {
  const { pattern, before, boundary, groupEnds, longest, unbounded, endsKnown, mark, free } = ofShape;
  const mode = spec.keywordMode ?? sheet.keywords.mode;
  const falseAccept = spec.falseAccept ?? sheet.falseAccept;
  const validator = spec.validator ?? sheet.validator;
  const selfEvident = spec.selfEvident ?? false;
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
    shape: place.shape,
    detector: place.detector,
    form: place.form,
    boundaryBit: boundaryBit(boundary),
    mode,
    generic: sheet.generic ?? false,
    falseAccept,
    selfEvident,
    standsOnCheck: standsOnCheck({ mode, falseAccept, validator, before, starts: spec.starts, selfEvident }),
    doubt: spec.doubt,
    validator,
    reserved: sheet.reserved,
    reservedCountsInFields: sheet.reservedCountsInFields ?? false,
    distance: sheet.keywords.distance ?? DEFAULT_DISTANCE,
    custom: sheet.custom,
    isWhole: 'whole' in spec,
  };
}
