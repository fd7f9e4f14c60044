/** Tables: each cell is a value, named by its column's header cell. Quotes and ragged rows as csv-parse reads them. */

import { InternalError } from '../core/errors.js';
import type { TableFormat } from '../core/format.js';
import type { Location, NameList } from '../core/segment.js';
import { CSV_ESCAPES } from './escapes.js';
import { recordRange } from './ranges.js';
import { openStructure, type Structure } from './structure/structure.js';
import { decoded } from './transcode.js';
import type { ReadRequest, Steps } from './types.js';
import { readValues, type Scanner } from './values.js';

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x22;
/** Bytes from the item's start that settle what ends a record. */
const HEAD_BYTES = 4096;
/** What csvCell says: cell kinds of the structure scan. */
const QUOTED_CELL = 1;
const LITERAL_CELL = 3;
const NO_NAMES: NameList = [];

/** Reads a table. Ranges are allowed only if the table has no quote (`splittable`). */
export function* readCsv(request: ReadRequest): Steps {
  const { format } = request;
  if (format.kind !== 'csv') throw new InternalError('the reader of tables was given another format');
  const source = decoded(request.source, format.encoding);
  const head = source.head(HEAD_BYTES);
  let newline = NEWLINE;
  if (head instanceof Promise) {
    yield head.then((bytes) => {
      newline = recordEnd(bytes);
    });
  } else {
    newline = recordEnd(head);
  }
  const range = recordRange(source.bytes, request.range, newline);
  const structure = openStructure(request.memory);
  const scanner = tableScanner(structure, request, { format, newline, hasHeader: format.header !== null && range.start === 0 });
  yield* readValues({ ...request, source: source.bytes }, range, { structure, scanner });
}

/** Old Macintosh files end records with a carriage return alone. */
function recordEnd(head: Uint8Array): number {
  return head.includes(RETURN) && !head.includes(NEWLINE) ? RETURN : NEWLINE;
}

interface Table {
  readonly format: TableFormat;
  readonly newline: number;
  readonly hasHeader: boolean;
}

function tableScanner({ wasm }: Structure, { memory }: ReadRequest, { format, newline, hasHeader }: Table): Scanner {
  const header = format.header ?? [];
  // Id of a column is its number; columns without header share the id behind the last.
  const names: readonly NameList[] = header.map((name) => (name === '' ? NO_NAMES : [name]));
  wasm.csvBegin(format.delimiter, newline, header.length, hasHeader ? 1 : 0);
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
      const isName = hasHeader && wasm.csvRow.value === 0;
      const escaped = wasm.csvCellEscaped.value !== 0;
      return {
        quoted: kind !== 0 && memory.bytes[start - memory.blockAt] === QUOTE,
        escaped,
        isName,
        name: isName ? header.length : Math.min(column, header.length),
        escapes: kind === QUOTED_CELL || (kind === LITERAL_CELL && escaped),
      };
    },
    beginLong() {
      // A cell takes nothing along but its kind, which the scan keeps.
    },
    enter: () => wasm.csvEnter(),
    save: (copy) => wasm.csvSave(copy),
    restore: (copy) => wasm.csvRestore(copy),
    names: (id) => names[id] ?? NO_NAMES,
    location(): Location {
      const column = wasm.csvColumn.value;
      const columnName = header[column];
      const place = { row: wasm.csvRow.value + 1, columnIndex: column + 1 };
      return columnName === undefined ? place : { ...place, columnName };
    },
    records: () => wasm.csvRow.value,
    degraded: () => wasm.csvDegraded.value,
  };
}
