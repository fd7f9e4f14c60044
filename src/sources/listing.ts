/** What listing a source yields. Everything that was found is one of these, so that coverage can account for it. */
import type { ItemPath, ProblemCode, SkipKind } from '../core/result.js';
import type { ItemRef } from '../core/source.js';

/** A thing found: an item to examine, one left out by intent, or a place that could not be listed. */
export type Listed =
  | { readonly kind: 'item'; readonly item: ItemRef }
  | { readonly kind: 'skip'; readonly path: ItemPath; readonly skip: SkipKind }
  | { readonly kind: 'problem'; readonly path: ItemPath; readonly code: ProblemCode; readonly detail: string };
