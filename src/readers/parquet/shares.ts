/**
 * How much may come out of each row group. Workers read row groups apart and know nothing of one another, so what the file may give is
 * shared out beforehand by what the footer says, which is the same for all of them: wherever it is cut, it ends at the same values.
 */
import { MOST_PER_BYTE } from '../most-values.js';
import { type Chunk, type Group, isRead } from './footer.js';

/**
 * What of `most` each row group may give, in the order of `groups`; together it is all of it. One half is shared out by the
 * number of values, the other by stored bytes: by values alone, a row group of few long texts would get next to nothing, by bytes
 * alone, one in which a long text is repeated. A row group that lies about its values takes from the others no more than the half.
 *
 * @param groups all of the file
 * @param most of the file: bytes of values, or steps
 */
export function sharesOf(groups: readonly Group[], most: number): number[] {
  const sizes = groups.map(({ chunks }) => {
    let [values, bytes] = [0, 0];
    for (const chunk of chunks) {
      if (!isRead(chunk)) continue;
      values += chunk.values;
      bytes += chunk.end - chunk.start;
    }
    return { values, bytes };
  });
  const allValues = sizes.reduce((sum, { values }) => sum + values, 0);
  const allBytes = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  return sizes.map(({ values, bytes }) => (most / 2) * (part(values, allValues) + part(bytes, allBytes)));
}

/** Bytes of values that a column of a row group may give whatever came out of the others: one that unpacks to much hides none behind it. */
export function ownBytes({ start, end }: Chunk): number {
  return MOST_PER_BYTE * (end - start);
}

/** The same in steps, which have nothing to do with its bytes: together the columns have half as much again as their row group. */
export function ownSteps({ chunks }: Group, share: number): number {
  return share / 2 / chunks.filter(isRead).length;
}

/** Where there is nothing, there is nothing to share out. */
function part(some: number, all: number): number {
  return all === 0 ? 0 : some / all;
}
