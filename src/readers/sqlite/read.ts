/** SQLite databases, table by table: what is stored in ordinary tables, and the schema as it was written. */
import { ItemProblem } from '../../core/problem.js';
import type { ProblemCode } from '../../core/result.js';
import type { Location, Segment } from '../../core/segment.js';
import { awaited } from '../awaited.js';
import { Cells, type Filled } from '../cells.js';
import { textBytes, wholeText } from '../decoded-text.js';
import { Omissions } from '../omissions.js';
import { positional } from '../positional.js';
import type { ReadRequest, Steps } from '../types.js';
import { DatabaseFile } from './file.js';
import {
  BLOB,
  type Connection,
  FLOAT,
  INTEGER,
  MOST_VALUE_BYTES,
  type Outcome,
  openDatabase,
  type Rows,
  TEXT,
} from './library.js';

const SCHEMA = 'sqlite_schema';
/** Its statements are text: no name says what is in them. */
const SCHEMA_SQL = `SELECT sql, name, type = 'table' AND rootpage > 0 FROM ${SCHEMA}`;
const SCHEMA_TEXT: readonly Column[] = [{ table: SCHEMA, name: 'sql', index: 1, id: 0 }];
const LOG_SUFFIX = '-wal';
/** Bytes that a row takes at least: two of its place in the page, two lengths, its number. */
const LEAST_ROW_BYTES = 5;
/** A page can be written down as that of many rows. */
const MOST_RATIO = 100;
const ANY_RATIO_BYTES = 64 * 1024 * 1024;
/** What `table_xinfo` says of columns that are not stored, but computed when they are asked for: by a function of the file's author. */
const COMPUTED: readonly number[] = [1, 2];
/** What the end of a statement means, other than that all was given. */
const OMISSIONS: Readonly<Partial<Record<Outcome, readonly [ProblemCode, string]>>> = {
  long: ['limit', 'a value of more than 32 MiB is not read'],
  full: ['limit', 'a row of more than 128 MiB is not read, nor what is behind it in its table'],
  damaged: ['malformed', 'the database is damaged'],
};

/** Reads a database. @throws ItemProblem when what could be read was given */
export function* readSqlite(request: ReadRequest): Steps {
  const { source, counts } = request;
  const placed = yield* awaited(positional(source));
  const log = source.beside?.(LOG_SUFFIX);
  try {
    const file = new DatabaseFile(placed, log);
    const connection = yield* awaited(openDatabase(file));
    const tables = new Tables(request, connection, placed.byteLength + (file.log?.byteLength ?? 0));
    let problem: unknown;
    try {
      yield* tables.read();
      log?.verify?.();
      tables.omissions.throwIfAny();
    } catch (error) {
      problem = error;
      // What came before is examined.
      yield* tables.flush();
    } finally {
      connection.close();
      counts.bytesDecoded = tables.bytes;
      counts.bytesExamined =
        source.storedBytes ?? (problem === undefined ? placed.byteLength : Math.max(0, file.bytesSeen - tables.bytesLost));
    }
    if (problem !== undefined) throw problem;
  } finally {
    log?.close();
    if (placed !== source) placed.close();
  }
}

interface Column {
  readonly table: string;
  readonly name: string;
  /** From 1, among those that are stored. */
  readonly index: number;
  readonly id: number;
}

interface CellPlace {
  readonly column: Column;
  /** From 1 in the order of the table: by rowid, or by primary key where it has none; 0 for a name. */
  readonly row: number;
}

interface EachOptions {
  /** Is shown each row. */
  readonly take?: (rows: Rows) => void;
  /** Rows at the beginning that were given before. */
  readonly skipped?: number;
}

class Tables {
  readonly omissions = new Omissions(0);
  /** Of values that are too long. */
  bytesLost = 0;
  readonly #connection: Connection;
  readonly #request: ReadRequest;
  readonly #cells: Cells<CellPlace>;
  readonly #byteLength: number;
  /** Of all tables. */
  #rows = 0;

  constructor(request: ReadRequest, connection: Connection, byteLength: number) {
    this.#request = request;
    this.#connection = connection;
    this.#cells = new Cells({ request, shape: 'column', locate });
    this.#byteLength = byteLength;
  }

  get bytes(): number {
    return this.#cells.bytes;
  }

  flush(): Filled {
    return this.#cells.flush();
  }

