/** Tells tables from text, and settles delimiter and header. A cheap count finds likely delimiters, csv-parse decides; it is loaded for them. */
import { isOpenQuote, loadParse } from './csv-library.js';

/** Delimiter byte and header of a table. */
export interface Dialect {
  readonly delimiter: number;
  readonly header: readonly string[] | null;
  readonly headerRow?: number;
}

const DELIMITERS = [',', '\t', ';', '|'] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** Extensions that say table, with the delimiter that they suggest. */
const HINTS: Readonly<Record<string, Delimiter>> = { csv: ',', tsv: '\t', tab: '\t', psv: '|' };
/** Extensions of program source, markup and settings: regular punctuation there makes no table. */
const NO_TABLES = new Set(
  'c cc cpp cs css env go h hpp htm html ini java js jsx kt less lua m md mjs conf php pl ps1 py r rb rs rst scala scss sh sql svg swift toml ts tsx vue xml yaml yml'.split(
    ' ',
  ),
);
/** Characters and records of the head that are looked at. */
const HEAD_CHARACTERS = 32 * 1024;
const HEAD_RECORDS = 100;
/** Lines in which delimiters are counted. */
const HEAD_LINES = 20;
/** Records with two columns, and with more, that prove a table without a hint. */
const PROOF_OF_TWO = 10;
const PROOF_OF_MORE = 3;
/** Share of records with the usual number of columns: without a hint, and with one. */
const SHARE = 1;
const HINTED_SHARE = 0.6;
/** Share that does without a hint where a header names the columns, and the records that it takes: exports have a short or long row now and then. */
const NAMED_SHARE = 0.9;
const PROOF_WITH_RAGGED = 10;
/** A name of a column: not a sentence, a statement or a value. Spaces around it are of prose. */
const COLUMN_NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_.()/#%$-]*(?: [\p{L}\p{M}\p{N}_.()/#%$-]+){0,3}$/u;
const LONGEST_NAME = 40;
/** Records before the header, at most. */
const MOST_BEFORE_HEADER = 10;
/** Excel's first line that says the delimiter. */
const SAID_DELIMITER = /^\ufeff?sep=([,\t;|])\r?\n/i;
/** Cells of tables are short: mean length above which text with regular commas is prose. */
const MAX_MEAN_CELL = 120;

/** The dialect of a table, or undefined for other text. `whole` as for `detectFormat`. */
export function detectTable(text: string, whole: boolean, extension: string): Dialect | undefined {
  if (NO_TABLES.has(extension)) return undefined;
  const hint = HINTS[extension];
  const head = text.slice(0, HEAD_CHARACTERS);
  const isWhole = whole && head.length === text.length;
  const isLikely = likelihood(head, hint !== undefined);
  let best: { readonly delimiter: Delimiter; readonly rows: string[][]; readonly score: number } | undefined;
  const said = SAID_DELIMITER.exec(head)?.[1];
  for (const delimiter of DELIMITERS) {
    if (said === undefined ? !isLikely(delimiter) : delimiter !== said) continue;
    const all = parseHead(head, delimiter, isWhole);
    const rows = all.filter((row) => isFilled(row) && !isRemark(row));
    const columns = usualColumns(rows);
    if (columns < 2) continue;
    const share = rows.filter((row) => row.length === columns).length / rows.length;
    if (!isTable({ rows, columns, share, isHinted: hint !== undefined })) continue;
    // Amounts with a decimal comma are as regular as columns, but for the header.
    const score = (share === 1 ? 2000 : share * 1000) + Math.min(columns, 100) + (delimiter === hint ? 500 : 0);
    if (!best || score > best.score) best = { delimiter, rows: all, score };
  }
  if (!best && (hint === undefined || head.trim() === '')) return undefined;
  // A table of one column has no delimiter to count.
  const delimiter = best?.delimiter ?? hint!;
  return { delimiter: delimiter.charCodeAt(0), ...headerIn(best?.rows ?? parseHead(head, delimiter, isWhole)) };
}

/** The header and the number of records before it, by the first records of a table. */
export function headerIn(rows: readonly string[][]): Omit<Dialect, 'delimiter'> {
  const first = firstRowOf(rows);
  const header = headerOf(rows.slice(first).filter(isFilled));
  if (header !== null) return first > 0 ? { header, headerRow: first } : { header };
  // A header may be written as a comment: `#id,name`.
  const columns = rows[first]?.length ?? 0;
  const remark = rows.slice(0, first).findLastIndex((row) => isRemark(row) && row.length === columns && columns > 1);
  if (remark < 0) return { header };
  return { header: rows[remark]!, ...(remark > 0 && { headerRow: remark }) };
}

function isFilled(row: readonly string[]): boolean {
  return row.length > 1 || row[0] !== '';
}

/** Comments, and the line by which Excel is told the delimiter. */
function isRemark([first = '']: readonly string[]): boolean {
  return first.startsWith('#') || /^sep=/i.test(first);
}

/** Place of the first row that is none of what exports write above a table: empty lines, a title, remarks. */
function firstRowOf(rows: readonly string[][]): number {
  const columns = usualColumns(rows.filter(isFilled));
  const isTitle = (row: readonly string[]): boolean => columns > 1 && row.length === 1;
  const first = rows.findIndex((row) => isFilled(row) && !isRemark(row) && !isTitle(row));
  return first > MOST_BEFORE_HEADER ? 0 : Math.max(0, first);
}

