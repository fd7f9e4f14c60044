/** RE2 in a unit: the window of a form that has no end of its own, and the search for forms that no mark finds. */
import { ALL_CONDITIONS, isBreakLetter } from '../core/boundary.js';
import { type BoundaryTables, leftMask } from './boundaries.js';
import type { Unit } from './context.js';
import type { CompiledForm } from './form.js';
import { characterBoundary, type Sticky } from './re2.js';

/** End of RE2's match from `start`, or -1. A match that reaches its window's end may be cut, and is none. */
export function matchInWindow(sticky: Sticky, form: CompiledForm, unit: Unit, start: number): number {
  if (!form.unbounded) return matchBefore(sticky, unit, start);
  if (start + form.longest >= unit.end) return sticky.matchAt(unit.bytes, start, unit.end);
  const limit = characterBoundary(unit.bytes, start + form.longest);
  const end = sticky.matchAt(unit.bytes, start, limit);
  return end === limit ? -1 : end;
}

/**
 * A bounded pattern is shown what follows the unit too, which saves cutting a view of it (five times the cost of the test). A
 * match that ends inside the unit is the same without the rest: patterns look neither ahead nor back. Returns its end, or -1.
 */
export function matchBefore(sticky: Sticky, unit: Unit, start: number): number {
  const end = sticky.matchAt(unit.bytes, start, unit.bytes.length);
  return end <= unit.end ? end : sticky.matchAt(unit.bytes, start, unit.end);
}

/** Finds every start of the form in the unit whose left boundary holds; the search jumps over starts that cannot match. */
export function searchUnit(
  sticky: Sticky,
  form: CompiledForm,
  left: BoundaryTables,
  unit: Unit,
  found: (start: number, end: number) => void,
): void {
  for (let from = unit.start; from < unit.end; ) {
    const match = sticky.search(unit.bytes, from, unit.end);
    if (match === null) return;
    from = match.start + 1;
    const near = match.start > unit.start ? (unit.bytes[match.start - 1] as number) : -1;
    const far = match.start - 1 > unit.start ? (unit.bytes[match.start - 2] as number) : -1;
    if (leftMask(left, near, far) & form.boundaryBit) continue;
    if (isBreakLetter(unit.bytes[match.start] as number, near) && ALL_CONDITIONS & form.boundaryBit) continue;
    const end = matchInWindow(sticky, form, unit, match.start);
    if (end > match.start) found(match.start, end);
  }
}
