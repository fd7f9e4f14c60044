/**
 * Finds tables in text and names their cells by the header: those of Markdown, those that psql and mysql draw, and columns set with
 * spaces. A table that is none does little harm, since everything is examined as text as well.
 */
import type { Location, NameList } from '../../core/segment.js';
import type { EscapeStyle } from '../escapes.js';
import { NameIds } from '../name-ids.js';
import type { Finder, Values, View } from '../named-text.js';
import {
  alignedBands,
  type Band,
  bandCell,
  barCells,
  dashedBands,
  gapCells,
  isInBands,
  ROWS_OF_PROOF,
  raggedColumns,
  ruledColumns,
} from './lines.js';

/** Columns of a table, and names of an item, beyond which cells have none. */
const MOST_COLUMNS = 500;
export const MOST_NAMES = 65_536;

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const PLUS = 0x2b;
const MINUS = 0x2d;
const BACKSLASH = 0x5c;
const BAR = 0x7c;

/** A table that goes on. */
interface Table {
  /** What separates its columns: the places where they lie, bars, or gaps of two spaces and more. */
  readonly columns: readonly Band[] | 'bars' | 'gaps';
  /** Under a line of dashes, rows may reach over a boundary: what does is text. */
  readonly isRuled: boolean;
  readonly ids: readonly (number | undefined)[];
  /** Of the last line; the header is row 1. */
  row: number;
}

/** `\|` is a bar in a cell of Markdown. */
const BAR_ESCAPES: EscapeStyle = {
  byte: BACKSLASH,
  read: (bytes, at, end) =>
    at + 1 < end && bytes[at + 1] === BAR ? { length: 2, reach: 2, codePoint: BAR } : { length: 1, reach: 2, codePoint: -1 },
};

export class TableFinder implements Finder {
  readonly shape = 'column';
  readonly isSole = false;
  readonly #ids: NameIds;
  #table: Table | undefined;
  /** Cells of the line before, which may be a header. */
  #before: readonly string[] | undefined;
  /** The line at hand is longer than what is looked at. */
  #isLong = false;

  constructor(ids: NameIds = new NameIds(MOST_NAMES)) {
    this.#ids = ids;
  }

  names(id: number): NameList {
    return this.#ids.list(id);
  }

  location(id: number, row: number): Location {
    return { row, columnName: this.#ids.list(id)[0] ?? '' };
  }

  escapes(): EscapeStyle {
    return BAR_ESCAPES;
  }

  find(view: View, values: Values): number {
    const { bytes, from, to, length, isEnd, reach } = view;
    let at = from;
    while (at < to) {
      const limit = Math.min(length, at + reach);
      const newline = bytes.subarray(at, limit).indexOf(NEWLINE);
      if (newline < 0 && !(isEnd && limit === length)) {
        this.#end();
        this.#isLong = true;
        at = Math.min(limit, to);
        continue;
      }
      const end = newline < 0 ? limit : at + newline;
      if (this.#isLong) this.#isLong = false;
      else at = this.#line(view, values, at, end);
      at = Math.max(at, end + 1);
    }
    return at;
  }

  #end(): void {
    this.#table = undefined;
    this.#before = undefined;
  }

  /** Takes a line; where to go on, if not behind it. */
  #line({ bytes, length, isEnd, reach }: View, values: Values, start: number, end: number): number {
    const table = this.#table;
    const line = { bytes, start, end };
    if (table?.columns === 'gaps') return this.#raggedRow(line, values, table);
    if (table !== undefined && table.columns !== 'bars') return this.#bandedRow(line, values, table, table.columns);
    const kind = kindOf(line);
    if (kind === 'rule') {
      const columns = ruledColumns(bytes, start, end);
      if (table === undefined && this.#before?.length === columns) this.#begin(this.#before, 'bars', true);
      return start;
    }
    if (kind === 'bars') {
      this.#barRow(line, values, table);
      return start;
    }
    this.#end();
    if (kind === 'gaps')
      this.#beginBands(line, { length: Math.min(length, start + reach), isEnd: isEnd && length <= start + reach });
    return start;
  }

  #begin(header: readonly string[], columns: Table['columns'], isRuled: boolean): void {
    const ids = header.slice(0, MOST_COLUMNS).map((cell) => {
      const name = plainName(cell);
      return name === '' ? undefined : this.#ids.of([name]);
    });
    this.#table = { columns, isRuled, ids, row: 1 };
    this.#before = undefined;
  }

  #barRow({ bytes, start, end }: Line, values: Values, table: Table | undefined): void {
    const cells = barCells(bytes, start, end);
    // The last cell may be empty, and its bar looks like the end of a line.
    const missing = (table?.ids.length ?? 0) - cells.length;
    if (table !== undefined && !table.isRuled && missing !== 0 && missing !== 1) this.#end();
    if (this.#table === undefined) {
      const texts = (): string[] => cells.map((cell) => textOf({ bytes, start: cell.start, end: cell.end }));
      const header = this.#before;
      this.#before = cells.length > MOST_COLUMNS ? undefined : texts();
      if (header === undefined || this.#before === undefined || !isHeaderOf(header, this.#before)) return;
      if (!hasSpacedBars({ bytes, start, end })) return;
      // Without a line of dashes below the header, as programs and clerks draw tables.
      this.#begin(header, 'bars', false);
    }
    this.#addBarCells(cells, values, this.#table!);
  }

