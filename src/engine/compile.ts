/** Turns sheets into what the hot path reads: forms with their proofs and marks, one fit table, gates and boundaries. */
import { BOUNDARIES, BOUNDARY_NAMES, type BoundaryName } from '../core/boundary.js';
import { ConfigError } from '../core/errors.js';
import type { ReservedCheck, Validator } from '../core/verdict.js';
import type { DetectorSheet, FormSpec, KeywordMode } from '../detectors/define.js';
import { type Automaton, type AutomatonPattern, buildAutomaton } from './automaton.js';
import { buildKeywordTable, type KeywordTable } from './keywords.js';
import { deriveMark, type Mark } from './marks.js';
import { lengthBounds, type Node, PatternError, parsePattern } from './pattern.js';

/** Characters between the nearest edges of keyword and value where the sheet does not say. Source: Macie, keyword requirements. */
export const DEFAULT_DISTANCE = 30;
const DEFAULT_MAX_LENGTH = 1024;
const MOST_MAX_LENGTH = 65_536;
/** A form whose matches can be longer is proved by RE2: its table would cost more than it saves. */
const LONGEST_PROVED = 400;
/** First bytes of such a form that the table checks before RE2 is asked. */
const TRUNCATED_AT = 12;

/** A form with all that its sheet lends it. */
export interface CompiledForm {
  readonly detector: number;
  /** Index in its sheet. */
  readonly form: number;
  readonly pattern: string;
  readonly boundary: BoundaryName;
  /** Bit of the boundary in a mask of refused boundaries. */
  readonly boundaryBit: number;
  readonly mode: KeywordMode;
  readonly falseAccept: number;
  readonly selfEvident: boolean;
  readonly groupEnds: boolean;
  readonly validator: Validator | undefined;
  readonly reserved: ReservedCheck | undefined;
  readonly distance: number;
  /** Longest match in bytes. */
  readonly longest: number;
  /** The pattern itself has no end; RE2 sees a window of `longest` bytes. */
  readonly unbounded: boolean;
  /** The fit table proves a match; otherwise RE2 confirms it. */
  readonly proved: boolean;
  readonly mark: Mark;
}

export interface Program {
  readonly detectors: readonly DetectorSheet[];
  readonly forms: readonly CompiledForm[];
  /** Forms found by marks, as indexes of `forms`; the fit's sets hold indexes of this list. */
  readonly fit: Automaton;
  /** Left classes: masks of refused boundaries, the roots' order. `fit.roots` = shape roots, then middle roots. */
  readonly leftMasks: readonly number[];
  readonly rightMasks: readonly number[];
  readonly leftTables: BoundaryTables;
  readonly rightTables: BoundaryTables;
  readonly keywords: KeywordTable;
  /** Longest match of any form in bytes. */
  readonly longest: number;
  /** Farthest context to one side in bytes. */
  readonly contextBytes: number;
}

/** @throws ConfigError if a sheet is wrong */
export function compileSheets(detectors: readonly DetectorSheet[]): Program {
  const nodes: (Node | undefined)[] = [];
  const forms = detectors.flatMap((sheet, detector) =>
    sheet.forms.map((spec, form) => {
      const own: FormSpec = typeof spec === 'string' ? { pattern: spec } : spec;
      const node = derive(own.pattern);
      nodes.push(node);
      return compileForm(sheet, detector, own, form, node);
    }),
  );
  const keywords = buildKeywordTable(detectors);
  const leftMasks = possibleMasks('left');
  const farthest = Math.max(DEFAULT_DISTANCE, ...detectors.map((sheet) => sheet.keywords.distance ?? DEFAULT_DISTANCE));
  return {
    detectors,
    forms,
    fit: buildFit(forms, nodes, leftMasks),
    leftMasks,
    rightMasks: possibleMasks('right'),
    leftTables: boundaryTables('left'),
    rightTables: boundaryTables('right'),
    keywords,
    longest: Math.max(1, ...forms.map((form) => form.longest)),
    contextBytes: 4 * farthest + keywords.longest + 8,
  };
}

function derive(pattern: string): Node | undefined {
  try {
    return parsePattern(pattern);
  } catch (error) {
    if (error instanceof PatternError) return undefined;
    throw error;
  }
}

