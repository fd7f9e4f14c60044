/**
 * Tables in documents: the text of each cell with the header of its column before it, since what names a value may stand a hundred
 * rows above it. Tables in tables are a part of their cell.
 */
import { headerIn } from '../detect-table.js';
import type { Piece } from '../documents.js';
import { nameBefore } from '../name-before.js';
import { type Attributes, attribute } from './xml.js';

/** Rows, and UTF-16 units in them, that wait until the header is known. */
const HEADER_ROWS = 30;
const HEADER_UNITS = 64 * 1024;
const MOST_COLUMNS = 1024;

const TABLES = new Set(['tbl', 'table']);
const ROWS = new Set(['tr', 'table-row']);
const CELLS = new Set(['tc', 'table-cell', 'covered-table-cell']);

interface Cell {
  readonly column: number;
  readonly pieces: Piece[];
}

/** Elements and pieces go through it, in their order; what stands in no table is given at once. */
export class TableText {
  readonly #give: (piece: Piece) => void;
  #depth = 0;
  #column = 0;
  /** Rows before the header is known; undefined from then on. */
  #first: Cell[][] | undefined;
  #units = 0;
  #names: (string | undefined)[] = [];

  constructor(give: (piece: Piece) => void) {
    this.#give = give;
  }

  open(name: string, attributes: Attributes): void {
    if (TABLES.has(name)) {
      if (this.#depth++ > 0) return;
      this.#first = [];
      this.#units = 0;
      this.#names = [];
    } else if (this.#depth !== 1) return;
    else if (ROWS.has(name)) {
      if (this.#first !== undefined && this.#first.length >= HEADER_ROWS) this.#settle();
      this.#column = 0;
      this.#first?.push([]);
    } else if (CELLS.has(name)) {
      this.#column++;
      this.#first?.at(-1)?.push({ column: this.#column, pieces: [] });
      this.#span(attribute(attributes, 'number-columns-repeated'));
    } else if (name === 'gridSpan') this.#span(attribute(attributes, 'val'));
  }

  close(name: string): void {
    if (!TABLES.has(name) || this.#depth === 0) return;
    if (--this.#depth === 0) this.#settle();
  }

  /** Gives what waits: the table at hand may not end. */
  end(): void {
    this.#settle();
  }

  add(piece: Piece): void {
    if (this.#depth === 0) {
      this.#give(piece);
      return;
    }
    const cell = this.#first?.at(-1)?.at(-1);
    if (cell === undefined) {
      this.#giveIn(this.#column, piece);
      return;
    }
    cell.pieces.push(piece);
    this.#units += piece.text.length;
    if (this.#units > HEADER_UNITS) this.#settle();
  }

  /** A cell that reaches over more than one column. */
  #span(columns: string | undefined): void {
    const more = Number(columns ?? 1) - 1;
    if (Number.isInteger(more) && more > 0) this.#column = Math.min(MOST_COLUMNS, this.#column + more);
  }

  #settle(): void {
    const rows = this.#first;
    if (rows === undefined) return;
    this.#first = undefined;
    const { header, headerRow = 0 } = rows.length < 2 ? { header: null } : headerIn(rows.map(textsOf));
    for (const [index, row] of rows.entries()) {
      for (const { column, pieces } of row) for (const piece of pieces) this.#giveIn(column, piece);
      if (header !== null && index === headerRow) this.#names = ['', ...header].map(nameBefore);
    }
  }

  #giveIn(column: number, piece: Piece): void {
    const name = this.#names[column];
    this.#give(name === undefined ? piece : { ...piece, text: `${name}: ${piece.text}` });
  }
}

function textsOf(row: readonly Cell[]): string[] {
  const texts: string[] = [];
  for (const { column, pieces } of row) {
    while (texts.length < Math.min(column, MOST_COLUMNS) - 1) texts.push('');
    texts.push(pieces.map(({ text }) => text).join('\n'));
  }
  return texts;
}