  #addBarCells(cells: ReturnType<typeof barCells>, values: Values, table: Table): void {
    table.row++;
    for (const [i, { start: from, end: to, isEscaped }] of cells.entries()) {
      const id = table.ids[i];
      if (id !== undefined) values.add(from, to, id, { row: table.row, isEscaped });
    }
  }

  #bandedRow(line: Line, values: Values, table: Table, bands: readonly Band[]): number {
    const text = textOf(line);
    if (text.trim() === '' || (!table.isRuled && !isInBands(text, bands))) {
      this.#end();
      return line.start;
    }
    // The line of dashes itself.
    if (table.row === 1 && table.isRuled && dashedBands(text) !== undefined) return line.start;
    table.row++;
    const offsetOf = offsets(line, text);
    for (const [i, band] of bands.entries()) {
      const id = table.ids[i];
      const cell = bandCell(text, band);
      if (id !== undefined && !isOver(text, band.start) && !isOver(text, band.end))
        values.add(offsetOf(cell.start), offsetOf(cell.end), id, { row: table.row });
    }
    return line.start;
  }

  /** A row whose cells keep to no place, as long as there is one for each column. */
  #raggedRow(line: Line, values: Values, table: Table): number {
    const text = textOf(line);
    const cells = gapCells(text);
    if (cells.length !== table.ids.length) {
      this.#end();
      return line.start;
    }
    table.row++;
    const offsetOf = offsets(line, text);
    for (const [i, { start, end }] of cells.entries()) {
      const id = table.ids[i];
      if (id !== undefined) values.add(offsetOf(start), offsetOf(end), id, { row: table.row });
    }
    return line.start;
  }

  /** Begins a table in columns where the lines behind this one prove that it is a header. @param view what may be looked at */
  #beginBands(line: Line, { length, isEnd }: { readonly length: number; readonly isEnd: boolean }): void {
    const header = textOf(line);
    const rows: string[] = [];
    for (let start = line.end + 1; rows.length < ROWS_OF_PROOF && start < length; ) {
      const newline = line.bytes.subarray(start, length).indexOf(NEWLINE);
      if (newline < 0 && !isEnd) return;
      const end = newline < 0 ? length : start + newline;
      rows.push(textOf({ bytes: line.bytes, start, end }));
      start = end + 1;
    }
    const ruled = rows[0] === undefined ? undefined : dashedBands(rows[0]);
    const bands = ruled ?? alignedBands(header, rows);
    const columns = bands ?? (raggedColumns(header, rows) > 0 ? gapCells(header) : []);
    const names = columns.map(({ start, end }) => header.slice(start, end).trim());
    if (names.length > 0) this.#begin(names, bands ?? 'gaps', ruled !== undefined);
  }
}

/** Columns of a table whose header nothing rules off: a bar alone stands in much else. */
const FEWEST_UNRULED = 3;
/** What a column is called: words, and no number. */
const NAME = /^\p{L}[\p{L}\p{M} ._/#()'-]{0,39}$/u;

/** Whether a line of bars is the header of the one below it. */
function isHeaderOf(header: readonly string[], row: readonly string[]): boolean {
  if (header.length < FEWEST_UNRULED || header.length !== row.length) return false;
  return header.every((cell) => NAME.test(plainName(cell))) && new Set(header).size === header.length && row.some(hasDigit);
}

/** Whether a space stands before each bar; bars alone part the fields of data. */
function hasSpacedBars({ bytes, start, end }: Line): boolean {
  for (let at = start + 1; at < end; at++) if (bytes[at] === BAR && bytes[at - 1] !== SPACE) return false;
  return true;
}

function hasDigit(text: string): boolean {
  return /\d/.test(text);
}

/** Whether something reaches over a boundary. */
function isOver(text: string, boundary: number): boolean {
  return boundary > 0 && (text[boundary - 1] ?? ' ') !== ' ' && (text[boundary] ?? ' ') !== ' ';
}

interface Line {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/** The line without the return at its end. */
function textOf({ bytes, start, end }: Line): string {
  const last = end > start && bytes[end - 1] === RETURN ? end - 1 : end;
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, last - start).toString('utf8');
}

/** Block offset of a UTF-16 offset in the line. */
function offsets({ start }: Line, text: string): (at: number) => number {
  if (Buffer.byteLength(text) === text.length) return (at) => start + at;
  return (at) => start + Buffer.byteLength(text.slice(0, at));
}

/** What a line may be part of, told by its bytes alone. */
function kindOf({ bytes, start, end }: Line): 'rule' | 'bars' | 'gaps' | 'other' {
  let hasBar = false;
  let isRule = true;
  let hasText = false;
  let hasGap = false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === BAR) hasBar = true;
    else if (byte === SPACE) hasGap ||= hasText && bytes[at + 1] === SPACE;
    else if (byte !== RETURN) {
      if (byte !== MINUS && byte !== PLUS && byte !== 0x3d && byte !== 0x3a && byte !== 0x09) isRule = false;
      hasText = true;
    }
  }
  if (isRule && hasText && ruledColumns(bytes, start, end) > 0) return 'rule';
  if (hasBar) return 'bars';
  return hasGap ? 'gaps' : 'other';
}

/** A header cell without Markdown's emphasis and code marks. */
function plainName(cell: string): string {
  return cell.replace(/^[*_`~\s]+|[*_`~\s]+$/g, '');
}
