/** What a validator can say. Three-valued, because many checks reject bad values without proving good ones. */

/**
 * `invalid`: cannot be a value of this kind. `valid`: passed a check that random text of the same shape passes at most
 * 1 time in 10. `unknown`: not refuted, and the check is too weak to count as proof.
 */
export type Verdict = 'valid' | 'invalid' | 'unknown';

/** The text or value in which a match stands: half-open in the same bytes. What lies outside of it belongs to others. */
export interface Surroundings {
  readonly start: number;
  readonly end: number;
}

/**
 * Checks `bytes[start, end)`, the matched value with its separators. Pure, never throws, does not keep `bytes`.
 * Separators that the forms allow (space, hyphen, dot, slash) are skipped by the validator itself.
 * One that judges by what stands beside the value looks at no more than 64 bytes to each side of the match, in its surroundings; without
 * them, the value stands alone.
 */
export type Validator = (bytes: Uint8Array, start: number, end: number, around?: Surroundings) => Verdict;

/** Says whether `bytes[start, end)` is a published test value, lies in a reserved range, or is else known to prove little. */
export type ReservedCheck = (bytes: Uint8Array, start: number, end: number, around?: Surroundings) => boolean;
