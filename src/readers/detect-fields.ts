/** Tells text in which people write a label before a value from what only programs read. */
import type { Fields } from '../core/format.js';
import { MARKUP, TEXT } from './detect-text-tables.js';

/** Beside plain text: subtitles, mail without its header. Not logs, and no source code. */
const FORMS = new Set(['eml', 'msg', 'asc', 'rpt', 'srt', 'vtt']);
/** Address books, calendars and directories. */
const DIRECTORIES = new Set(['vcf', 'vcard', 'ics', 'ldif', 'ldi']);
/** Lines of the head that are looked at, blank ones not counted. */
const LOOKED_AT = 200;
/** Share of lines that end as those of code do, above which text is code. */
const MOST_CODE = 0.1;
/** Share of short lines from which text may be a form with its labels on lines of their own, and how long these are. */
const LEAST_SHORT = 0.5;
const SHORT = 40;

/**
 * Values behind labels are looked for in all text that people write; below labels only in items that are small and look like it.
 * @param text head of the item @param extension in lower case, without those of compression
 */
export function fieldsOf(text: string, whole: boolean, extension: string): Fields | undefined {
  if (DIRECTORIES.has(extension)) return 'properties';
  const isForm = FORMS.has(extension);
  if ((!isForm && !TEXT.has(extension) && !MARKUP.has(extension)) || text.startsWith('#!')) return undefined;
  let [lines, code, short] = [0, 0, 0];
  for (let start = 0; start < text.length && lines < LOOKED_AT; ) {
    const newline = text.indexOf('\n', start);
    const next = newline < 0 ? text.length : newline;
    let end = next;
    while (end > start && text.charCodeAt(end - 1) <= 0x20) end--;
    if (end > start) {
      lines++;
      if (isCode(text, end)) code++;
      if (end - start <= SHORT) short++;
    }
    start = next + 1;
  }
  if (lines === 0 || (!isForm && code > lines * MOST_CODE)) return undefined;
  return whole && short >= lines * LEAST_SHORT ? 'beside and above' : 'beside';
}

/** Whether a line that ends at `end` ends in a brace, a backslash, or a semicolon directly behind a word, bracket or quote. */
function isCode(text: string, end: number): boolean {
  const last = text[end - 1]!;
  return last === '{' || last === '}' || last === '\\' || (last === ';' && /[\w"')\]]/.test(text[end - 2] ?? ''));
}
