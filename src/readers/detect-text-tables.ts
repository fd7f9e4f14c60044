/** Tells text with tables in it: Markdown by its name, other text by what the finder of tables finds in its head. */
import type { View } from './named-text.js';
import { TableFinder } from './tables/finder.js';

/** Extensions of markup in which tables are drawn with characters. */
export const MARKUP: ReadonlySet<string> = new Set(['md', 'markdown', 'mdown', 'mkd', 'mdx', 'rmd', 'qmd', 'rst']);
/** Extensions of plain text. Logs stay what they are: they are long, and read in parallel. */
export const TEXT: ReadonlySet<string> = new Set(['', 'txt', 'text', 'out', 'lst']);
/** Characters of the head that are looked at. */
const HEAD_CHARACTERS = 32 * 1024;
/** Cells that are one table at least. */
const FEWEST_CELLS = 4;

/** Whether text is read as one with tables. */
export function hasTextTables(text: string, extension: string): boolean {
  if (MARKUP.has(extension)) return true;
  if (!TEXT.has(extension) || !mayHaveTables(text)) return false;
  const bytes = Buffer.from(text.slice(0, HEAD_CHARACTERS));
  let cells = 0;
  const { length } = bytes;
  // Tables have no labels.
  const nextLabel: View['nextLabel'] = (_from, to) => to;
  const view = { bytes, from: 0, to: length, length, isEnd: true, reach: length, isFirst: true, back: length, nextLabel };
  new TableFinder().find(view, { add: () => cells++ });
  return cells >= FEWEST_CELLS;
}

/** Whether there are bars, or gaps as between columns. */
function mayHaveTables(text: string): boolean {
  return text.includes('|') || text.includes('   ');
}
