/** Joins the cells of tables with the values of label lines around them: what lies in a cell is the cell's. */
import type { Fields } from '../../core/format.js';
import type { Location, NameList } from '../../core/segment.js';
import type { EscapeStyle } from '../escapes.js';
import { FieldFinder } from '../fields/finder.js';
import { NameIds } from '../name-ids.js';
import type { Finder, ValueFacts, Values, View } from '../named-text.js';
import type { ReadRequest } from '../types.js';
import { MOST_NAMES, TableFinder } from './finder.js';

interface Listed {
  readonly start: number;
  readonly end: number;
  readonly name: number;
  readonly facts: ValueFacts;
}

class List implements Values {
  readonly values: Listed[] = [];

  add(start: number, end: number, name: number, facts: ValueFacts = {}): void {
    this.values.push({ start, end, name, facts });
  }
}

export class TablesAndFields implements Finder {
  readonly shape = 'column';
  readonly isSole = false;
  readonly labelEnds: Uint8Array;
  readonly #ids = new NameIds(MOST_NAMES);
  readonly #tables = new TableFinder(this.#ids);
  readonly #fields: FieldFinder;

  constructor(fields: Fields, request: Pick<ReadRequest, 'fieldNames'>) {
    this.#fields = new FieldFinder(fields, request, this.#ids);
    this.labelEnds = this.#fields.labelEnds;
  }

  names(id: number): NameList {
    return this.#ids.list(id);
  }

  location(id: number, row: number): Location {
    // Rows of tables count from 1.
    return row === 0 ? this.#fields.location() : this.#tables.location(id, row);
  }

  escapes(): EscapeStyle {
    return this.#tables.escapes();
  }

  find(view: View, values: Values): number {
    const cells = new List();
    const next = this.#tables.find(view, cells);
    // The lines of tables are taken whole, also those that the block ends in: so are the labels on them.
    const fields = new List();
    this.#fields.find({ ...view, to: next }, fields);
    let cell = 0;
    for (const field of fields.values) {
      for (; cell < cells.values.length && cells.values[cell]!.start < field.end; cell++) give(values, cells.values[cell]!);
      const before = cells.values[cell - 1];
      // Escapes of address books are none of tables.
      if (before === undefined || before.end <= field.start) give(values, { ...field, facts: { isField: true } });
    }
    for (; cell < cells.values.length; cell++) give(values, cells.values[cell]!);
    return next;
  }
}

function give(values: Values, { start, end, name, facts }: Listed): void {
  values.add(start, end, name, facts);
}
