/**
 * Follows SQL from statement to statement and lists the values that have names: those of `INSERT` by the table's columns, those of
 * PostgreSQL's `COPY`, and what is assigned or compared in `UPDATE`. All else is text. Where a statement is not understood its
 * values have no names and are text as well.
 */
import type { Location, NameList } from '../../core/segment.js';
import type { EscapeStyle } from '../escapes.js';
import { type Finder, NameIds, type Values, type View } from '../named-text.js';
import { COPY_ESCAPES, stringEscapes } from './escapes.js';
import { type Head, headOf } from './statements.js';
import { commentEnd, dollarTagEnd, isWordByte, type SqlStrings, Tokens } from './tokens.js';

/** Tables whose columns and rows are remembered, and lists of names. What is beyond them has no names. */
const MOST_TABLES = 10_000;
const MOST_NAMES = 65_536;

const TAB = 0x09;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const DOUBLE_QUOTE = 0x22;
const HASH = 0x23;
const DOLLAR = 0x24;
const QUOTE = 0x27;
const OPEN = 0x28;
const CLOSE = 0x29;
const STAR = 0x2a;
const COMMA = 0x2c;
const MINUS = 0x2d;
const DOT = 0x2e;
const SLASH = 0x2f;
const SEMICOLON = 0x3b;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const BACKSLASH = 0x5c;
const BACKTICK = 0x60;
const LETTER_N = 0x4e;

/** Words behind which a comparison or an assignment begins anew. */
const RESETS = new Set(['where', 'and', 'or', 'set', 'on', 'having']);
/** Words that compare. */
const COMPARES = new Set(['in', 'like', 'ilike', 'between', 'is']);
/** Words that neither name nor compare. */
const FILLERS = new Set(['not', 'null', 'true', 'false', 'default', 'any', 'all', 'n']);
/** Words with which another statement begins, where the one before is not ended. */
const BEGINS = new Set(['insert', 'update', 'delete', 'create', 'drop', 'alter', 'go', 'begin', 'commit']);

/** First letters of the words with which statements begin that name their values. */
const FIRST_LETTERS = Buffer.from('iruc');
/** Bytes that may begin a string, a quoted name or a comment. */
const OVER: readonly number[] = [DOUBLE_QUOTE, HASH, QUOTE, MINUS, SLASH, BACKTICK];

/** Columns that say in their cells what others in the row hold, and those others. */
const KEY = /(?:^|_)(?:name|key|setting|option|property|field|attribute|param|parameter|variable|label|type)$/i;
const KEYED = /(?:^|_)(?:value|val|content|contents|data)$/i;
/** A cell that is a name. */
const NAME = /^[A-Za-z][\w .:-]{0,63}$/;
const LONGEST_KEY = 64;
/** Names from cells that are remembered; with more, they are no names of settings. */
const MOST_KEYS = 1000;

/** A table: its columns, as far as they are known, and the rows that were seen. */
interface Table {
  readonly name: string;
  columns: readonly string[] | null;
  rows: number;
}

/** The columns of a statement. */
interface Columns {
  readonly ids: readonly (number | undefined)[];
  /** Those whose values say what the values of others in their row are: `option_name`, `option_value`. */
  readonly isKey: readonly boolean[];
  readonly isValue: readonly boolean[];
}

/** What is being read. Kept from block to block, so it holds no offsets. */
type State =
  | { readonly kind: 'text' }
  | { readonly kind: 'values' | 'copy'; readonly table: Table; readonly columns: Columns }
  | { readonly kind: 'assignments'; readonly table: string };

type Cells = State & { readonly kind: 'values' | 'copy' };

const TEXT: State = { kind: 'text' };

/** What is passed over because it is longer than what is looked at at once. */
interface Passing {
  readonly end: Uint8Array;
  /** The end is a quote: two of them are none, and neither is one behind a backslash. */
  readonly isQuote: boolean;
  readonly hasBackslashes: boolean;
}