  *read(): Filled {
    const names: string[] = [];
    const take = (rows: Rows): void => {
      if (rows.number(2) === 1) names.push(rows.name(1));
    };
    if ((yield* this.#each(SCHEMA_SQL, SCHEMA_TEXT, { take })) === 'damaged') {
      // Tables that come before the damage can still be read.
      this.#connection.useRest();
      yield* this.#each(SCHEMA_SQL, SCHEMA_TEXT, { take });
    }
    for (const name of names) yield* this.#table(name);
    yield* this.flush();
  }

  *#table(name: string): Filled {
    const columns: Column[] = [];
    const info = this.#connection.query(`PRAGMA main.table_xinfo(${quoted(name)})`);
    try {
      while (info?.step() === 'row') {
        if (COMPUTED.includes(info.number(6))) continue;
        const column = info.name(1);
        columns.push({ table: name, name: column, index: columns.length + 1, id: this.#cells.name([name, column]) });
      }
    } finally {
      info?.close();
    }
    for (const column of columns) {
      const filled = this.#cells.putName(column.id, { column, row: 0 });
      if (filled) yield* filled;
    }
    const stored = columns.map((column) => quoted(column.name));
    const from = `FROM main.${quoted(name)} NOT INDEXED`;
    const before = this.#rows;
    const outcome: Outcome = yield* this.#each(`SELECT ${stored.join()} ${from}`, columns);
    if (outcome !== 'long') return;
    // That row is read again without what is too long, as are those behind it.
    const take = (rows: Rows): void => {
      this.bytesLost += rows.number(columns.length);
    };
    const short = stored.map((column) => `CASE WHEN octet_length(${column}) <= ${MOST_VALUE_BYTES} THEN ${column} END`);
    const lost = stored.map(
      (column) => `CASE WHEN octet_length(${column}) > ${MOST_VALUE_BYTES} THEN octet_length(${column}) ELSE 0 END`,
    );
    yield* this.#each(`SELECT ${short.join()}, ${sumOf(lost)} ${from}`, columns, { take, skipped: this.#rows - before });
  }

  /** Gives the values of a statement's first columns. */
  *#each(sql: string, columns: readonly Column[], options: EachOptions = {}): Generator<Segment, Outcome, void> {
    const { take, skipped = 0 } = options;
    const rows = this.#connection.query(sql);
    if (rows === undefined) {
      this.omissions.add('malformed', 'a table is damaged');
      return 'damaged';
    }
    let row = 0;
    try {
      for (;;) {
        const outcome = rows.step();
        if (outcome !== 'row') {
          const omission = OMISSIONS[outcome];
          if (omission !== undefined) this.omissions.add(...omission);
          return outcome;
        }
        if (++row <= skipped) continue;
        this.#count(columns !== SCHEMA_TEXT);
        for (let index = 0; index < columns.length; index++) {
          const value = this.#valueOf(rows, index);
          if (value === undefined) continue;
          const column = columns[index]!;
          const filled = this.#cells.put(column.id, value, { column, row });
          if (filled) yield* filled;
        }
        take?.(rows);
      }
    } finally {
      rows.close();
    }
  }

  /** Notes a row. @throws ItemProblem `malformed` where there are more than the file has room for */
  #count(isRecord: boolean): void {
    this.#rows++;
    if (isRecord) this.#request.counts.records++;
    const isTooMany = this.#rows * LEAST_ROW_BYTES > this.#byteLength;
    const isTooLong = this.bytes > ANY_RATIO_BYTES && this.bytes > this.#byteLength * MOST_RATIO;
    if (isTooMany || isTooLong) throw new ItemProblem('malformed', 'has more rows than its bytes can hold');
  }

  /** Text of a value; undefined where nothing can match in it. */
  #valueOf(rows: Rows, column: number): Uint8Array | string | undefined {
    const everyValue = this.#request.everyValue === true;
    switch (rows.kind(column)) {
      case INTEGER:
      case TEXT:
        return rows.text(column);
      case FLOAT: {
        const value = rows.number(column);
        return wholeText(value) ?? (everyValue ? String(value) : undefined);
      }
      case BLOB:
        return textBytes(rows.blob(column)) ?? (everyValue ? '' : undefined);
      default:
        return everyValue ? '' : undefined;
    }
  }
}

/** As SQL writes a name that may hold anything. */
function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A sum of many columns, in brackets by halves: expressions may not be deep. */
function sumOf(columns: readonly string[]): string {
  if (columns.length === 1) return columns[0]!;
  const half = columns.length >> 1;
  return `(${sumOf(columns.slice(0, half))} + ${sumOf(columns.slice(half))})`;
}

function locate({ column: { table, name, index }, row }: CellPlace): Location {
  return { ...(row > 0 && { row }), columnName: `${table}.${name}`, columnIndex: index };
}
