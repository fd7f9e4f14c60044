/**
 * Follows SQL from statement to statement and lists the values that have names: those of `INSERT` by the table's columns, those of
 * PostgreSQL's `COPY`, and what is assigned or compared in `UPDATE`. All else is text. Where a statement is not understood its
 * values have no names and are text as well.
 */
import type { Location, NameList } from '../../core/segment.js';
import type { EscapeStyle } from '../escapes.js';
import { NameIds } from '../name-ids.js';
import type { Finder, Values, View } from '../named-text.js';
import { Assignments } from './assignments.js';
import { type Cell, type Columns, keyIn, type Table, Tables } from './columns.js';
import { COPY_ESCAPES, stringEscapes } from './escapes.js';
import { overBody, overComment, overString, type Passing, passOver } from './passing.js';
import { type Head, headOf } from './statements.js';
import { commentEnd, dollarTagEnd, isWordByte, type SqlStrings, Tokens } from './tokens.js';

/** Lists of names of an item. What is beyond has no names. */
const MOST_NAMES = 65_536;

const TAB = 0x09;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const DOUBLE_QUOTE = 0x22;
const HASH = 0x23;
const DOLLAR = 0x24;
const QUOTE = 0x27;
const MINUS = 0x2d;
const DOT = 0x2e;
const SLASH = 0x2f;
const BACKSLASH = 0x5c;
const BACKTICK = 0x60;
const LETTER_N = 0x4e;

/** First letters of the words with which statements begin that name their values. */
const FIRST_LETTERS = Buffer.from('iruc');
/** Bytes that may begin a string, a quoted name or a comment. */
const OVER: readonly number[] = [DOUBLE_QUOTE, HASH, QUOTE, MINUS, SLASH, BACKTICK];

/** What is being read. Kept from block to block, so it holds no offsets. */
type State =
  | { readonly kind: 'text' }
  | { readonly kind: 'values' | 'copy'; readonly table: Table; readonly columns: Columns }
  | { readonly kind: 'assignments'; readonly table: string; readonly assignments: Assignments };

type Cells = State & { readonly kind: 'values' | 'copy' };
type Assigned = State & { readonly kind: 'assignments' };

const TEXT: State = { kind: 'text' };

export class SqlFinder implements Finder {
  readonly shape = 'record';
  readonly isSole = true;
  readonly #strings: SqlStrings;
  readonly #ids = new NameIds(MOST_NAMES);
  readonly #tables = new Tables(this.#ids);
  #state: State = TEXT;
  #passing: Passing | undefined;
  /** In values: brackets that are open, and the cell's number. */
  #depth = 0;
  #cell = 0;
  /** In rows: what a cell says that others hold. */
  #key: string | undefined;
  /** In `COPY`: the cell at hand is longer than what is looked at. */
  #isLongCell = false;
  /** The last head of an `INSERT`, as it was written: dumps repeat it for each row. */
  #head: { readonly text: Buffer; readonly state: State } | undefined;

  constructor(strings: SqlStrings) {
    this.#strings = strings;
  }

  names(id: number): NameList {
    return this.#ids.list(id);
  }

  location(id: number, row: number): Location {
    const columnName = this.#ids.list(id).join('.');
    return row === 0 ? { columnName } : { row, columnName };
  }

  escapes(bytes: Uint8Array, start: number): EscapeStyle {
    const before = bytes[start - 1];
    if (before !== QUOTE && before !== DOUBLE_QUOTE) return COPY_ESCAPES;
    const hasBackslashes = this.#strings === 'backslash' || (bytes[start - 2]! | 0x20) === 0x65;
    return stringEscapes(before === DOUBLE_QUOTE, hasBackslashes);
  }

