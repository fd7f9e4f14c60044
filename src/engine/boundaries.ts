/** The named boundaries as tables of bits, so that all of them are tested by three look-ups a side. */
import { ALL_CONDITIONS, BOUNDARIES, BOUNDARY_NAMES, isBreakLetter } from '../core/boundary.js';

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

/** Boundaries that the neighbours on the left refuse; -1 where there is none. Same as `refusedBoundaries`, by table. */
export function leftMask(tables: BoundaryTables, near: number, far: number): number {
  return isBreakLetter(near, far) ? 0 : rightMask(tables, near, far);
}

/** The same on the right. */
export function rightMask(tables: BoundaryTables, near: number, far: number): number {
  if (near < 0) return 0;
  const refused = tables.refuse[near] as number;
  return far < 0 ? refused : refused | ((tables.joiner[near] as number) & (tables.joined[far] as number));
}

/** Every mask of refused boundaries that two neighbouring bytes, and on the left the letter of `\n`, can give, ascending from 0. */
export function possibleMasks(side: 'left' | 'right'): readonly number[] {
  const { refuse, joiner, joined } = boundaryTables(side);
  const joins = new Set(joined);
  const masks = new Set<number>(side === 'left' ? [0, ALL_CONDITIONS] : [0]);
  for (let near = 0; near < 256; near++) {
    masks.add(refuse[near]!);
    for (const far of joins) masks.add(refuse[near]! | (joiner[near]! & far));
  }
  return [...masks].sort((a, b) => a - b);
}
