/** Turns sheets into what the hot path reads: forms with what their sheets lend them, gates, boundaries, and the tables. */
import type { DetectorSheet } from '../detectors/define.js';
import { type BoundaryTables, boundaryTables } from './boundaries.js';
import type { KnownLabels } from './field-names.js';
import { type CompiledForm, compiledForm, DEFAULT_DISTANCE, traitsOfForm } from './form.js';
import { FormList, type UnplacedForms, unplacedForms } from './form-list.js';
import type { KeywordOwners } from './keyword-owners.js';
import { buildKeywordTable, type KeywordTable, ownKeywords, type WordTable } from './keywords.js';
import { loadTables } from './precompiled.js';
import { buildShapes, formsOf, type ShapeTable, searchedShape, shapeKey } from './shapes.js';

export interface Program {
  /** Those of the tables first, then those of users. */
  readonly detectors: readonly DetectorSheet[];
  readonly forms: FormList;
  readonly unplaced: UnplacedForms;
  /** How many of the detectors and forms, from the first on, the tables know. */
  readonly tableDetectors: number;
  readonly tableForms: number;
  readonly shapes: ShapeTable;
  readonly leftTables: BoundaryTables;
  readonly rightTables: BoundaryTables;
  readonly keywords: KeywordTable;
  /** What labels name a value, where it is kept with the tables. */
  readonly labels?: KnownLabels;
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
  readonly keywords: WordTable;
  /** What is known of the sheets without asking them, where they are those of which the tables were made. */
  readonly known?: KnownSheets;
}

/** What forms make together: it is kept with the tables. */
export interface FormSummary {
  readonly unplaced: UnplacedForms;
  /** As those of `Program`. */
  readonly longest: number;
  readonly reach: number;
}

export interface KnownSheets extends FormSummary {
  /** Number of all forms. */
  readonly count: number;
  form(index: number): CompiledForm;
  /** Who lists which keyword. */
  readonly owners?: () => KeywordOwners;
  readonly labels?: KnownLabels;
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
  const { shapes } = tables;
  const detectors = [...inTables, ...own];
  const known = tables.known ?? knownSheets(inTables, shapes);
  const others = own.flatMap((sheet, index) => {
    const detector = inTables.length + index;
    return formsOf(sheet).map((sheetForm, form) =>
      compiledForm(searchedShape(sheetForm), traitsOfForm(sheet, sheetForm.spec, { detector, form }), NO_SHAPE, sheet.custom),
    );
  });
  const { named, listed, searched } = known.unplaced;
  const reach = Math.max(known.reach, ...own.map(({ custom }) => custom!.distance));
  const ownWords = own.flatMap((sheet) => sheet.custom!.keywords);
  const ownLongest = ownWords.map((word) => MOST_FOLDED * Buffer.byteLength(word));
  const longestWord = Math.max(tables.keywords.longest, ...ownLongest);
  return {
    detectors,
    forms: new FormList(known.count, (index) => known.form(index), others),
    unplaced: { named, listed, searched: [...searched, ...others.map((_, i) => known.count + i)] },
    tableDetectors: inTables.length,
    tableForms: known.count,
    shapes,
    leftTables: boundaryTables('left'),
    rightTables: boundaryTables('right'),
    keywords: ownKeywords(tables.keywords, inTables, known.owners),
    ...(known.labels && { labels: known.labels }),
    longest: Math.max(known.longest, ...others.map(({ longest }) => longest)),
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
  return {
    ...program,
    detectors: detectors.slice(0, tableDetectors),
    forms: new FormList(tableForms, (index) => forms.at(index), []),
  };
}

/** The forms of these sheets, all of them made. */
function knownSheets(detectors: readonly DetectorSheet[], { shapes, index }: ShapeTable): KnownSheets {
  const forms = detectors.flatMap((sheet, detector) =>
    formsOf(sheet).map((sheetForm, form) => {
      const shape = index.get(shapeKey(sheetForm))!;
      return compiledForm(shapes[shape]!, traitsOfForm(sheet, sheetForm.spec, { detector, form }), shape);
    }),
  );
  return {
    count: forms.length,
    form: (at) => forms[at]!,
    unplaced: unplacedForms(forms),
    longest: forms.reduce((longest, form) => Math.max(longest, form.longest), 1),
    reach: Math.max(DEFAULT_DISTANCE, ...detectors.map(({ keywords }) => keywords.distance ?? 0)),
  };
}
