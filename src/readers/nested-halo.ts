/** How long what is decoded may be, and what readers must therefore show of a block's surroundings. Apart, since it is always loaded. */

/** Longest run of free text that is decoded, in bytes, line breaks included: each block must see all of those it has a part of. */
export const RUN_BYTES: number = 16 * 1024;
/** Longest value that is examined as JSON, and longest run in a value: so much of a value is never cut. */
export const VALUE_BYTES: number = 64 * 1024;
/** Room for the word before a run, its line break, the quotes of a value. */
const MARGIN = 1024;

/** Halo with which the same is decoded wherever an item is cut. */
export function nestedHalo(isText: boolean): { readonly left: number; readonly right: number } {
  return { left: RUN_BYTES + MARGIN, right: (isText ? RUN_BYTES : VALUE_BYTES) + MARGIN };
}