function compileForm(sheet: DetectorSheet, detector: number, spec: FormSpec, form: number, node: Node | undefined): CompiledForm {
  const bounds = node ? lengthBounds(node) : { min: 1, max: Number.POSITIVE_INFINITY };
  const declared = spec.maxLength ?? DEFAULT_MAX_LENGTH;
  if (declared > MOST_MAX_LENGTH) throw new ConfigError(`${sheet.id}: form ${form}: maxLength is above ${MOST_MAX_LENGTH}`);
  if (bounds.min === 0) throw new ConfigError(`${sheet.id}: form ${form}: the pattern matches empty text`);
  const unbounded = bounds.max > MOST_MAX_LENGTH;
  const boundary = spec.boundary ?? sheet.boundary;
  const groupEnds = spec.ends === 'groups';
  const proved = node !== undefined && !unbounded && (bounds.max <= LONGEST_PROVED || groupEnds);
  return {
    detector,
    form,
    pattern: spec.pattern,
    boundary,
    boundaryBit: 1 << BOUNDARY_NAMES.indexOf(boundary),
    mode: spec.keywordMode ?? sheet.keywords.mode,
    falseAccept: spec.falseAccept ?? sheet.falseAccept,
    selfEvident: spec.selfEvident ?? false,
    groupEnds,
    validator: spec.validator ?? sheet.validator,
    reserved: sheet.reserved,
    distance: sheet.keywords.distance ?? DEFAULT_DISTANCE,
    longest: unbounded ? declared : bounds.max,
    unbounded,
    proved,
    mark: node ? deriveMark(node, BOUNDARIES[boundary].left.refuse) : { kind: 'search' },
  };
}

function buildFit(forms: readonly CompiledForm[], nodes: readonly (Node | undefined)[], leftMasks: readonly number[]): Automaton {
  const patterns: AutomatonPattern[] = forms.map((form, i) => ({
    node: nodes[i] ?? { kind: 'bytes', ranges: [] },
    truncateAt: form.proved ? undefined : TRUNCATED_AT,
    allEnds: form.groupEnds,
  }));
  const rootsOf = (kinds: readonly Mark['kind'][]): number[][] =>
    leftMasks.map((mask) =>
      forms.flatMap((form, i) => (kinds.includes(form.mark.kind) && (mask & form.boundaryBit) === 0 ? [i] : [])),
    );
  return buildAutomaton(patterns, [...rootsOf(['shape', 'literal']), ...rootsOf(['middle'])]);
}

/** Every mask of refused boundaries that two neighbouring bytes can give, 0 first. */
function possibleMasks(side: 'left' | 'right'): readonly number[] {
  const { refuse, joiner, joined } = boundaryTables(side);
  const joins = new Set(joined);
  const masks = new Set<number>([0]);
  for (let near = 0; near < 256; near++) {
    masks.add(refuse[near]!);
    for (const far of joins) masks.add(refuse[near]! | (joiner[near]! & far));
  }
  return [...masks].sort((a, b) => a - b);
}

/** The boundaries of one side as bit masks by byte: it refuses, it joins, it is joined. */
export interface BoundaryTables {
  readonly refuse: Uint8Array;
  readonly joiner: Uint8Array;
  readonly joined: Uint8Array;
}

export function boundaryTables(side: 'left' | 'right'): BoundaryTables {
  const tables = { refuse: new Uint8Array(256), joiner: new Uint8Array(256), joined: new Uint8Array(256) };
  BOUNDARY_NAMES.forEach((name, bit) => {
    const rule: { refuse: Uint8Array; joiner?: Uint8Array; joined?: Uint8Array } = BOUNDARIES[name][side];
    for (let byte = 0; byte < 256; byte++) {
      if (rule.refuse[byte]) tables.refuse[byte]! |= 1 << bit;
      if (rule.joiner?.[byte]) tables.joiner[byte]! |= 1 << bit;
      if (rule.joined?.[byte]) tables.joined[byte]! |= 1 << bit;
    }
  });
  return tables;
}

/** Boundaries that the neighbours refuse; -1 where there is none. Same as `refusedBoundaries`, by table. */
export function boundaryMask(tables: BoundaryTables, near: number, far: number): number {
  if (near < 0) return 0;
  const refused = tables.refuse[near] as number;
  return far < 0 ? refused : refused | ((tables.joiner[near] as number) & (tables.joined[far] as number));
}
