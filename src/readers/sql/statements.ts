/** The heads of those SQL statements that say what their values are called. */
import type { Tokens } from './tokens.js';

/** What a head says; `at` is behind it. */
export type Head =
  | { readonly kind: 'create'; readonly table: string; readonly columns: readonly string[] }
  | { readonly kind: 'values' | 'copy'; readonly at: number; readonly table: string; readonly columns: readonly string[] | null }
  | { readonly kind: 'assignments'; readonly at: number; readonly table: string };

/** Words with which such statements begin; `into` goes on in Oracle's `INSERT ALL`. */
const STARTERS = ['insert', 'replace', 'into', 'update', 'create', 'copy'] as const;
/** Words between the first one and the table's name. */
const BEFORE_TABLE = new Set(
  'low_priority delayed high_priority ignore overwrite or rollback abort fail into table all first replace only'.split(' '),
);
/** Words with which an entry of a table's definition begins that is no column. */
const NO_COLUMN = new Set(
  'primary key unique constraint index foreign check fulltext spatial exclude like period references partition'.split(' '),
);
const IF_NOT_EXISTS = new Set(['if', 'not', 'exists']);
/** Words of one kind in a row, at most. */
const MOST_WORDS = 16;

/** The head of the statement whose first word `tokens` has just read; undefined where it names no values. */
export function headOf(tokens: Tokens): Head | undefined {
  const starter = STARTERS.find((word) => tokens.is(word));
  switch (starter) {
    case undefined:
      return undefined;
    case 'create':
      return createHead(tokens);
    case 'copy':
      return copyHead(tokens);
    case 'update':
      return updateHead(tokens);
    default:
      return insertHead(tokens);
  }
}

/** The last part of a qualified name, whose first part is the token at hand; the token behind it is read then. */
function tableName(tokens: Tokens): string | undefined {
  for (;;) {
    if (tokens.kind !== 'word' && tokens.kind !== 'name') return undefined;
    const table = tokens.text();
    tokens.next();
    if (!tokens.isMark('.')) return table;
    tokens.next();
    // `database..table`
    if (tokens.isMark('.')) tokens.next();
  }
}

function skipWords(tokens: Tokens, words: ReadonlySet<string>): void {
  for (let i = 0; i < MOST_WORDS && tokens.kind === 'word' && words.has(tokens.text().toLowerCase()); i++) tokens.next();
}

/** Names between brackets, the first of which is the token at hand; undefined where there is anything else. */
function columnList(tokens: Tokens): string[] | undefined {
  const columns: string[] = [];
  for (;;) {
    tokens.next();
    if (tokens.kind !== 'word' && tokens.kind !== 'name') return undefined;
    columns.push(tokens.text());
    tokens.next();
    if (tokens.isMark(')')) return columns;
    if (!tokens.isMark(',')) return undefined;
  }
}

function insertHead(tokens: Tokens): Head | undefined {
  tokens.next();
  skipWords(tokens, BEFORE_TABLE);
  const table = tableName(tokens);
  if (table === undefined) return undefined;
  let columns: string[] | null = null;
  for (let words = 0; words < MOST_WORDS; words++) {
    if (tokens.is('values') || tokens.is('value')) {
      const { at } = tokens;
      // `OVERRIDING SYSTEM VALUE VALUES`
      tokens.next();
      return { kind: 'values', at: tokens.is('values') ? tokens.at : at, table, columns };
    }
    if (tokens.is('set')) return { kind: 'assignments', at: tokens.at, table };
    if (tokens.isMark('(') && columns === null) {
      const list = columnList(tokens);
      if (list === undefined) return undefined;
      columns = list;
    } else if (tokens.kind === 'end' || tokens.kind === 'string' || tokens.isMark(';') || tokens.is('select')) return undefined;
    tokens.next();
  }
  return undefined;
}

function updateHead(tokens: Tokens): Head | undefined {
  tokens.next();
  skipWords(tokens, BEFORE_TABLE);
  const table = tableName(tokens);
  if (table === undefined) return undefined;
  for (let words = 0; words < MOST_WORDS; words++) {
    if (tokens.is('set')) return { kind: 'assignments', at: tokens.at, table };
    if (tokens.kind === 'end' || tokens.kind === 'string' || tokens.isMark(';')) return undefined;
    tokens.next();
  }
  return undefined;
}

function createHead(tokens: Tokens): Head | undefined {
  for (let words = 0; !tokens.is('table'); words++) {
    tokens.next();
    if (words === MOST_WORDS || tokens.kind !== 'word') return undefined;
  }
  tokens.next();
  skipWords(tokens, IF_NOT_EXISTS);
  const table = tableName(tokens);
  if (table === undefined || !tokens.isMark('(')) return undefined;
  const columns: string[] = [];
  for (let depth = 1, isFirst = true; depth > 0; ) {
    tokens.next();
    // Another statement: each of many that are not ended would be looked through to the end.
    if (tokens.kind === 'end' || tokens.is('create')) return undefined;
    const isName = tokens.kind === 'name' || (tokens.kind === 'word' && !NO_COLUMN.has(tokens.text().toLowerCase()));
    if (isFirst && isName) columns.push(tokens.text());
    isFirst = false;
    if (tokens.isMark('(')) depth++;
    else if (tokens.isMark(')')) depth--;
    else if (depth === 1) isFirst = tokens.isMark(',');
  }
  return { kind: 'create', table, columns };
}

/** `COPY t (a, b) FROM stdin;` in its usual form: tabs between cells, a line for each row. */
function copyHead(tokens: Tokens): Head | undefined {
  tokens.next();
  const table = tableName(tokens);
  if (table === undefined) return undefined;
  let columns: string[] | null = null;
  if (tokens.isMark('(')) {
    const list = columnList(tokens);
    if (list === undefined) return undefined;
    columns = list;
    tokens.next();
  }
  if (!tokens.is('from')) return undefined;
  tokens.next();
  if (!tokens.is('stdin')) return undefined;
  for (tokens.next(); !tokens.isMark(';'); tokens.next()) {
    // Other delimiters, CSV, binary.
    if (tokens.kind !== 'word' || !(tokens.is('with') || tokens.is('oids'))) return undefined;
  }
  const { bytes, end } = tokens;
  const newline = bytes.subarray(tokens.at, end).indexOf(0x0a);
  return newline < 0 ? undefined : { kind: 'copy', at: tokens.at + newline + 1, table, columns };
}
