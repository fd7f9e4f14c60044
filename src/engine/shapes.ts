/**
 * The distinct shapes of all forms. Sheets share shapes (nine digits are a dozen identifiers), so each is derived, marked
 * and put into the fit table once; which forms a shape stands for is a matter of the sheets that are enabled.
 */
import { isDeepStrictEqual } from 'node:util';
import { BOUNDARIES, BOUNDARY_NAMES, type BoundaryName } from '../core/boundary.js';
import { ConfigError } from '../core/errors.js';
import type { DetectorSheet, FormMode, FormSpec } from '../detectors/define.js';
import { type Automaton, buildAutomaton, stepOf } from './automaton.js';
import { beginningsOf } from './beginnings.js';
import { deriveMark, type Mark } from './marks.js';
import { lengthBounds, type Node, parsedOrNone } from './pattern.js';
import { buildRunGates, type RunGates } from './run-gates.js';

const DEFAULT_MAX_LENGTH = 1024;
const MOST_MAX_LENGTH = 65_536;
/** A shape whose matches can be longer is proved by RE2: its table would cost more than it saves. */
const LONGEST_PROVED = 64;
/** States of a shape's own table, which is built to see whether its ends are determined. */
const MOST_OWN_STATES = 1500;
/** First bytes of such a shape that the table checks before RE2 is asked. */
const TRUNCATED_AT = 12;
/** Behind a fixed beginning depth is cheap, and repeated beginnings must not each cost a test. */
const LITERAL_TRUNCATED_AT = 24;
/** Runs before `@` and `://` have a root of their own, where depth is cheap, and most URLs are told from others late. */
const MIDDLE_TRUNCATED_AT = 48;

/** Marks that are tried at the start of the name before a value; a search or a list would try the value alone and forget the name. */
const FOLLOWS_NAME: ReadonlySet<Mark['kind']> = new Set(['shape', 'literal', 'middle']);

/** What of a form decides where it matches. */
export interface Shape {
  readonly pattern: string;
  /** What stands before the value; the place that is marked is its start. */
  readonly before: string | undefined;
  readonly boundary: BoundaryName;
  /** Candidate ends are the ends of the digit groups. */
  readonly groupEnds: boolean;
  /** Longest match in bytes. */
  readonly longest: number;
  /** The pattern itself has no end; RE2 sees a window of `longest` bytes. */
  readonly unbounded: boolean;
  /** A match has one end that passes the right boundary, so the table may tell it; otherwise RE2 does. */
  readonly endsKnown: boolean;
  readonly mark: Mark;
  /** Some form of the shape needs no keyword, so that it is looked for everywhere. */
  readonly free: boolean;
}

export interface ShapeTable {
  readonly shapes: readonly Shape[];
  /** Index of each shape by `shapeKey`. */
  readonly index: ReadonlyMap<string, number>;
  /**
   * Sets hold indexes of `shapes` where the match ends, and index plus number of shapes where RE2 must be asked. Roots, by the
   * mark of the start: shapes; shapes that need no keyword; literals; runs before `@` and `://`. (A root for each left
   * neighbourhood would leave out refused shapes sooner, but took 29,000 states in place of 17,000 with 150 sheets.)
   */
  readonly fit: Automaton;
  /** Of the shapes that are marked as such. */
  readonly gates: RunGates;
}

/** A form as its sheet gives it, with the sheet's boundary. */
export interface SheetForm {
  readonly spec: FormSpec;
  readonly boundary: BoundaryName;
  readonly mode: FormMode;
}

export function formsOf(sheet: DetectorSheet): SheetForm[] {
  return sheet.forms.map((form) => {
    const spec: FormSpec = typeof form === 'string' ? { pattern: form } : form;
    return { spec, boundary: spec.boundary ?? sheet.boundary, mode: spec.keywordMode ?? sheet.keywords.mode };
  });
}

/** Equal for forms that match the same spans. */
export function shapeKey({ spec, boundary, mode }: SheetForm): string {
  const ends = declaredStart(spec, mode) ?? spec.ends ?? 'one';
  const before = spec.before === undefined ? '' : `${spec.before}\n`;
  return `${boundary} ${ends} ${spec.maxLength ?? DEFAULT_MAX_LENGTH} ${before}${spec.pattern}`;
}

/** Where a sheet says that a form starts; undefined where its pattern does. */
function declaredStart({ starts, whole }: FormSpec, mode: FormMode): 'person' | 'place' | 'named' | undefined {
  return whole === undefined && mode !== 'named' ? starts : 'named';
}