  find(view: View, values: Values): number {
    const { from, to, length, bytes, reach } = view;
    const tokens = new Tokens(bytes, this.#strings, reach);
    let at = from;
    while (at < to) {
      tokens.at = at;
      tokens.end = length;
      tokens.hasBrackets = true;
      at = this.#step(view, tokens, values);
    }
    return at;
  }

  /** One token, cell or statement head from `tokens.at` on; where to go on. */
  #step(view: View, tokens: Tokens, values: Values): number {
    if (this.#passing !== undefined) {
      const { at, isOver } = passOver(view, tokens.at, this.#passing);
      if (isOver) this.#passing = undefined;
      return at;
    }
    const state = this.#state;
    switch (state.kind) {
      case 'text':
        return this.#text(view, tokens);
      case 'values':
        return this.#values(view, tokens, values, state);
      case 'copy':
        return this.#copy(view, tokens, values, state);
      case 'assignments':
        return this.#assignments(view, tokens, values, state);
    }
  }

  /** Goes to the next word, over strings, comments and bodies, and asks whether a statement begins with it. */
  #text({ bytes, to }: View, tokens: Tokens): number {
    let at = tokens.at;
    for (; at < to; at++) {
      const byte = bytes[at]!;
      if (byte === DOLLAR) {
        const body = dollarTagEnd(bytes, at, tokens.end);
        if (body > 0) {
          this.#passing = overBody(bytes.slice(at, body));
          return body;
        }
      } else if (isWordByte(byte)) {
        const limit = tokens.endFrom(at);
        let end = at + 1;
        while (end < limit && isWordByte(bytes[end]!)) end++;
        const mayBegin = FIRST_LETTERS.includes(byte | 0x20) || (end < limit && bytes[end] === QUOTE);
        if (mayBegin) return this.#word(tokens, at, end);
        at = end - 1;
      } else if (OVER.includes(byte)) return this.#over(bytes, tokens, at);
    }
    return at;
  }

