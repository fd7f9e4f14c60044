// Finds the cells of a table. Rules as in csv-parse with `relax_quotes`: a quote opens a quoted cell only at the cell's
// start, `""` stands for a quote, and a quote that closes before anything but a delimiter makes the cell a literal one.
import { maskEqual, validMask } from './chunk';
import { blockAt, capacity, clearTable, columnsAt, CONTINUED, ESCAPED, firstEntry, IS_NAME, isFull, nextEntry, put, setCount } from './table';

const QUOTE: u32 = 34;
const RETURN: u32 = 13;

// Inside what the input ended or a long cell goes on.
const PLAIN: u32 = 0;
const QUOTED: u32 = 1;
const CLOSED: u32 = 2;
// A quoted cell that turned out to be a literal one; its first quote is left out.
const LITERAL: u32 = 3;

let delimiter: u32 = 44;
let newline: u32 = 10;
let columns: u32 = 0;
// Rows up to the header, itself included; those before it (titles, comments) belong to no column.
let headerRows: u32 = 0;

// State between scans: what stands at the place where the last scan stopped.
export let csvRow: u32 = 0;
export let csvColumn: u32 = 0;
export let csvDegraded: u32 = 0;
// Kind of the cell that was not finished, and whether the next scan begins inside it.
export let csvCell: u32 = 0;
export let csvCellEscaped: u32 = 0;
let inside: bool = false;
// At the end of the input, inside a quoted cell: where it starts, 1 if that was in an earlier block. Else 0.
export let csvOpen: u32 = 0;
// A quote at the start of a cell that opens nothing, because nothing closes it; 0 for none. Holds until a scan has passed its cell.
let plainAt: u32 = 0;

let copyAt: u32 = 0;

// Bytes that `layCsv` takes: two copies of the state.
export function csvStateBytes(): u32 {
  return 64;
}

export function layCsv(at: u32): void {
  copyAt = at;
}

export function csvBegin(delimiterByte: u32, newlineByte: u32, columnCount: u32, rowsToHeader: u32): void {
  delimiter = delimiterByte;
  newline = newlineByte;
  columns = columnCount;
  headerRows = rowsToHeader;
  csvRow = 0;
  csvColumn = 0;
  csvDegraded = 0;
  csvCell = PLAIN;
  csvCellEscaped = 0;
  inside = false;
  csvOpen = 0;
  plainAt = 0;
}

// The quote at that address is a character like others; its record counts as one that did not parse.
export function csvTakePlain(at: u32): void {
  plainAt = at;
  csvDegraded++;
}

// The next scan begins inside the cell at which the last one stopped.
export function csvEnter(): void {
  inside = true;
  plainAt = 0;
}

// Remembers the state at the beginning of a block (copy 1) or behind it (copy 2).
export function csvSave(copy: u32): void {
  const at = copyAt + (copy - 1) * 32;
  store<u32>(at, csvRow);
  store<u32>(at, csvColumn, 4);
  store<u32>(at, csvDegraded, 8);
  store<u32>(at, csvCell, 12);
  store<u32>(at, csvCellEscaped, 16);
  store<u32>(at, u32(inside), 20);
  store<u32>(at, plainAt, 24);
}

export function csvRestore(copy: u32): void {
  const at = copyAt + (copy - 1) * 32;
  csvRow = load<u32>(at);
  csvColumn = load<u32>(at, 4);
  csvDegraded = load<u32>(at, 8);
  csvCell = load<u32>(at, 12);
  csvCellEscaped = load<u32>(at, 16);
  inside = load<u32>(at, 20) != 0;
  plainAt = load<u32>(at, 24);
}

// Columns of a row that have names, and flags of its cells.
// @ts-ignore: decorator
@inline
function limitOf(row: u32): u32 {
  return row < headerRows ? 0 : columns;
}

// @ts-ignore: decorator
@inline
function extraOf(row: u32): u32 {
  return row + 1 == headerRows ? IS_NAME : 0;
}

