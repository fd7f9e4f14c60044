/** How much may come out of a file that is stored by columns or in packed blocks: bytes of values, and values whatever their length. */
import { ItemProblem } from '../core/problem.js';

/**
 * Bytes of values that are examined: for each stored byte, and for small files. A page of a kilobyte can stand for a gigabyte of
 * equal values; a column of constants does.
 */
export const MOST_PER_BYTE = 1000;
const LEAST_VALUE_BYTES = 1 << 30;

/**
 * Steps of work, beside the bytes: a place at which a value may stand is one, a value that is examined these more. One run of a few
 * bytes stands for millions of short values. A place costs some ten nanoseconds, a value a tenth of a microsecond, or half a one where
 * it is hit: what any file may have, 16 million values, takes two to ten seconds.
 */
export const VALUE_STEPS = 16;
const LEAST_STEPS = 1 << 28;

/** @param storedBytes of the file, as far as they are known */
export function mostValueBytes(storedBytes: number): number {
  return LEAST_VALUE_BYTES + MOST_PER_BYTE * storedBytes;
}

/** @param storedBytes of the file, as far as they are known */
export function mostSteps(storedBytes: number): number {
  return LEAST_STEPS + MOST_PER_BYTE * storedBytes;
}

/** A part of a file, as the subject of a sentence. */
type Part = 'a column' | 'its columns' | 'its blocks';

/** @returns a problem `limit` */
export function tooManyBytes(what: Part): ItemProblem {
  const verb = what === 'a column' ? 'unpacks' : 'unpack';
  return new ItemProblem('limit', `${what} ${verb} to more than a thousand times its size; the rest is not examined`);
}

/** @returns a problem `limit` */
export function tooManyValues(what: Part): ItemProblem {
  const verb = what === 'a column' ? 'has' : 'have';
  return new ItemProblem(
    'limit',
    `${what} ${verb} more values than are examined of a file of its size; the rest is not examined`,
  );
}
