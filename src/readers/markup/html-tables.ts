/** Tables of HTML: which names the cells have, by the header of their column and of their row. */

import type { NameList } from '../../core/segment.js';

/** Tables within tables that are followed, and columns of one. */
const MOST_DEPTH = 20;
const MOST_COLUMNS = 500;
/** Characters of a header. */
const LONGEST_HEADER = 200;
/** What a header in the first row looks like where it is not marked as one. */
const NAME = /^\p{L}[^\d;={}()"<>]{0,39}$/u;

type CellKind = 'th' | 'td';

/** A table that is open. */
class Table {
  headers: readonly string[] = [];
  /** Of the row at hand, from 1; rows of headers count. */
  row = 0;
  column = -1;
  /** Columns that the cell at hand takes. */
  span = 1;
  cell: CellKind | undefined;
  /** Text of the cell, as far as it may be a header. */
  text = '';
  rowHeader = '';
  /** Names of data cells by column, where their row has no header. */
  names: NameList[] = [];
  cells: string[] = [];
  hasData = false;
  isInHead = false;
}

export class HtmlTables {
  readonly #open: Table[] = [];
  /** Tables that are too deep to be followed. */
  #deeper = 0;

  /** Names of the cell at hand, mostly the same list for the same column; undefined outside of data cells. */
  get names(): NameList | undefined {
    const table = this.#table;
    if (table?.cell !== 'td') return undefined;
    const header = table.headers[table.column] ?? '';
    if (table.rowHeader !== '') return header === '' ? [table.rowHeader] : [header, table.rowHeader];
    table.names[table.column] ??= header === '' ? [] : [header];
    return table.names[table.column];
  }

  /** Whether the text of the cell at hand may be a header. */
  get isHeader(): boolean {
    const table = this.#table;
    return table !== undefined && (table.cell === 'th' || (table.cell === 'td' && (table.row === 1 || table.isInHead)));
  }

  /** The innermost table, where it is followed. */
  get #table(): Table | undefined {
    return this.#deeper > 0 ? undefined : this.#open.at(-1);
  }

  get row(): number {
    return this.#open.at(-1)?.row ?? 0;
  }

  /** @param span value of `colspan`, 1 where there is none */
  opened(name: string, span: number): void {
    if (name === 'table') {
      if (this.#open.length < MOST_DEPTH) this.#open.push(new Table());
      else this.#deeper++;
      return;
    }
    const table = this.#table;
    if (table === undefined) return;
    if (name === 'tr') beginRow(table);
    else if (name === 'thead') table.isInHead = true;
    else if (name === 'tbody' || name === 'tfoot') {
      endRow(table);
      table.isInHead = false;
    } else if (name === 'th' || name === 'td') beginCell(table, name, span);
  }

  closed(name: string): void {
    const table = this.#open.at(-1);
    if (table === undefined) return;
    if (name === 'table') {
      if (this.#deeper > 0) this.#deeper--;
      else this.#open.pop();
    } else if (this.#deeper > 0) return;
    else if (name === 'th' || name === 'td') endCell(table);
    else if (name === 'tr') endRow(table);
    else if (name === 'thead') {
      endRow(table);
      table.isInHead = false;
    }
  }

  /** Adds to the text of the cell at hand. */
  add(text: string): void {
    const table = this.#open.at(-1);
    if (table?.cell === undefined || this.#deeper > 0 || table.text.length > LONGEST_HEADER) return;
    table.text = table.text === '' ? text : `${table.text} ${text}`;
  }
}

function beginRow(table: Table): void {
  endRow(table);
  table.row++;
}

function beginCell(table: Table, kind: CellKind, span: number): void {
  endCell(table);
  if (table.row === 0) table.row = 1;
  table.column = Math.min(table.column + table.span, MOST_COLUMNS);
  table.span = span;
  table.cell = kind;
  table.text = '';
  if (kind === 'td') table.hasData = true;
}

function endCell(table: Table): void {
  if (table.cell === undefined) return;
  const text = table.text.length > LONGEST_HEADER ? '' : table.text;
  if (table.cell === 'th' && table.column === 0) table.rowHeader = text;
  if (table.column < MOST_COLUMNS) for (let i = 0; i < table.span; i++) table.cells[table.column + i] = text;
  table.cell = undefined;
}

function endRow(table: Table): void {
  endCell(table);
  const { cells } = table;
  const isMarked = !table.hasData || table.isInHead;
  const isHeader =
    cells.length > 0 && (isMarked || (table.row === 1 && cells.length > 1 && cells.every((cell) => NAME.test(cell))));
  if (isHeader) {
    table.headers = cells;
    table.names = [];
  }
  table.cells = [];
  table.rowHeader = '';
  table.column = -1;
  table.span = 1;
  table.hasData = false;
}
