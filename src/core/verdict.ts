/** What a validator can say. Three-valued, because many checks reject bad values without proving good ones. */

/**
 * `invalid`: cannot be a value of this kind. `valid`: passed a check that random text of the same shape passes at most
 * 1 time in 10. `unknown`: not refuted, and the check is too weak to count as proof.
 */
export type Verdict = 'valid' | 'invalid' | 'unknown';

/**
 * Checks `bytes[start, end)`, the matched value with its separators. Pure, never throws, does not keep `bytes`.
 * Separators that the forms allow (space, hyphen, dot, slash) are skipped by the validator itself.
 */
export type Validator = (bytes: Uint8Array, start: number, end: number) => Verdict;

/** Says whether `bytes[start, end)` is a published test value or lies in a reserved range. */
export type ReservedCheck = (bytes: Uint8Array, start: number, end: number) => boolean;