// Scans [at, to). `pieceAt` is where the cell's bytes begin in this block if the scan starts inside one.
// Returns the address from which the next scan must start: `to`, or the start of the cell that is not finished.
export function csvScan(at: u32, to: u32, final: bool, pieceAt: u32): u32 {
  clearTable();
  const vQuote = i8x16.splat(<i8>QUOTE);
  const vDelimiter = i8x16.splat(<i8>delimiter);
  const vNewline = i8x16.splat(<i8>newline);
  const into = columnsAt();
  const room = capacity;
  const block = blockAt;
  let entries = firstEntry();
  let row = csvRow;
  let column = csvColumn;
  let state = PLAIN;
  let escaped: u32 = 0;
  let continued: u32 = 0;
  let cell = at; // where the cell starts, its quote included
  let value = at; // where a quoted cell's value starts
  let valueEnd = at;
  let skip: u32 = 0; // second quote of a pair
  let limit = limitOf(row);
  let extra = extraOf(row);
  let p = at;
  let open = false; // the input ends before it is clear what a quote means
  const plain = plainAt;
  csvOpen = 0;

  if (inside) {
    state = csvCell;
    escaped = csvCellEscaped;
    continued = CONTINUED;
    cell = pieceAt;
    value = pieceAt;
    inside = false;
  }
  while (p < to && !open) {
    entries = nextEntry(entries);
    if (isFull(entries)) break;
    const a = v128.load(p);
    const b = v128.load(p, 16);
    const c = v128.load(p, 32);
    const d = v128.load(p, 48);
    const valid = validMask(p, to);
    const quotes = maskEqual(a, b, c, d, vQuote) & valid;
    const newlines = maskEqual(a, b, c, d, vNewline) & valid;
    const ends = (maskEqual(a, b, c, d, vDelimiter) & valid) | newlines;
    if (!quotes && state == PLAIN && !continued) {
      let bits = ends;
      while (bits) {
        const bit = ctz(bits);
        const pos = p + <u32>bit;
        bits &= bits - 1;
        const name = column < limit ? column : columns;
        if ((newlines >> bit) & 1) {
          const end = pos - u32(pos > cell && load<u8>(pos - 1) == RETURN);
          entries = put(into, room, block, entries, cell, end, name, extra);
          column = 0;
          row++;
          extra = extraOf(row);
          limit = limitOf(row);
        } else {
          entries = put(into, room, block, entries, cell, pos, name, extra);
          column++;
        }
        cell = pos + 1;
      }
      p += 64;
      continue;
    }
    let bits = state == QUOTED ? quotes : quotes | ends;
    while (bits) {
      const bit = ctz(bits);
      const pos = p + <u32>bit;
      bits &= bits - 1;
      if ((quotes >> bit) & 1) {
        if (state == PLAIN) {
          if (pos != cell || continued || pos == plain) continue;
          state = QUOTED;
          value = pos + 1;
          escaped = 0;
          skip = 0;
          bits &= quotes;
          continue;
        }
        if (state != QUOTED || pos == skip) continue;
        const next = pos + 1 < to ? <u32>load<u8>(pos + 1) : 256;
        if (next == 256 && !final) {
          open = true;
          break;
        }
        if (next == QUOTE) {
          escaped = ESCAPED;
          skip = pos + 1;
          continue;
        }
        let closes = next == 256 || next == delimiter || next == newline;
        if (!closes && next == RETURN) {
          if (pos + 2 >= to && !final) {
            open = true;
            break;
          }
          closes = pos + 2 >= to || load<u8>(pos + 2) == newline;
        }
        state = closes ? CLOSED : LITERAL;
        valueEnd = pos;
        bits = (quotes | ends) & ~((<u64>2 << bit) - 1);
        continue;
      }
      const isNewline = <u32>((newlines >> bit) & 1);
      const start = state == PLAIN ? cell : value;
      let end = pos;
      if (state == CLOSED) end = valueEnd;
      else if (isNewline && pos > start && load<u8>(pos - 1) == RETURN) end = pos - 1;
      const name = column < limit ? column : columns;
      entries = put(into, room, block, entries, start, end, name, extra | continued | (state == PLAIN ? 0 : escaped));
      state = PLAIN;
      continued = 0;
      cell = pos + 1;
      if (isNewline) {
        column = 0;
        row++;
        extra = extraOf(row);
        limit = limitOf(row);
      } else {
        column++;
      }
    }
    p += 64;
  }
  let resume = cell;
  const atEnd = p >= to && !open;
  if (final && atEnd) {
    if (column > 0 || cell < to || state != PLAIN) {
      const start = state == PLAIN ? cell : value;
      const end = state == CLOSED ? valueEnd : to;
      const name = column < limit ? column : columns;
      entries = put(into, room, block, entries, start, end, name, extra | continued | (state == PLAIN ? 0 : escaped));
      if (state == QUOTED) {
        csvDegraded++;
        csvOpen = continued ? 1 : cell;
      }
      row++;
      column = 0;
    }
    resume = to;
  }
  // A cell whose closing quote is the last byte seen is still a quoted one.
  if (resume > plain) plainAt = 0;
  csvCell = state == CLOSED ? QUOTED : state;
  csvCellEscaped = state == PLAIN ? 0 : escaped;
  csvRow = row;
  csvColumn = column;
  setCount(entries);
  return resume;
}
