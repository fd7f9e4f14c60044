/** Lines of tables in text: where their cells are, and which lines only rule. Offsets are those of the block. */

const TAB = 0x09;
const RETURN = 0x0d;
const SPACE = 0x20;
const PLUS = 0x2b;
const MINUS = 0x2d;
const COLON = 0x3a;
const EQUALS = 0x3d;
const BACKSLASH = 0x5c;
const BAR = 0x7c;

/** A cell without the spaces around it. */
export interface Cell {
  readonly start: number;
  readonly end: number;
  /** A bar in it is escaped. */
  readonly isEscaped: boolean;
}

function isBlank(byte: number): boolean {
  return byte === SPACE || byte === TAB || byte === RETURN;
}

/** The cells of a line between bars; a bar at either end separates nothing. */
export function barCells(bytes: Uint8Array, start: number, end: number): Cell[] {
  const cells: Cell[] = [];
  let from = start;
  let to = end;
  while (from < to && isBlank(bytes[from]!)) from++;
  while (to > from && isBlank(bytes[to - 1]!)) to--;
  if (bytes[from] === BAR) from++;
  const isClosed = to > from && bytes[to - 1] === BAR && bytes[to - 2] !== BACKSLASH;
  if (isClosed) to--;
  let isEscaped = false;
  for (let at = from; at <= to; at++) {
    if (at < to && bytes[at] !== BAR) continue;
    if (at < to && bytes[at - 1] === BACKSLASH) {
      isEscaped = true;
      continue;
    }
    cells.push(trimmed(bytes, from, at, isEscaped));
    from = at + 1;
    isEscaped = false;
  }
  return cells;
}

function trimmed(bytes: Uint8Array, start: number, end: number, isEscaped: boolean): Cell {
  let from = start;
  let to = end;
  while (from < to && isBlank(bytes[from]!)) from++;
  while (to > from && isBlank(bytes[to - 1]!)) to--;
  return { start: from, end: to, isEscaped };
}

/** Columns that a line of dashes rules with `|` or `+` between them (`|---|:-:|`, `+====+---+`), 0 where it is no such line. */
export function ruledColumns(bytes: Uint8Array, start: number, end: number): number {
  let columns = 0;
  let isOpen = false;
  let hasSeparator = false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === MINUS || byte === EQUALS) {
      if (!isOpen) columns++;
      isOpen = true;
    } else if (byte === BAR || byte === PLUS) {
      isOpen = false;
      hasSeparator = true;
    } else if (byte !== COLON && !isBlank(byte)) return 0;
  }
  return hasSeparator ? columns : 0;
}

/** A column of a table that is set in columns, by characters from 0: its cells lie in `[start, end)`. */
export interface Band {
  readonly start: number;
  /** Infinity for the last one. */
  readonly end: number;
}

/** Bands under runs of dashes (`---  -----`), where there are two at least. */
export function dashedBands(line: string): Band[] | undefined {
  if (!/^\s*-{2,}(?:\s+-{2,})+\s*$/.test(line)) return undefined;
  const starts = Array.from(line.matchAll(/-{2,}/g), ({ index }) => index);
  return starts.map((start, i) => ({ start: i === 0 ? 0 : start, end: starts[i + 1] ?? Number.POSITIVE_INFINITY }));
}

/** A name above a column: begins with a letter and is none of what code and prose end with. */
const NAME = /^\p{L}[^;={}()"',<>[\]]{0,39}$/u;
/** Lines below a header that must keep to its columns. */
export const ROWS_OF_PROOF = 3;

/**
 * Bands of a table in columns: the header has names with two spaces and more between them, and in each such gap there is a place
 * that is blank in all rows.
 */
export function alignedBands(header: string, rows: readonly string[]): Band[] | undefined {
  const names = header.trim().split(/ {2,}/);
  if (names.length < 2 || !names.every((name) => NAME.test(name)) || rows.length < ROWS_OF_PROOF) return undefined;
  if (isTitleAbove(names.length, rows[0]!)) return undefined;
  const bands: Band[] = [];
  let start = 0;
  for (const { index, 0: gap } of header.trimEnd().matchAll(/(?<=\S) {2,}/g)) {
    const next = index + gap.length;
    let boundary = index;
    while (boundary < next && rows.some((row) => isFilled(row, boundary))) boundary++;
    if (boundary === next) return undefined;
    // Where all cells begin below the first letter of their name, those before it may be as long as there is room.
    if (rows.every((row) => isFilled(row, next) && !isFilled(row, next - 1))) boundary = next - 1;
    bands.push({ start, end: boundary });
    start = boundary;
  }
  bands.push({ start, end: Number.POSITIVE_INFINITY });
  return rows.every((row) => isInBands(row, bands)) ? bands : undefined;
}

/** Whether the line below is the header, and what would be one a title with something on its right (`MEMBERS 2025        page 1/4`). */
function isTitleAbove(names: number, below: string): boolean {
  const cells = gapCells(below);
  return cells.length > names && cells.every(({ start, end }) => NAME.test(below.slice(start, end)));
}

/** Fields of a line between gaps of two spaces and more, in characters. */
export function gapCells(line: string): { readonly start: number; readonly end: number }[] {
  return Array.from(line.matchAll(/\S+(?: \S+)*/g), ({ index, 0: text }) => ({ start: index, end: index + text.length }));
}

/** Fewest columns that are told by gaps alone: two are a list of terms. */
const FEWEST_RAGGED = 3;

/** Columns of a table whose cells keep to no place: each line has as many fields between gaps as the header has names, 0 where not so. */
export function raggedColumns(header: string, rows: readonly string[]): number {
  const names = gapCells(header).map(({ start, end }) => header.slice(start, end));
  if (names.length < FEWEST_RAGGED || !names.every((name) => NAME.test(name)) || rows.length < ROWS_OF_PROOF) return 0;
  return rows.every((row) => gapCells(row).length === names.length) ? names.length : 0;
}

function isFilled(line: string, at: number): boolean {
  return (line[at] ?? ' ') !== ' ';
}

/** Whether a line has something in two columns at least, and nothing that reaches over a boundary. */
export function isInBands(line: string, bands: readonly Band[]): boolean {
  let filled = 0;
  for (const { start, end } of bands) {
    if (start > 0 && isFilled(line, start)) return false;
    if (line.slice(start, end).trim() !== '') filled++;
  }
  return filled >= 2;
}

/** The cell of a line in a band, in characters. */
export function bandCell(line: string, { start, end }: Band): { readonly start: number; readonly end: number } {
  const text = line.slice(start, end);
  const from = start + text.length - text.trimStart().length;
  return { start: from, end: Math.max(from, start + text.trimEnd().length) };
}
