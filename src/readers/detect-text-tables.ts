/** Tells text with tables in it: Markdown by its name, other text by what the finder of tables finds in its head. */
import { TableFinder } from './tables/finder.js';

/** Extensions of markup in which tables are drawn with characters. */
const MARKUP = new Set(['md', 'markdown', 'mdown', 'mkd', 'mdx', 'rmd', 'qmd', 'rst']);
/** Extensions of plain text. Logs stay what they are: they are long, and read in parallel. */
const TEXT = new Set(['', 'txt', 'text', 'out', 'lst']);
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
  const view = { bytes, from: 0, to: length, length, isEnd: true, reach: length };
  new TableFinder().find(view, { add: () => cells++ });
  return cells >= FEWEST_CELLS;
}

/** Whether there are bars, or gaps as between columns. */
function mayHaveTables(text: string): boolean {
  return text.includes('|') || text.includes('   ');
}
