/** Cells of one sheet, row by row: finds the header as in CSV, and names the cells below it. */
import type { Location, NameList } from '../../core/segment.js';
import { headerIn } from '../detect-table.js';

/** Rows, and UTF-16 units in them, that the header is looked for in. */
const HEADER_ROWS = 100;
const HEADER_UNITS = 64 * 1024;
/** Columns that a header is looked for in, from the first filled one. */
const HEADER_COLUMNS = 1024;
/** Of values that stand below no header; always the same array. */
export const NO_NAMES: NameList = [];
const LETTERS = 26;
const CODE_OF_A = 65;

/** A value of a workbook, and where it stands. */
export interface SheetValue {
  /** Bytes are valid until the workbook is closed. */
  readonly text: string | Uint8Array;
  /** Header of its column; the same array for the same column. Empty where there is none. */
  readonly names: NameList;
  readonly isName: boolean;
  readonly place: SheetPlace;
}

export interface SheetPlace {
  readonly sheet?: string;
  /** From 1. */
  readonly row?: number;
  /** From 1. */
  readonly column?: number;
  readonly columnName?: string;
  /** What is no cell: `comment`, `header`. */
  readonly part?: string;
}

interface Cell {
  readonly column: number;
  readonly text: string | Uint8Array;
}

interface Row {
  readonly number: number;
  readonly cells: Cell[];
}

/** The values come out of `take`, in the order of their rows. */
export class Sheet {
  readonly name: string;
  /** Rows with values. */
  rows = 0;
  #values: SheetValue[] = [];
  #row = 0;
  /** Rows before the header is known; undefined from then on. */
  #first: Row[] | undefined = [];
  #units = 0;
  /** By column. */
  #names: NameList[] = [];

  constructor(name: string) {
    this.name = name;
  }

  /** Takes a cell. Cells of a row come one after the other. @param row from 1 @param column from 1 */
  add(row: number, column: number, text: string | Uint8Array): void {
    const isNew = row !== this.#row;
    if (isNew) this.rows++;
    this.#row = row;
    if (this.#first === undefined) {
      this.#give(row, { column, text }, false);
      return;
    }
    if (isNew) {
      if (this.#first.length === HEADER_ROWS) this.end();
      this.#first?.push({ number: row, cells: [] });
    }
    this.#units += text.length;
    if (this.#first === undefined) this.#give(row, { column, text }, false);
    else this.#first.at(-1)!.cells.push({ column, text });
    if (this.#units > HEADER_UNITS) this.end();
  }

  /** Takes what is no cell, or belongs to one. */
  addPart(part: string, text: string, cell: { readonly row: number; readonly column: number } | undefined): void {
    if (text !== '') this.#values.push({ text, names: NO_NAMES, isName: false, place: { sheet: this.name, ...cell, part } });
  }

  /** Values that are ready. */
  take(): SheetValue[] {
    const values = this.#values;
    this.#values = [];
    return values;
  }

  /** Finds the header, and gives the rows that waited for it; to be called behind the last cell. */
  end(): void {
    const rows = this.#first;
    if (rows === undefined) return;
    this.#first = undefined;
    const columns = rows.flatMap(({ cells }) => cells.map(({ column }) => column));
    const left = columns.reduce((least, column) => Math.min(least, column), MOST_COLUMNS);
    const { header, headerRow = 0 } = headerIn(rows.map((row) => textsOf(row, left)));
    for (const [index, { number, cells }] of rows.entries()) {
      const isHeader = header !== null && index === headerRow;
      if (isHeader) for (const { column, text } of cells) this.#names[column] = [textOf(text)];
      for (const cell of cells) this.#give(number, cell, isHeader);
    }
  }

  #give(row: number, { column, text }: Cell, isName: boolean): void {
    const names = this.#names[column] ?? NO_NAMES;
    const [columnName] = names;
    const place = { sheet: this.name, row, column, ...(columnName !== undefined && { columnName }) };
    this.#values.push({ text, names, isName, place });
  }
}

/** A row as it would stand in a file. */
function textsOf({ cells }: Row, left: number): string[] {
  const texts: string[] = [];
  for (const { column, text } of cells) {
    const index = column - left;
    if (index >= HEADER_COLUMNS) continue;
    while (texts.length < index) texts.push('');
    texts[index] = textOf(text);
  }
  return texts;
}

export function textOf(text: string | Uint8Array): string {
  return typeof text === 'string' ? text : Buffer.from(text.buffer, text.byteOffset, text.length).toString('utf8');
}

/** Where a value stands, for people. */
export function sheetLocation({ sheet, row, column, columnName, part }: SheetPlace): Location {
  return {
    ...(sheet !== undefined && { sheet }),
    ...(row !== undefined && column !== undefined && { cell: `${columnLetters(column)}${row}` }),
    ...(row !== undefined && { row }),
    ...(columnName !== undefined && { columnName }),
    ...(column !== undefined && { columnIndex: column }),
    ...(part !== undefined && { part }),
  };
}

/** `AB` of 28. */
function columnLetters(column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / LETTERS)) {
    letters = String.fromCharCode(CODE_OF_A + ((left - 1) % LETTERS)) + letters;
  }
  return letters;
}

/** Row and column of `AB12`, both from 1; undefined where it is no address. */
export function parseAddress(address: string): { readonly row: number; readonly column: number } | undefined {
  let column = 0;
  let at = 0;
  for (; at < address.length; at++) {
    const letter = address.charCodeAt(at) - CODE_OF_A;
    if (letter < 0 || letter >= LETTERS) break;
    column = column * LETTERS + letter + 1;
  }
  const row = Number(address.slice(at));
  return column > 0 && column <= MOST_COLUMNS && Number.isInteger(row) && row > 0 && row <= MOST_ROWS
    ? { row, column }
    : undefined;
}

/** Of a sheet, in any program. */
export const MOST_COLUMNS = 16_384;
export const MOST_ROWS: number = 2 ** 20;
