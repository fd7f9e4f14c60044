/** Tables of SQL and what the values in their columns are called. */
import type { NameIds } from '../name-ids.js';

/** Tables whose columns and rows are remembered, and characters of their names; values of others have no names. */
const MOST_TABLES = 5000;
const LONGEST_TABLE = 1000;
/** Columns that say in their cells what others in the row hold (`option_name`), and those others (`option_value`). */
const KEY = /(?:^|_)(?:name|key|setting|option|property|field|attribute|param|parameter|variable|label|type)$/i;
const KEYED = /(?:^|_)(?:value|val|content|contents|data)$/i;
/** A cell that is a name. */
const NAME = /^[A-Za-z][\w .:-]{0,63}$/;
const LONGEST_KEY = 64;
/** Names from cells that are remembered; with more, they are no names of settings. */
const MOST_KEYS = 1000;

/** A table: its columns, as far as they are known, and the rows that were seen. */
export interface Table {
  readonly name: string;
  columns: readonly string[] | null;
  rows: number;
}

/** The columns of a statement. */
export interface Columns {
  /** Ids of their names; undefined where there are too many. */
  readonly ids: readonly (number | undefined)[];
  /** Those whose cells say what others in the row hold, and those others; both or none. */
  readonly isKey: readonly boolean[];
  readonly isKeyed: readonly boolean[];
}

/** `[start, end)` in the block. */
export interface Cell {
  readonly start: number;
  readonly end: number;
  readonly isEscaped: boolean;
}

/** Whether only another value says what values of this column are. */
export function isKeyedName(column: string): boolean {
  return KEYED.test(column);
}

/** The name that a cell holds, if any. */
export function keyIn(bytes: Uint8Array, { start, end }: Cell): string | undefined {
  if (end - start > LONGEST_KEY) return undefined;
  const text = Buffer.from(bytes.subarray(start, end)).toString('latin1');
  return NAME.test(text) ? text : undefined;
}

export class Tables {
  readonly #ids: NameIds;
  readonly #tables = new Map<string, Table>();
  readonly #keys = new Set<string>();

  constructor(ids: NameIds) {
    this.#ids = ids;
  }

  /** Undefined where there are too many. */
  of(name: string): Table | undefined {
    const key = name.toLowerCase();
    let table = this.#tables.get(key);
    if (table === undefined && this.#tables.size < MOST_TABLES && key.length <= LONGEST_TABLE) {
      table = { name, columns: null, rows: 0 };
      this.#tables.set(key, table);
    }
    return table;
  }

  columnsOf(table: Table, columns: readonly string[]): Columns {
    const hasBoth = columns.some((column) => KEY.test(column)) && columns.some(isKeyedName);
    return {
      ids: columns.map((column) => this.#ids.of([table.name, column])),
      isKey: columns.map((column) => hasBoth && KEY.test(column)),
      isKeyed: columns.map((column) => hasBoth && isKeyedName(column)),
    };
  }

  /**
   * Id of a cell's names.
   * @param key what another cell of the row says that it holds; where that is missing, the cell is text
   */
  idOf({ ids, isKeyed }: Columns, cell: number, key: string | undefined): number | undefined {
    const id = ids[cell];
    if (id === undefined || !isKeyed[cell]) return id;
    return key === undefined ? undefined : this.#keyed(id, key);
  }

  #keyed(id: number, key: string): number {
    const list = [...this.#ids.list(id), key];
    const name = list.join('\0');
    if (!this.#keys.has(name)) {
      if (this.#keys.size >= MOST_KEYS) return id;
      this.#keys.add(name);
    }
    return this.#ids.of(list) ?? id;
  }
}
