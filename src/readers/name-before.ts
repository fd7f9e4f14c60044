/** The name of a column as it may stand before each of its cells, where tables are read as text. */

/** Longest text that names a column. */
const LONGEST_NAME = 60;

/** A header that may be repeated before each cell: a short one, in which nothing can be found. */
export function nameBefore(header: string): string | undefined {
  const name = header.trim();
  return name.length <= LONGEST_NAME && /\p{L}/u.test(name) && !/[@\n]|\d{3}/.test(name) ? name : undefined;
}