/** Whether most lines at the head have a delimiter, counted without regard to quotes. Lines are split for the first delimiter that occurs. */
function likelihood(head: string, isHinted: boolean): (delimiter: Delimiter) => boolean {
  let lines: readonly string[] | undefined;
  return (delimiter) => {
    if (!head.includes(delimiter)) return false;
    lines ??= firstLines(head, HEAD_LINES);
    let having = 0;
    for (const line of lines) if (line.includes(delimiter)) having++;
    return having > 0 && having >= lines.length * (isHinted || head.includes('"') ? 0.3 : 0.9);
  };
}

/** Those of the first `most` lines that are not empty. Without carriage returns in the way they are found without a RegExp. */
function firstLines(head: string, most: number): readonly string[] {
  if (head.includes('\r')) return head.split(/\r\n|\n|\r/, most).filter((line) => line !== '');
  const lines: string[] = [];
  for (let from = 0, seen = 0; seen < most && from <= head.length; seen++) {
    const found = head.indexOf('\n', from);
    const to = found < 0 ? head.length : found;
    if (to > from) lines.push(head.slice(from, to));
    from = to + 1;
  }
  return lines;
}

/** Records of the head; the last one is left out where the head cuts it. */
function parseHead(head: string, delimiter: Delimiter, isWhole: boolean): string[][] {
  const cut = isWhole ? head : head.slice(0, Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r')) + 1);
  const rows: string[][] = [];
  const parse = loadParse();
  const bytes = Buffer.from(cut);
  let parsed = 0;
  const parseFrom = (start: number, quote: '"' | false): void => {
    parse(bytes.subarray(start), {
      delimiter,
      quote,
      relax_column_count: true,
      relax_quotes: true,
      to: HEAD_RECORDS - rows.length,
      on_record: (row: string[], { bytes: read }) => {
        rows.push(row);
        parsed = start + read;
        return null;
      },
    });
  };
  try {
    parseFrom(0, '"');
  } catch (error) {
    // A quote that the head leaves open makes csv-parse throw: what it has seen before is enough. A quote that nothing closes is a
    // character like others, as for the reader.
    if (!isOpenQuote(error)) throw error;
    if (isWhole && rows.length < PROOF_OF_MORE) parseFrom(parsed, false);
  }
  return rows;
}

/** The number of columns that most rows have. */
function usualColumns(rows: readonly string[][]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  let usual = 0;
  for (const [columns, count] of counts) if (count > (counts.get(usual) ?? 0)) usual = columns;
  return usual;
}

interface Evidence {
  readonly rows: readonly string[][];
  readonly columns: number;
  readonly share: number;
  readonly isHinted: boolean;
}

function isTable({ rows, columns, share, isHinted }: Evidence): boolean {
  if (isHinted) return share >= HINTED_SHARE;
  if (share < SHARE && !(share >= NAMED_SHARE && rows.length >= PROOF_WITH_RAGGED && haveNames(rows, columns))) return false;
  if (rows.length < (columns === 2 ? PROOF_OF_TWO : PROOF_OF_MORE)) return false;
  if (columns === 2 && haveOneLabel(rows)) return false;
  const cells = rows.flat();
  const characters = cells.reduce((sum, cell) => sum + cell.length, 0);
  // Statements end with `;`, and a delimiter that only ends lines separates nothing.
  const hasLast = rows.some((row) => row.at(-1) !== '');
  return hasLast && characters / cells.length <= MAX_MEAN_CELL;
}

/** Whether a header names the columns, each differently. R writes none above the column of its row names. */
function haveNames(rows: readonly string[][], columns: number): boolean {
  const { header } = headerIn(rows);
  if (header === null || header.length < 2 || Math.abs(header.length - columns) > 1) return false;
  const areNames = header.every((name) => name.length <= LONGEST_NAME && COLUMN_NAME.test(name));
  return areNames && new Set(header.map((name) => name.toLowerCase())).size === header.length;
}

/** Whether all lines begin with the same name and a colon (`coordinates: 52.52,13.40`): two columns by the comma of their one value. */
function haveOneLabel(rows: readonly string[][]): boolean {
  const label = /^\s*\p{L}[\p{L}\d _-]*:\s/u.exec(rows[0]?.[0] ?? '')?.[0];
  return label !== undefined && rows.every(([first]) => first!.startsWith(label));
}

/** The first row, unless its cells look like the data below it. */
function headerOf(rows: readonly string[][]): readonly string[] | null {
  const [first, ...others] = rows;
  if (!first || first.every((cell) => cell.trim() === '')) return null;
  if (first.some((cell) => cell.includes('@') || longestDigits(cell) >= 6)) return null;
  let asData = 0;
  let asHeader = 0;
  first.forEach((cell, column) => {
    const below = others.map((row) => row[column] ?? '').filter((other) => other.trim() !== '');
    const numbers = below.filter(isNumeric).length;
    if (below.length === 0 || numbers < below.length * 0.8) {
      if (isNumeric(cell) && !isYear(cell)) asData++;
    } else if (!isNumeric(cell)) asHeader++;
    else if (!isYear(cell)) asData++;
  });
  return asData > asHeader ? null : first;
}

function longestDigits(cell: string): number {
  return Math.max(0, ...Array.from(cell.matchAll(/\d+/g), (run) => run[0].length));
}

/** Numbers, dates, amounts: digits and punctuation, no letters. */
function isNumeric(cell: string): boolean {
  return /\d/.test(cell) && !/\p{L}/u.test(cell);
}

/** Years stand in headers too. */
function isYear(cell: string): boolean {
  return /^\s*(?:19|20)\d\d\s*$/.test(cell);
}
