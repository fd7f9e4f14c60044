/** Tables: each cell is a value, named by its column's header cell. Quotes and ragged rows as csv-parse reads them. */

import { InternalError } from '../core/errors.js';
import type { TableFormat } from '../core/format.js';
import { ItemProblem } from '../core/problem.js';
import { type Location, type NameList, VALUE_CONTINUED, type ValueTable } from '../core/segment.js';
import { awaited } from './awaited.js';
import { calledCells } from './csv-siblings.js';
import { CSV_ESCAPES } from './escapes.js';
import { recordEnd, recordRange, TABLE_HEAD_BYTES } from './ranges.js';
import { openStructure, type Structure } from './structure/structure.js';
import { decoded } from './transcode.js';
import type { ReadRequest, Steps } from './types.js';
import { BEFORE, readValues, type Scanner } from './values.js';

const QUOTE = 0x22;
/** What csvCell says: cell kinds of the structure scan. */
const QUOTED_CELL = 1;
const LITERAL_CELL = 3;
const NO_NAMES: NameList = [];

/**
 * Reads a table. A range must begin behind a newline that ends a record (`openCuts`). A quote that nothing closes is a character like
 * others, so that the rows behind it keep their columns.
 * @throws ItemProblem `malformed` at the end where that was found out too late, in a stream, and what reading the source throws
 */
export function* readCsv(request: ReadRequest): Steps {
  const { format } = request;
  if (format.kind !== 'csv') throw new InternalError('the reader of tables was given another format');
  const source = decoded(request.source, format.encoding);
  const head = source.head(TABLE_HEAD_BYTES);
  const newline = recordEnd(head instanceof Promise ? yield* awaited(head) : head);
  const range = recordRange(source.bytes, request.range, newline);
  const structure = openStructure(request.memory, request.everyValue);
  const headerRows = format.header !== null && range.start === 0 ? (format.headerRow ?? 0) + 1 : 0;
  const scanner = tableScanner(structure, request, { format, newline, headerRows });
  yield* readValues({ ...request, source: source.bytes }, range, { structure, scanner, newline });
  // What stands behind the quote is one cell: were it not said, rows without their columns would pass as clean.
  if (scanner.hidesRows()) {
    throw new ItemProblem('malformed', 'a quote is never closed; what follows it was examined as one cell, without its columns');
  }
}

interface Table {
  readonly format: TableFormat;
  readonly newline: number;
  /** Rows up to the header, itself included; 0 where none is in reach. */
  readonly headerRows: number;
}

interface TableScanner extends Scanner {
  /** Whether the last cell is one that a quote opened and nothing closed, with more than a line in it. */
  hidesRows(): boolean;
}

function tableScanner(
  { wasm, starts, ends, flags }: Structure,
  { memory }: ReadRequest,
  { format, newline, headerRows }: Table,
): TableScanner {
  const header = format.header ?? [];
  // Id of a column is its number; columns without header share the id behind the last.
  const names: readonly NameList[] = header.map((name) => (name === '' ? NO_NAMES : [name]));
  const namesOf = (id: number): NameList => names[id] ?? NO_NAMES;
  const called = calledCells(header, newline);
  const block = Buffer.from(memory.bytes.buffer, memory.bytes.byteOffset, memory.bytes.length);
  wasm.csvBegin(format.delimiter, newline, header.length, headerRows);
  let start = 0;
  return {
    shape: 'column',
    escapes: CSV_ESCAPES,
    scan(at, to, final, pieceAt) {
      start = wasm.csvScan(at, to, final ? 1 : 0, pieceAt);
      return start;
    },
    cut() {
      const kind = wasm.csvCell.value;
      const column = wasm.csvColumn.value;
      const row = wasm.csvRow.value;
      const escaped = wasm.csvCellEscaped.value !== 0;
      return {
        quoted: kind !== 0 && memory.bytes[start - memory.blockAt] === QUOTE,
        escaped,
        isName: row + 1 === headerRows,
        name: row < headerRows ? header.length : Math.min(column, header.length),
        escapes: kind === QUOTED_CELL || (kind === LITERAL_CELL && escaped),
      };
    },
    beginLong() {
      // A cell takes nothing along but its kind, which the scan keeps.
    },
    enter(from, to, pieceAt) {
      // A quote behind the piece may have told that the cell is a literal one: what it was up to there counts.
      wasm.setQuiet(1);
      wasm.csvRestore(BEFORE);
      wasm.csvScan(from, to, 0, pieceAt);
      wasm.setQuiet(0);
      wasm.csvEnter();
    },
    save: (copy) => wasm.csvSave(copy),
    restore: (copy) => wasm.csvRestore(copy),
    get names() {
      return called?.names ?? namesOf;
    },
    ...(called !== undefined && {
      callValues: (values: ValueTable, from: number, to: number) => called.name(values, block, from, to),
    }),
    location(): Location {
      const column = wasm.csvColumn.value;
      const isBeforeHeader = wasm.csvRow.value + 1 < headerRows;
      const columnName = isBeforeHeader ? undefined : header[column];
      const place = { row: wasm.csvRow.value + 1, columnIndex: column + 1 };
      return columnName === undefined ? place : { ...place, columnName };
    },
    records: () => wasm.csvRow.value,
    degraded: () => wasm.csvDegraded.value,
    isQuoted: () => wasm.csvCell.value === QUOTED_CELL,
    openQuote: () => (wasm.csvOpen.value > 1 ? wasm.csvOpen.value : 0),
    takePlain(quoteAt) {
      wasm.csvRestore(BEFORE);
      wasm.csvTakePlain(quoteAt);
      wasm.csvSave(BEFORE);
    },
    hidesRows() {
      if (wasm.csvOpen.value === 0) return false;
      const last = wasm.count.value - 1;
      // A cell that was given in pieces is longer than any line.
      if (last < 0 || (flags[last]! & VALUE_CONTINUED) !== 0) return true;
      return memory.bytes.subarray(starts[last], ends[last]).includes(newline);
    },
  };
}
