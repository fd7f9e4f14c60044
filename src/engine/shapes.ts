/**
 * The distinct shapes of all forms. Sheets share shapes (nine digits are a dozen identifiers), so each is derived, marked
 * and put into the fit table once; which forms a shape stands for is a matter of the sheets that are enabled.
 */
import { BOUNDARIES, BOUNDARY_NAMES, type BoundaryName } from '../core/boundary.js';
import { ConfigError } from '../core/errors.js';
import type { DetectorSheet, FormSpec } from '../detectors/define.js';
import { type Automaton, buildAutomaton } from './automaton.js';
import { deriveMark, type Mark } from './marks.js';
import { lengthBounds, type Node, PatternError, parsePattern } from './pattern.js';

const DEFAULT_MAX_LENGTH = 1024;
const MOST_MAX_LENGTH = 65_536;
/** A shape whose matches can be longer is proved by RE2: its table would cost more than it saves. */
const LONGEST_PROVED = 64;
/** First bytes of such a shape that the table checks before RE2 is asked. */
const TRUNCATED_AT = 12;
/** Runs before `@` and `://` have a root of their own, where depth is cheap, and most URLs are told from others late. */
const MIDDLE_TRUNCATED_AT = 48;

/** What of a form decides where it matches. */
export interface Shape {
  readonly pattern: string;
  readonly boundary: BoundaryName;
  /** Candidate ends are the ends of the digit groups. */
  readonly groupEnds: boolean;
  /** Longest match in bytes. */
  readonly longest: number;
  /** The pattern itself has no end; RE2 sees a window of `longest` bytes. */
  readonly unbounded: boolean;
  /** The fit table proves a match; otherwise RE2 confirms it. */
  readonly proved: boolean;
  readonly mark: Mark;
}

export interface ShapeTable {
  readonly shapes: readonly Shape[];
  /** Index of each shape by `shapeKey`. */
  readonly index: ReadonlyMap<string, number>;
  /**
   * Sets hold indexes of `shapes`. Two roots: shapes and literals, then runs before `@` and `://`. (A root for each left
   * neighbourhood would leave out refused shapes sooner, but took 29,000 states in place of 17,000 with 150 sheets.)
   */
  readonly fit: Automaton;
}

/** A form as its sheet gives it, with the sheet's boundary. */
export interface SheetForm {
  readonly spec: FormSpec;
  readonly boundary: BoundaryName;
}

export function formsOf(sheet: DetectorSheet): SheetForm[] {
  return sheet.forms.map((form) => {
    const spec: FormSpec = typeof form === 'string' ? { pattern: form } : form;
    return { spec, boundary: spec.boundary ?? sheet.boundary };
  });
}

/** Equal for forms that match the same spans. */
export function shapeKey({ spec, boundary }: SheetForm): string {
  return `${boundary} ${spec.ends ?? 'one'} ${spec.maxLength ?? DEFAULT_MAX_LENGTH} ${spec.pattern}`;
}

/** @throws ConfigError for a pattern that matches empty text or a window that is too long */
export function buildShapes(detectors: readonly DetectorSheet[]): ShapeTable {
  const index = new Map<string, number>();
  const shapes: Shape[] = [];
  const nodes: (Node | undefined)[] = [];
  for (const sheet of detectors) {
    for (const form of formsOf(sheet)) {
      const key = shapeKey(form);
      if (index.has(key)) continue;
      index.set(key, shapes.length);
      const node = derive(form.spec.pattern);
      nodes.push(node);
      shapes.push(shapeOf(sheet.id, form, node));
    }
  }
  return { shapes, index, fit: buildFit(shapes, nodes) };
}

function derive(pattern: string): Node | undefined {
  try {
    return parsePattern(pattern);
  } catch (error) {
    if (error instanceof PatternError) return undefined;
    throw error;
  }
}

function shapeOf(id: string, { spec, boundary }: SheetForm, node: Node | undefined): Shape {
  const bounds = node ? lengthBounds(node) : { min: 1, max: Number.POSITIVE_INFINITY };
  const declared = spec.maxLength ?? DEFAULT_MAX_LENGTH;
  if (declared > MOST_MAX_LENGTH) throw new ConfigError(`${id}: maxLength is above ${MOST_MAX_LENGTH}`);
  if (bounds.min === 0) throw new ConfigError(`${id}: a pattern matches empty text`);
  const unbounded = bounds.max > MOST_MAX_LENGTH;
  const groupEnds = spec.ends === 'groups';
  return {
    pattern: spec.pattern,
    boundary,
    groupEnds,
    longest: unbounded ? declared : bounds.max,
    unbounded,
    proved: node !== undefined && !groupEnds && bounds.max <= LONGEST_PROVED,
    mark: node ? deriveMark(node, BOUNDARIES[boundary].left.refuse) : { kind: 'search' },
  };
}

function buildFit(shapes: readonly Shape[], nodes: readonly (Node | undefined)[]): Automaton {
  const patterns = shapes.map((shape, i) => ({
    node: nodes[i] ?? { kind: 'bytes' as const, ranges: [] },
    truncateAt: shape.proved ? undefined : shape.mark.kind === 'middle' ? MIDDLE_TRUNCATED_AT : TRUNCATED_AT,
  }));
  const rootOf = (kinds: readonly Mark['kind'][]): number[] =>
    shapes.flatMap((shape, i) => (kinds.includes(shape.mark.kind) ? [i] : []));
  return buildAutomaton(patterns, [rootOf(['shape', 'literal']), rootOf(['middle'])]);
}

/** Bit of a boundary in a mask of refused boundaries. */
export function boundaryBit(boundary: BoundaryName): number {
  return 1 << BOUNDARY_NAMES.indexOf(boundary);
}