/** @throws ConfigError for a pattern that matches empty text, a window that is too long, or a name before a value that no mark finds */
export function buildShapes(detectors: readonly DetectorSheet[]): ShapeTable {
  const index = new Map<string, number>();
  const forms: SheetForm[] = [];
  const free = new Set<string>();
  for (const sheet of detectors) {
    for (const form of formsOf(sheet)) {
      const key = shapeKey(form);
      if (form.mode !== 'required') free.add(key);
      if (index.has(key)) continue;
      index.set(key, forms.length);
      forms.push(form);
    }
  }
  const nodes = forms.map(deriveWhole);
  /** What is looked for of each. */
  const sought = forms.map(({ spec }, i) => (spec.head === undefined ? nodes[i] : headOf(spec.head, nodes[i])));
  // Forms that start where their sheet says are in no table: RE2 is asked.
  const tables = nodes.map((node, i) =>
    declaredStart(forms[i]!.spec, forms[i]!.mode) === undefined ? node && ownTable(node, sought[i]!) : undefined,
  );
  const shapes = forms.map((form, i) => shapeOf(form, nodes[i], tables[i], free.has(shapeKey(form))));
  const gated = shapes.flatMap((shape, i) => (shape.mark.kind === 'shape' ? [{ ...shape, ...tables[i]!, index: i }] : []));
  const hasHead = forms.map(({ spec }) => spec.head !== undefined);
  return { shapes, index, fit: buildFit(shapes, sought, hasHead), gates: buildRunGates(gated) };
}

/** Longest match of a user's pattern, in bytes: what is longer is none. */
const LONGEST_SEARCHED = 1024;

/** The shape of a form that is in no table: RE2 searches for it. @throws ConfigError for a pattern that matches empty text */
export function searchedShape(form: SheetForm): Shape {
  const shape = shapeOf(form, deriveWhole(form), undefined, true);
  const unbounded = shape.unbounded || shape.longest > LONGEST_SEARCHED;
  return { ...shape, unbounded, longest: Math.min(shape.longest, LONGEST_SEARCHED) };
}

/** The head of a pattern. @throws ConfigError if the pattern does not begin with it */
function headOf(pattern: string, whole: Node | undefined): Node {
  const head = parsedOrNone(pattern);
  const partsOf = (node: Node | undefined): readonly unknown[] => (node?.kind === 'cat' ? node.parts : [node]);
  const first = partsOf(whole).slice(0, partsOf(head).length);
  if (head === undefined || !isDeepStrictEqual(first, partsOf(head)))
    throw new ConfigError(`the pattern does not begin with its head: ${pattern}`);
  return head;
}

/** The pattern with what stands before it. */
function deriveWhole({ spec }: SheetForm): Node | undefined {
  const value = parsedOrNone(spec.pattern);
  if (spec.before === undefined || value === undefined) return value;
  const before = parsedOrNone(spec.before);
  if (before === undefined || lengthBounds(before).max > MOST_MAX_LENGTH)
    throw new ConfigError(`what stands before a value has no end: ${spec.before}`);
  return { kind: 'cat', parts: [before, value] };
}

function shapeOf({ spec, boundary, mode }: SheetForm, node: Node | undefined, own: OwnTable | undefined, free: boolean): Shape {
  const bounds = node ? lengthBounds(node) : { min: 1, max: Number.POSITIVE_INFINITY };
  const declared = spec.maxLength ?? DEFAULT_MAX_LENGTH;
  if (declared > MOST_MAX_LENGTH) throw new ConfigError(`maxLength is above ${MOST_MAX_LENGTH}: ${spec.pattern}`);
  if (bounds.min === 0) throw new ConfigError(`the pattern matches empty text: ${spec.pattern}`);
  const unbounded = bounds.max > MOST_MAX_LENGTH;
  const groupEnds = spec.ends === 'groups';
  const mark = markOf({ spec, boundary, mode }, node, own?.table);
  if (spec.before !== undefined && !FOLLOWS_NAME.has(mark.kind))
    throw new ConfigError(`nothing marks the name before the value: ${spec.before}`);
  return {
    pattern: spec.pattern,
    before: spec.before,
    boundary,
    groupEnds,
    longest: unbounded ? declared : bounds.max,
    unbounded,
    endsKnown:
      own !== undefined &&
      !groupEnds &&
      spec.before === undefined &&
      spec.head === undefined &&
      isEndDetermined(own.table, boundary),
    mark,
    free,
  };
}