  /** A word with which a statement may begin, or a string. */
  #word(tokens: Tokens, at: number, end: number): number {
    tokens.at = at;
    tokens.next();
    if (tokens.kind === 'string') return tokens.at;
    if (tokens.kind === 'end') return this.#cut(tokens, at);
    const { end: length } = tokens;
    tokens.end = tokens.endFrom(at);
    const behind = this.#begin(tokens);
    tokens.end = length;
    return behind ?? end;
  }

  /** Goes over a string, quoted name or comment that may begin at `at`. */
  #over(bytes: Uint8Array, tokens: Tokens, at: number): number {
    const byte = bytes[at]!;
    if (byte === QUOTE || byte === DOUBLE_QUOTE || byte === BACKTICK) {
      tokens.at = at;
      return tokens.next() === 'end' ? this.#cut(tokens, at) : tokens.at;
    }
    const behind = commentEnd(bytes, at, tokens.endFrom(at));
    if (behind === at) return at + 1;
    return behind < 0 ? this.#cutComment(bytes, at) : behind;
  }

  /** A token that is longer than what is looked at. */
  #cut(tokens: Tokens, at: number): number {
    const { bytes, isCutString, hasBackslashes } = tokens;
    if (isCutString) {
      this.#passing = overString(hasBackslashes);
      return bytes.indexOf(QUOTE, at) + 1;
    }
    if (bytes[at] === MINUS || bytes[at] === SLASH || bytes[at] === HASH) return this.#cutComment(bytes, at);
    // All of a run: from each quote of it, nothing but quotes would be seen again.
    let behind = at + 1;
    while (behind < tokens.end && bytes[behind] === bytes[at]) behind++;
    return behind;
  }

  #cutComment(bytes: Uint8Array, at: number): number {
    this.#passing = overComment(bytes[at]!);
    return at + 2;
  }

  /** Where the values of the statement begin whose first word was read; undefined where they have no names. */
  #begin(tokens: Tokens): number | undefined {
    const { bytes, start } = tokens;
    const known = this.#head;
    if (known !== undefined && isAt(known.text, bytes, start, tokens.end)) {
      this.#enter(known.state);
      return start + known.text.length;
    }
    const head = headOf(tokens);
    if (head === undefined) return undefined;
    if (head.kind === 'create') {
      this.#head = undefined;
      const table = this.#tables.of(head.table);
      if (table !== undefined) table.columns = head.columns;
      return undefined;
    }
    const state = this.#stateOf(head);
    if (state === undefined) return undefined;
    if (state.kind === 'values') this.#head = { text: Buffer.from(bytes.slice(start, head.at)), state };
    this.#enter(state);
    return head.at;
  }

  #enter(state: State): void {
    this.#state = state;
    this.#depth = this.#cell = 0;
    this.#key = undefined;
    this.#isLongCell = false;
  }

  #stateOf(head: Exclude<Head, { readonly kind: 'create' }>): State | undefined {
    if (head.kind === 'assignments') return { kind: 'assignments', table: head.table, assignments: new Assignments() };
    const table = this.#tables.of(head.table);
    const columns = head.columns ?? table?.columns;
    if (table === undefined || !columns) return undefined;
    return { kind: head.kind, table, columns: this.#tables.columnsOf(table, columns) };
  }

  /** Lists a cell under its column's name. */
  #addCell(values: Values, bytes: Uint8Array, { table, columns }: Cells, cell: Cell): void {
    const id = this.#tables.idOf(columns, this.#cell, this.#key);
    if (id !== undefined) values.add(cell.start, cell.end, id, { row: table.rows, isEscaped: cell.isEscaped });
    if (columns.isKey[this.#cell]) this.#key = keyIn(bytes, cell);
  }

  /** One token of `(…), (…)`. */
  #values({ to }: View, tokens: Tokens, values: Values, cells: Cells): number {
    const isThere = tokens.skip();
    const { at } = tokens;
    if (at >= to) return at;
    tokens.hasBrackets = false;
    if (!isThere || tokens.next() === 'end') return isThere || at < tokens.end ? this.#cut(tokens, at) : at;
    if (this.#depth === 0) {
      if (tokens.isMark('(')) {
        this.#depth = 1;
        this.#cell = 0;
        this.#key = undefined;
        cells.table.rows++;
      } else if (!tokens.isMark(',')) {
        this.#state = TEXT;
        return at;
      }
      return tokens.at;
    }
    const { kind, start, stop } = tokens;
    if (kind === 'mark') this.#markInValues(tokens);
    else if (tokens.is('null')) this.#addCell(values, tokens.bytes, cells, { start, end: start, isEscaped: false });
    else {
      const isString = kind === 'string' || (kind === 'name' && tokens.mark === DOUBLE_QUOTE);
      if (isString || (kind === 'number' && this.#depth === 1)) {
        this.#addCell(values, tokens.bytes, cells, { start, end: stop, isEscaped: tokens.isEscaped });
      }
    }
    return tokens.at;
  }

  #markInValues(tokens: Tokens): void {
    if (tokens.isMark('(') || tokens.isMark('[')) this.#depth++;
    else if (tokens.isMark(')') || tokens.isMark(']')) this.#depth--;
    else if (tokens.isMark(',') && this.#depth === 1) this.#cell++;
    else if (tokens.isMark(';')) this.#state = TEXT;
  }

  /** One cell of `COPY`, with the tab or newline behind it. */
  #copy({ bytes, to, length, isEnd }: View, tokens: Tokens, values: Values, cells: Cells): number {
    const { at: start } = tokens;
    const end = tokens.endFrom(start);
    const isLineStart = this.#cell === 0 && !this.#isLongCell;
    if (isLineStart && bytes[start] === BACKSLASH && start + 1 < length && bytes[start + 1] === DOT) {
      this.#state = TEXT;
      return Math.min(to, start + 2);
    }
    if (isLineStart) {
      cells.table.rows++;
      this.#key = undefined;
    }
    let isEscaped = false;
    let stop = start;
    for (; stop < end; stop++) {
      const byte = bytes[stop]!;
      if (byte === BACKSLASH) {
        isEscaped = true;
        stop++;
      } else if (byte === TAB || byte === NEWLINE) break;
    }
    if (stop >= end && !(isEnd && end === length)) {
      this.#isLongCell = true;
      return Math.min(stop, to);
    }
    const isLine = stop < end && bytes[stop] === NEWLINE;
    const last = isLine && stop > start && bytes[stop - 1] === RETURN ? stop - 1 : Math.min(stop, end);
    const isNull = last - start === 2 && bytes[start] === BACKSLASH && bytes[start + 1] === LETTER_N;
    const cell = { start, end: isNull ? start : last, isEscaped: isEscaped && !isNull };
    if (!this.#isLongCell) this.#addCell(values, bytes, cells, cell);
    this.#isLongCell = false;
    this.#cell = isLine ? 0 : this.#cell + 1;
    return stop + 1;
  }

  /** One token of `a = 'x', b = 'y' WHERE c = 'z'`. */
  #assignments({ to }: View, tokens: Tokens, values: Values, { table, assignments }: Assigned): number {
    const isThere = tokens.skip();
    const { at } = tokens;
    if (at >= to) return at;
    tokens.hasBrackets = !assignments.isCompared;
    if (!isThere || tokens.next() === 'end') return isThere || at < tokens.end ? this.#cut(tokens, at) : at;
    const column = assignments.take(tokens);
    if (column !== undefined) {
      const id = this.#ids.of([table, column]);
      if (id !== undefined) values.add(tokens.start, tokens.stop, id, { isEscaped: tokens.isEscaped });
    }
    if (!assignments.isOver) return tokens.at;
    this.#state = TEXT;
    return at;
  }
}

function isAt(text: Buffer, bytes: Uint8Array, at: number, end: number): boolean {
  if (at + text.length > end) return false;
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text[i]) return false;
  return true;
}