export class SqlFinder implements Finder {
  readonly shape = 'record';
  readonly isSole = true;
  readonly #strings: SqlStrings;
  readonly #ids = new NameIds(MOST_NAMES);
  readonly #tables = new Map<string, Table>();
  #state: State = TEXT;
  #passing: Passing | undefined;
  /** In values: brackets that are open, and the cell's number. */
  #depth = 0;
  #cell = 0;
  /** In rows: what a cell says that others hold. */
  #key: string | undefined;
  readonly #keys = new Set<string>();
  /** In `COPY`: the cell at hand is longer than what is looked at. */
  #isLongCell = false;
  /** In assignments: the name at hand, and whether something is assigned to it or compared with it. */
  #column: string | undefined;
  #isCompared = false;
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
    if (this.#passing) return this.#pass(view, tokens.at, this.#passing);
    const state = this.#state;
    switch (state.kind) {
      case 'text':
        return this.#text(view, tokens);
      case 'values':
        return this.#values(view, tokens, values, state);
      case 'copy':
        return this.#copy(view, tokens, values, state);
      case 'assignments':
        return this.#assignments(view, tokens, values, state.table);
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
          this.#passing = { end: bytes.slice(at, body), isQuote: false, hasBackslashes: false };
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
      this.#passing = { end: Uint8Array.of(QUOTE), isQuote: true, hasBackslashes };
      return bytes.indexOf(QUOTE, at) + 1;
    }
    if (bytes[at] === MINUS || bytes[at] === SLASH || bytes[at] === HASH) return this.#cutComment(bytes, at);
    return at + 1;
  }

