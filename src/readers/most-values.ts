/** How many bytes of values may come out of a file that is stored by columns or in packed blocks. */
import { ItemProblem } from '../core/problem.js';

/**
 * Bytes of values that are examined: for each stored byte, and for small files. A page of a kilobyte can stand for a gigabyte of
 * equal values; a column of constants does.
 */
export const MOST_VALUE_BYTES_PER_BYTE = 1000;
const LEAST_VALUE_BYTES = 1 << 30;

/** @param storedBytes of the file, as far as they are known */
export function mostValueBytes(storedBytes: number): number {
  return LEAST_VALUE_BYTES + MOST_VALUE_BYTES_PER_BYTE * storedBytes;
}

/** @param what unpacks: a part of the file, as the subject of a sentence @returns a problem `limit` */
export function tooManyValues(what: 'a column' | 'its columns' | 'its blocks'): ItemProblem {
  const verb = what === 'a column' ? 'unpacks' : 'unpack';
  return new ItemProblem('limit', `${what} ${verb} to more than a thousand times its size; the rest is not examined`);
}
