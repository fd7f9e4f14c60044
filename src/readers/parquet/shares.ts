/**
 * How much may come out of each row group. Workers read row groups apart and know nothing of one another, so what the file may give is
 * shared out beforehand by what the footer says, which is the same for all of them: wherever it is cut, it ends at the same values.
 */
import { MOST_VALUE_BYTES_PER_BYTE, mostValueBytes } from '../most-values.js';
import { type Chunk, type Group, isRead } from './footer.js';

/**
 * Bytes of values that each row group may give, in the order of `groups`; together what the file may. One half is shared out by the
 * number of values, the other by stored bytes: by values alone, a row group of few long texts would get next to nothing, by bytes
 * alone, one in which a long text is repeated. A row group that lies about its values takes from the others no more than the half.
 *
 * @param groups all of the file
 * @param byteLength of the file
 */
export function sharesOf(groups: readonly Group[], byteLength: number): number[] {
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
  const half = mostValueBytes(byteLength) / 2;
  return sizes.map(({ values, bytes }) => half * (part(values, allValues) + part(bytes, allBytes)));
}

/** Bytes of values that a column of a row group may give whatever came out of the others: one that unpacks to much hides none behind it. */
export function ownShare({ start, end }: Chunk): number {
  return MOST_VALUE_BYTES_PER_BYTE * (end - start);
}

/** Where there is nothing, there is nothing to share out. */
function part(some: number, all: number): number {
  return all === 0 ? 0 : some / all;
}