function markOf({ spec, boundary, mode }: SheetForm, node: Node | undefined, table: Automaton | undefined): Mark {
  const start = declaredStart(spec, mode);
  if (start === 'named') return { kind: 'named' };
  if (start !== undefined) {
    const beginnings = beginningsOf(spec.pattern);
    return { kind: 'listed', list: start, ...(beginnings && { beginnings: [...beginnings] }) };
  }
  return node && table ? deriveMark(node, table, BOUNDARIES[boundary].left) : { kind: 'search' };
}

/** A shape's own automaton. */
interface OwnTable {
  readonly table: Automaton;
  /** It is that of the head: what it accepts may go on. */
  readonly isOfHead: boolean;
}

/**
 * The pattern's automaton; where it is large, that of its head, or of its first bytes only, which may then look as if ends were not
 * determined.
 */
function ownTable(node: Node, sought: Node): OwnTable {
  try {
    return { table: buildAutomaton([{ node }], [[0]], MOST_OWN_STATES), isOfHead: false };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    if (sought !== node) return { table: buildAutomaton([{ node: sought }], [[0]]), isOfHead: true };
    return { table: buildAutomaton([{ node, truncateAt: MIDDLE_TRUNCATED_AT }], [[0]]), isOfHead: false };
  }
}

/**
 * Whether from one start at most one end passes the right boundary: wherever a match may end, no byte that the boundary
 * allows behind it lets the pattern go on. (A byte that joins is allowed only where the one beyond it does not.)
 */
export function isEndDetermined(table: Automaton, boundary: BoundaryName): boolean {
  const { refuse, joiner, joined }: { refuse: Uint8Array; joiner?: Uint8Array; joined?: Uint8Array } = BOUNDARIES[boundary].right;
  const step = (state: number, byte: number): number => stepOf(table, state, byte);
  for (let state = table.firstAccept; state < table.stateCount; state++) {
    for (let near = 0; near < 256; near++) {
      const on = refuse[near] ? 0 : step(state, near);
      if (on === 0) continue;
      if (on >= table.firstAccept) return false;
      for (let far = 0; far < 256; far++) {
        if (step(on, far) !== 0 && !(joiner?.[near] && joined?.[far])) return false;
      }
    }
  }
  return true;
}

function buildFit(shapes: readonly Shape[], nodes: readonly (Node | undefined)[], hasHead: readonly boolean[]): Automaton {
  const patterns = shapes.map((shape, i) => ({
    node: fitNode(shape, nodes[i]),
    truncateAt: hasHead[i] ? undefined : truncationOf(shape),
    endsUnknown: !shape.endsKnown,
  }));
  const rootOf = (belongs: (shape: Shape) => boolean): number[] => shapes.flatMap((shape, i) => (belongs(shape) ? [i] : []));
  return buildAutomaton(patterns, [
    rootOf(({ mark }) => mark.kind === 'shape'),
    rootOf(({ mark, free }) => mark.kind === 'shape' && free),
    rootOf(({ mark }) => mark.kind === 'literal'),
    rootOf(({ mark }) => mark.kind === 'middle'),
  ]);
}

/** Behind a name RE2 tells where the value ends, so the table need not follow it beyond its shortest, nor say it at each length. */
function fitNode({ before }: Shape, node: Node | undefined): Node {
  if (node === undefined) return { kind: 'bytes', ranges: [] };
  if (before === undefined || node.kind !== 'cat') return node;
  const value = node.parts.at(-1)!;
  return value.kind === 'repeat' ? { kind: 'cat', parts: [...node.parts.slice(0, -1), { ...value, max: value.min }] } : node;
}

function truncationOf({ mark, endsKnown, longest, unbounded }: Shape): number | undefined {
  if (mark.kind !== 'middle' && endsKnown && !unbounded && longest <= LONGEST_PROVED) return undefined;
  const most = mark.kind === 'middle' ? MIDDLE_TRUNCATED_AT : mark.kind === 'literal' ? LITERAL_TRUNCATED_AT : TRUNCATED_AT;
  // Whether a match that comes near the end of its window is one, only RE2 can say: the window ends before a whole character.
  return unbounded ? Math.min(most, Math.max(1, longest - 4)) : most;
}

/** Bit of a boundary in a mask of refused boundaries. */
export function boundaryBit(boundary: BoundaryName): number {
  return 1 << BOUNDARY_NAMES.indexOf(boundary);
}