  #cutComment(bytes: Uint8Array, at: number): number {
    const end = bytes[at] === SLASH ? Uint8Array.of(STAR, SLASH) : Uint8Array.of(NEWLINE);
    this.#passing = { end, isQuote: false, hasBackslashes: false };
    return at + 2;
  }

  /** Goes on to the end of what is passed over. */
  #pass({ bytes, to, length }: View, from: number, { end, isQuote, hasBackslashes }: Passing): number {
    const last = end[0]!;
    let at = from;
    for (; at < to; at++) {
      const byte = bytes[at]!;
      if (byte === BACKSLASH && hasBackslashes) at++;
      else if (byte === last) {
        if (isQuote && at + 1 < length && bytes[at + 1] === last) at++;
        else if (at + end.length <= length && end.every((other, i) => bytes[at + i] === other)) {
          this.#passing = undefined;
          return at + end.length;
        }
      }
    }
    return at;
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
      const table = this.#tableOf(head.table);
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
    this.#isLongCell = this.#isCompared = false;
    this.#column = undefined;
  }

  #stateOf(head: Exclude<Head, { readonly kind: 'create' }>): State | undefined {
    if (head.kind === 'assignments') return { kind: 'assignments', table: head.table };
    const table = this.#tableOf(head.table);
    if (table === undefined) return undefined;
    const columns = head.columns ?? table.columns;
    if (columns === null) return undefined;
    const ids = columns.map((column) => this.#ids.of([table.name, column]));
    const hasBoth = columns.some((column) => KEY.test(column)) && columns.some((column) => KEYED.test(column));
    const isKey = columns.map((column) => hasBoth && KEY.test(column));
    const isValue = columns.map((column) => hasBoth && KEYED.test(column));
    return { kind: head.kind, table, columns: { ids, isKey, isValue } };
  }

  /** Lists a cell under its column's name, and the one that another cell of its row gives. */
  #addCell(
    values: Values,
    tokens: Tokens,
    { table, columns }: Cells,
    [start, end]: readonly [number, number],
    isEscaped: boolean,
  ): void {
    const cell = this.#cell;
    const id = columns.ids[cell];
    if (id === undefined) return;
    const named = columns.isValue[cell] && this.#key !== undefined ? this.#keyed(id, this.#key) : id;
    values.add(start, end, named, { row: table.rows, isEscaped });
    if (!columns.isKey[cell] || end - start > LONGEST_KEY) return;
    const text = Buffer.from(tokens.bytes.subarray(start, end)).toString('latin1');
    this.#key = NAME.test(text) ? text : undefined;
  }

  /** Id of a column's list of names with one more behind it. */
  #keyed(id: number, key: string): number {
    const list = [...this.#ids.list(id), key];
    const name = list.join('\0');
    if (!this.#keys.has(name)) {
      if (this.#keys.size >= MOST_KEYS) return id;
      this.#keys.add(name);
    }
    return this.#ids.of(list) ?? id;
  }

  /** Undefined where there are too many. */
  #tableOf(name: string): Table | undefined {
    const key = name.toLowerCase();
    let table = this.#tables.get(key);
    if (table === undefined && this.#tables.size < MOST_TABLES) {
      table = { name, columns: null, rows: 0 };
      this.#tables.set(key, table);
    }
    return table;
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
    else if (tokens.is('null')) this.#addCell(values, tokens, cells, [start, start], false);
    else {
      const isString = kind === 'string' || (kind === 'name' && tokens.mark === DOUBLE_QUOTE);
      if (isString || (kind === 'number' && this.#depth === 1)) {
        this.#addCell(values, tokens, cells, [start, stop], tokens.isEscaped);
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
    const isLine = bytes[stop] === NEWLINE;
    const last = isLine && stop > start && bytes[stop - 1] === RETURN ? stop - 1 : stop;
    const isNull = last - start === 2 && bytes[start] === BACKSLASH && bytes[start + 1] === LETTER_N;
    if (!this.#isLongCell) this.#addCell(values, tokens, cells, [start, isNull ? start : last], isEscaped && !isNull);
    this.#isLongCell = false;
    this.#cell = isLine ? 0 : this.#cell + 1;
    return stop + 1;
  }

  /** One token of `a = 'x', b = 'y' WHERE c = 'z'`. */
  #assignments({ to }: View, tokens: Tokens, values: Values, table: string): number {
    const isThere = tokens.skip();
    const { at } = tokens;
    if (at >= to) return at;
    tokens.hasBrackets = !this.#isCompared;
    if (!isThere || tokens.next() === 'end') return isThere || at < tokens.end ? this.#cut(tokens, at) : at;
    const { kind, start, stop } = tokens;
    const isString = kind === 'string' || (kind === 'name' && this.#isCompared && tokens.mark === DOUBLE_QUOTE);
    if (isString || kind === 'number') {
      const id = this.#column === undefined || !this.#isCompared ? undefined : this.#ids.of([table, this.#column]);
      if (id !== undefined) values.add(start, stop, id, { isEscaped: tokens.isEscaped });
    } else if (kind === 'mark') this.#markInAssignments(tokens.mark);
    else if (this.#wordInAssignments(tokens)) return at;
    return tokens.at;
  }

  #markInAssignments(mark: number): void {
    if (mark === SEMICOLON) this.#state = TEXT;
    else if (mark === OPEN) this.#depth++;
    else if (mark === CLOSE) this.#depth = Math.max(0, this.#depth - 1);
    else if (mark === COMMA && this.#depth === 0) this.#isCompared = false;
    else if (mark === EQUALS || mark === LESS || mark === GREATER) this.#isCompared = true;
  }

  /** Whether another statement begins with the word. */
  #wordInAssignments(tokens: Tokens): boolean {
    const text = tokens.text();
    const word = tokens.kind === 'word' ? text.toLowerCase() : '';
    if (RESETS.has(word)) {
      this.#isCompared = false;
      this.#depth = 0;
    } else if (COMPARES.has(word)) this.#isCompared = true;
    else if (BEGINS.has(word) && this.#depth === 0) {
      this.#state = TEXT;
      return true;
    } else if (!this.#isCompared && !FILLERS.has(word)) this.#column = text;
    return false;
  }
}

function isAt(text: Buffer, bytes: Uint8Array, at: number, end: number): boolean {
  if (at + text.length > end) return false;
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text[i]) return false;
  return true;
}
